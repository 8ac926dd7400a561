"""Numbers that states give to people: capitals and digits; Myanmar's as "12/UKM(N)123456".

Each state's rules and their sources stand in its own module; "state" is short here for whoever gives numbers of its
own, Hong Kong and Taiwan among them. A number of a state without rules here is kept as it is, with no country: nothing
about it can be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from noharbor.science.identifiers.finding import in_order
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind, SaidInside
from noharbor.science.identifiers.national_ids.cambodia import CAMBODIA
from noharbor.science.identifiers.national_ids.china import CHINA
from noharbor.science.identifiers.national_ids.hong_kong import HONG_KONG
from noharbor.science.identifiers.national_ids.india import INDIA
from noharbor.science.identifiers.national_ids.indonesia import INDONESIA
from noharbor.science.identifiers.national_ids.korea import KOREA
from noharbor.science.identifiers.national_ids.laos import LAOS
from noharbor.science.identifiers.national_ids.malaysia import MALAYSIA
from noharbor.science.identifiers.national_ids.myanmar import MYANMAR
from noharbor.science.identifiers.national_ids.number import NationalNumber
from noharbor.science.identifiers.national_ids.pakistan import PAKISTAN
from noharbor.science.identifiers.national_ids.singapore import SINGAPORE
from noharbor.science.identifiers.national_ids.sri_lanka import SRI_LANKA
from noharbor.science.identifiers.national_ids.taiwan import TAIWAN
from noharbor.science.identifiers.national_ids.thailand import THAILAND
from noharbor.science.identifiers.national_ids.viet_nam import VIET_NAM
from noharbor.science.identifiers.written import compact, typed

#: Every state whose rules are known, alphabetical by name.
STATES: tuple[NationalNumber, ...] = (
    CAMBODIA,
    CHINA,
    HONG_KONG,
    INDIA,
    INDONESIA,
    KOREA,
    LAOS,
    MALAYSIA,
    MYANMAR,
    PAKISTAN,
    SINGAPORE,
    SRI_LANKA,
    TAIWAN,
    THAILAND,
    VIET_NAM,
)
_BY_COUNTRY = {state.name: state for state in STATES}
_LABEL = re.compile(r"^(?:ID|IDNO|NO|NIK|NRC|CCCD|CMND|NATIONALID)(?=\d)")
_ANY_NUMBER = re.compile(r"(?=(?:[A-Z]*\d){4})[A-Z0-9]{5,20}", re.ASCII)


class NationalId:
    """Reads the numbers of states."""

    kind = IdentifierKind.NATIONAL_ID

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read a number of any state.

        Args:
            text: The number.
            region: The state it is most likely of.

        Returns:
            A number of the region's state if it fits there; else of the only state whose rules it fits, then of the
            only one in whose form a wrong one is written; else letters and digits with no country. None for words.
        """
        state = _BY_COUNTRY.get(region.upper())
        own = state.read(text) if state else None
        if own is not None and own.checked is not False:
            return own
        number = _only_one(typed(text), own)
        if number is not None:
            return number
        value = _LABEL.sub("", compact(typed(text)))
        return Identifier(self.kind, value) if _ANY_NUMBER.fullmatch(value) else None

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find announced numbers, and those whose form and check digit leave no doubt."""
        return in_order(*(state.find(text, region) for state in STATES))

    def inside(self, number: Identifier) -> SaidInside:
        """What a number that one of the states gave says itself; nothing where its check digit is wrong."""
        state = _BY_COUNTRY.get(number.country)
        said = state.inside(number.value) if state and number.checked is not False else SaidInside()
        return replace(said, country=number.country)


def _only_one(written: str, own: Identifier | None) -> Identifier | None:
    """The number that stands alone among the readings of all states, by the strongest sign first."""
    numbers = [(state, number) for state in STATES if (number := state.read(written))]
    fits = [(state, number) for state, number in numbers if number.checked is not False]
    shares = (
        [number for state, number in fits if state.is_surely(written)],
        [number for state, number in fits if number.checked or state.tells],
        [own] if own is not None else [],
        [number for state, number in numbers if state.is_surely(written)],
    )
    return next((share[0] for share in shares if len(share) == 1), None)


NATIONAL_ID = NationalId()

"""Numbers that states give to people: capitals and digits; Myanmar's as "12/UKM(N)123456".

Each state's rules and their sources stand in its own module. A number of a state without one is kept as it is, with no
country: nothing about it can be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from noharbor.science.identifiers.finding import LONGEST, in_order
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind, SaidInside
from noharbor.science.identifiers.national_ids.cambodia import CAMBODIA
from noharbor.science.identifiers.national_ids.china import CHINA
from noharbor.science.identifiers.national_ids.hong_kong import HONG_KONG
from noharbor.science.identifiers.national_ids.indonesia import INDONESIA
from noharbor.science.identifiers.national_ids.korea import KOREA
from noharbor.science.identifiers.national_ids.laos import LAOS
from noharbor.science.identifiers.national_ids.malaysia import MALAYSIA
from noharbor.science.identifiers.national_ids.myanmar import MYANMAR
from noharbor.science.identifiers.national_ids.number import NationalNumber
from noharbor.science.identifiers.national_ids.singapore import SINGAPORE
from noharbor.science.identifiers.national_ids.taiwan import TAIWAN
from noharbor.science.identifiers.national_ids.thailand import THAILAND
from noharbor.science.identifiers.national_ids.viet_nam import VIET_NAM
from noharbor.science.identifiers.written import compact, plain

#: Every state whose rules are known, alphabetical by name.
STATES: tuple[NationalNumber, ...] = (
    CAMBODIA,
    CHINA,
    HONG_KONG,
    INDONESIA,
    KOREA,
    LAOS,
    MALAYSIA,
    MYANMAR,
    SINGAPORE,
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
            A number that checks, the region's own first; else one of the only state that has such a form; else letters
            and digits with no country. None for words.
        """
        numbers = {state.name: number for state in STATES if (number := state.read(text))}
        own = numbers.get(region.upper())
        right = [number for number in numbers.values() if number.checked]
        if own is not None and (own.checked or (not right and own.checked is None)):
            return own
        told = [one for one in numbers.values() if one.checked is None and _BY_COUNTRY[one.country].tells]
        wrong = [one for one in numbers.values() if _BY_COUNTRY[one.country].is_surely(plain(text).strip())]
        for share in (right, told, [own] if own else [], wrong):
            if len(share) == 1:
                return share[0]
        value = _LABEL.sub("", compact(text[:LONGEST]))
        return Identifier(self.kind, value) if _ANY_NUMBER.fullmatch(value) else None

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find announced numbers, and those whose form and check digit leave no doubt."""
        return in_order(*(state.find(text, region) for state in STATES))

    def inside(self, number: Identifier) -> SaidInside:
        """What a number that one of the states gave says itself; nothing where its check digit is wrong."""
        state = _BY_COUNTRY.get(number.country)
        said = state.inside(number.value) if state and number.checked is not False else SaidInside()
        return replace(said, country=number.country)


NATIONAL_ID = NationalId()

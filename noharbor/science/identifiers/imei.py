"""IMEI of a phone: fifteen digits. 3GPP TS 23.003, part 6; the last digit by Luhn.

Fourteen digits (without the check digit) and sixteen (IMEISV, with a software version in its place) name the same
phone: they are written with the check digit that belongs to them, and `checked` is None.
"""

from __future__ import annotations

from collections.abc import Iterator

from noharbor.science.identifiers.check_digits import luhn_digit, luhn_is_right
from noharbor.science.identifiers.finding import found, pattern_of
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind
from noharbor.science.identifiers.written import digits_of, typed

#: Bodies that allot the first digits today: GSMA's of the United States, Britain, India, China. Others are rare enough
#: that fifteen digits of theirs need a word before them.
_REPORTING_BODIES = ("01", "35", "86", "91", "99")
_PATTERN = pattern_of(
    r"\d{2}[ \-]?\d{6}[ \-]?\d{6}[ \-/]?\d{0,2}", ("IMEI", "IMEI1", "IMEI2", "IMEISV", "串号", "串號")
)


class Imei:
    """Reads IMEIs."""

    kind = IdentifierKind.IMEI

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read an IMEI of 14, 15 or 16 digits."""
        digits = digits_of(typed(text).upper().replace("IMEI1", "").replace("IMEI2", ""))
        if not 14 <= len(digits) <= 16:
            return None
        if len(digits) == 15:
            return Identifier(self.kind, digits, checked=luhn_is_right(digits))
        return Identifier(self.kind, digits[:14] + luhn_digit(digits[:14]))

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find announced IMEIs, and fifteen digits of a usual beginning with the right last digit."""
        return found(self, _PATTERN, text, region, alone=_speaks_for_itself)


def _speaks_for_itself(identifier: Identifier) -> bool:
    return identifier.checked is True and identifier.value.startswith(_REPORTING_BODIES)


IMEI = Imei()

"""IBAN: capitals and digits without blanks. ISO 13616-1, check digits by ISO/IEC 7064 MOD 97-10."""

from __future__ import annotations

from collections.abc import Iterator

from noharbor.science.identifiers.finding import found, pattern_of
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind
from noharbor.science.identifiers.written import compact, typed

_SHORTEST, _LONGEST = 15, 34
_PATTERN = pattern_of(r"[A-Z]{2}\d{2}(?:[ \-]?[A-Z\d]{4}){2,7}(?:[ \-]?[A-Z\d]{1,3})?", ("IBAN",))


class Iban:
    """Reads IBANs."""

    kind = IdentifierKind.IBAN

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read an IBAN; its country is its first two letters, whatever the region."""
        value = compact(typed(text)).removeprefix("IBAN")
        if not _SHORTEST <= len(value) <= _LONGEST or not value[:2].isalpha() or not value[2:4].isdigit():
            return None
        return Identifier(self.kind, value, country=value[:2], checked=_is_right(value))

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find IBANs with right check digits, and announced ones with any."""
        return found(self, _PATTERN, text, region)


def _is_right(value: str) -> bool:
    """Whether the number, its first four characters moved behind and letters counted from A = 10, leaves 1 by 97."""
    return int("".join(str(int(sign, 36)) for sign in value[4:] + value[:4])) % 97 == 1


IBAN = Iban()

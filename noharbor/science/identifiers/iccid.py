"""ICCID of a SIM card: 18 to 20 digits from 89 on. ITU-T E.118; the last digit by Luhn.

Some makers print the number without its check digit, or pad it with "F". What is read is what is printed, less the
padding; the country is that of the calling code behind 89.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from noharbor.science.identifiers.check_digits import luhn_is_right
from noharbor.science.identifiers.finding import found, pattern_of
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind
from noharbor.science.identifiers.written import compact, typed

_FORM = re.compile(r"(?:ICCID|SIM)?(89\d{16,18})F?", re.ASCII)
_PATTERN = pattern_of(r"89(?:[ \-]?\d){16,18}F?", ("ICCID", "SIM", "SIM card", "SIM serial", "ซิม", "卡号", "ဆင်းမ်ကတ်"))


class Iccid:
    """Reads ICCIDs."""

    kind = IdentifierKind.ICCID

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read an ICCID; one of 18 digits lacks its check digit."""
        form = _FORM.fullmatch(compact(typed(text)))
        if form is None:
            return None
        digits = form[1]
        checked = None if len(digits) == 18 else luhn_is_right(digits)
        return Identifier(self.kind, digits, country=_country_of(digits), checked=checked)

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find announced ICCIDs, and those with the right last digit."""
        return found(self, _PATTERN, text, region)


def _country_of(digits: str) -> str:
    for length in (3, 2, 1):
        regions = phonenumbers.region_codes_for_country_code(int(digits[2 : 2 + length]))
        if regions and regions[0].isalpha():
            return regions[0] if len(regions) == 1 else ""
    return ""


ICCID = Iccid()

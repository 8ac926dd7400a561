"""Cambodia: nine digits of the Khmer identity card, perhaps with the number of its issue in brackets, left out here.

No rule for the digits is public, and no check digit stands outside of the card's machine-readable zone.
"""

from __future__ import annotations

import re

from noharbor.science.identifiers.national_ids.number import NationalNumber, Taken
from noharbor.science.identifiers.written import digits_of

_ISSUE = re.compile(r"\(\d{1,2}\)\s*$")
_FORM = re.compile(r"\d[\d .\-]*", re.ASCII)


def _take(text: str) -> Taken:
    written = _ISSUE.sub("", text).strip()
    digits = digits_of(written)
    return (digits, None) if len(digits) == 9 and _FORM.fullmatch(written) else None


CAMBODIA = NationalNumber(
    "KH",
    _take,
    shape=r"\d{3}[ \-]?\d{3}[ \-]?\d{3}(?:[ ]?\(\d{1,2}\))?",
    announced_by=("អត្តសញ្ញាណប័ណ្ណ", "អត្តសញ្ញាណប័ណ្ណលេខ", "លេខអត្តសញ្ញាណប័ណ្ណ"),
    tells=False,
)

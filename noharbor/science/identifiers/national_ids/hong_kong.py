"""Hong Kong: one letter or two, six digits, a check character. Weights 9 to 1, modulo 11, a blank counting 36.

The Immigration Department prints the check character in brackets. It has not published the rule, which schools and
programmers have described alike for decades, with A123456(3) as the example.
"""

from __future__ import annotations

from noharbor.science.identifiers.national_ids.number import NationalNumber, taken_by


def _check(value: str) -> bool:
    letters = [36] if value[1].isdigit() else []
    values = letters + [int(sign, 36) for sign in value[:-1]]
    total = sum(number * weight for number, weight in zip(values, range(9, 1, -1), strict=True))
    return value[-1] == "0123456789A"[-total % 11]


HONG_KONG = NationalNumber(
    "HK",
    taken_by(r"[A-Z]{1,2}\d{6}[0-9A]", _check),
    shape=r"[A-Z]{1,2}[ ]?\d{6}[ ]?\(?[0-9A]\)?",
    announced_by=("HKID", "HKIC", "香港身份證", "香港身份证", "身份證號碼", "身份證"),
    sure=r"[A-Z]{1,2}\d{6}[ ]?\([0-9A]\)",
)

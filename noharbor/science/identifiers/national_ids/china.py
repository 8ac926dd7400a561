"""China: 18 characters, region, day of birth, order (odd for men), check character. GB 11643-1999.

The check is ISO/IEC 7064 MOD 11-2. Numbers of 15 digits, given before October 1999, lack the century and the check
character; they are written as the 18 that their holders have now.
"""

from __future__ import annotations

import re

from noharbor.science.identifiers.check_digits import weighted
from noharbor.science.identifiers.identifier import SaidInside
from noharbor.science.identifiers.national_ids.number import NationalNumber, Taken, born_on, day
from noharbor.science.identifiers.written import compact

_FORM = re.compile(r"\d{17}[\dX]|\d{15}", re.ASCII)
_WEIGHTS = tuple(2**power % 11 for power in range(17, 0, -1))
_CHECKS = "10X98765432"
#: Residents from Taiwan, Hong Kong and Macao, and foreigners with a permanent residence card, have such numbers too.
_NOT_ONLY_CITIZENS = ("81", "82", "83", "9")


def _take(text: str) -> Taken:
    value = compact(text)
    if not _FORM.fullmatch(value):
        return None
    if len(value) == 15:
        value = value[:6] + "19" + value[6:]
        return (value + _check(value), None) if inside(value).born else None
    return value, value[-1] == _check(value) and bool(inside(value).born)


def _check(value: str) -> str:
    return _CHECKS[weighted(value, _WEIGHTS) % 11]


def inside(value: str) -> SaidInside:
    """Day of birth and sex in a canonical number."""
    born = born_on(day(int(value[6:10]), int(value[10:12]), int(value[12:14])))
    sex = "male" if int(value[16]) % 2 else "female"
    return SaidInside(born, sex, nationality="" if value.startswith(_NOT_ONLY_CITIZENS) else "CN")


CHINA = NationalNumber(
    "CN",
    _take,
    shape=r"\d{6}[ \-]?\d{4}[ \-]?\d{4}[ \-]?\d{3}[\dX]|\d{15}",
    announced_by=("身份证", "身份证号", "身份证号码", "身份證", "公民身份号码", "证件号", "证件号码"),
    sure=r"[1-9]\d{5}(?:19|20)\d{9}[\dX]",
    inside=inside,
)

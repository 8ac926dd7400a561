"""Sri Lanka: twelve digits: year, day of the year (plus 500 for women), order, a check digit whose rule is not public.

Department for Registration of Persons. Numbers given before 2016 have two digits of the year, three of the order and
the letter V or X behind; they are written as the twelve digits that stand for them now.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from noharbor.science.identifiers.identifier import SaidInside
from noharbor.science.identifiers.national_ids.number import NationalNumber, Taken, born_on
from noharbor.science.identifiers.written import compact

_OLD = re.compile(r"(\d{5})(\d{4})[VX]", re.ASCII)
_NEW = re.compile(r"(?:19|20)\d{10}", re.ASCII)
#: Days are counted as if every February had 29; this year has.
_LEAP_YEAR = 2000


def _take(text: str) -> Taken:
    value = compact(text)
    old = _OLD.fullmatch(value)
    if old is not None:
        value = f"19{old[1]}0{old[2]}"
    if not _NEW.fullmatch(value):
        return None
    return value, None if inside(value).born else False


def inside(value: str) -> SaidInside:
    """Day of birth and sex in a canonical number."""
    day = int(value[4:7])
    sex, day = ("female", day - 500) if day > 500 else ("male", day)
    if not 1 <= day <= 366:
        return SaidInside(sex=sex)
    of_year = date(_LEAP_YEAR, 1, 1) + timedelta(days=day - 1)
    year = int(value[:4])
    is_leap_day = (of_year.month, of_year.day) == (2, 29)
    born = None if is_leap_day and (year % 4 or year == 1900) else of_year.replace(year=year)
    return SaidInside(born_on(born), sex)


SRI_LANKA = NationalNumber(
    "LK",
    _take,
    shape=r"\d{9}[VX]|(?:19|20)\d{10}",
    announced_by=("NIC", "NIC no", "NIC number", "ජාතික හැඳුනුම්පත"),
    sure=r"\d{9}[VX]",
    inside=inside,
)

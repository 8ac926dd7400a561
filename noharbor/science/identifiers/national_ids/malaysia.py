"""Malaysia: MyKad, 12 digits: day of birth with two digits of the year, place of birth, order (odd for men).

In use since 1990; the codes of places as the National Registration Department lists them. The
last digit says the sex and checks nothing.
"""

from __future__ import annotations

from noharbor.science.identifiers.identifier import SaidInside
from noharbor.science.identifiers.national_ids.number import NationalNumber, born_on, day, taken_by

#: Codes that no state, country or group of countries has.
_NO_PLACE = frozenset({"00", "17", "18", "19", "20", "69", "70", "73", "80", "81", "94", "95", "96", "97"})


def inside(value: str) -> SaidInside:
    """Day of birth in two centuries, and sex; permanent residents have such numbers too."""
    year, month, of_month = int(value[:2]), int(value[2:4]), int(value[4:6])
    born = born_on(day(1900 + year, month, of_month), day(2000 + year, month, of_month))
    return SaidInside(born, "male" if int(value[-1]) % 2 else "female")


def _check(value: str) -> bool | None:
    return None if inside(value).born and value[6:8] not in _NO_PLACE else False


MALAYSIA = NationalNumber(
    "MY",
    taken_by(r"\d{12}", _check),
    shape=r"\d{6}[ \-]?\d{2}[ \-]?\d{4}",
    announced_by=("MyKad", "IC", "I/C", "NRIC", "kad pengenalan", "no KP"),
    sure=r"\d{6}-\d{2}-\d{4}",
    inside=inside,
)

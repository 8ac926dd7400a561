"""Korea: resident and alien registration, 13 digits: birth, century and sex, region or order, check digit.

Enforcement rule of the Resident Registration Act, article 2. Check: weights 2 to 9 and 2 to 5, modulo 11; two more
for aliens. Numbers given since October 2020 are random behind the seventh digit: of who was born after, and of
aliens, a wrong check digit says nothing.
"""

from __future__ import annotations

from datetime import date

from noharbor.science.identifiers.check_digits import weighted
from noharbor.science.identifiers.identifier import SaidInside
from noharbor.science.identifiers.national_ids.number import NationalNumber, born_on, day, taken_by

_CENTURIES = {
    "9": 1800,
    "0": 1800,
    "1": 1900,
    "2": 1900,
    "3": 2000,
    "4": 2000,
    "5": 1900,
    "6": 1900,
    "7": 2000,
    "8": 2000,
}
_ALIENS = "5678"
_RANDOM_SINCE = date(2020, 10, 1)
_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)


def inside(value: str) -> SaidInside:
    """Day of birth and sex in a canonical number; the nationality of those who are not registered as aliens."""
    year = _CENTURIES[value[6]] + int(value[:2])
    born = born_on(day(year, int(value[2:4]), int(value[4:6])))
    return SaidInside(born, "male" if int(value[6]) % 2 else "female", "" if value[6] in _ALIENS else "KR")


def _check(value: str) -> bool | None:
    born = inside(value).born
    if not born:
        return False
    alien = value[6] in _ALIENS
    if value[-1] == str(((13 if alien else 11) - weighted(value, _WEIGHTS) % 11) % 10):
        return True
    return None if alien or born[0][0] >= _RANDOM_SINCE else False


KOREA = NationalNumber(
    "KR",
    taken_by(r"\d{13}", _check),
    shape=r"\d{6}[ ]?-?[ ]?\d{7}",
    announced_by=("주민등록번호", "주민번호", "외국인등록번호", "RRN", "ARC"),
    sure=r"\d{6}-[1-8]\d{6}",
    inside=inside,
)

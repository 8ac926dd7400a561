"""Viet Nam: 12 digits: province, century and sex, two digits of the year of birth, six that are random.

Decree 137/2015/ND-CP, article 13. No check digit. Cards of nine digits (CMND),
given until 2021, only count.
"""

from __future__ import annotations

from noharbor.science.identifiers.identifier import SaidInside
from noharbor.science.identifiers.national_ids.number import NationalNumber, born_in, taken_by

#: Codes of provinces go from 001 (Ha Noi) to 096 (Ca Mau); those who registered abroad have the code of the state.
_PROVINCES = range(1, 97)


def inside(value: str) -> SaidInside:
    """Year of birth and sex in a number of 12 digits."""
    if len(value) != 12:
        return SaidInside(nationality="VN")
    century, is_woman = divmod(int(value[3]), 2)
    return SaidInside(born_in(1900 + 100 * century + int(value[4:6])), "female" if is_woman else "male", "VN")


def _check(value: str) -> bool | None:
    return None if len(value) == 9 or int(value[:3]) in _PROVINCES else False


VIET_NAM = NationalNumber(
    "VN",
    taken_by(r"\d{12}|\d{9}", _check),
    shape=r"\d{3}[ .\-]?\d{3}[ .\-]?\d{3}(?:[ .\-]?\d{3})?",
    announced_by=(
        "CCCD",
        "CMND",
        "CCCD/CMND",
        "số CCCD",
        "căn cước",
        "căn cước công dân",
        "số định danh",
        "chứng minh nhân dân",
    ),
    inside=inside,
)

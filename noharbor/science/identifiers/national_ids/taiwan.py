"""Taiwan: a letter of the place of first registration, 1 for men or 2 for women, seven digits, a check digit.

Ministry of the Interior: the letter counts as two digits by its table. Residents from abroad have had 8 or 9 since
2 January 2021 (National Immigration Agency), and a second letter before: A and C for men, B and D for women.
"""

from __future__ import annotations

from noharbor.science.identifiers.check_digits import weighted
from noharbor.science.identifiers.identifier import SaidInside
from noharbor.science.identifiers.national_ids.number import NationalNumber, taken_by

#: Letters in the order of their numbers, from 10 on; I, O, W and Z came late.
_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
_WEIGHTS = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)
_MEN = "18AC"


def _check(value: str) -> bool:
    second = value[1] if value[1].isdigit() else str(_LETTERS.index(value[1]) % 10)
    return weighted(str(_LETTERS.index(value[0]) + 10) + second + value[2:], _WEIGHTS) % 10 == 0


def inside(value: str) -> SaidInside:
    """The sex; that the holder is of Taiwan only where 1 or 2 says so."""
    return SaidInside(sex="male" if value[1] in _MEN else "female", nationality="TW" if value[1] in "12" else "")


TAIWAN = NationalNumber(
    "TW",
    taken_by(r"[A-Z][1289A-D]\d{8}", _check),
    shape=r"[A-Z][1289A-D]\d{8}",
    announced_by=("身分證", "身分證字號", "身份證字號", "身分證統一編號", "居留證", "統一證號"),
    inside=inside,
)

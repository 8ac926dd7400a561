"""Thailand: 13 digits: kind of person, office, order, check digit. Weights 13 to 2, modulo 11.

Civil Registration Act B.E. 2534 (1991), section 16, and what registration offices tell of the digits. Migrants and
people without a nationality have numbers too: the number is Thailand's, its holder need not be.
"""

from __future__ import annotations

from noharbor.science.identifiers.check_digits import weighted
from noharbor.science.identifiers.identifier import SaidInside
from noharbor.science.identifiers.national_ids.number import NationalNumber, taken_by

#: First digits of people born Thai since 1984; all others have been given to Thais and others alike, or to others.
_THAI = "12"


def _check(value: str) -> bool:
    return value[-1] == str((11 - weighted(value, range(13, 1, -1)) % 11) % 10)


def inside(value: str) -> SaidInside:
    """The nationality, where the first digit says that the holder is Thai."""
    return SaidInside(nationality="TH" if value[0] in _THAI else "")


THAILAND = NationalNumber(
    "TH",
    taken_by(r"\d{13}", _check),
    shape=r"\d[ \-]?\d{4}[ \-]?\d{5}[ \-]?\d{2}[ \-]?\d",
    announced_by=("บัตรประชาชน", "เลขบัตรประชาชน", "เลขประจำตัวประชาชน", "เลขที่บัตรประชาชน", "เลขบัตร", "เลขประจำตัว 13 หลัก"),
    sure=r"\d-\d{4}-\d{5}-\d{2}-\d",
    inside=inside,
)

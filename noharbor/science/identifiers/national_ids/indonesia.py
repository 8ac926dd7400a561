"""Indonesia: NIK, 16 digits: region, day, month and year of birth (day plus 40 for women), order. No check digit.

Government Regulation 37 of 2007 on Law 23 of 2006, article 37. The year has two digits: its century is not said.
Foreigners with a residence permit have one too: it tells no nationality.
"""

from __future__ import annotations

from noharbor.science.identifiers.identifier import SaidInside
from noharbor.science.identifiers.national_ids.number import NationalNumber, born_on, day, taken_by

#: Provinces are numbered from 11 (Aceh) to 97.
_PROVINCES = range(11, 98)


def inside(value: str) -> SaidInside:
    """Day of birth in two centuries, and sex, in a canonical number."""
    number, month, year = int(value[6:8]), int(value[8:10]), int(value[10:12])
    sex, of_month = ("female", number - 40) if number > 40 else ("male", number)
    return SaidInside(born_on(day(1900 + year, month, of_month), day(2000 + year, month, of_month)), sex)


def _check(value: str) -> bool | None:
    return None if int(value[:2]) in _PROVINCES and inside(value).born else False


INDONESIA = NationalNumber(
    "ID",
    taken_by(r"\d{16}", _check),
    shape=r"\d{6}[ .\-]?\d{6}[ .\-]?\d{4}|\d{4}[ .\-]\d{4}[ .\-]\d{4}[ .\-]\d{4}",
    announced_by=("NIK", "KTP", "e-KTP", "nomor KTP", "No. KTP"),
    inside=inside,
)

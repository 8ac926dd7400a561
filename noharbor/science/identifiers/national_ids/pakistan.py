"""Pakistan: CNIC, thirteen digits: region, family, and a last digit that is odd for men. No check digit.

National Database and Registration Authority, as it explains the digits. Origin cards of people abroad have the same
form: the number tells no nationality.
"""

from __future__ import annotations

from noharbor.science.identifiers.identifier import SaidInside
from noharbor.science.identifiers.national_ids.number import NationalNumber, taken_by, unchecked


def inside(value: str) -> SaidInside:
    """The sex in a canonical number."""
    return SaidInside(sex="male" if int(value[-1]) % 2 else "female")


PAKISTAN = NationalNumber(
    "PK",
    taken_by(r"[1-8]\d{12}", unchecked),
    shape=r"[1-8]\d{4}[ \-]?\d{7}[ \-]?\d",
    announced_by=("CNIC", "CNIC no", "NIC", "NICOP", "شناختی کارڈ"),
    sure=r"[1-8]\d{4}-\d{7}-\d",
    inside=inside,
    tells=False,
)

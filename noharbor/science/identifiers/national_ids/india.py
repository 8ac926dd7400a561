"""India: Aadhaar, twelve digits, the first 2 to 9, the last a check digit by Verhoeff; the others are random.

Unique Identification Authority of India, "Aadhaar numbering scheme" (2010). Residents have one, not citizens only.
"""

from __future__ import annotations

from noharbor.science.identifiers.check_digits import verhoeff_is_right
from noharbor.science.identifiers.national_ids.number import NationalNumber, taken_by

INDIA = NationalNumber(
    "IN",
    taken_by(r"[2-9]\d{11}", verhoeff_is_right),
    shape=r"[2-9]\d{3}[ \-]?\d{4}[ \-]?\d{4}",
    announced_by=("Aadhaar", "Aadhaar no", "Aadhaar number", "Aadhar", "UID", "आधार"),
)

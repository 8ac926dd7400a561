"""Singapore: NRIC and FIN, a letter, seven digits, a check letter. Weights 2, 7, 6, 5, 4, 3, 2, modulo 11.

The Immigration & Checkpoints Authority has not published the rule. The tables are those that SAP explains to its
customers (note 2572734), with the series M that began on 1 January 2022.
"""

from __future__ import annotations

from noharbor.science.identifiers.check_digits import weighted
from noharbor.science.identifiers.national_ids.number import NationalNumber, taken_by

_WEIGHTS = (2, 7, 6, 5, 4, 3, 2)
#: For each first letter what is added to the sum, and the check letters for each rest.
_LETTERS = {
    "S": (0, "JZIHGFEDCBA"),
    "T": (4, "JZIHGFEDCBA"),
    "F": (0, "XWUTRQPNMLK"),
    "G": (4, "XWUTRQPNMLK"),
    "M": (3, "KLJNPQRTUWX"),
}


def _check(value: str) -> bool:
    added, letters = _LETTERS[value[0]]
    rest = (weighted(value[1:8], _WEIGHTS) + added) % 11
    return value[-1] == letters[10 - rest if value[0] == "M" else rest]


SINGAPORE = NationalNumber(
    "SG",
    taken_by(r"[STFGM]\d{7}[A-Z]", _check),
    shape=r"[STFGM]\d{7}[A-Z]",
    announced_by=("NRIC", "FIN", "NRIC/FIN"),
    sure=r"[STFGM]\d{7}[A-Z]",
)

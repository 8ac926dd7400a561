"""Laos: digits of the identity card. Neither their number nor their meaning is public; new cards came in October 2025.

What a Lao text calls the number of a card is taken as it is, seven to twelve digits; nothing is checked.
"""

from __future__ import annotations

from noharbor.science.identifiers.national_ids.number import NationalNumber, taken_by, unchecked

LAOS = NationalNumber(
    "LA",
    taken_by(r"\d{7,12}", unchecked),
    shape=r"\d{2,12}(?:[ \-]\d{1,9}){0,4}",
    announced_by=("ບັດປະຈຳຕົວ", "ບັດປະຈໍາຕົວ", "ເລກບັດປະຈຳຕົວ", "ເລກບັດປະຈໍາຕົວ", "ເລກບັດ"),
    tells=False,
)

"""From where to where people are moved."""

from __future__ import annotations

from datetime import date

import pytest

from noharbor.science.language.articles import Article
from noharbor.science.language.english.reader import EnglishReader

_BEFORE = "Scam suspects sent home\n\nThe fraud suspects had worked in a telecom scam compound. "


@pytest.mark.parametrize(
    ("told", "origin", "destination"),
    [
        ("On Monday Lao officers handed 64 fraud suspects over to police from Yunnan.", "LA", "CN"),
        ("Peru sent home 33 Malaysians rescued from a scam centre on Wednesday.", "PE", "MY"),
        ("Vietnamese police received 21 fraud suspects from Cambodian police on Sunday.", "KH", "VN"),
        ("On Friday Timor-Leste deported seventeen Indonesians over online fraud.", "TL", "ID"),
    ],
)
def test_the_giver_is_the_origin_and_the_receiver_the_destination(told: str, origin: str, destination: str) -> None:
    events = EnglishReader().read(Article(_BEFORE + told, date(2025, 6, 1), "en"))
    assert (origin, destination) in [(one.from_country, one.to_country) for one in events]

"""From where to where people are moved."""

from __future__ import annotations

from datetime import date

import pytest

from noharbor.science.language.articles import Article
from noharbor.science.language.english.reader import EnglishReader
from noharbor.science.language.events import EventType

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


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("The number of suspects brought back this year has reached 300, the ministry said.", EventType.STATISTIC),
        (
            "A second aircraft will be sent on Friday for the remaining 80 suspects to be flown home.",
            EventType.COMMITMENT,
        ),
    ],
)
def test_totals_and_promises_of_moves_go_the_way_of_the_moves_told(told: str, kind: EventType) -> None:
    text = (
        f"Suspects sent to China\n\nMyanmar handed over 120 Chinese telecom fraud suspects to China on Monday. {told}"
    )
    events = EnglishReader().read(Article(text, date(2025, 6, 4), "en"))
    assert kind in {event.type for event in events}
    assert {(event.from_country, event.to_country) for event in events} == {("MM", "CN")}


def test_people_go_home_and_not_away_from_it() -> None:
    text = (
        "Workers land at home\n\nAn Indian Air Force transport landed at Hindon on Tuesday with 266 Indians who had "
        "been stuck in scam compounds in Myanmar."
    )
    events = EnglishReader().read(Article(text, date(2025, 6, 4), "en"))
    assert ("MM", "IN") in {(event.from_country, event.to_country) for event in events}


def test_a_state_may_extradite_its_own_people() -> None:
    text = (
        "Scam boss extradited\n\nThailand extradited a Thai national from Thailand to the United States on Monday over "
        "an online scam, police said."
    )
    events = EnglishReader().read(Article(text, date(2025, 6, 4), "en"))
    assert [(event.from_country, event.to_country) for event in events] == [("TH", "US")]

"""The state of places that no gazetteer lists."""

from __future__ import annotations

from datetime import date

import pytest

from noharbor.science.language.articles import Article
from noharbor.science.language.english.courts import court_places
from noharbor.science.language.english.mentions import find_mentions


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Officers raided flats in Quellmar district of Phnom Penh. Chinese police came later.", "Quellmar", "KH"),
        ("Thai police raided a hotel in Quellmar, Nepal, on Monday.", "Quellmar", "NP"),
        ("Georgian police searched an office in Quellmar. Calls went to Germany.", "Quellmar", "GE"),
        (
            "Thirty people from China and Vietnam were held in Quellmar. Laos police took their phones.",
            "Quellmar",
            "LA",
        ),
        ("SUVA. Seven men were caught in Quellmar with Chinese officers in the next row.", "Quellmar", "FJ"),
        ("Agents of Nigeria's EFCC raided a tower on Victoria Island in Lagos.", "Victoria Island", "NG"),
    ],
)
def test_an_unlisted_place_lies_in_the_state_that_its_surroundings_show(text: str, name: str, country: str) -> None:
    article = Article(text, date(2025, 6, 1), "en")
    found = {one.place.name.removesuffix(" district"): one.place for one in find_mentions(article).places}
    assert found[name].country == country


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("The Seoul Central District Court jailed nine members of a ring in Laukkai.", "Seoul"),
        ("A judge in Seoul gave the man who ran a call centre in Phnom Penh six years.", "Seoul"),
    ],
)
def test_only_the_seat_of_a_court_is_the_place_of_a_verdict(text: str, seat: str) -> None:
    places = find_mentions(Article(text, date(2025, 6, 1), "en")).places
    assert [one.place.name for one in court_places(text, places)] == [seat]

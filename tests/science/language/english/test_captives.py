"""Captors detain, too, and embassies release statements: neither is an arrest or a rescue."""

from __future__ import annotations

import pytest

from noharbor.science.language.readers import Article, reader_for

SCENE = "Telecom fraud gangs in Tachileik still hold foreigners in scam compounds. "


def kinds(text: str) -> set[str]:
    reader = reader_for("en")
    assert reader is not None
    return {event.type.value for event in reader.read(Article(SCENE + text, None, "en"))}


@pytest.mark.parametrize(
    "text",
    [
        "The young man was lured there by a job advert, and was beaten and detained, with his life being threatened.",
        "She was smuggled into Shan State, detained and starved until she reached her quota of online fraud.",
        "The nine had been held against their will in Shwe Kokko and made to write to strangers online.",
        "Fourteen people formerly held in Myawaddy spoke of quotas and of blows.",
    ],
)
def test_who_is_held_by_captors_is_not_arrested(text):
    assert "arrest" not in kinds(text)


def test_who_is_held_by_police_is_arrested():
    text = "Police detained nine fraud suspects who had beaten the workers of a scam compound on Monday."
    assert "arrest" in kinds(text)


@pytest.mark.parametrize("what", ["a statement", "figures", "a video", "the names"])
def test_nobody_is_freed_by_what_is_published(what):
    assert "rescue" not in kinds(f"Telecom fraud must be rooted out, according to {what} released by the embassy.")

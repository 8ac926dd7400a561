"""Where an event fell, when its own sentence does not say or names other places too."""

from __future__ import annotations

import json
from datetime import date
from functools import partial

import pytest

from noharbor.science.language.articles import Article
from noharbor.science.language.english.mentions import find_mentions
from noharbor.science.language.english.reader import EnglishReader
from noharbor.science.language.english.roles import role_in
from noharbor.science.language.events import EventType
from noharbor.science.language.lexicons import compiled_bytes
from noharbor.science.language.stage import Stage
from noharbor.science.language.venues import weights_of

RAID_TOLD_OVER_SENTENCES = """https://desk.example.org/raid
Police raid scam office in Bavet

Cambodian police stormed a six-storey building in Bavet on Monday and found a telecom fraud office at work.
Officers from the National Police headquarters in Phnom Penh led the team.
They arrested 41 suspects and seized 120 phones. Most of those held come from China and Pakistan.
"""


def _read(text: str) -> dict[EventType, str | None]:
    events = EnglishReader().read(Article(text, date(2025, 6, 4), "en"))
    return {event.type: event.place.name if event.place else None for event in events}


@pytest.mark.parametrize("kind", [EventType.ARREST, EventType.SEIZURE])
def test_a_raid_told_over_several_sentences_stays_where_it_was(kind: EventType) -> None:
    assert _read(RAID_TOLD_OVER_SENTENCES)[kind] == "Bavet"


def test_a_place_that_the_telling_sentence_does_not_name_is_marked_as_inherited() -> None:
    events = EnglishReader().read(Article(RAID_TOLD_OVER_SENTENCES, date(2025, 6, 4), "en"))
    inherited = {event.type: event.place_inherited for event in events}
    assert inherited[EventType.ARREST]
    assert not inherited[EventType.OPERATION]


def test_the_state_of_those_arrested_is_no_place_of_the_arrest() -> None:
    text = (
        "Nepal police detain 122 over online scams\n\nPolice in Kathmandu arrested 122 Chinese nationals on Monday "
        "over an online scam. They are accused of cheating people in India and China."
    )
    assert _read(text)[EventType.ARREST] == "Kathmandu"


def test_a_stage_knows_datelines_titles_and_the_word_before_a_place() -> None:
    text = "Raid near Poipet\n\nBANGKOK, June 3 -- Thai officers flew from Chiang Rai to a villa in Mae Sot."
    mentions = find_mentions(Article(text, date(2025, 6, 4), "en"))
    opens = text.index("Thai officers")
    stage = Stage(mentions.places, [(0, 16, 0, True), (opens, len(text), 1, False)], [], partial(role_in, text))
    standings = {choice[0].span.place.name: choice[0] for choice in stage.choices}
    assert standings["Poipet"].in_title
    assert standings["BANGKOK"].opens
    assert [standings[name].role for name in ("Chiang Rai", "Mae Sot")] == ["from", "at"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_weights_are_finite_and_say_what_they_weigh(language: str) -> None:
    weights = json.loads(compiled_bytes(weights_of(language)))
    assert len(weights) > 100
    assert all(abs(weight) < 20 for weight in weights.values())
    assert weights["rules say this"] > weights["rules say elsewhere"]

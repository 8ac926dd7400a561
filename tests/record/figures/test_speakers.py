"""One body is one speaker in whatever language; whoever is not surely the same is kept apart."""

from __future__ import annotations

import pytest

from noharbor.record.figures.speakers import speaker_of


@pytest.mark.parametrize(
    ("named", "language"),
    [
        ("Karen Border Guard Force", "en"),
        ("the Karen Border Guard Force", "en"),
        ("the spokesman of the Karen Border Guard Force", "en"),
        ("A spokesperson for the Karen Border Guard Force", "en"),
        ("克伦边防军", "zh-Hans"),
        ("克倫邊防軍發言人", "zh-Hant"),
    ],
)
def test_a_known_body_is_one_speaker_in_every_paper(named, language):
    speaker = speaker_of(named, "River Times", language)
    assert (speaker.key, speaker.words, speaker.is_publisher) == ("body:mm-bgf", named, False)


@pytest.mark.parametrize("named", ["officials", "the force", "a critic of the Karen Border Guard Force"])
def test_words_that_name_no_known_body_stay_with_their_paper(named):
    here, there = speaker_of(named, "River Times", "en"), speaker_of(named, "Hill Post", "en")
    assert here.key != there.key
    assert not here.body


def test_spelling_alone_makes_no_second_speaker():
    assert speaker_of("泰國 外交官員", "河報", "zh").key == speaker_of("泰国 外交官员", "河报", "zh").key


@pytest.mark.parametrize("named", ["", "報道", "通报又", "the report"])
def test_where_nobody_is_named_the_publisher_speaks_and_it_is_told(named):
    speaker = speaker_of(named, "River Times", "en")
    assert (speaker.key, speaker.words, speaker.is_publisher) == ("publisher:river times", "River Times", True)


def test_a_publisher_that_is_a_body_is_the_same_speaker_as_when_it_is_quoted():
    publishes = speaker_of("", "International Organization for Migration", "en")
    quoted = speaker_of("the International Organization for Migration", "River Times", "en")
    assert publishes.key == quoted.key
    assert (publishes.is_publisher, quoted.is_publisher) == (True, False)


@pytest.mark.parametrize(
    ("acting", "key"),
    [
        (("CN", "MM"), "body:cn-mps"),
        (("LA",), "body:la-mps"),
        (("LA", "CN"), "words:the ministry of public security:river times"),
        ((), "words:the ministry of public security:river times"),
    ],
)
def test_a_name_that_bodies_of_several_states_bear_is_the_only_acting_ones(acting, key):
    assert speaker_of("the Ministry of Public Security", "River Times", "en", acting).key == key


def test_words_that_no_bodies_share_are_given_to_no_acting_state():
    assert not speaker_of("police", "River Times", "en", ("TH",)).body

"""Questions: phrases of tokens, the last open where it may still be typed."""

from __future__ import annotations

import pytest

from noharbor.science.words.question import MOST_TOKENS, NOTHING, Phrase, QuestionTooLong, question_of


def test_a_name_of_two_characters_is_one_token():
    assert question_of("陳海").phrases == (Phrase(("陈·海",), is_open=False, length=2),)


def test_one_character_is_the_beginning_of_a_pair():
    assert question_of("海").phrases == (Phrase(("海·",), is_open=True, length=1),)


def test_only_the_last_word_may_be_a_beginning():
    assert [(phrase.tokens, phrase.is_open) for phrase in question_of("border pol").phrases] == [
        (("border",), False),
        (("pol",), True),
    ]


def test_a_single_letter_stands_for_itself():
    assert not question_of("a").phrases[0].is_open


@pytest.mark.parametrize("written", ['"border pol"', "“border pol”"])
def test_words_in_quotation_marks_stand_together_and_are_complete(written):
    assert question_of(written).phrases == (Phrase(("border", "pol"), is_open=False, length=2),)


def test_letters_and_words_without_a_space_stand_together():
    assert question_of("KK园区").phrases == (Phrase(("kk", "园·区"), is_open=False, length=3),)


@pytest.mark.parametrize("written", ["", "  ", "…", '""', "!?", '"'])
def test_no_words_ask_nothing(written):
    assert question_of(written) == NOTHING
    assert not question_of(written)


def test_zawgyi_is_repaired():
    assert question_of("ေအာင္ေက်ာ္") == question_of("အောင်ကျော်")


def test_the_same_word_twice_is_asked_once():
    assert len(question_of("police police of").phrases) == 2


def test_too_many_words_are_refused():
    with pytest.raises(QuestionTooLong):
        question_of(" ".join(f"word{number}" for number in range(MOST_TOKENS + 1)))

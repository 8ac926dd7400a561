"""The index answers as a plain reading of the words does, on whichever database the tests run."""

from __future__ import annotations

import pytest

from noharbor.record.search import index
from noharbor.record.search.index import Field, Wanted
from noharbor.record.search.models import Words
from noharbor.science.words.finding import answers
from noharbor.science.words.question import NOTHING, question_of
from tests.science.words.sentences import EVERY_WORD, SENTENCES

pytestmark = pytest.mark.django_db

HARD = {
    "quotes": "It's \"quoted\" 'twice' \\ and {braced}: AND OR NOT NEAR(a b) * ^ -",
    "signs": "¶ · ☂ 100% _under_ a-b a.b@example.org C++ #tag",
    "long": "x" * 500 + " " + "国" * 300,
    "none": "… !? …",
}
TEXTS = SENTENCES | HARD
QUESTIONS = [word for _, word in EVERY_WORD] + [
    "police 11",
    '"of them"',
    "quoted twice",
    "AND",
    "NEAR(a b)",
    "it's",
    "a-b",
    "under",
    "100%",
    "x" * 500,
    "国" * 20,
    "c++",
    "ข",
    "被捕 逃",
]


@pytest.fixture
def indexed():
    index.put((number, {Field.WORDS: (text,)}) for number, text in enumerate(TEXTS.values(), start=1))


def numbers(**wanted) -> set[int]:
    asked = Wanted(**{"anywhere": NOTHING, **wanted})
    return set(Words.objects.filter(index__answers=asked).values_list("findable_id", flat=True))


@pytest.mark.parametrize("written", QUESTIONS)
def test_what_the_words_answer_the_index_answers(indexed, written):
    question = question_of(written)
    expected = {number for number, text in enumerate(TEXTS.values(), start=1) if answers([text], question)}
    assert numbers(anywhere=question) == expected


def test_phrases_may_stand_in_different_fields_but_do_not_reach_over_them():
    index.put([(1, {Field.TITLE: ("border",), Field.WORDS: ("police said", "so"), Field.SPEAKER: ("陳海",)})])
    assert numbers(anywhere=question_of("border police 陈海"))
    assert not numbers(anywhere=question_of('"border police"'))
    assert not numbers(anywhere=question_of('"said so"'))


def test_a_field_can_be_asked_alone_or_be_left_out():
    index.put([(1, {Field.TITLE: ("妙瓦底",)}), (2, {Field.PLACE: ("妙瓦底",)}), (3, {Field.SPEAKER: ("妙瓦底",)})])
    question = question_of("妙瓦底")
    assert numbers(within=((Field.PLACE, question),)) == {2}
    assert numbers(within=((Field.SPEAKER, question_of("妙")),)) == {3}
    assert numbers(anywhere=question, not_within=((Field.TITLE, question),)) == {2, 3}


def test_what_is_put_again_or_dropped_is_no_longer_what_it_was():
    index.put([(1, {Field.WORDS: ("old",)})])
    index.put([(1, {Field.WORDS: ("new",)})])
    assert not numbers(anywhere=question_of("old"))
    assert numbers(anywhere=question_of("new")) == {1}
    index.drop([1])
    assert not numbers(anywhere=question_of("new"))

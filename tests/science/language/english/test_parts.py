"""The parts of the English reader: sentences, numbers, money, modality."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.language.english.features import normalised_words, sentence_features
from noharbor.science.language.english.modality import Standing, standing_of
from noharbor.science.language.english.money import find_money
from noharbor.science.language.english.numbers import find_numbers
from noharbor.science.language.english.parsing import parse
from noharbor.science.language.english.sentences import split_sentences
from noharbor.science.language.events import Bound


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("fifty-three people", 53, Bound.EXACT),
        ("two dozen others", 24, Bound.EXACT),
        ("half a dozen men", 6, Bound.EXACT),
        ("more than 1,389 people", 1389, Bound.AT_LEAST),
        ("some 300 suspects", 300, Bound.ABOUT),
        ("1.2 lakh cards", 120_000, Bound.EXACT),
        ("two hundred and six men", 206, Bound.EXACT),
    ],
)
def test_it_reads_numbers_in_figures_and_words(text: str, value: int, bound: Bound) -> None:
    number = find_numbers(text)[0]
    assert (number.value, number.bound) == (value, bound)


def test_dozens_is_no_number() -> None:
    assert find_numbers("dozens of people, hundreds of phones") == []


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("S$412,000 in cash", 412_000, "SGD"),
        ("P3.8 million", 3_800_000, "PHP"),
        ("28.4 million USDT", 28_400_000, "USDT"),
        ("Rs 48 crore", 480_000_000, "INR"),
        ("about 600 million baht", 600_000_000, "THB"),
        ("RM48,000", 48_000, "MYR"),
    ],
)
def test_it_reads_money_in_the_manners_of_the_region(text: str, value: float, currency: str) -> None:
    amount = find_money(text)[0].amount
    assert (amount.value, amount.currency) == (value, currency)


def test_abbreviations_end_no_sentence() -> None:
    text = "Lt. Gen. Sok met Mr. Lim at 9 p.m. on Aug. 9. Police left."
    assert [text[one.start : one.end] for one in split_sentences(text, 0, len(text))] == [
        "Lt. Gen. Sok met Mr. Lim at 9 p.m. on Aug. 9.",
        "Police left.",
    ]


@given(st.text(max_size=200))
def test_sentences_lie_in_order_inside_the_text(text: str) -> None:
    sentences = split_sentences(text, 0, len(text))
    assert all(0 <= one.start < one.end <= len(text) for one in sentences)
    assert all(before.end <= after.start for before, after in pairwise(sentences))


@pytest.mark.parametrize(
    ("sentence", "word", "standing"),
    [
        ("Police arrested 12 men.", "arrested", Standing.DONE),
        ("Police did not arrest the men.", "arrest", Standing.NOT),
        ("Thailand will deport 50 men.", "deport", Standing.PLANNED),
        ("Beijing asked Cambodia to deport 50 men.", "deport", Standing.NOT),
        ("Thailand may deport 50 men.", "deport", Standing.NOT),
        ("Thailand plans to deport 50 men.", "deport", Standing.PLANNED),
    ],
)
def test_it_knows_done_from_planned_from_not(sentence: str, word: str, standing: Standing) -> None:
    parsed = parse(sentence, [(0, len(sentence))])[0]
    index = next(one.index for one in parsed.words if one.lower == word)
    assert standing_of(parsed, index) is standing


def test_features_are_the_same_for_the_same_sentence() -> None:
    sentence = "Police in Poipet arrested 14 men in 2024."
    assert sentence_features(sentence) == sentence_features(sentence)
    assert normalised_words(sentence) == ["police", "in", "Xx", "arrested", "##", "men", "in", "####"]

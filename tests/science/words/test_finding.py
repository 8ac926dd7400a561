"""Whatever a plain scan finds is found, and what is lit is what was looked for."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.scripts import han
from noharbor.science.scripts.latin_letters import WHOLE
from noharbor.science.scripts.normal_form import normal_form
from noharbor.science.words.finding import answers, excerpt, spans_of
from noharbor.science.words.question import question_of
from tests.science.words.sentences import EVERY_WORD, SENTENCES, WORDS

between = st.sampled_from(["", " ", "\n", "，", "။", " – ", "。"])


def plain(text: str) -> str:
    """What a plain scan compares: one form for all spellings, no marks over letters, nothing between words."""
    text = han.canonical(normal_form(text)).casefold().translate(WHOLE)
    parts = unicodedata.normalize("NFD", text)
    bare = "".join(char for char in parts if not "\u0300" <= char <= "\u036f" and char not in " ,'\n")
    return unicodedata.normalize("NFC", bare)


@pytest.mark.parametrize(("language", "word"), EVERY_WORD)
def test_every_word_is_found_and_lit_in_its_sentence(language, word):
    text, question = SENTENCES[language], question_of(word)
    assert answers([text], question)
    spans = spans_of(text, question)
    lit = plain("".join(text[start:end] for start, end in spans))
    assert plain(word) in lit or all(plain(part) in lit for part in word.split())


def test_what_a_plain_scan_finds_is_found_everywhere():
    for _, word in EVERY_WORD:
        for text in SENTENCES.values():
            if plain(word) in plain(text):
                assert answers([text], question_of(f'"{word}"' if " " in word else word)), (word, text)


@pytest.mark.parametrize("word", ["海陈", "诈骗犯", "แม่สาย", "ရဲ့", "duck", "234", "ບໍ່ແກ"])
def test_what_is_not_there_is_not_found(word):
    assert not any(answers([text], question_of(word)) for text in SENTENCES.values())


@given(
    st.lists(
        st.tuples(st.sampled_from([word for one in ("zh", "th", "my", "km", "lo") for word in WORDS[one]]), between)
    )
)
def test_a_word_is_found_whatever_stands_beside_it(words):
    text = "".join(word + sign for word, sign in words)
    for word, _ in words:
        # A number beside a number is another number.
        assert word.isdigit() or answers([text], question_of(word)), (word, text)


def test_all_phrases_have_to_be_there_in_any_of_the_fields():
    assert answers(["陈海被捕", "公安部"], question_of("公安 陈海"))
    assert not answers(["陈海被捕"], question_of("公安 陈海"))


def test_a_phrase_does_not_reach_over_two_fields():
    assert not answers(["the border", "police said"], question_of('"border police"'))


def test_an_excerpt_lights_the_words_and_says_where_the_text_goes_on():
    text = "word " * 100 + "陳海被捕。" + " more" * 100
    stretches = excerpt(text, spans_of(text, question_of("陈海")), size=60)
    assert [stretch.text for stretch in stretches if stretch.is_lit] == ["陳海"]
    shown = "".join(stretch.text for stretch in stretches)
    assert shown.startswith("… word")
    assert shown.endswith("more …")
    assert len(shown) < 90


def test_an_excerpt_of_a_short_text_is_the_text():
    assert "".join(stretch.text for stretch in excerpt("Đức đi", ((0, 3),), size=60)) == "Đức đi"


@given(st.text(max_size=300), st.integers(min_value=1, max_value=80))
def test_an_excerpt_never_changes_words(text, size):
    spans = spans_of(text, question_of(text[len(text) // 2 :][:5].replace('"', " ")))
    shown = "".join(stretch.text for stretch in excerpt(text, spans, size=size))
    assert shown.removeprefix("… ").removesuffix(" …") in text

"""A comparison says which parts met and why, in one sentence that can be told in any language."""

from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noharbor.science.names.comparison import Comparison, compare
from noharbor.science.names.evidence import MERGE_SCORE, POSSIBLE_SCORE, Level, Proposal
from noharbor.science.names.explain import explain
from noharbor.science.names.meetings import How
from noharbor.science.names.spelled_alike import spelled_alike_per_million
from noharbor.science.scripts.writing import System


def explained(one: str, other: str):
    return explain(compare(one, other))


def pairs(one: str, other: str) -> list[tuple[str, str]]:
    return [(part.one_part, part.other_part) for part in explained(one, other).parts]


@pytest.mark.parametrize(
    ("one", "other", "met"),
    [
        ("陳大文", "Chan Tai Man", [("陳", "Chan"), ("大", "Tai"), ("文", "Man")]),
        ("အောင်ကျော်မိုး", "U Aung Kyaw Moe", [("အောင်", "Aung"), ("ကျော်", "Kyaw"), ("မိုး", "Moe")]),
        ("ហ៊ុន ម៉ាណែត", "Hun Manet", [("ហ៊ុន", "Hun"), ("ម៉ា", "Ma"), ("ណែត", "net")]),
        ("ສອນໄຊ", "Sonexay", [("ສອນ", "Sone"), ("ໄຊ", "xay")]),
        ("김민준", "Kim Min-jun", [("김", "Kim"), ("민", "Min"), ("준", "jun")]),
        ("ສອນໄຊ", "สอนไซ", [("ສອນ", "สอน"), ("ໄຊ", "ไซ")]),
        ("Aung Kyaw Moe", "Aung Kyo Moe", [("Aung", "Aung"), ("Kyaw", "Kyo"), ("Moe", "Moe")]),
        ("Phạm Minh Chính", "PHAM MINH CHINH", [("Phạm", "PHAM"), ("Minh", "MINH"), ("Chính", "CHINH")]),
        ("陈海", "陳海", [("陈", "陳"), ("海", "海")]),
    ],
)
def test_parts_meet_in_the_letters_they_were_written_in(one, other, met):
    assert pairs(one, other) == met
    assert all(part.agrees for part in explained(one, other).parts)
    assert pairs(other, one) == [(theirs, mine) for mine, theirs in met]


@pytest.mark.parametrize(
    ("latin", "system"),
    [
        ("Chan Tai Man", System.CANTONESE),
        ("Chen Dawen", System.PINYIN),
        ("Ch'en Ta-wen", System.WADE_GILES),
    ],
)
def test_the_way_of_spelling_is_named(latin, system):
    assert {part.system for part in explained("陳大文", latin).parts} == {system}


def test_characters_that_only_sound_alike_do_not_agree():
    parts = explained("王伟", "汪伟").parts
    assert [(part.how, part.agrees) for part in parts] == [
        (How.SAME_SOUND_WITHOUT_TONE, False),
        (How.SAME_WRITING, True),
    ]
    assert "sound alone proves little" in compare("王伟", "汪伟").reason
    assert "zhāng" in compare("张伟", "章伟").reason
    assert "sound alone proves little" in compare("张伟", "章伟").reason


def test_words_without_counterpart_are_named():
    found = explained("Zaw Min", "Zaw Min Tun")
    assert [(part.one_part, part.other_part, part.how) for part in found.parts][-1] == ("", "Tun", How.NO_COUNTERPART)
    assert "without counterpart: “Tun”" in found.sentence


def test_words_that_have_nothing_in_common_do_not_agree():
    assert not any(part.agrees for part in explained("Zaw Min Tun", "John Smith").parts)


def test_another_order_is_said():
    assert explained("Wei Wang", "王伟").turned
    assert "another order" in explained("Wei Wang", "王伟").sentence
    assert not explained("Wang Wei", "王伟").turned


def test_titles_are_left_aside_and_named():
    found = explained("U Aung Kyaw Moe", "အောင်ကျော်မိုး")
    assert [aside.titles for aside in found.asides] == [("U",), ()]
    assert "titles left aside: “U”" in found.sentence


def test_the_alias_by_which_names_were_compared_is_named():
    found = explained("She Kailun a.k.a. She Zhijiang", "佘智江")
    assert found.asides[0].alias == "She Zhijiang"
    assert "another name given with it: “She Zhijiang”" in found.sentence


def test_a_spelling_that_many_may_bear_says_how_many():
    assert re.search(r"about \d[\d,]* people in a million could be spelled so", compare("Wang Wei", "王伟").reason)
    few, many = spelled_alike_per_million("佘智江"), spelled_alike_per_million("王伟")
    assert few is not None
    assert many is not None
    assert many > 100 * few
    assert spelled_alike_per_million("") is None


def test_a_text_without_letters_is_said_to_be_one():
    found = explained("123", "Aung")
    assert found.parts == ()
    assert "no letters" in found.sentence


def test_the_sentence_can_be_told_in_another_language():
    said: list[str] = []

    def note(template: str) -> str:
        said.append(template)
        return template

    explained("陳大文", "U Chan Tai Man").told(note)
    assert all("陳" not in template and "Chan" not in template for template in said)


@pytest.mark.parametrize(
    ("score", "level", "proposal"),
    [
        (1.0, Level.SAME_WRITING, Proposal.SAME),
        (MERGE_SCORE, Level.CUSTOMARY_ROMANISATION, Proposal.SAME),
        (1.0, Level.SAME_SOUND_WITH_TONE, Proposal.POSSIBLE),
        (1.0, Level.SIMILAR_SOUND, Proposal.POSSIBLE),
        (POSSIBLE_SCORE, Level.SIMILAR_SOUND, Proposal.POSSIBLE),
        (POSSIBLE_SCORE / 2, Level.CUSTOMARY_ROMANISATION, Proposal.DIFFERENT),
    ],
)
def test_sound_alone_never_proposes_the_same(score, level, proposal):
    assert Comparison("a", "b", score, level).proposal is proposal


LETTERS = "aozJhnSmtWu ŋ 'đKyMin王伟陳陈စိုးအောင်ทักษิณສອນហ៊ុន김준Иван()@,1ッあ-."


@settings(max_examples=60, deadline=None)
@given(st.text(LETTERS, max_size=30), st.text(LETTERS, max_size=30))
def test_any_two_texts_can_be_explained(one, other):
    found = explained(one, other)
    assert found.sentence.endswith(".")
    assert all(part.one_part or part.other_part for part in found.parts)


@pytest.mark.parametrize("one", ["Zaw Min Tun", "Jackie Chan", "အောင်ကျော်မိုး", "สมชาย ใจดี", "陈大文"])
@pytest.mark.parametrize("other", ["John Smith", "Tun Zaw Mi", "ໃຈດີ ສົມຊາຍ", "大文陈", "Hsmi Oj"])
def test_names_with_little_in_common_can_be_explained(one, other):
    assert explained(one, other).parts
    assert explained(other, one).parts


@pytest.mark.parametrize("one", ["ທ້າວ ສອນໄຊ ສີພັນດອນ" * 15, "陈大文王伟" * 60, "Aung Kyaw " * 50])
@pytest.mark.parametrize("other", ["สอนไซ สีพันดอน" * 20, "김민준" * 90, "အောင်ကျော်" * 50])
def test_a_very_long_text_is_explained_in_bounded_time(one, other):
    found = compare(one, other)
    started = process_time()
    assert explain(found).sentence
    assert process_time() - started < 5

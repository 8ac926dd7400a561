"""Two names, in any scripts: how strong the evidence is that they are one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noharbor.science.names.comparison import compare, compare_many, compare_pairs
from noharbor.science.names.evidence import MERGE_SCORE, POSSIBLE_SCORE, Level, Proposal
from noharbor.science.names.prepared import Prepared

#: Public office holders and invented people, each in two scripts.
SAME = [
    ("Min Aung Hlaing", "မင်းအောင်လှိုင်"),
    ("Soe Htut", "စိုးထွဋ်"),
    ("Min Aung Hlaing", "敏昂莱"),
    ("Thaksin Shinawatra", "ทักษิณ ชินวัตร"),
    ("Srettha Thavisin", "เศรษฐา ทวีสิน"),
    ("Hun Sen", "ហ៊ុន សែន"),
    ("Thongloun Sisoulith", "ທອງລຸນ ສີສຸລິດ"),
    ("ทองลุน สีสุลิด", "ທອງລຸນ ສີສຸລິດ"),
    ("Xi Jinping", "习近平"),
    ("สี จิ้นผิง", "習近平"),
    ("Lee Hsien Loong", "李显龙"),
    ("Chan Tai Man", "陳大文"),
    ("Kim Jong-un", "김정은"),
    ("Pham Minh Chinh", "范明政"),
    ("Nguyen Van An", "Nguyễn Văn An"),
]
DIFFERENT = [
    ("She Lunkai", "佘智江"),
    ("Soe Win", "စိုးထွဋ်"),
    ("Mae Sot", "妙瓦底"),
    ("Hun Sen", "ສອນໄຊ ສີພັນດອນ"),
    ("李娜", "Wang Wei"),
    ("김정은", "Lee Jae-myung"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_name_in_two_scripts_is_found(one: str, other: str) -> None:
    assert compare(one, other).score > 0.5
    assert compare(other, one).score == pytest.approx(compare(one, other).score, abs=1e-4)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_names_are_told_apart(one: str, other: str) -> None:
    assert compare(one, other).score < POSSIBLE_SCORE


def test_simplified_and_traditional_are_a_variant_and_may_merge() -> None:
    found = compare("陈海", "陳海")
    assert found.level is Level.SCRIPT_VARIANT
    assert found.score >= MERGE_SCORE


def test_zawgyi_is_the_same_name() -> None:
    assert compare("ေအာင္ေက်ာ္မိုး", "အောင်ကျော်မိုး").score >= MERGE_SCORE


@pytest.mark.parametrize(
    ("one", "other"), [("王伟", "汪伟"), ("张伟", "章伟"), ("王小明", "汪晓鸣"), ("李静怡", "李靖宜")]
)
def test_the_same_sound_of_other_characters_never_merges(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.level in (Level.SAME_SOUND_WITH_TONE, Level.SAME_SOUND_WITHOUT_TONE)
    assert found.score < MERGE_SCORE


def test_a_spelling_that_many_could_have_is_only_possible() -> None:
    common, rare = compare("Wang Wei", "王伟"), compare("Bai Suocheng", "白所成")
    assert POSSIBLE_SCORE <= common.score < MERGE_SCORE
    assert rare.score > common.score


def test_levels_are_ordered_by_strength() -> None:
    same, variant, spelled = compare("陈海", "陈海"), compare("陈海", "陳海"), compare("陈海", "Chen Hai")
    assert same.level > variant.level > spelled.level
    assert same.score > variant.score > spelled.score


def test_titles_do_not_count_and_order_may_differ() -> None:
    assert compare("General Min Aung Hlaing", "ဗိုလ်ချုပ်မှူးကြီး မင်းအောင်လှိုင်").score > 0.5
    assert compare("Wei Wang", "王伟").score == pytest.approx(compare("Wang Wei", "王伟").score, abs=0.1)


def test_an_alias_counts_as_a_name() -> None:
    assert compare("Tang Kriang Kai a.k.a. She Zhijiang", "佘智江").score > 0.5


def test_a_list_is_ranked_without_ties_among_the_good() -> None:
    names = ["王伟", "Wang Wei", "Wang Weiming", "王伟明", "Zhang Wei", "李娜"]
    found = compare_many("王伟", names)
    assert [names[number] for number in found.best(2)] == ["王伟", "Wang Wei"]
    assert len({round(float(score), 9) for score in found.scores}) == len(names)


def test_a_prepared_list_gives_what_the_names_give() -> None:
    names = [name for pair in SAME for name in pair]
    prepared = Prepared(names)
    for one, _ in SAME:
        assert list(compare_many(one, prepared).scores) == pytest.approx(list(compare_many(one, names).scores))
        assert [compare(one, name).score for name in names] == pytest.approx(
            list(compare_many(one, prepared).scores), abs=1e-5
        )


@pytest.mark.parametrize("nothing", ["", " ", "123", "---", "\x00", "🙂"])
def test_a_name_without_letters_is_like_nobody(nothing: str) -> None:
    assert compare(nothing, "王伟").score < 0.001
    assert compare(nothing, nothing).score < 0.001
    assert len(compare_many(nothing, [])) == 0


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_compare_alike_both_ways(one: str, other: str) -> None:
    forth, back = compare(one, other), compare(other, one)
    assert 0.0 <= forth.score <= 1.0
    assert forth.score == pytest.approx(back.score, abs=1e-3)


def test_an_endless_name_is_compared_by_its_beginning_in_bounded_time() -> None:
    assert 0.0 <= compare("Aung " * 100_000, "အောင်" * 100_000).score <= 1.0


@pytest.mark.parametrize(
    ("one", "same", "other"),
    [
        ("3rd Brigade", "第三旅", "7th Brigade"),
        ("No. 5 Police Station", "Police Station No. 5", "No. 6 Police Station"),
        ("กองพันที่ ๓", "กองพันที่ 3", "กองพันที่ 4"),
    ],
)
def test_numbers_in_names_of_bodies_must_agree(one: str, same: str, other: str) -> None:
    assert compare(one, other).score < POSSIBLE_SCORE
    assert compare(one, same).score > compare(one, other).score


def test_numbers_of_native_digits_are_the_same_numbers() -> None:
    assert compare("กองพันที่ ๓", "กองพันที่ 3").score >= MERGE_SCORE


@pytest.mark.parametrize(("one", "other"), [("Teo Chee Hean", "Trương Chí Hiền"), ("Lim Guan Eng", "Lâm Quan Anh")])
def test_spellings_that_meet_only_in_characters_are_never_proposed_as_the_same(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.score > 0.5
    assert found.level is Level.SIMILAR_SOUND
    assert found.proposal is Proposal.POSSIBLE
    assert "same Chinese characters" in found.reason


def test_one_prepared_name_is_compared_and_no_more() -> None:
    assert compare_many(Prepared(["Wang Wei"]), ["王伟"])[0].score == compare("Wang Wei", "王伟").score
    for wrong in ([], ["Wang Wei", "Li Na"]):
        with pytest.raises(ValueError, match="one name is compared with a list"):
            compare_many(Prepared(wrong), ["王伟"])


@pytest.mark.parametrize(
    ("one", "other"),
    [("U Sai Tun Aung", "Colonel Nay Myo Aung"), ("U Tun Kyaw", "U Sai Thiha Kyaw"), ("Saw Tun Mya Aung", "Myo Aung")],
)
def test_names_are_not_one_by_what_is_left_of_them_without_possible_titles(one: str, other: str) -> None:
    assert compare(one, other).proposal is not Proposal.SAME


def test_names_compare_alike_wherever_they_stand_in_a_long_list():
    words = [begun + ended for begun in ("k", "l", "m", "n", "p", "s", "t", "th") for ended in ("a", "in", "o", "une")]
    names = [f"{first} {second} Hla Aung" for first in words for second in words]
    themselves = np.repeat(np.arange(len(names)), 2).reshape(-1, 2)
    forwards, backwards = Prepared(names), Prepared(names[::-1])
    odds, _levels = compare_pairs(forwards, forwards, themselves)
    turned, _levels = compare_pairs(backwards, backwards, themselves)
    assert odds.tolist() == turned[::-1].tolist()

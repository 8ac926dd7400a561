"""Lao names: one order of signs, syllables, pieces, and spellings in Latin letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.scripts.lao import LAO, gazetted
from noharbor.science.scripts.spelling_rules import rules
from noharbor.science.scripts.writing import System

LAO_TEXT = st.text(alphabet=st.characters(min_codepoint=0x0E80, max_codepoint=0x0EDF))


@given(st.one_of(st.text(), LAO_TEXT))
def test_canonical_is_calm_and_changes_nothing_twice(text: str) -> None:
    once = LAO.canonical(text)
    assert LAO.canonical(once) == once


@given(st.one_of(st.text(max_size=40), LAO_TEXT))
def test_syllables_joined_give_the_word_whatever_it_is(text: str) -> None:
    word = LAO.canonical(text)
    assert "".join(LAO.syllables(word)) == word
    assert all(LAO.pieces(word))
    LAO.romanise(word)


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("ຄໍາ", "ຄຳ"),
        ("ນໍ້າ", "ນ້ຳ"),
        ("ນ້ໍາ", "ນ້ຳ"),
        ("ອໍາ", "ອຳ"),
        ("ເເກ້ວ", "ແກ້ວ"),
        ("ຫນອງ", "ໜອງ"),
        ("ຫມາຍ", "ໝາຍ"),
        ("ຫລວງ", "ຫຼວງ"),
        ("ປີ ໒໐໒໕", "ປີ 2025"),
        ("ສົມ\u200bຊາຍ", "ສົມຊາຍ"),
    ],
)
def test_canonical_puts_signs_in_the_order_readers_expect(typed: str, canonical: str) -> None:
    assert LAO.canonical(typed) == canonical


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("ວຽງຈັນ", "ວຽງ-ຈັນ"),
        ("ສີພັນດອນ", "ສີ-ພັນ-ດອນ"),
        ("ພູທອນ", "ພູ-ທອນ"),
        ("ສຸພານຸວົງ", "ສຸ-ພາ-ນຸ-ວົງ"),
        ("ດາວວອນ", "ດາວ-ວອນ"),
        ("ສະຫວັນນະເຂດ", "ສະ-ຫວັນ-ນະ-ເຂດ"),
    ],
)
def test_syllables_are_those_that_are_spoken(word: str, syllables: str) -> None:
    assert "-".join(LAO.syllables(word)) == syllables


# Names of provinces as the BGN/PCGN gazetteer of Laos gives them.
@pytest.mark.parametrize(
    ("word", "spelling"),
    [
        ("ຜົ້ງສາລີ", "phôngsali"),
        ("ອຸດົມໄຊ", "oudômxai"),
        ("ໄຊຍະບູລີ", "xaignabouli"),
        ("ບໍ່ແກ້ວ", "bokèo"),
        ("ຫຼວງນ້ຳທາ", "louangnamtha"),
        ("ຫຼວງພະບາງ", "louangphabang"),
        ("ຫົວພັນ", "houaphan"),
        ("ຊຽງຂວາງ", "xiangkhouang"),
        ("ບໍລິຄຳໄຊ", "bolikhamxai"),
        ("ຄຳມ່ວນ", "khammouan"),
        ("ສະຫວັນນະເຂດ", "savannakhét"),
        ("ສາລະວັນ", "salavan"),
        ("ເຊກອງ", "xékong"),
        ("ຈຳປາສັກ", "champasak"),
        ("ອັດຕະປື", "attapu"),
    ],
)
def test_bgn_pcgn_of_provinces_is_as_gazetted(word: str, spelling: str) -> None:
    assert gazetted(word) == spelling


def test_romanise_gives_bgn_pcgn_first_and_then_customary_spellings_each_once() -> None:
    found = LAO.romanise("ທອງລຸນ ສີສຸລິດ")
    assert (found[0].spelling, found[0].system) == ("Thongloun Sisoulit", System.BGN_PCGN)
    assert len({romanisation.spelling for romanisation in found}) == len(found) > 4


def test_no_piece_of_a_written_syllable_is_missing_from_the_rules() -> None:
    known = rules("lao")
    onsets = [*"ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮໜໝ", "ຫຼ", "ຫວ", "ຫຍ", "ຫງ", "ຂວ", "ກວ", "ຄວ", "ກຣ", "ປຣ"]
    frames = ["{}ະ", "{}ັ", "{}າ", "{}ິ", "{}ີ", "{}ຶ", "{}ື", "{}ຸ", "{}ູ", "{}ົ", "{}ໍ", "{}ຳ", "{}ຽ", "{}ອ", "{}ວ", "ເ{}"]
    frames += [
        "ເ{}ັ",
        "ແ{}",
        "ແ{}ັ",
        "ໂ{}",
        "ໂ{}ະ",
        "ໄ{}",
        "ໃ{}",
        "ເ{}ົາ",
        "ເ{}າະ",
        "ເ{}ີ",
        "ເ{}ິ",
        "ເ{}ືອ",
        "ເ{}ຍ",
        "{}ົວ",
        "{}ັຍ",
    ]
    finals = ["", *"ກງຍດນມບວຣລສ"]
    words = [frame.format(onset) + final for onset in onsets for frame in frames for final in finals]
    assert not {piece for word in words for piece in LAO.pieces(word)} - set(known)

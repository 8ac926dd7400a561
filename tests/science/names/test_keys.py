"""The same name in another script or spelling shares keys; names of invented people and common syllables only."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.names.cores import cores_of
from noharbor.science.names.keys import NameKeys
from noharbor.science.names.sounds import ROUGH, sounds_of, syllables_of

KEYS = NameKeys()


def _keys(name: str) -> set[int]:
    return set(KEYS.of_query(name)[0].tolist())


def _rough(word: str) -> list[int]:
    return ROUGH[np.frombuffer(syllables_of(sounds_of(word)), np.uint16)].tolist()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wang Xiaoming", "王小明"),
        ("Wong Siu Ming", "王小明"),
        ("Hsiao-ming Wang", "王小明"),
        ("陈海燕", "陳海燕"),
        ("Kyaw Zin Tun", "ကျော်ဇင်ထွန်း"),
        ("U Kyaw Zin Tun", "ကျော်ဇင်ထွန်း"),
        ("Kyaw Zin Tun", "ဦးကျော်ဇင်ထွန်း"),
        ("Gyaw Zin Htun", "Kyaw Zin Tun"),
        ("Somchai Rungrueang", "สมชาย รุ่งเรือง"),
        ("Rungruang, Somchai", "สมชาย รุ่งเรือง"),
        ("วิชัย", "Mr. Wichai"),
        ("Sok Vanna", "សុខ វណ្ណា"),
        ("Bounmy Keovongsa", "Bounmi Kaewvongsa"),
        ("Nguyễn Văn Đức", "NGUYEN VAN DUC"),
        ("Kim Minsu", "김민수"),
        ("สมศรี", "ສົມສີ"),
    ],
)
def test_one_name_in_two_spellings_shares_keys(one: str, other: str) -> None:
    assert len(_keys(one) & _keys(other)) >= 2


def test_another_order_a_missing_word_and_a_slip_leave_keys_in_common() -> None:
    whole = _keys("Thanakorn Suwannarat")
    for other in ("Suwannarat Thanakorn", "Suwannarat", "Thanakorn Suwanarat", "Thanakorn Suwannaret"):
        assert len(whole & _keys(other)) >= 3, other


def test_different_names_share_little() -> None:
    assert not _keys("Kyaw Zin Tun") & _keys("Nguyen Van Duc")
    assert not _keys("王小明") & _keys("สมชาย รุ่งเรือง")


@pytest.mark.parametrize(
    "words", ["chit jit zhi-t", "kyaw gyaw jaw", "guang kwang", "xiao hsiao siao", "phone phon", "prayut prayuth"]
)
def test_spellings_of_one_sound_are_one_rough_sound(words: str) -> None:
    assert len({tuple(_rough(word.replace("-", ""))) for word in words.split()}) == 1


def test_h_and_y_between_consonant_and_vowel_begin_a_syllable() -> None:
    assert len(_rough("minho")) == len(_rough("jinhoo")) == 2
    assert len(_rough("myint")) == 1


def test_titles_are_taken_off_and_doubtful_ones_both_ways() -> None:
    assert cores_of("Mr. Somchai Jaidee") == [["Somchai", "Jaidee"]]
    assert cores_of("Ma Thant Zin") == [["Ma", "Thant", "Zin"], ["Thant", "Zin"]]
    assert cores_of("Tan Wei") == [["Tan", "Wei"], ["Wei"]]
    assert cores_of("U") == [["U"]]
    assert cores_of(" – ") == []


def test_keys_of_many_are_those_of_each() -> None:
    names = ["Wang Wei", "", "王伟", "สมชาย", "…", "Ng"]
    keys, counts, groups = KEYS.of_many(names)
    parts = np.split(keys, np.cumsum(counts)[:-1])
    assert [set(part.tolist()) for part in parts] == [_keys(name) for name in names]
    assert all(len(part) == len(set(part.tolist())) > 0 for part in parts)
    assert groups[0] == groups[5] != groups[2] != groups[3]
    assert KEYS.of_many([])[1].tolist() == []


@given(st.text(max_size=80))
def test_any_text_has_keys(text: str) -> None:
    keys, weights = KEYS.of_query(text)
    assert len(keys) == len(weights) == len(set(keys.tolist())) > 0


def test_a_very_long_text_has_few_keys() -> None:
    assert len(_keys("Anna " * 5000)) < 300
    assert len(_keys("အောင်" * 5000)) < 1000


def test_the_version_tells_the_tables() -> None:
    assert KEYS.version.startswith("sounds-")
    assert NameKeys().version == KEYS.version

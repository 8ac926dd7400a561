"""The files that Han names are read by, and how they become tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import noharbor.reference
from noharbor.reference.compile import load
from noharbor.reference.compile_names import (
    chinese_shares,
    hepburn,
    plain_vietnamese,
    read_rows,
    softened,
    supplemented,
    variants,
    words_by_character,
)
from noharbor.reference.spell_syllables import cantonese, korean, mandarin_systems, rebound, wade_giles
from noharbor.reference.tables import table

HERE = Path(noharbor.reference.__file__).parent / "names"
FILES = sorted([*(HERE / "han").iterdir(), HERE / "frequencies/chinese.yaml"])
SYSTEMS = load("names/han/systems.yaml")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_explains_its_columns_its_source_and_its_date(path: Path) -> None:
    opening = "".join(line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line[0] == "#")
    assert "Columns:" in opening
    assert "Source" in opening
    assert "Date" in opening


def test_readings_are_written_as_their_columns_say() -> None:
    patterns = (r"[a-zê]+[1-5]", r"[a-z]+[1-6]", "[가-힣]", r"\D+", "[A-Z]+", "[A-Z']+")
    for char, columns in read_rows(HERE / "han/readings.tsv").items():
        assert len(char) == 1
        for pattern, words in zip(patterns, columns, strict=True):
            for word in words:
                assert re.fullmatch(pattern, word), (char, word)


def test_every_character_of_the_other_files_has_readings() -> None:
    rows = read_rows(HERE / "han/readings.tsv")
    overseas = load("names/han/overseas.yaml")
    listed = {
        char for system in overseas if system != "source" for chars in overseas[system].values() for char in chars
    }
    listed |= set(words_by_character(load("names/han/sounds.yaml")["sounds"]))
    listed |= set(words_by_character(load("names/han/japanese.yaml")["readings"]))
    listed |= set(load("names/han/surnames.yaml")["readings"])
    assert listed <= rows.keys()


def test_no_key_is_taken_for_true_or_false() -> None:
    overseas = load("names/han/overseas.yaml")
    assert all(isinstance(key, str) for system in overseas if system != "source" for key in overseas[system])


def test_supplements_come_before_what_the_database_has() -> None:
    rows = {"徐": [["xu2"], ["ceoi4"], ["서"], ["chờ"], ["JO"], []]}
    blocks = {"cantonese": "", "korean": "", "vietnamese": "徐 từ"}
    assert supplemented(rows, blocks)["徐"][3] == ["từ", "chờ"]
    assert rows["徐"][3] == ["chờ"]


def test_variants_fold_in_one_step() -> None:
    folded = table("han_variants")
    assert len(folded["from"]) == len(folded["to"])
    assert not set(folded["from"]) & set(folded["to"])


def test_a_ring_of_variants_does_not_turn_for_ever() -> None:
    found = variants({"pairs": ["甲乙"]}, {"pairs": ["乙丙", "丙丁"]})
    pairs = dict(zip(found["from"], found["to"], strict=True))
    assert [pairs[char] for char in "甲乙丙"] == ["丁", "丁", "丁"]
    ring = variants({"pairs": ["甲乙"]}, {"pairs": ["乙甲"]})
    assert not set(ring["from"]) & set(ring["to"])


@pytest.mark.parametrize(
    ("pinyin", "spelt"),
    [("xiao", "hsiao"), ("zhou", "chou"), ("cai", "tsai"), ("xu", "hsu"), ("qu", "chu"), ("lv", "lu"), ("guo", "kuo"),
     ("he", "ho"), ("zhi", "chih"), ("zi", "tzu"), ("jie", "chieh"), ("rong", "jung"), ("yan", "yen"), ("ye", "yeh"),
     ("xue", "hsueh"), ("tian", "tien"), ("deng", "teng"), ("bo", "po"), ("er", "erh"), ("xiong", "hsiung")],
)  # fmt: skip
def test_wade_giles_as_the_conversion_tables_have_it(pinyin: str, spelt: str) -> None:
    assert wade_giles(pinyin, SYSTEMS["wade_giles"])[0] == spelt


def test_tongyong_and_postal_spellings_stand_beside() -> None:
    assert mandarin_systems(["xiu"], SYSTEMS) == (["xiu"], ["hsiu", "shiou", "siou", "xiu"])
    assert "jhang" in mandarin_systems(["zhang"], SYSTEMS)[1]
    assert "king" in mandarin_systems(["jing"], SYSTEMS)[1]
    assert mandarin_systems(["lv"], SYSTEMS)[0] == ["lu", "lv", "lyu"]


@pytest.mark.parametrize(
    ("jyutping", "first"),
    [("zoeng1", "cheung"), ("joeng4", "yeung"), ("ng4", "ng"), ("heoi2", "hui"), ("gwok3", "kwok"), ("caam4", "cham"),
     ("baau1", "pau"), ("dang6", "tang"), ("jyun4", "yuen"), ("lok6", "lok"), ("zung1", "chung"), ("sou1", "so")],
)  # fmt: skip
def test_cantonese_as_hong_kong_spells_it(jyutping: str, first: str) -> None:
    assert cantonese([jyutping], SYSTEMS)[0] == first


def test_macau_spells_otherwise() -> None:
    assert {"vong"} <= set(cantonese(["wong4"], SYSTEMS))
    assert {"cheong"} <= set(cantonese(["zoeng1"], SYSTEMS))
    assert {"kuok"} <= set(cantonese(["gwok3"], SYSTEMS))
    assert {"iao"} <= set(cantonese(["jau4"], SYSTEMS))


def test_korean_readings_change_at_the_beginning_of_a_word() -> None:
    assert rebound(["리"]) == ["리", "이"]
    assert rebound(["로"]) == ["로", "노"]
    assert rebound(["녀"]) == ["녀", "여"]
    assert rebound(["김"]) == ["김"]


def test_korean_spellings() -> None:
    assert korean(["김"], SYSTEMS)[:2] == ["kim", "gim"]
    assert {"gyeok", "kyok"} <= set(korean(["격"], SYSTEMS))


def test_vietnamese_without_marks_and_japanese_without_long_ones() -> None:
    assert plain_vietnamese("đặng") == ["dang"]
    assert plain_vietnamese("lý") == ["ly", "li"]
    assert hepburn("SHOU") == ["sho", "shou"]
    assert hepburn("JUU") == ["ju"]
    assert [softened(one) for one in ("kawa", "shima", "fumi", "ta", "naka")] == ["gawa", "jima", "bumi", "da", ""]


def test_shares_of_the_rarer_names_fall_from_those_counted() -> None:
    tables = chinese_shares(load("names/frequencies/chinese.yaml"))
    assert sum(tables["given"].values()) == pytest.approx(1_000_000, rel=0.01)
    shares = tables["family"]
    names = list(shares)
    assert shares["王"] == 71_000
    assert shares["常"] < 2_500
    assert shares[names[-1]] < 200

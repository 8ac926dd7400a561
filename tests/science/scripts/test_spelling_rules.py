"""The written rule tables, and how pieces make a spelling."""

from __future__ import annotations

import re

import pytest

from noharbor.science.scripts.khmer import pieces
from noharbor.science.scripts.spelling_rules import RulesAreMissing, romanised, rules, spellings, table_of
from noharbor.science.scripts.writing import System

SCRIPTS = ["hangul", "kana", "khmer"]
CHUNK = re.compile(r"[a-z]{0,8}")


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_chunk_is_up_to_eight_plain_letters_and_listed_once(script: str) -> None:
    systems = {system.value for system in System}
    for piece, chunks_of in rules(script).items():
        assert chunks_of.keys() <= systems, piece
        for system, chunks in chunks_of.items():
            assert chunks, (piece, system)
            assert all(CHUNK.fullmatch(chunk) for chunk in chunks), (piece, system)
            assert len(set(chunks)) == len(chunks), (piece, system)


def test_a_script_without_rules_says_what_to_do() -> None:
    with pytest.raises(RulesAreMissing, match="yaml"):
        rules("runes")


def test_the_likeliest_spelling_comes_first() -> None:
    table = {"a": {"x": 0.6, "y": 0.4}, "b": {"": 0.7, "z": 0.3}}
    assert spellings(("a", "b"), table) == ["x", "y", "xz", "yz"]
    assert spellings(("a", "b"), table, limit=1) == ["x"]


def test_ways_to_the_same_spelling_count_together() -> None:
    table = {"a": {"x": 0.4, "xx": 0.3, "y": 0.3}, "b": {"x": 0.5, "": 0.5}}
    assert spellings(("a", "b"), table)[0] == "xx"


def test_unknown_pieces_are_left_out_and_digits_kept() -> None:
    assert spellings(("?", "7"), {}) == ["7"]


def test_a_strict_system_gives_one_spelling_and_custom_several() -> None:
    found = romanised("ហ៊ុន សែន", pieces, "khmer", (System.UNGEGN, System.CUSTOMARY))
    by_system = [romanisation.system for romanisation in found]
    assert by_system.count(System.UNGEGN) == 1
    assert 1 < by_system.count(System.CUSTOMARY) <= 8


def test_earlier_chunks_weigh_more() -> None:
    weights = list(table_of("khmer", "customary")["ក"].values())
    assert weights == sorted(weights, reverse=True)

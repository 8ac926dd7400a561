"""The learnt tables of spellings: whole, readable, and in step with the rules people wrote."""

from __future__ import annotations

import math
import re

import pytest

from noharbor.science.names.spellings import SYLLABLES, chinese_syllables, spellings
from noharbor.science.scripts.spelling_rules import rules
from noharbor.science.scripts.writings import WRITINGS

RULES = {"Hang": "hangul", "Kana": "kana", "Khmr": "khmer", "Laoo": "lao", "Mymr": "burmese", "Thai": "thai"}
TABLES = [script.value for script in WRITINGS]


@pytest.mark.parametrize("script", [*TABLES, SYLLABLES])
def test_every_chunk_is_letters_with_a_probability(script: str) -> None:
    for piece, entries in spellings(script).entries.items():
        assert entries, piece
        for chunk, _, gain in entries:
            assert re.fullmatch("[a-z]{0,12}", chunk), (piece, chunk)
            assert gain <= 0


@pytest.mark.parametrize("script", [script for script in TABLES if script != "Hani"])
def test_the_chunks_of_a_piece_share_one_probability(script: str) -> None:
    for piece, entries in spellings(script).entries.items():
        assert sum(math.exp(gain) for _, _, gain in entries) <= 1.03, piece


@pytest.mark.parametrize(("script", "name"), RULES.items())
def test_every_piece_with_a_rule_is_in_the_learnt_table(script: str, name: str) -> None:
    missing = set(rules(name)) - set(spellings(script).entries)
    assert not missing, "learn the table anew: make train-names"


def test_no_name_is_kept_in_a_table() -> None:
    # Pieces are parts of words: a whole name of four syllables would show as a long piece.
    for script in ("Khmr", "Laoo", "Mymr", "Thai"):
        assert max(map(len, spellings(script).entries)) <= 12


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("wong", ("wong",)), ("feihong", ("fei", "hong")), ("schwarzenegger", ()), ("", ())],
)
def test_words_that_may_write_characters_are_cut(word: str, syllables: tuple[str, ...]) -> None:
    assert chinese_syllables(word) == syllables

"""Turns words or characters into the features a linear model weighs; used by every language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt


def word_ngrams(words: Sequence[str], *, longest: int = 3, prefix: str = "w") -> set[str]:
    """All runs of one to `longest` words, each as "prefix:word word"."""
    return {
        f"{prefix}:{' '.join(words[start : start + size])}"
        for size in range(1, longest + 1)
        for start in range(len(words) - size + 1)
    }


def character_ngrams(text: str, *, shortest: int = 1, longest: int = 3, prefix: str = "c") -> set[str]:
    """All runs of `shortest` to `longest` characters, each as "prefix:…"."""
    return {
        f"{prefix}:{text[start : start + size]}"
        for size in range(shortest, longest + 1)
        for start in range(len(text) - size + 1)
    }


def weighted(ngrams: Iterable[str], cues: Iterable[str], *, cue_value: float = 0.5) -> dict[str, float]:
    """Features with values: n-grams share one unit of length however long the text is; each cue has its own value.

    Args:
        ngrams: Many small features.
        cues: Few strong ones ("cue:cumulative").
        cue_value: The value of each cue.
    """
    grams = list(ngrams)
    share = 3.0 / sqrt(len(grams)) if grams else 0.0
    features = dict.fromkeys(grams, share)
    features.update(dict.fromkeys((f"cue:{cue}" for cue in cues), cue_value))
    return features

"""How likely Latin letters and words stand in any name: what it proves when they meet."""

from __future__ import annotations

from functools import cache, lru_cache
from math import log

import numpy as np
from numpy.typing import NDArray

from noharbor.reference.tables import table

#: Row of the table of letters for one that begins a word.
WORD_BEGINS = 26
_MILLION = 1_000_000
#: Share of the names compared that are Chinese, as the table of words takes each language.
_CHINESE = 0.5


@cache
def letter_likelihoods() -> NDArray[np.float32]:
    """Return (27, 26) natural logarithms: how likely a letter follows another, or begins a word (row 26)."""
    return np.array(table("letters")["follow"], dtype=np.float32)


@lru_cache(maxsize=200_000)
def word_likelihood(word: str) -> float:
    """Return the natural logarithm of the share of names that have this word; minus infinity for one no table has.

    Args:
        word: Plain letters a to z. A given name of two pinyin syllables counts as likely as both together.

    Source:
        reference/names/frequencies.
    """
    words, syllables = table("latin_words")["words"], table("latin_words")["syllables"]
    share = words.get(word, 0.0) / _MILLION
    for cut in range(2, len(word) - 1):
        first = syllables.get(word[:cut])
        if first and (second := syllables.get(word[cut:])):
            share = max(share, _CHINESE * first * second / _MILLION**2)
    return log(share) if share > 0 else float("-inf")

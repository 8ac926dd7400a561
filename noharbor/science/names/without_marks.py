"""Words without the marks over and under their letters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65_536)
def without_marks(word: str) -> str:
    """A word in lower case without its marks; đ is d."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word.casefold()).replace("đ", "d")
    return "".join(char for char in decomposed if not unicodedata.combining(char))

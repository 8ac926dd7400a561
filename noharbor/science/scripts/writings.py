"""Every writing system whose names are read by their pieces: a list to read, the one place to add a script."""

from __future__ import annotations

from functools import lru_cache

from noharbor.science.scripts.burmese import BURMESE
from noharbor.science.scripts.han import HAN
from noharbor.science.scripts.hangul import HANGUL
from noharbor.science.scripts.kana import KANA
from noharbor.science.scripts.khmer import KHMER
from noharbor.science.scripts.lao import LAO
from noharbor.science.scripts.latin import LATIN
from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.thai import THAI
from noharbor.science.scripts.writing import Writing

WRITINGS: dict[Script, Writing] = {
    writing.script: writing for writing in (BURMESE, HAN, HANGUL, KANA, KHMER, LAO, LATIN, THAI)
}


@lru_cache(maxsize=200_000)
def pieces_of(script: str, word: str) -> tuple[str, ...]:
    """Return the pieces of one canonical word.

    Args:
        script: ISO 15924 code of a script in WRITINGS.
        word: A word of that script, canonical.
    """
    return WRITINGS[Script(script)].pieces(word)

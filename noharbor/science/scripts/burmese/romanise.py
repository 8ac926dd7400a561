"""Burmese names in Latin letters: by the Language Commission's letters, by BGN/PCGN's sounds, and as people spell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from noharbor.science.scripts.burmese.letters import DOT_BELOW, VIRAMA, VISARGA
from noharbor.science.scripts.burmese.syllables import pieces, sounds_of, syllables
from noharbor.science.scripts.spelling_rules import Chunks, table_of
from noharbor.science.scripts.writing import Romanisation, System

#: How many spellings are kept while a word is put together, and given in the end.
BEAM = 8

_MLC_VOWELS = {
    "": "a.", "ာ": "a", "ါ": "a", "ိ": "i.", "ီ": "i", "ု": "u.", "ူ": "u", "ေ": "e", "ဲ": "ai:", "ော": "au:", "ေါ": "au:",
    "ော်": "au", "ေါ်": "au", "ို": "ui", "ံ": "am", "ုံ": "um", "ိံ": "im",
}  # fmt: skip
_MLC_LETTERS = {
    "က": "k", "ခ": "hk", "ဂ": "g", "ဃ": "gh", "င": "ng", "စ": "c", "ဆ": "hc", "ဇ": "j", "ဈ": "jh", "ဉ": "ny", "ည": "ny",
    "ဋ": "t", "ဌ": "ht", "ဍ": "d", "ဎ": "dh", "ဏ": "n", "တ": "t", "ထ": "ht", "ဒ": "d", "ဓ": "dh", "န": "n", "ပ": "p",
    "ဖ": "hp", "ဗ": "b", "ဘ": "bh", "မ": "m", "ယ": "y", "ရ": "r", "လ": "l", "ဝ": "w", "သ": "s", "ဟ": "h", "ဠ": "l",
    "ဿ": "ss", "ဣ": "i.", "ဤ": "i", "ဥ": "u.", "ဦ": "u", "ဧ": "e", "ဩ": "au:", "ဪ": "au", "၌": "hnuik", "၍": "rwe",
    "၏": "e", "၎": "lany:kaung:",
}  # fmt: skip
_INDEPENDENT = frozenset("ဣဤဥဦဧဩဪ၌၍၎၏")
_MLC_SYLLABLE = re.compile(
    "(?P<onset>[က-ဪဿ၌-၏](?:္[က-အ])*)(?P<medials>[ျြွှ]*)(?P<vowel>[ါ-ဲံ]*(?:(?<=[ောေါ])်(?!္))?[ံ]?)"
    "(?P<tone>[့း]*)(?P<codas>(?:[က-ဿ][ျြွှ]*(?:[့း]*[်္])+[့း]*)*)"
)
_TONED = {"့": ".", "း": ":"}
_NO_TONE = dict.fromkeys(map(ord, DOT_BELOW + VISARGA))
#: Rhymes that BGN/PCGN writes with a mark, which the rule table leaves out.
_MARKED = {"-ဲ": "è", "-ယ်": "è", "-ွဲ": "wè", "-ွယ်": "wè"} | {
    f"-{rhyme}": spelling for spelling, rhymes in {"ôk": "ုတ် ုပ် ုက်", "ôn": "ုန် ုမ် ုံ"}.items() for rhyme in rhymes.split()
}
#: Spellings of BGN/PCGN that are voiced behind a vowel, n and ng.
_VOICED = {"k": "g", "ky": "gy", "s": "z", "t": "d", "p": "b", "py": "by", "ch": "gy", "sy": "zy", "ty": "dy"}


@lru_cache(maxsize=20_000)
def romanise(name: str) -> tuple[Romanisation, ...]:
    """Write a canonical name in Latin letters.

    Args:
        name: One or more words in canonical order.

    Returns:
        The likeliest customary spellings (a to z, a space between syllables that are words of their own), BGN/PCGN
        of 1970 (voiced between vowels, though that is a matter of the word), and the transcription of the Myanmar
        Language Commission with its marks of tone; each spelling once.

    Source:
        Myanmar-English Dictionary (Myanmar Language Commission, 1993) for the transcription; BGN/PCGN agreement of
        1970.
    """
    words = name.split()
    if not words:
        return ()
    found = dict.fromkeys(customary(words, table_of("burmese", System.CUSTOMARY)), System.CUSTOMARY)
    found.setdefault(_title(" ".join(map(_bgn_pcgn, words))), System.BGN_PCGN)
    found.setdefault(" ".join(map(_mlc, words)), System.MLC)
    return tuple(Romanisation(spelling, system) for spelling, system in found.items() if spelling.strip())


def customary(words: Sequence[str], table: Mapping[str, Chunks]) -> tuple[str, ...]:
    """Spell the words of a name with any table of spellings, rules or learnt.

    Args:
        words: Words in canonical order.
        table: Latin letters of each piece with their weights.

    Returns:
        At most `BEAM` spellings, likeliest first, words and syllables parted by spaces and beginning with capitals.
    """
    beam: list[tuple[float, str]] = [(1.0, "")]
    for word in words:
        joins = True
        beam = [(weight, f"{text} " if text else "") for weight, text in beam]
        for syllable in syllables(word):
            beam = _longer(beam, pieces(syllable), table, "" if joins else " ")
            joins = _joins(syllable)
    return tuple(dict.fromkeys(_title(" ".join(text.split())) for _, text in beam))


def _longer(
    beam: list[tuple[float, str]], syllable: tuple[str, ...], table: Mapping[str, Chunks], space: str
) -> list[tuple[float, str]]:
    beam = [(weight, text + space) for weight, text in beam]
    for piece in syllable:
        chunks = table.get(piece) or {piece.strip("-"): 1.0}
        longer = [(weight * share, text + chunk) for weight, text in beam for chunk, share in chunks.items()]
        beam = sorted(longer, key=lambda one: (-one[0], one[1]))[:BEAM]
    return beam


def _joins(syllable: str) -> bool:
    """Tell whether the next syllable is written together with this one: after a bare letter, or a tied one."""
    return VIRAMA in syllable or (len(syllable) == 1 and syllable != "ဘ")


def _title(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))


def _bgn_pcgn(word: str) -> str:
    table = table_of("burmese_bgn_pcgn", System.BGN_PCGN)
    text = ""
    for syllable in syllables(word):
        for piece in sounds_of(syllable):
            chunk = _MARKED.get(piece.translate(_NO_TONE)) or next(iter(table.get(piece, {piece.strip("-"): 1.0})))
            if not piece.startswith("-") and text:
                voiced = text[-1] in "aeiouèô" or text.endswith(("n", "ng", "aw"))
                chunk = _VOICED.get(chunk, chunk) if voiced else chunk
                chunk = "-" if piece == "အ" else chunk
            text += chunk
    return text


def _mlc(word: str) -> str:
    return " ".join(_MLC_SYLLABLE.sub(_mlc_syllable, syllable) for syllable in syllables(word)).strip()


def _mlc_syllable(parts: re.Match[str]) -> str:
    letters = "".join(_MLC_LETTERS.get(letter, "") for letter in parts["onset"])
    if parts["onset"] == "၎":
        return letters
    medials, codas = parts["medials"], parts["codas"]
    text = letters
    if parts["onset"] not in _INDEPENDENT:
        after = "".join(latin for medial, latin in zip("ျြွ", "yrw", strict=True) if medial in medials)
        text = "h" * ("ှ" in medials) + letters + after + _MLC_VOWELS.get(parts["vowel"], "a")
    tone = "".join(_TONED[sign] for sign in dict.fromkeys(parts["tone"] + codas) if sign in _TONED)
    if codas or tone:
        # A vowel has its own tone only where nothing else gives one.
        text = text.rstrip(".:")
    text += "".join(_MLC_LETTERS.get(letter, "") for letter in codas)
    return (f"{text[:-1]}i" if codas and text.endswith("ay") else text) + tone

"""Burmese words cut into syllables, and syllables into onset, rhyme and foreign finals.

A syllable is an onset (a letter with its medials), vowel signs, and what is killed by an asat (်) or tied by a virama (္)
to the letter after it. Medial wa belongs to the rhyme, for it changes the vowel: ထွန်း is ထ and -ွန်း, "htun". The tone
belongs to it as well: customary spellings write it more often than not (မြင့် Myint, မိုး Moe).
"""

from __future__ import annotations

import re
from functools import lru_cache

from noharbor.science.scripts.burmese.letters import (
    ANUSVARA,
    ASAT,
    BASES,
    DOT_BELOW,
    MEDIALS,
    SIGNS,
    TONES,
    VIRAMA,
    VISARGA,
    VOWELS,
    WORD_SIGNS,
)
from noharbor.science.scripts.burmese.name_syllables import NAME_SYLLABLES

#: A killed letter (with kinzi's virama), or a letter tied to the next; a vowel behind the asat begins a syllable.
_CODA = f"[{BASES}](?:[{MEDIALS}]*{DOT_BELOW}?{ASAT}(?![{MEDIALS}{VOWELS}])[{TONES}]*{VIRAMA}?|[{MEDIALS}]*{VIRAMA})"
_SYLLABLE = re.compile(
    # A letter with its signs, or signs that lost their letter, then what closes the syllable.
    f"(?:[{BASES}](?:{VIRAMA}[{BASES}])*(?:[{MEDIALS}{VOWELS}{TONES}{ANUSVARA}]|{ASAT})*"
    f"|[{SIGNS}{VIRAMA}]+)(?:{_CODA})*"
    f"|[{WORD_SIGNS}](?:{_CODA})*|[^{BASES}{SIGNS}{VIRAMA}{WORD_SIGNS}]+"
)
_PARTS = re.compile(
    f"(?P<base>[{BASES}]?(?:{VIRAMA}[{BASES}])*){ASAT}?(?P<medials>[{MEDIALS}]*)(?P<signs>[{SIGNS}{VIRAMA}]*)"
    f"(?P<codas>.*)",
    re.DOTALL,
)
_CODAS = re.compile(f"([{BASES}][{MEDIALS}]*)[{TONES}{ASAT}{VIRAMA}]+")
_NO_TONE = dict.fromkeys(map(ord, TONES + ASAT + VIRAMA))
_AA = str.maketrans("\u102b", "\u102c")
_WORDS = frozenset("၌၍၎၏")
_WA = "\u103d"
#: The letter that carries a vowel; in the name of a rhyme, the vowel a that is not written.
_CARRIER = "အ"
#: Vowels of Shan, Mon and Karen, whose tones are others.
_OF_OTHERS = frozenset(VOWELS) - frozenset("ါာိီုူေဲ")
#: Finals behind which no tone is heard.
_STOPS = "ကစတပ"

#: Letters that sound alike at the end of a native syllable. Pali words keep them apart in writing only.
_FINALS = {letter: final for final, letters in {
    "က": "ကခဂဃ", "စ": "စဆဇဈ", "တ": "တထဒဓဋဌဍဎ", "န": "နဏ", "ပ": "ပဖဗဘ", "ည": "ည", "ဉ": "ဉ", "င": "င", "မ": "မ",
    "ယ": "ယ",
}.items() for letter in letters}  # fmt: skip
#: Vowels and the finals that make one native rhyme with them; any other final is foreign and a piece of its own.
_RHYMES = {"": "ကစတပငညဉနမယ", "ိ": "ကစတပနမ", "ု": "ကတပနမ", "ော": "ကင", "ို": "ကင", "ွ": "ကစတပငညဉနမယ"}
#: Independent vowels as written with the vowel carrier, where a final follows them.
_CARRIED = {"ဣ": "ိ", "ဤ": "ီ", "ဥ": "ု", "ဦ": "ူ", "ဧ": "ေ", "ဩ": "ော", "ဪ": "ော်"}
#: Medials that lost their letter: a contraction such as ယောက်ျား.
_MEDIAL_LETTERS = {"\u103b": "ယ", "\u103c": "ရ", "\u103e": "ဟ"}


def syllables(word: str) -> tuple[str, ...]:
    """Cut a canonical word into syllables; a letter tied below another closes the syllable before it.

    Args:
        word: One word in canonical order.

    Returns:
        Syllables, and runs of anything that is not in the script; joined they give the word.
    """
    return tuple(_SYLLABLE.findall(word))


def pieces(word: str) -> tuple[str, ...]:
    """Cut a canonical word into the pieces that spellings are learnt for.

    A syllable that many Burmese names have is one piece (ထွန်း); any other gives the pieces of `sounds_of`.

    Args:
        word: One word in canonical order.

    Returns:
        Pieces; those that continue a syllable begin with "-". What is not in the script is left as it is.
    """
    return tuple(
        piece
        for syllable in _SYLLABLE.findall(word)
        for piece in ((syllable,) if syllable in NAME_SYLLABLES else sounds_of(syllable))
    )


@lru_cache(maxsize=20_000)
def sounds_of(syllable: str) -> tuple[str, ...]:
    """Cut a syllable into an onset without medial wa (ကျ), a rhyme with its tone (-ွန်း) and foreign finals (-လ, -ရှ).

    The rhyme is -အ where no vowel is written. Independent vowels and signs for words are pieces by themselves.

    Args:
        syllable: One of `syllables`.

    Returns:
        Pieces; rhyme and finals begin with "-". Letters and digits of other scripts stay, hyphens and the like do not.
    """
    parts = _PARTS.fullmatch(syllable)
    if parts is None or not (parts["base"] or parts["medials"] or parts["signs"]):
        return (syllable,) if any(map(str.isalnum, syllable)) or syllable[:1] in _WORDS else ()
    base, medials, signs = parts["base"].replace(VIRAMA, ""), parts["medials"], parts["signs"]
    if base in _CARRIED:
        if not (signs.translate(_NO_TONE) or medials or parts["codas"]):
            return (base,)
        base, signs = _CARRIER, _CARRIED[base] + signs
    onset = base + medials.replace(_WA, "")
    if not base:
        onset = "".join(_MEDIAL_LETTERS.get(medial, "") for medial in onset)
    return (*((onset,) if onset else ()), *_rhyme(_WA * (_WA in medials), signs, parts["codas"]))


def _rhyme(wa: str, signs: str, closed: str) -> tuple[str, ...]:
    """Name the rhyme, and each final that is no part of it."""
    codas = [coda.replace("ဿ", "သ") for coda in _CODAS.findall(closed) if coda != "အ"]
    vowel = signs.translate(_NO_TONE).translate(_AA)
    final = _FINALS.get(codas[0], "") if codas else ""
    if final and final in _RHYMES.get(vowel or wa, ""):
        tone = "" if final in _STOPS else _tone_of(signs + closed)
        return (f"-{wa}{vowel}{final}{_killed(tone)}", *(f"-{coda}" for coda in codas[1:]))
    tone = "" if _OF_OTHERS.intersection(signs) else _tone_of(signs)
    asat = signs.rstrip(DOT_BELOW + VISARGA).endswith("ော်") or "ါ်" in signs
    rhyme = wa + vowel or _CARRIER
    return (f"-{rhyme}{_killed(tone) if asat else tone}", *(f"-{coda}" for coda in codas))


def _tone_of(signs: str) -> str:
    return next((sign for sign in (VISARGA, DOT_BELOW) if sign in signs), "")


def _killed(tone: str) -> str:
    """Give asat and tone in the order of canonical words."""
    return tone + ASAT if tone == DOT_BELOW else ASAT + tone

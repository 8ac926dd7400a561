"""Coarse sounds: what is left of a spelling when voice, breath, tone and the finer vowels are taken off.

Spellings of one name in different systems and scripts mostly come out the same or nearly so: Zhi, Chi and Jit begin
alike, so do Kyaw, Gyo and Jaw. Good for finding candidates, never for judging them. A syllable is one number; `ROUGH`
takes a second step and lays together what the first still tells apart.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

#: Consonants, each with the letters written for it. Earlier lines win over later ones. C stands for affricates, J for
#: the sound of Y, V for that of W, X for NG, Y for NY.
_CONSONANTS: tuple[tuple[str, str], ...] = (
    ("C", "tch|tsh|sch|khy(?=[aeiou]|$)|ky(?=[aeiou]|$)|gy(?=[aeiou]|$)|ch|zh|jh|ts|tz|ds|dz|dj"),
    ("S", "sh|hs|ss"),
    ("T", "th|dh|ht|tt|dd"),
    ("K", "kh|gh|hk|ck|kk|gg"),
    ("P", "ph|bh|hp|pp|bb"),
    ("F", "ff"),
    ("Y", "(?:ny|gn)(?=[aeiou])|^nh"),
    ("N", "nh$|hn|nn"),
    ("X", "ng"),
    ("M", "hm|mm"),
    ("L", "hl|ll"),
    ("R", "rr"),
    ("V", "wh"),
    ("C", "q(?=[iu])|j"),
    ("S", "c(?=[eiy])|[szx]"),
    ("K", "[kgqc]"),
    ("T", "[td]"),
    ("P", "[pb]"),
    ("F", "f"),
    ("M", "m"),
    ("N", "n"),
    ("L", "l"),
    ("R", "r"),
    ("V", "w(?=[aeiouy])|^w$|v"),
    ("H", "h(?=[aeiouyw]|$)"),
    ("J", "y(?=[aeiou])|^y$"),
    ("", "[hw]"),
)
_VOWELS = "[aeiou](?:[aeiou]|y(?![aeiou])|w(?![aeiouy]))*|y[w]?"
_GROUP = re.compile("|".join(f"({letters})" for letters in [*(letters for _, letters in _CONSONANTS), _VOWELS]))
_CLASS = ["", *(sound for sound, _ in _CONSONANTS)]
_VOWELS_AT = len(_CLASS)

#: Vowels by how they are spelled; the first two letters decide, else the first.
_VOWEL_SPELLINGS: tuple[tuple[str, str], ...] = (
    ("a", "a aa ia ua ya wa ea"),
    ("y", "ai ay"),
    ("x", "ao"),
    ("w", "au aw ow ou"),
    ("e", "e ei ey eh ae oe ue ie ye"),
    ("i", "i y ee ii ui"),
    ("o", "o oo io uo oa yo"),
    ("u", "u eu eo iu yu uu"),
)
_VOWEL = {spelling: sound for sound, spellings in _VOWEL_SPELLINGS for spelling in spellings.split()} | {"oo": "u"}

#: R before a consonant (Porn, Saard), and the E of Phone, Khine, Jane.
_SILENT = re.compile("(?<=[aeiou])r(?![aeiouyr])|(?<=[aeiou][nmtkl])e$")
_CLUSTER = re.compile("(?<=[KCSTPFH])[LRVJ](?=[a-z])|(?:(?<=^[A-Z])|(?<=[|][A-Z]))[VJ](?=[a-z])")
_SYLLABLE = re.compile("([A-Z]?)([a-z])[a-z]*(?:([A-Z])(?![a-z]))?(?:[A-Z](?![a-z]))*|([A-Z])")

#: Parts two syllables whatever stands there.
END = "|"

_ONSETS = ("", *"KCSTPFMNXYLRVHJ")
_NUCLEI = ("", *(sound for sound, _ in _VOWEL_SPELLINGS))
_CODAS = ("", *"NXMTKP")
_CODA_OF = {"Y": "N", "L": "N", "R": "", "S": "T", "C": "T", "F": "P", "H": "", "J": "", "V": ""}

_ROUGH_ONSETS = {"": "", "H": "", "J": "", "C": "S", "F": "P", "X": "N", "Y": "N", "R": "L"}
_ROUGH_NUCLEI = {"": 0, "a": 1, "y": 1, "x": 1, "e": 2, "i": 2, "w": 3, "o": 3, "u": 3}
_ROUGH_CODAS = {"": 0, "N": 1, "X": 1, "M": 1}


def _code(onset: str, nucleus: str, coda: str) -> int:
    return (_ONSETS.index(onset) * 16 + _NUCLEI.index(nucleus)) * 8 + _CODAS.index(coda)


def _rough_codes() -> NDArray[np.uint16]:
    """For every syllable: 16 times the onset, 4 times the vowel (open, front, back) and the coda (nasal, stop)."""
    rough = np.zeros(16 * 16 * 8, np.uint16)
    for onset in _ONSETS:
        for nucleus in _NUCLEI:
            for coda in _CODAS:
                start = _ONSETS.index(_ROUGH_ONSETS.get(onset, onset))
                end = _ROUGH_CODAS.get(coda, 2)
                rough[_code(onset, nucleus, coda)] = start * 16 + _ROUGH_NUCLEI[nucleus] * 4 + end
    return rough


#: The second step: what a syllable's number becomes when only the kind of each sound counts; below 256.
ROUGH = _rough_codes()


def sounds_of(letters: str) -> str:
    """Write Latin letters, a word or a part of one, as coarse sounds.

    Args:
        letters: Letters a to z; others are left out.

    Returns:
        Capitals for consonants, small letters for vowels.
    """
    sounds = []
    for group in _GROUP.finditer(_SILENT.sub("", letters)):
        number = group.lastindex or 0
        if number < _VOWELS_AT:
            sounds.append(_CLASS[number])
        else:
            vowels = group.group()
            sounds.append(_VOWEL.get(vowels[:2]) or _VOWEL[vowels[0]])
    return "".join(sounds)


def syllables_of(sounds: str) -> bytes:
    """Cut coarse sounds into syllables, each a number below 2048 in two bytes.

    A second consonant of an onset (Prayut, Kwan) is left out; so are further consonants of a coda.
    """
    return b"".join(map(_CODES.__getitem__, _SYLLABLE.findall(_CLUSTER.sub("", sounds))))


_CODES = {
    (onset, nucleus, coda, ""): _code(onset, nucleus, _CODA_OF.get(coda, coda)).to_bytes(2, "little")
    for onset in _ONSETS
    for nucleus in _NUCLEI
    for coda in _ONSETS
} | {("", "", "", alone): _code(alone, "", "").to_bytes(2, "little") for alone in _ONSETS}

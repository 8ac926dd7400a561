"""Coarse sounds: what is left of a spelling when voice, breath, tone and the finer vowels are taken off.

Spellings of one name in different systems and scripts mostly come out the same: Chit, Jit and Zhi are all S–I, Kyaw and
Gyo both S–U. Good for finding candidates, never for judging them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

#: Consonants: K (k g kh q), S (s z ch j sh x ts ky gy), T (t d th), P (p b ph f), M, N (n ng ny), W (w v), L (l r).
#: H and Y are too often left out to count, and only part syllables ("."). Earlier lines win over later ones.
_CONSONANTS: tuple[tuple[str, str], ...] = (
    ("S", "tch|tsh|sch|khy(?=[aeiou]|$)|ky(?=[aeiou]|$)|gy(?=[aeiou]|$)|ch|sh|zh|jh|hs|ts|tz|ds|dz|dj"),
    ("T", "th|dh|ht|tt|dd"),
    ("K", "kh|gh|hk|ck|kk|gg"),
    ("P", "ph|bh|hp|pp|bb|ff"),
    ("N", "ng|ny|gn|^nh|nh$|hn|nn"),
    ("M", "hm|mm"),
    ("L", "hl|ll|rr"),
    ("W", "wh"),
    (".", "hw(?=[aeiouy])"),
    ("S", "q(?=[iu])|c(?=[eiy])|[sjzx]"),
    ("K", "[kgqc]"),
    ("T", "[td]"),
    ("P", "[pbf]"),
    ("M", "m"),
    ("N", "n"),
    ("L", "[lr]"),
    ("W", "w(?=[aeiouy])|w$(?<=^w)|v"),
    ("|", "(?<=[nmlr])h(?=[aeiou])"),
    (".", "h|y(?=[aeiou])|^y$"),
    ("", "w"),
)
_VOWELS = "[aeiou](?:[aeiou]|y(?![aeiou])|w(?![aeiouy]))*|y[w]?"
_GROUP = re.compile("|".join(f"({letters})" for letters in [*(letters for _, letters in _CONSONANTS), _VOWELS]))
_CLASS = [class_ for class_, _ in _CONSONANTS]

#: Vowels by their sound: A open, I front, U back; the first letters that fit decide.
_VOWEL_SOUNDS: tuple[tuple[str, str], ...] = (
    ("U", "aw au aung eo eu oo ou ow oa ue"),
    ("A", "ua ia wa ya ea"),
    ("I", "ae oe ie ui ee ye"),
    ("U", "io uo iu yo yu"),
    ("A", "a"),
    ("I", "e i y"),
    ("U", "o u"),
)
_SOUND = {start: sound for sound, starts in reversed(_VOWEL_SOUNDS) for start in starts.split()}

_CLUSTER = re.compile("(?<=[KSTP])[LW](?=[AIU])|(?:(?<=^[NM])|(?<=[|][NM]))W(?=[AIU])")
#: R before a consonant (Porn, Saard), and the E of Phone, Khine, Jane.
_SILENT = re.compile("(?<=[aeiou])r(?![aeiouyr])|(?<=[aeiou][nmtkl])e$")
_BREAK = re.compile(r"(?<![AIU])\.")

#: Parts two syllables whatever stands there.
END = "|"
_SYLLABLE = re.compile("([KSTPMNWL]?)([AIU])[AIU]*((?:[KSTPMNWL](?![AIU]))*)|([KSTPMNWL])")

_ONSETS = {sound: number for number, sound in enumerate(["", *"KSTPMNWL"])}
_VOWEL_NUMBERS = {sound: number for number, sound in enumerate(["", *"AIU"])}
#: Final consonants: none, nasal, stop. L ends a syllable as N does in Thai, Lao and Korean mouths.
_CODAS = {"": 0, "M": 1, "N": 1, "L": 1, "K": 2, "T": 2, "P": 2, "S": 2, "W": 0}


class Syllable(NamedTuple):
    """One syllable as numbers: onset 0 to 8, vowel 0 to 3, coda 0 to 2."""

    onset: int
    vowel: int
    coda: int

    @property
    def code(self) -> int:
        """One number below 144 for all three."""
        return (self.onset * 4 + self.vowel) * 4 + self.coda


@lru_cache(maxsize=100_000)
def sounds_of(letters: str) -> str:
    """Write Latin letters, a word or a part of one, as coarse sounds.

    Args:
        letters: Letters a to z; others are left out.

    Returns:
        K S T P M N W L for consonants, A I U for vowels; "." parts two vowels, "|" two syllables.
    """
    return "".join(map(_sound, _GROUP.finditer(_SILENT.sub("", letters))))


def _sound(group: re.Match[str]) -> str:
    number = group.lastindex or 0
    if number <= len(_CLASS):
        return _CLASS[number - 1]
    vowels = group.group()
    return _SOUND.get(vowels[:2]) or _SOUND[vowels[0]]


@lru_cache(maxsize=100_000)
def syllables_of(sounds: str) -> tuple[int, ...]:
    """Cut coarse sounds into syllables, each a number: see `Syllable.code`.

    A second consonant of an onset (Prayut, Kwan) is left out; so are further consonants of a coda.
    """
    found = []
    parted = _BREAK.sub("", sounds).replace(".", END) if "." in sounds else sounds
    for onset, vowel, coda, alone in _SYLLABLE.findall(_CLUSTER.sub("", parted)):
        if alone:
            found.append(Syllable(_ONSETS[alone], 0, 0).code)
        else:
            found.append(Syllable(_ONSETS[onset], _VOWEL_NUMBERS[vowel], _CODAS[coda[:1]]).code)
    return tuple(found)

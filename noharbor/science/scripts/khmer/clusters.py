"""Khmer clusters: a consonant with all that stands on, under and around it."""

from __future__ import annotations

import re
from functools import lru_cache

from noharbor.science.scripts.khmer.order import BASES, COENG, MUUSIKATOAN, ROBAT, TRIISAP

BANTOC = "\u17cb"
TOANDAKHIAT = "\u17cd"
SAMYOK = "\u17d0"
NIKAHIT = "\u17c6"
REAHMUK = "\u17c7"
YUUKALEAPINTU = "\u17c8"
#: The last letter of the block that is a consonant; independent vowels follow.
LAST_CONSONANT = "\u17a2"
_FIRST_SERIES = frozenset("កខចឆដឋណតថបផសហឡអ")
SONORANTS = frozenset("ងញណនមយរលវឡ")
#: Ha before these makes one foreign sound with them.
FOREIGN = frozenset("វគកសនមល")
_VOCALIC = frozenset({SAMYOK, NIKAHIT, REAHMUK, YUUKALEAPINTU})
#: What Pali and Sanskrit words double a stop with.
_ASPIRATES = {"ក": "ខ", "គ": "ឃ", "ច": "ឆ", "ជ": "ឈ", "ដ": "ឋឍ", "ឌ": "ឍ", "ត": "ថ", "ទ": "ធ", "ព": "ភ", "ប": "ផ"}


def _series(base: str, feet: str, shifter: str) -> str:
    """Give a or o: a shifter decides, else the last subscript that is no sonorant, else the base."""
    if shifter:
        return "a" if shifter == MUUSIKATOAN else "o"
    for foot in reversed(feet):
        if foot not in SONORANTS:
            return "a" if foot in _FIRST_SERIES else "o"
    return "a" if base in _FIRST_SERIES or base > LAST_CONSONANT else "o"


_UNITS = re.compile(
    rf"([{BASES}])({ROBAT}?)((?:{COENG}[{BASES}])*)([{MUUSIKATOAN}{TRIISAP}]?)([\u17b6-\u17c5]*)([\u17c6-\u17d1\u17dd]*)|(.)",
    re.DOTALL,
)
_CUT = re.compile(
    rf"[{BASES}]{ROBAT}?(?:{COENG}[{BASES}])*[{MUUSIKATOAN}{TRIISAP}]?[\u17b6-\u17d1\u17dd]*|.", re.DOTALL
)


class Cluster:
    """A consonant with all that stands on, under and around it.

    Attributes:
        text: The characters.
        base: The consonant or independent vowel; "" for any other character.
        feet: Subscripts, without their signs.
        shifter: ៉, ៊ or "".
        vowel: The written vowel, or "".
        signs: What else stands on it.
        robat: ៌ or "".
        other: The character where it is no Khmer letter.
        series: a or o, by shifter, subscripts and base.
        killed: A mark says that it is not spoken.
        is_bare: Neither a written vowel nor a sign that makes one.
        is_sonorant: Nothing but sonorants, whose series that of the syllable before may overrule.
        is_foreign: Ha over a letter with which it writes one foreign sound: ហ្វ (f), ហ្គ (g).
        is_double: A consonant over itself or its aspirate, spoken as one or two: ត្ត ទ្ធ ណ្ណ.
        is_joint: Its base closes the syllable before it and its subscript begins the next: ន្ទ ង្គ ត្ថ ទ្ធ.
    """

    def __init__(self, text: str) -> None:
        match = _UNITS.match(text)
        self.text = text
        self.base, self.robat, feet, self.shifter, vowels, self.signs, self.other = (
            match.groups(default="") if match else ("",) * 7
        )
        # More than one vowel is a fault that no order of signs explains.
        self.vowel = vowels[:1]
        self.feet = feet.replace(COENG, "")
        self.killed = TOANDAKHIAT in self.signs
        self.series = _series(self.base, self.feet, self.shifter)
        self.is_bare = not self.other and not self.vowel and _VOCALIC.isdisjoint(self.signs)
        self.is_sonorant = not self.shifter and SONORANTS.issuperset(self.base + self.feet)
        self.is_foreign = self.base == "ហ" and self.feet[:1] in FOREIGN
        self.is_double = bool(self.feet) and self.feet[0] in self.base + _ASPIRATES.get(self.base, "")
        self.is_joint = bool(self.feet) and not self.killed and (self.is_double or _joins(self.base, self.feet[0]))


def _joins(base: str, foot: str) -> bool:
    if base in "ងញណន":
        return foot not in SONORANTS and foot not in "ហអ"
    return base == "រ" or (base == "ម" and foot in "បពភផ")


def clusters_of(word: str) -> list[Cluster]:
    """Cut a canonical word into clusters; any character of another kind is one of its own."""
    return [_cluster(text) if len(text) <= _LONGEST_KEPT else Cluster(text) for text in _CUT.findall(word)]


_LONGEST_KEPT = 12
_cluster = lru_cache(maxsize=20_000)(Cluster)

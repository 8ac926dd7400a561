"""Khmer clusters: a consonant with all that stands on, under and around it."""

from __future__ import annotations

import re

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


class Cluster:
    """A consonant with all that stands on, under and around it."""

    __slots__ = ("base", "feet", "killed", "other", "robat", "series", "shifter", "signs", "text", "vowel")

    def __init__(self, match: re.Match[str]) -> None:
        self.text = match.group()
        self.base, self.robat, feet, self.shifter, vowels, self.signs, self.other = match.groups(default="")
        # More than one vowel is a fault that no order of signs explains.
        self.vowel = vowels[:1]
        self.feet = feet.replace(COENG, "")
        self.killed = TOANDAKHIAT in self.signs
        self.series = _series(self.base, self.feet, self.shifter)

    @property
    def is_bare(self) -> bool:
        """Neither a written vowel nor a sign that makes one."""
        return not self.other and not self.vowel and not any(sign in _VOCALIC for sign in self.signs)

    @property
    def is_sonorant(self) -> bool:
        """Nothing but sonorants, whose series that of the syllable before may overrule."""
        return not self.shifter and self.base in SONORANTS and all(foot in SONORANTS for foot in self.feet)

    @property
    def is_foreign(self) -> bool:
        """Ha over a letter with which it writes one foreign sound: ហ្វ (f), ហ្គ (g)."""
        return self.base == "ហ" and self.feet[:1] in FOREIGN

    @property
    def is_double(self) -> bool:
        """A consonant over itself or its aspirate, spoken as one or two: ត្ត ទ្ធ ណ្ណ."""
        return self.feet[:1] == self.base or (bool(self.feet) and self.feet[0] in _ASPIRATES.get(self.base, ""))

    @property
    def is_joint(self) -> bool:
        """Its base closes the syllable before it and its subscript begins the next: ន្ទ ង្គ ត្ថ ទ្ធ."""
        if not self.feet or self.killed:
            return False
        first, second = self.base, self.feet[0]
        if self.is_double:
            return True
        if first in "ងញណន":
            return second not in SONORANTS and second not in "ហអ"
        return first == "រ" or (first == "ម" and second in "បពភផ")


def clusters_of(word: str) -> list[Cluster]:
    """Cut a canonical word into clusters; any character of another kind is one of its own."""
    return [Cluster(match) for match in _UNITS.finditer(word)]

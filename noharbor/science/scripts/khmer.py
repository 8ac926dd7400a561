"""Khmer: names cut into syllables and pieces, and written in Latin letters.

Khmer writes no spaces inside a name, no vowel where the inherent one is meant, and keeps the consonants of Sanskrit
and Pali words that nobody speaks. What cannot be known from the letters (does a bare consonant close the syllable or
open one?) is given as a piece that may be written or not.

Pieces:
    ក           a consonant that begins a syllable; ប៉, ប្ (b before a subscript) and ហ្វ, ហ្គ … for foreign sounds
    -្រ         a subscript
    -ាa -ាo -ា~ a vowel, with the series (a, o, or not clear) of its consonants; with bantoc, nikahit, reahmuk, or a
                following យ or វ where these change it
    -◌a -◌a-    the inherent vowel before a final, and in an open syllable
    -◌?         an inherent vowel that may be there
    -ក -ក៍      a final, a killed letter; -(្ទ) a subscript in a final
"""

from __future__ import annotations

import re
from functools import lru_cache

from noharbor.science.scripts.khmer_order import BASES, COENG, MUUSIKATOAN, ROBAT, TRIISAP, canonical
from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.spelling_rules import romanised
from noharbor.science.scripts.writing import Romanisation, System, Writing

BANTOC = "\u17cb"
TOANDAKHIAT = "\u17cd"
SAMYOK = "\u17d0"
NIKAHIT = "\u17c6"
REAHMUK = "\u17c7"
YUUKALEAPINTU = "\u17c8"
_FIRST_SERIES = frozenset("កខចឆដឋណតថបផសហឡអ")
_SONORANTS = frozenset("ងញណនមយរលវឡ")
#: Ha before these makes one foreign sound with them.
FOREIGN = frozenset("វគកសនមលហ")
_SELDOM_FINAL = frozenset("ហអឡ")
#: Vowels that a final glide makes into a rhyme of its own.
_GLIDED = {"យ": frozenset("◌ា័ិីឺុូួើឿេោ"), "វ": frozenset("◌ា័ិីូៀេែ")}
#: Vowels that a following sign makes into a rhyme of its own.
_WITH_NIKAHIT = frozenset({"", "ា", "ុ"})
_WITH_REAHMUK = frozenset({"", "ិ", "ុ", "េ", "ោ", "ែ", "ើ"})
_CLUSTER = re.compile(
    rf"([{BASES}])({ROBAT}?)((?:{COENG}[{BASES}])*)([{MUUSIKATOAN}{TRIISAP}]?)([\u17b6-\u17c5]*)([\u17c6-\u17d1\u17dd]*)"
)
_UNITS = re.compile(rf"{_CLUSTER.pattern}|(.)", re.DOTALL)


class _Cluster:
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
        return not self.shifter and self.base in _SONORANTS and all(foot in _SONORANTS for foot in self.feet)

    @property
    def is_joint(self) -> bool:
        """Its base closes the syllable before it and its subscript begins the next: ន្ទ ង្គ ត្ថ ទ្ធ."""
        if not self.feet or self.killed:
            return False
        first, second = self.base, self.feet[0]
        if first == second or second in _ASPIRATES.get(first, ""):
            return True
        if first in "ងញណន":
            return second not in _SONORANTS and second not in "ហអ"
        return first == "រ" or (first == "ម" and second in "បពភផ")


_VOCALIC = frozenset({SAMYOK, NIKAHIT, REAHMUK, YUUKALEAPINTU})
#: What Pali and Sanskrit words double a stop with.
_ASPIRATES = {"ក": "ខ", "គ": "ឃ", "ច": "ឆ", "ជ": "ឈ", "ដ": "ឋឍ", "ឌ": "ឍ", "ត": "ថ", "ទ": "ធ", "ព": "ភ", "ប": "ផ"}


def _series(base: str, feet: str, shifter: str) -> str:
    """Give a or o: a shifter decides, else the last subscript that is no sonorant, else the base."""
    if shifter:
        return "a" if shifter == MUUSIKATOAN else "o"
    for foot in reversed(feet):
        if foot not in _SONORANTS:
            return "a" if foot in _FIRST_SERIES else "o"
    return "a" if base in _FIRST_SERIES or base > "អ" else "o"


class _Cut:
    """Walks over the clusters of a word and notes its pieces, and where syllables begin."""

    def __init__(self, word: str) -> None:
        self.clusters = [_Cluster(match) for match in _UNITS.finditer(word)]
        self.pieces: list[str] = []
        self.begins: list[int] = []
        #: The vowel of the syllable at hand while it can still take a final, without series; None when it cannot.
        self.open: str | None = None
        self.series = "a"
        self.minor = False
        for at, cluster in enumerate(self.clusters):
            self._take(at, cluster)

    def _take(self, at: int, cluster: _Cluster) -> None:
        if cluster.other:
            if cluster.other.isalnum():
                self.begins.append(at)
                self.pieces.append(cluster.other.lower())
            self.open, self.minor = None, False
        elif cluster.killed and at:
            self.pieces.append(f"-{cluster.base}{TOANDAKHIAT}")
            self.pieces.extend(f"-({COENG}{foot})" for foot in cluster.feet)
            self.open = None
        elif not cluster.is_bare or cluster.base > "អ":
            self._syllable(at, cluster)
        elif self.open is None or (self._opens(at) and not cluster.robat):
            self._inherent(at, cluster)
        else:
            self._final(at, cluster)

    def _next(self, at: int) -> _Cluster | None:
        return self.clusters[at + 1] if at + 1 < len(self.clusters) else None

    def _closes(self, at: int) -> bool:
        """Whether the cluster at this place can be, or begins with, the final of a syllable before it."""
        if at >= len(self.clusters):
            return False
        cluster = self.clusters[at]
        if cluster.is_joint:
            return True
        return not cluster.other and not cluster.killed and cluster.is_bare and cluster.base <= "អ"

    def _opens(self, at: int) -> bool:
        """Whether a bare consonant after an open syllable begins the next: two follow, or one that is cut short."""
        cluster, following = self.clusters[at], self._next(at)
        if following is None or BANTOC in cluster.signs or self.open in (SAMYOK, NIKAHIT):
            return False
        if cluster.base in _SELDOM_FINAL or (following.is_joint and not cluster.feet):
            return True
        if not self._closes(at + 1):
            return False
        if BANTOC in following.signs:
            return True
        last = at + 2 == len(self.clusters)
        if following.feet and not last:
            return False
        return not self._closes(at + 2) and cluster.base not in "យវ" and not cluster.feet

    def _onset(self, at: int, cluster: _Cluster) -> None:
        self.begins.append(at)
        base, feet = cluster.base, cluster.feet
        if base == "ហ" and feet and feet[0] in FOREIGN:
            base, feet = base + COENG + feet[0], feet[1:]
        elif base == "ប" and cluster.shifter == MUUSIKATOAN:
            base += MUUSIKATOAN
        elif base == "ប" and feet:
            base += COENG
        self.pieces.append(base)
        self._feet(base, feet)

    def _feet(self, base: str, feet: str) -> None:
        for foot in feet:
            self.pieces.append("-" + COENG + ("ដ" if foot == "ត" and base == "ណ" else foot))

    def _series_here(self, cluster: _Cluster) -> str:
        return "~" if self.minor and cluster.is_sonorant else cluster.series

    def _syllable(self, at: int, cluster: _Cluster) -> None:
        later = self.open is not None
        # The last i and u of Pali words are written and not spoken: ភូមិ, ញាតិ, ធាតុ.
        silent = later and cluster.vowel in ("ិ", "ុ") and not cluster.signs and not self._closes(at + 1)
        series = self._series_here(cluster)
        if later and (cluster.is_joint or (silent and not cluster.feet and cluster.base <= "អ")):
            if not silent:
                self.begins.append(at)
            self.pieces.append("-" + cluster.base)
            self._feet(cluster.base, cluster.feet)
        else:
            self._onset(at, cluster)
        self.series, self.minor, self.open = series, False, cluster.vowel
        if silent:
            self.pieces.append(f"-{cluster.vowel}.")
        elif not self._signed_vowel(at, cluster):
            bantoc = cluster.vowel == "ា" and self._closes(at + 1) and BANTOC in self.clusters[at + 1].signs
            if cluster.vowel:
                self._vowel(cluster.vowel + BANTOC if bantoc else cluster.vowel)
            self.pieces.extend("-" + sign for sign in (NIKAHIT, REAHMUK) if sign in cluster.signs)

    def _signed_vowel(self, at: int, cluster: _Cluster) -> bool:
        """Note a vowel that a sign has a part in; whether there is one."""
        vowel, signs = cluster.vowel, cluster.signs
        if NIKAHIT in signs and vowel in _WITH_NIKAHIT:
            self._vowel(vowel + NIKAHIT)
            # ាំ before NGO is not am but ang, and can take that final.
            before_ngo = vowel == "ា" and self._closes(at + 1) and self.clusters[at + 1].base == "ង"
            self.open = NIKAHIT if before_ngo else None
            self.minor = self.series == "a" and not vowel
        elif REAHMUK in signs and vowel in _WITH_REAHMUK:
            self._vowel(vowel + REAHMUK)
            self.open = None
        elif YUUKALEAPINTU in signs and not vowel:
            self._vowel(YUUKALEAPINTU)
            self.open = None
        elif SAMYOK in signs and not vowel:
            self._vowel(SAMYOK)
            self.open = SAMYOK
        else:
            return False
        return True

    def _vowel(self, vowel: str) -> None:
        self.pieces.append(f"-{vowel}{self.series}")

    def _inherent(self, at: int, cluster: _Cluster) -> None:
        self.series = self._series_here(cluster)
        self._onset(at, cluster)
        self._bare_vowel(at)

    def _bare_vowel(self, at: int) -> None:
        following = self._next(at)
        self.open, self.minor = "", False
        if self._closes(at + 1):
            bantoc = following is not None and BANTOC in following.signs
            self._vowel("◌" + BANTOC if bantoc else "◌")
        elif following is not None and following.is_joint:
            self._vowel("◌")
            self.minor = self.series == "a"
        elif following is not None and following.killed:
            self._vowel("◌")
        else:
            self.pieces.append(f"-◌{self.series}-")
            self.minor = self.series == "a"

    def _final(self, at: int, cluster: _Cluster) -> None:
        following = self._next(at)
        base, feet = cluster.base, cluster.feet
        before = self.pieces[-1]
        if before[1:-1] == "ាំ" and base == "ង":
            self.pieces[-1] = f"-ាំង{before[-1]}"
            self.pieces.extend(f"-({COENG}{foot})" for foot in feet)
            self.open = None
            return
        if feet and self._closes(at + 1) and BANTOC not in cluster.signs:
            # A bare cluster before another consonant: its base closes the syllable, its subscript begins the next.
            self.pieces.append("-" + base)
            self._feet(base, feet)
            self.series = cluster.series
            self._bare_vowel(at)
            return
        if not feet and before[1:-1] in _GLIDED.get(base, ()):
            self.pieces[-1] = before[:-1] + base + before[-1]
        elif base == "ហ" and feet and feet[0] in FOREIGN:
            self.pieces.append("-" + base + COENG + feet[0])
            feet = feet[1:]
        else:
            self.pieces.append("-" + base)
        self.pieces.extend(f"-({COENG}{foot})" for foot in feet)
        if cluster.robat:
            self.pieces.append("-" + ROBAT)
        unsure = self.open in ("", "ិ", "ុ") and BANTOC not in cluster.signs
        if unsure and following is not None and not following.other and not following.killed:
            self.pieces.append("-◌?")
        self.open = None


@lru_cache(maxsize=100_000)
def pieces(word: str) -> tuple[str, ...]:
    """Cut one canonical word into the pieces described above."""
    return tuple(_Cut(word).pieces)


@lru_cache(maxsize=10_000)
def syllables(word: str) -> tuple[str, ...]:
    """Cut one canonical word into syllables; bare consonants of unclear office close the syllable before them."""
    cut = _Cut(word)
    starts = [0, *(at for at in cut.begins if at)] if cut.clusters else []
    texts = [cluster.text for cluster in cut.clusters]
    return tuple("".join(texts[start:end]) for start, end in zip(starts, [*starts[1:], len(texts)], strict=True))


def romanise(name: str) -> tuple[Romanisation, ...]:
    """Write a canonical name by UNGEGN, without its marks, and as people and maps spell it.

    Source:
        The system of the United Nations Group of Experts on Geographical Names, which is that of BGN/PCGN 1972; its
        marks over vowels are left off. The customary spellings are those of the rule table.
    """
    return romanised(name, pieces, "khmer", (System.UNGEGN, System.CUSTOMARY))


KHMER = Writing(script=Script.KHMER, canonical=canonical, syllables=syllables, pieces=pieces, romanise=romanise)

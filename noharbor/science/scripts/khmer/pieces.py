"""Khmer words cut into syllables and into the pieces that spellings are learnt for.

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
    -ក -ក៍      a final, a killed letter; -(្ទ) a subscript in a final; -ត្ត a doubled consonant
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from noharbor.science.scripts.khmer.clusters import (
    BANTOC,
    LAST_CONSONANT,
    NIKAHIT,
    REAHMUK,
    SAMYOK,
    TOANDAKHIAT,
    YUUKALEAPINTU,
    Cluster,
    clusters_of,
)
from noharbor.science.scripts.khmer.order import COENG, MUUSIKATOAN, ROBAT

_SELDOM_FINAL = frozenset("ហអឡ")
#: Vowels that a final glide makes into a rhyme of its own.
_GLIDED = {"យ": frozenset("◌ា័ិីឺុូួើឿេោ"), "វ": frozenset("◌ា័ិីូៀេែ")}
#: Vowels that a following sign makes into a rhyme of its own.
_WITH_NIKAHIT = frozenset({"", "ា", "ុ"})
_WITH_REAHMUK = frozenset({"", "ិ", "ុ", "េ", "ោ", "ែ", "ើ"})


class Cut:
    """Walks over the clusters of a word and notes its pieces, and where syllables begin."""

    def __init__(self, word: str) -> None:
        self.clusters = clusters_of(word)
        self.pieces: list[str] = []
        self.begins: list[int] = []
        #: The vowel of the syllable at hand while it can still take a final, without series; None when it cannot.
        self.open: str | None = None
        self.series = "a"
        self.minor = False
        for at, cluster in enumerate(self.clusters):
            self._take(at, cluster)

    def _take(self, at: int, cluster: Cluster) -> None:
        if cluster.other:
            if cluster.other.isalnum():
                self.begins.append(at)
                self.pieces.append(cluster.other.lower())
            self.open, self.minor = None, False
        elif cluster.killed and at:
            self.pieces.append(f"-{cluster.base}{TOANDAKHIAT}")
            self.pieces.extend(f"-({COENG}{foot})" for foot in cluster.feet)
            self.open = None
        elif not cluster.is_bare or cluster.base > LAST_CONSONANT:
            self._syllable(at, cluster)
        elif self.open is None or (self._opens(at) and not cluster.robat):
            self._inherent(at, cluster)
        else:
            self._final(at, cluster)

    def _next(self, at: int) -> Cluster | None:
        return self.clusters[at + 1] if at + 1 < len(self.clusters) else None

    def _closes(self, at: int) -> bool:
        """Whether the cluster at this place can be, or begins with, the final of a syllable before it."""
        if at >= len(self.clusters):
            return False
        cluster = self.clusters[at]
        if cluster.is_joint:
            return True
        return not cluster.other and not cluster.killed and cluster.is_bare and cluster.base <= LAST_CONSONANT

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

    def _onset(self, at: int, cluster: Cluster) -> None:
        self.begins.append(at)
        base, feet = cluster.base, cluster.feet
        if cluster.is_foreign:
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

    def _joint(self, cluster: Cluster) -> None:
        """Note a base that closes one syllable and its subscript that begins the next."""
        double = COENG + cluster.feet[0] if cluster.is_double else ""
        self.pieces.append("-" + cluster.base + double)
        self._feet(cluster.base, cluster.feet[1:] if double else cluster.feet)

    def _series_here(self, cluster: Cluster) -> str:
        return "~" if self.minor and cluster.is_sonorant else cluster.series

    def _syllable(self, at: int, cluster: Cluster) -> None:
        later = self.open is not None
        # The last i and u of Pali words are written and not spoken: ភូមិ, ញាតិ, ធាតុ.
        silent = later and cluster.vowel in ("ិ", "ុ") and not cluster.signs and not self._closes(at + 1)
        series = self._series_here(cluster)
        if later and (cluster.is_joint or (silent and not cluster.feet and cluster.base <= LAST_CONSONANT)):
            if not silent:
                self.begins.append(at)
            self._joint(cluster)
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

    def _signed_vowel(self, at: int, cluster: Cluster) -> bool:
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

    def _inherent(self, at: int, cluster: Cluster) -> None:
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

    def _final(self, at: int, cluster: Cluster) -> None:
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
            self.begins.append(at)
            self._joint(cluster)
            self.series = cluster.series
            self._bare_vowel(at)
            return
        if not feet and before[1:-1] in _GLIDED.get(base, ()):
            self.pieces[-1] = before[:-1] + base + before[-1]
        elif cluster.is_double or cluster.is_foreign:
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


def pieces(word: str) -> tuple[str, ...]:
    """Cut one canonical word into the pieces described above."""
    return tuple(Cut(word).pieces)


@lru_cache(maxsize=10_000)
def syllables(word: str) -> tuple[str, ...]:
    """Cut one canonical word into syllables; bare consonants of unclear office close the syllable before them."""
    cut = Cut(word)
    starts = [0, *(at for at in cut.begins if at)]
    texts = [cluster.text for cluster in cut.clusters]
    return tuple("".join(texts[start:end]) for start, end in pairwise([*starts, len(texts)]) if end > start)

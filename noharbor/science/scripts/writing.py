"""What every writing system of the region does with a name: put it in order, cut it, write it in Latin letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from noharbor.science.scripts.scripts import Script


class System(StrEnum):
    """Ways to write a name of the region in Latin letters, alphabetical."""

    BGN_PCGN = "bgn-pcgn"
    CANTONESE = "cantonese"
    CUSTOMARY = "customary"
    HAKKA = "hakka"
    HEPBURN = "hepburn"
    HOKKIEN = "hokkien"
    MCCUNE_REISCHAUER = "mccune-reischauer"
    MLC = "mlc"
    PINYIN = "pinyin"
    PLAIN = "plain"
    REVISED = "revised"
    RTGS = "rtgs"
    SINO_KOREAN = "sino-korean"
    SINO_VIETNAMESE = "sino-vietnamese"
    SOUNDS = "sounds"
    TEOCHEW = "teochew"
    THAI_CHINESE = "thai-chinese"
    UNGEGN = "ungegn"
    WADE_GILES = "wade-giles"


@dataclass(frozen=True, slots=True)
class Romanisation:
    """One way to write a name in Latin letters.

    Attributes:
        spelling: Latin letters, marks and spaces as the system writes them; customary spellings without marks.
        system: Which system writes it so.
    """

    spelling: str
    system: System


@dataclass(frozen=True, slots=True)
class Writing:
    """What one script can do with a name.

    Attributes:
        script: The script.
        canonical: Writes a text in the one order of signs that this script's readers expect; equal names become equal.
        syllables: Cuts one word, already canonical, into syllables; joined they give the word again.
        pieces: Cuts one word, already canonical, into the pieces that spellings are learnt for. A piece that continues
            a syllable begins with "-"; any other begins a syllable.
        romanise: Writes a name (one or more words, already canonical) in Latin letters, the likeliest spelling first,
            each spelling once with the first system that gives it.
    """

    script: Script
    canonical: Callable[[str], str]
    syllables: Callable[[str], tuple[str, ...]]
    pieces: Callable[[str], tuple[str, ...]]
    romanise: Callable[[str], tuple[Romanisation, ...]]

"""Burmese typed in Zawgyi, a font's own use of Unicode's code points: recognised, and written anew in Unicode.

Zawgyi looks right only in its own font; searched, compared or read by a machine it is noise. Much of what Burmese
speakers wrote before 2020 is in it, and old phones still send it.
"""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import Any

import icu

from noharbor.science.scripts.scripts import Script, script_of

#: Probability above which a text counts as Zawgyi; the detector's makers advise 0.95 where a mistake costs.
THRESHOLD = 0.95
_SAMPLE_CHARACTERS = 20_000
_RUN = re.compile("[\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f]+")
# Letters of Shan, Mon and Karen follow other letters of theirs; in Zawgyi the same code points are stacked Burmese
# consonants and never stand at the beginning of a word with an asat of Unicode behind them.
_MINORITY = re.compile("[\u1075-\u108a\u105a-\u1074]")
# A vowel sign that Unicode writes after its consonant, where only Zawgyi can have it: at the start, or after another sign.
_ZAWGYI_ONLY = re.compile(
    "(?:^|[^\u1000-\u102a\u103b-\u103f\u1050-\u1055\u105a-\u1061\u1065\u1066\u106e-\u1070\u1075-\u1082\u108e\uaa60-\uaa7f])[\u1031\u1084]"
    "|\u1039(?![\u1000-\u102a\u1050-\u1061])"
)
# What only Unicode writes: e after its consonant and before another sign, the medial ha, asat before a tone.
_UNICODE_ONLY = re.compile(
    "\u1031[\u102b\u102c\u1037\u1038\u103a]|\u103e|\u103a[\u1037\u1038]|[\u102f\u1030\u102d\u102e]\u1086"
)


def zawgyi_probability(text: str) -> float:
    """Tell how likely a text is Zawgyi.

    Args:
        text: Any text; what is not in the Burmese script does not count.

    Returns:
        0..1; 0 for a text without Burmese script. Shan, Mon and Karen in Unicode get values near 0 too.

    Source:
        The Markov model of myanmartools, and the order of signs in a syllable (Unicode 15, chapter 16.3) for the other
        languages of the script, which that model does not know.
    """
    runs = _RUN.findall(text[:_SAMPLE_CHARACTERS])
    if not runs:
        return 0.0
    joined = " ".join(runs)
    against, wanting = len(_UNICODE_ONLY.findall(joined)), sum(len(_ZAWGYI_ONLY.findall(run)) for run in runs)
    if _MINORITY.search(joined) and wanting <= against:
        return 0.0
    return float(_detector().get_zawgyi_probability(joined))


def is_zawgyi(text: str) -> bool:
    """Whether a text is to be repaired; see `zawgyi_probability`."""
    return zawgyi_probability(text) >= THRESHOLD


def repair(text: str) -> str:
    """Write the Zawgyi of a text in Unicode; words in other scripts stay as they are."""
    return _RUN.sub(lambda run: str(_converter().transliterate(run.group())), text)


def holds_burmese(text: str) -> bool:
    """Whether there is anything in the Burmese script at all."""
    return any(script_of(char) is Script.BURMESE for char in text)


@cache
def _detector() -> Any:
    # The library opens its model by a function that Python has deprecated and kept.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from myanmartools import ZawgyiDetector

        return ZawgyiDetector()


@cache
def _converter() -> Any:
    return icu.Transliterator.createInstance("Zawgyi-my")

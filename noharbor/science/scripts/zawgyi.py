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

#: Probability above which words count as Zawgyi; the detector's makers advise 0.95 where a mistake costs.
THRESHOLD = 0.95
#: A line with fewer letters of the script than this is judged together with the rest of the text.
_TELLING_LETTERS = 8
_SAMPLE_CHARACTERS = 20_000
_RUN = re.compile("[\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f]+")


def zawgyi_probability(text: str) -> float:
    """Tell how likely the Burmese-script words of a text are Zawgyi.

    Args:
        text: Any text; what is not in the Burmese script does not count.

    Returns:
        0..1; 0 for a text without Burmese script. Shan, Mon and Karen in Unicode get values near 0 too.

    Source:
        The Markov model of Google's myanmar-tools.
    """
    runs = _RUN.findall(text[:_SAMPLE_CHARACTERS])
    return float(_detector().get_zawgyi_probability(" ".join(runs))) if runs else 0.0


def repaired(text: str) -> str:
    """Write the Zawgyi of a text in Unicode, line by line, since chats and quotations mix the two.

    Args:
        text: Any text.

    Returns:
        The text with its Zawgyi lines written anew; the very same text where there is none.
    """
    lines = text.split("\n")
    if not _RUN.search(text):
        return text
    whole = zawgyi_probability(text) >= THRESHOLD
    return "\n".join(_converted(line) if _is_zawgyi(line, whole=whole) else line for line in lines)


def _is_zawgyi(line: str, *, whole: bool) -> bool:
    letters = sum(map(len, _RUN.findall(line)))
    if letters < _TELLING_LETTERS:
        return whole and letters > 0
    return zawgyi_probability(line) >= THRESHOLD


def _converted(line: str) -> str:
    return _RUN.sub(lambda run: str(_converter().transliterate(run.group())), line)


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

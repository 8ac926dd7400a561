"""Burmese typed in Zawgyi, a font's own use of Unicode's code points: recognised, and written anew in Unicode.

Zawgyi looks right only in its own font; searched, compared or read by a machine it is noise. Much of what Burmese
speakers wrote before 2020 is in it, and old phones still send it.

A detector that weighs characters is sure of sentences, not of names of two syllables. For names the build of the
syllables decides: the two encodings put the vowel ေ, the medial ra and the mark that kills a letter in other places, so
that nearly every name is well built in one of them only.
"""

from __future__ import annotations

import re
import warnings
from functools import cache, lru_cache
from typing import Any

import icu

#: Probability above which words count as Zawgyi; the detector's makers advise 0.95 where a mistake costs.
THRESHOLD = 0.95
#: Probability below which the detector says no to a word whose build speaks for Zawgyi; it knows Mon and Shan.
_DENIED = 0.1
#: More letters without a space are no name but a text, for which there is `repaired`.
_LONGEST_WORD = 400
#: A line with fewer letters of the script than this is judged together with the rest of the text.
_TELLING_LETTERS = 8
_SAMPLE_CHARACTERS = 20_000
_RUN = re.compile("[\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f]+")
#: The same without ၊ and ။, for names are judged word by word.
_WORD = re.compile("[\u1000-\u1049\u104c-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f]+")

#: Digits of Burmese and Shan, of which Zawgyi takes some for letters.
_DIGITS = re.compile("[\u1040-\u1049\u1090-\u1099]+")
_LETTER = "[\u1000-\u102a\u103f]"
#: Letters that Unicode Burmese ties together: of one row of the alphabet, twins, and a few of foreign words.
_TIED = "|".join(
    f"[{above}]\u1039[{below}]"
    for above, below in {
        "ကခ": "ကခ", "ဂဃ": "ဂဃ", "စဆဉည": "စဆ", "ဇဈဉည": "ဇဈ", "ဋဌဏ": "ဋဌဍဎ", "ဍဎဏ": "ဍဎဏ", "တထန": "တထနမ", "ဒဓန": "ဒဓန",
        "ပဖမ": "ပဖမ", "ဗဘမ": "ဗဘ", "ဝယသ": "ဝယသတမ", "လ": "လဘဗပမက", "ဟ": "မ", "ကတပ": "လရယဝ",
    }.items()
)  # fmt: skip
#: Words well built in Unicode: vowel ေ and medials behind their letter, asat behind a letter it kills.
_BUILT_IN_UNICODE = re.compile(
    f"(?>(?:{_TIED}|{_LETTER})"
    "[\u103b\u103c]*\u103d?\u103e?\u1031?[\u102b-\u1030\u1032\u1036-\u1038]*"
    "(?:(?<=[\u102b\u102c])\u1037*\u103a[\u1037\u1038]*)?"
    f"(?:{_LETTER}[\u103b\u103e]?\u1037*\u103a+[\u1037\u1038]*[\u103b\u103e]?\u1039?|(?={_TIED}).\u1039(?={_LETTER}))*"
    "|[\u1040-\u104f])++"
)
#: Words well built in Zawgyi: vowel ေ and medial ra before their letter, U+1039 as asat, and code points of other
#: languages for other forms of Burmese letters and signs.
_ZAWGYI_LETTER = "[\u1000-\u102a\u104e\u106a\u106b\u106e\u106f\u1086\u108f-\u1092\u1097]"
_ZAWGYI_BELOW = "[\u1060-\u1063\u1065-\u1069\u106c\u106d\u1070-\u107c\u1085\u1093\u1096]"
_ZAWGYI_SIGN = f"(?:[\u102b-\u1030\u1032-\u1034\u1036-\u1038\u105a\u1087-\u108e\u1094\u1095]|{_ZAWGYI_BELOW})"
_BUILT_IN_ZAWGYI = re.compile(
    # What an asat kills comes first, for the next syllable could begin with the same letter.
    f"(?>{_ZAWGYI_LETTER}{_ZAWGYI_BELOW}?[\u1037\u1094\u1095\u102f\u103d]*\u1039+[\u1037\u1038\u1094\u1095]*"
    f"|\u1031?[\u103b\u107e-\u1084\u1090]?{_ZAWGYI_LETTER}{_ZAWGYI_BELOW}?\u1064?[\u103a\u103c\u103d\u107d\u1087-\u108a]*"
    f"\u1064?(?:{_ZAWGYI_SIGN}|(?<=[\u102d\u102e])\u103d)*(?:(?<=[\u102b\u102c])\u1039+{_ZAWGYI_SIGN}*)?"
    "|[\u1040-\u104f])++"
)
#: What is well built in both, but no word of Unicode Burmese: လွ alone ("lwa" for hla), လွေ before a bare letter, a bare
#: letter with visarga behind ေ, medial ra where only wa is heard (ဆြေ), a long vowel before a tied letter.
_ODD_IN_UNICODE = re.compile(
    f"လ\u103d(?![\u102b-\u1032\u1036]|{_LETTER}[\u1037\u1038]*[\u103a\u1039])|လ\u103d\u1031{_LETTER}(?![\u1037\u103a])"
    f"|(?<=\u1031)[\u1000-\u1021]\u1038|[ဆဇထနယရလအ]\u103c|(?<=\u1031){_LETTER}\u103c(?![\u102b-\u1032])"
    f"|(?:\u102d\u102f|\u1031\u102c){_LETTER}\u1039"
)
#: Signs of Zawgyi alone: ေ or medial ra with no letter before it, an asat with none behind it.
_ONLY_IN_ZAWGYI = re.compile(
    f"(?:^|[\u102b-\u1038])[\u1031\u103b]|[\u107e-\u1084\u1090][\u1000-\u1021]|\u1039(?!{_LETTER})"
)
#: Signs of Unicode alone: medial ha, and a letter killed at the end of a word.
_TYPED_IN_UNICODE = re.compile("\u103e|[\u1000-\u102a\u1075-\u1081]\u103a[\u1037\u1038\u1087-\u108c]*$")


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


def name_is_zawgyi(text: str) -> bool:
    """Tell whether a name, or any text of a few words, has words in Zawgyi.

    Args:
        text: A name. A name that both encodings write with the same code points (ကိုကို) is not Zawgyi.
    """
    return any(map(_reads_as_zawgyi, _WORD.findall(text)))


def repaired_name(text: str) -> str:
    """Write the Zawgyi of a name in Unicode, word by word.

    Args:
        text: A name, or any text of a few words; for whole texts there is `repaired`.

    Returns:
        The name with its Zawgyi words written anew; the very same name where there is none. A word that could be either
        goes with the words beside it.
    """
    if not name_is_zawgyi(text):
        return text
    return _WORD.sub(lambda run: run.group() if _is_unicode_only(run.group()) else _word_converted(run.group()), text)


@lru_cache(maxsize=16_384)
def _reads_as_zawgyi(run: str) -> bool:
    if len(run) > _LONGEST_WORD or _DIGITS.fullmatch(run):
        return False
    if _BUILT_IN_UNICODE.fullmatch(run):
        if "\u103a" in run or "\u103e" in run or not _ODD_IN_UNICODE.search(run):
            return False
        return bool(_BUILT_IN_ZAWGYI.fullmatch(run))
    in_zawgyi = _BUILT_IN_ZAWGYI.fullmatch(run)
    if not (in_zawgyi or _ONLY_IN_ZAWGYI.search(run)):
        return False
    if in_zawgyi and _ONLY_IN_ZAWGYI.search(run) and not _TYPED_IN_UNICODE.search(run):
        return True
    # Another language of the script, a fault of typing, or Unicode typed as it is seen: ask the detector too.
    return zawgyi_probability(run) >= (THRESHOLD if _TYPED_IN_UNICODE.search(run) else _DENIED)


def _is_unicode_only(run: str) -> bool:
    return not _reads_as_zawgyi(run) and not _BUILT_IN_ZAWGYI.fullmatch(run)


@lru_cache(maxsize=16_384)
def _word_converted(run: str) -> str:
    return str(_converter().transliterate(run))


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

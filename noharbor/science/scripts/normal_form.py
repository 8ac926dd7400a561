"""The one normal form of names and places, in any script or mix of scripts.

Two spellings that a reader cannot tell apart become the same string here; two that a reader can tell apart stay two:
simplified and traditional characters, capitals, marks over Latin letters are left to whoever compares.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from noharbor.science.scripts import hangul, kana, lao, vietnamese
from noharbor.science.scripts.burmese import order as burmese_order
from noharbor.science.scripts.khmer.order import canonical as khmer_canonical
from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.thai import order as thai_order

#: Characters of a script, and what puts them in order. Other scripts have one order only, that of Unicode.
_ORDERS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile("[\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f]"), burmese_order.canonical),
    (re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7ff\uffa0-\uffdc]"), hangul.canonical),
    (re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff65-\uff9f]"), kana.canonical),
    (re.compile("[\u1780-\u17ff]"), khmer_canonical),
    (re.compile("[\u0e80-\u0eff]"), lao.canonical),
    (re.compile("[\u0e01-\u0e5b]"), thai_order.canonical),
    # Letters that no other language has: with one of them, the tones of the other words are Vietnamese too.
    (re.compile("[\u01a0\u01a1\u01af\u01b0\u0309\u031b\u0323\u1ea0-\u1ef9]"), vietnamese.canonical),
)

_ORDER_OF: dict[Script, Callable[[str], str]] = {
    Script.BURMESE: burmese_order.canonical,
    Script.HANGUL: hangul.canonical,
    Script.KANA: kana.canonical,
    Script.KHMER: khmer_canonical,
    Script.LAO: lao.canonical,
    Script.THAI: thai_order.canonical,
}

#: Marks nobody sees: soft hyphens, joiners, directions, variation selectors, tags, fillers.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u1680\u2800\u3000]+")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0xFFE3: 0xAF, 0xFFE5: 0xA5}
_HYPHENS = "\u058a\u05be\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63"
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02b9\u02bb\u02bc\u02bd\u2032`\u00b4"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
#: Dots between the parts of a foreign name in Chinese, Japanese and Thai print.
_DOTS = "\u0387\u2022\u2027\u2219\u22c5\u30fb\uff65"
_SIGNS = str.maketrans(
    dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_QUOTES, '"')
    | dict.fromkeys(_DOTS, "·")
)
_PLAIN: dict[int, int | str] = {**_FULL_WIDTH, **_SIGNS}
#: Without one of these a text has no invisible marks and no signs to be written plainly.
_ODD = re.compile(f"{_UNSEEN.pattern[:-1]}{re.escape(''.join(map(chr, _PLAIN)))}]")
_DIGIT = re.compile(r"[^\D0-9]")
#: A letter put in order may come into a new neighbourhood; more rounds than this no text needs.
_ROUNDS = 4


@lru_cache(maxsize=16_384)
def normal_form(text: str) -> str:
    """Write a name or place in its normal form.

    NFC; full-width letters and signs plain; no invisible marks; any white space one space; any hyphen "-", any
    apostrophe "'", any dot between names "·"; digits of any script ASCII; the signs of Burmese, Khmer, Korean, Japanese
    kana, Lao, Thai and Vietnamese in their one order.

    Args:
        text: Any text, also broken. Zawgyi is not recognised here: `zawgyi.repaired` goes first.

    Returns:
        The normal form; its own normal form is itself. Time grows with the length of the text.
    """
    if text.isascii() and text.isprintable() and "`" not in text:
        return " ".join(text.split())
    for _ in range(_ROUNDS):
        before, text = text, _once(text)
        if text == before:
            break
    return text


def in_order(text: str, script: Script) -> str:
    """Write letters and signs of one script, and spaces, in the normal form: as `normal_form`, in half the time.

    Args:
        text: Nothing but letters and signs of the script and plain spaces; no digits.
        script: Theirs.
    """
    canonical = _ORDER_OF.get(script)
    for _ in range(_ROUNDS):
        before, text = text, unicodedata.normalize("NFC", text)
        if canonical is not None:
            text = unicodedata.normalize("NFC", canonical(text))
        if " " in text:
            text = " ".join(text.split())
        if text == before:
            break
    return text


def _once(text: str) -> str:
    # A sign of half width or from another script's keyboard first, so that the orders below find their letters.
    if _ODD.search(text):
        text = _UNSEEN.sub("", text).translate(_PLAIN)
    text = unicodedata.normalize("NFC", text)
    for letters, canonical in _ORDERS:
        if letters.search(text):
            text = canonical(text)
    # Only now: a zero in a Burmese word is a letter, as the order of Burmese knows.
    text = _DIGIT.sub(lambda digit: str(unicodedata.decimal(digit.group())), text)
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text).strip())

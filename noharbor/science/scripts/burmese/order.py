"""One way to write each Burmese word: order of signs, faults of typing, digits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from noharbor.science.scripts.burmese.letters import ASAT, BASES, DOT_BELOW, MEDIALS, RANKS, SIGNS, VIRAMA, VOWELS

#: Marks without width or ink that keyboards and web pages leave inside words.
_INVISIBLE = dict.fromkeys((0x00AD, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0xFE00, 0xFEFF))
#: Burmese and Shan digits, to be written as ASCII digits.
_DIGITS = {first + value: str(value) for first in (0x1040, 0x1090) for value in range(10)}

#: A letter, or the start of a word gone astray, with its signs; signs are put in order within it.
_HEAP = re.compile(f"[{SIGNS}]{{2,}}")
_SCRIPT = f"{BASES}{SIGNS}{VIRAMA}"
#: One character typed for another that looks like it, told by its neighbours: zero and wa, seven and ra, four and ၎.
_LOOK_ALIKES: tuple[tuple[re.Pattern[str], str], ...] = (
    # ၎ was meant where a four begins ၎င်း, "the said".
    (re.compile("\u1044(?=\u1004\u103a\u1038)"), "\u104e"),
    # A digit with a sign, or with a killed letter behind it, is a letter: ၀င်း is ဝင်း, ၇န် is ရန်.
    (re.compile(f"\u1040(?=[{SIGNS}]|[{BASES}][{ASAT}{DOT_BELOW}{VIRAMA}])"), "\u101d"),
    (re.compile(f"\u1047(?=[{SIGNS}]|[{BASES}][{ASAT}{DOT_BELOW}{VIRAMA}])"), "\u101b"),
    # A lone zero or seven right inside a word is a letter as well: မြ၀တီ is မြဝတီ.
    (re.compile(f"(?<=[{_SCRIPT}])\u1040(?=[{_SCRIPT}])"), "\u101d"),
    (re.compile(f"(?<=[{_SCRIPT}])\u1047(?=[{_SCRIPT}])"), "\u101b"),
    # The letter wa between or behind digits is a zero: ၂ဝ၁ဝ is 2010.
    (re.compile(f"(?<=[\u1040-\u1049])\u101d(?![{_SCRIPT}])"), "\u1040"),
    (re.compile("(?<=[\u1040-\u1049])\u101d(?=\u101d*[\u1040-\u1049])"), "\u1040"),
)
#: Faults of typing and what was meant: look-alikes, u and nya, sa with medial ra and o.
_FAULTS = (
    *_LOOK_ALIKES,
    # သြော် is ဪ and သြ is ဩ, as long as no other vowel says that a cluster "thr" was meant.
    (re.compile("\u101e\u103c\u1031\u102c\u103a"), "\u102a"),
    (re.compile(f"\u101e\u103c(?![{VOWELS}{MEDIALS}{ASAT}])"), "\u1029"),
    # ဉီ is ဦ; ဥ with aa, asat or a letter below is ဉ.
    (re.compile("\u1009\u102e"), "\u1026"),
    (re.compile(f"\u1025(?=[\u102b\u102c{ASAT}{VIRAMA}]|{DOT_BELOW}{ASAT})"), "\u1009"),
    # စျ is ဈ.
    (re.compile("\u1005\u103b"), "\u1008"),
)
_DIGIT = re.compile("[\u1040-\u1049]")
#: Without one of these a text has none of the faults.
_MAY_BE_FAULTY = re.compile("[\u1009\u1025\u1040-\u1049]|\u101e\u103c|\u1005\u103b")


def canonical(text: str) -> str:
    """Write a text in the one order of signs, with ASCII digits, and typing faults that leave no doubt put right.

    Medials come as ya, ra, wa, ha, then vowels (left, above, below, beside), asat, anusvara, dot below, visarga, as
    Unicode Technical Note 11 has them, save that Unicode normalisation (NFC) puts the dot below before an asat; doubled
    signs are written once. Tall and round aa (ါ ာ) stay as written, for Karen parts them.

    Args:
        text: Any text; what is not in the Burmese script stays but for NFC and invisible marks. Zawgyi is to be
            repaired before.

    Returns:
        The text; writing it canonically once more changes nothing.
    """
    text = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    text = _HEAP.sub(lambda heap: _ordered(heap.group()), text)
    if _MAY_BE_FAULTY.search(text):
        for fault, meant in _FAULTS:
            text = fault.sub(meant, text)
    return unicodedata.normalize("NFC", text.translate(_DIGITS))


def digits_and_letters(text: str) -> str:
    """Put digits and the letters that look like them in each other's place where the neighbours leave no doubt.

    Args:
        text: Any text.

    Returns:
        A text of the same length, in which all other characters stand where they stood.
    """
    if _DIGIT.search(text):
        for fault, meant in _LOOK_ALIKES:
            text = fault.sub(meant, text)
    return text


@lru_cache(maxsize=4_096)
def _ordered(heap: str) -> str:
    """Put the signs of one letter in order, each once; with a sign of Mon or Karen among them, keep the order."""
    signs = dict.fromkeys(heap)
    if not signs.keys() <= RANKS.keys():
        return "".join(signs)
    # An asat right at the letter, with a vowel behind it, is a contraction: ကျွန်ုပ်, ယောက်ျား.
    contracted = next(iter(signs)) == ASAT and any(sign in VOWELS for sign in signs)
    if contracted:
        del signs[ASAT]
    return ASAT * contracted + "".join(sorted(signs, key=RANKS.__getitem__))

"""Khmer signs in one order, and the faults of typing that look right on paper set right.

Phones and old keyboards let a reader see the same word behind many orders of signs. One cluster is written here as
base, robat, subscripts (RO last), consonant shifter, vowel, signs.

Source:
    The encoding order of the Khmer Character Specification of SIL International, 2021; the Unicode Standard,
    chapter 16.4.
"""

from __future__ import annotations

import re
import unicodedata

BASES = "\u1780-\u17a2\u17a5-\u17b3"
COENG = "\u17d2"
ROBAT = "\u17cc"
MUUSIKATOAN = "\u17c9"
TRIISAP = "\u17ca"
_U = "\u17bb"

#: Characters that nobody sees: zero-width spaces and joiners, direction marks, and two vowels Unicode calls a mistake.
_UNSEEN = dict.fromkeys(
    [0x00AD, 0x17B4, 0x17B5, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)]
)
_DIGITS = {0x17E0 + value: str(value) for value in range(10)} | {0x17F0 + value: str(value) for value in range(10)}
#: Letters that Unicode discourages, and two forms of one vowel.
_OLD_LETTERS = {0x17A3: "អ", 0x17A4: "អា", 0x17A8: "ឧក", 0x17B2: "ឱ", 0x17D3: "\u17c6"}
_TRANSLATION = {**_UNSEEN, **_DIGITS, **_OLD_LETTERS}

_VOWELS = frozenset("\u17b6\u17b7\u17b8\u17b9\u17ba\u17bb\u17bc\u17bd\u17be\u17bf\u17c0\u17c1\u17c2\u17c3\u17c4\u17c5")
#: Two vowels typed for one that looks like them, in the order of their code points.
_TWO_FOR_ONE = {
    "\u17b6\u17c1": "\u17c4",
    "\u17b7\u17c1": "\u17be",
    "\u17b8\u17c1": "\u17be",
    "\u17b9\u17c1": "\u17be",
    "\u17ba\u17c1": "\u17be",
    "\u17b8\u17bb\u17c1": "\u17be",
    "\u17b6\u17be": "\u17c4",
}
#: Consonants that take ៉ where a shifter gives way to a vowel above; the others take ៊.
_TAKES_MUUSIKATOAN = frozenset("ងញនមយរវ")
_CLUSTER = re.compile(f"([{BASES}])((?:{COENG}+[{BASES}]?|[\u17b6-\u17d1\u17dd])+)")
_TAIL = re.compile(f"{COENG}+[{BASES}]?|[\u17b6-\u17d1\u17dd]")
#: A vowel written before its consonant, as the eye sees it: only where no consonant stands before.
_VOWEL_FIRST = re.compile(
    f"(?<![\u1780-\u17d3\u17dd])([\u17c1-\u17c3])([{BASES}](?:{COENG}+[{BASES}])*)(?![\u17b6-\u17c5])"
)

#: TO over subscript BO, drawn like LO and typed for it.
_FALSE_LO = re.compile(f"ទ{COENG}+ប")


def canonical(text: str) -> str:
    """Write Khmer in one order of signs; everything else stays, apart from NFC and characters nobody sees.

    Subscript DA becomes subscript TA, since the two look the same and are typed at random. Idempotent; linear in the
    length of the text.
    """
    text = unicodedata.normalize("NFC", text.translate(_TRANSLATION))
    text = _FALSE_LO.sub("ឡ", text)
    text = _VOWEL_FIRST.sub(r"\2\1", text)
    return unicodedata.normalize("NFC", _CLUSTER.sub(_ordered, text))


def _ordered(match: re.Match[str]) -> str:
    base, tail = match.groups()
    if len(tail) == 1 and tail in _VOWELS:
        return match.group()
    subscripts: list[str] = []
    shifter = robat = ""
    vowels: list[str] = []
    signs: list[str] = []
    for sign in _TAIL.findall(tail):
        if sign[0] == COENG:
            letter = sign[-1]
            if letter != COENG:
                subscripts.append("ត" if letter == "ដ" else letter)
        elif sign in _VOWELS:
            vowels.append(sign)
        elif sign in (MUUSIKATOAN, TRIISAP):
            shifter = shifter or sign
        elif sign == ROBAT:
            robat = sign
        else:
            signs.append(sign)
    vowel, needs_shifter = _one_vowel(vowels, signs)
    if needs_shifter and not shifter:
        shifter = MUUSIKATOAN if base in _TAKES_MUUSIKATOAN else TRIISAP
    feet = sorted(dict.fromkeys(subscripts), key=lambda letter: letter == "រ")
    return "".join([base, robat, *(COENG + letter for letter in feet), shifter, vowel, *sorted(set(signs))])


def _one_vowel(vowels: list[str], signs: list[str]) -> tuple[str, bool]:
    """The vowel meant, and whether ុ stands among the signs in place of a shifter, whose shape it has there."""
    if vowels.count("\u17c1") > 1:
        vowels = ["\u17c2", *(vowel for vowel in vowels if vowel != "\u17c1")]
    one = "".join(sorted(set(vowels)))
    one = _TWO_FOR_ONE.get(one, one)
    if _U in one and (len(one) > 1 or "\u17d0" in signs):
        one = one.replace(_U, "")
        return _TWO_FOR_ONE.get(one, one), True
    return one, False

"""Kana: Japanese names, and foreign names in katakana, cut into pieces and written in Latin letters.

Pieces (hiragana count as katakana; ジ and ズ stand for ヂ and ヅ too):
    カ サ …        the consonant of a row; シ チ ツ フ ジ where it is another; ヴ, クヮ and グヮ for foreign sounds
    ア イ …        a vowel that begins a mora
    -ア -イ …      a vowel; -ウ? -オ? -イ? where a foreign name may have none (ク, ト, チ); -ャ -ュ -ョ
    -ッ -ー ン     the stop, the long mark, the nasal
"""

from __future__ import annotations

import re
import unicodedata

from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.spelling_rules import romanised
from noharbor.science.scripts.writing import Romanisation, System, Writing

#: Rows of the table of sounds, each a consonant before the five vowels.
_ROWS = (
    "カキクケコ サシスセソ タチツテト ナニヌネノ ハヒフヘホ マミムメモ ラリルレロ "
    "ガギグゲゴ ザジズゼゾ ダヂヅデド バビブベボ パピプペポ"
)
_VOWELS = "アイウエオ"
_SMALL_VOWELS = "ァィゥェォ"
_GLIDES = "ャュョ"
#: Consonants that differ from those of their row.
_OWN = {"シ": "シ", "チ": "チ", "ツ": "ツ", "フ": "フ", "ジ": "ジ", "ヂ": "ジ", "ヅ": "ザ"}
#: Vowels that foreign names get only because Japanese needs one after a consonant.
_SILENT = (
    dict.fromkeys("クグスズツヅフブプムルヌ", "-ウ?")
    | dict.fromkeys("トド", "-オ?")
    | dict.fromkeys("チジシキ", "-イ?")
)
#: Kana outside the rows, with their pieces.
_OTHERS = (
    "ヤ=ヤ -ア|ユ=ヤ -ウ|ヨ=ヤ -オ|ワ=ワ -ア|ヲ=オ|ヰ=イ|ヱ=エ|ヴ=ヴ -ウ?|クヮ=クヮ -ア|グヮ=グヮ -ア|"
    "ッ=-ッ|ー=-ー|ン=ン|ヮ=ワ -ア|ヵ=カ -ア|ヶ=カ -エ"
)


def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {vowel: (vowel,) for vowel in _VOWELS}
    for row in _ROWS.split():
        for kana, vowel in zip(row, _VOWELS, strict=True):
            onset = _OWN.get(kana, row[0])
            table[kana] = (onset, _SILENT.get(kana, "-" + vowel))
            for glide, full in zip(_GLIDES, "アウオ", strict=True):
                table[kana + glide] = (onset, "-" + (full if onset in "シチジ" else glide))
            for small, full in zip(_SMALL_VOWELS, _VOWELS, strict=True):
                table[kana + small] = (onset, "-" + full)
    for small, full in zip(_SMALL_VOWELS, _VOWELS, strict=True):
        table["ウ" + small] = ("ワ", "-" + full)
        table["イ" + small] = ("ヤ", "-" + full)
        table["ヴ" + small] = ("ヴ", "-" + full)
        table["ク" + small] = ("クヮ", "-" + full)
        table["グ" + small] = ("グヮ", "-" + full)
        table[small] = (full,)
    for glide, full in zip(_GLIDES, "アウオ", strict=True):
        table["ヴ" + glide] = ("ヴ", "-" + glide)
        table[glide] = ("ヤ", "-" + full)
    for other in _OTHERS.split("|"):
        kana, parts = other.split("=")
        table[kana] = tuple(parts.split())
    return table


_MORAE = _table()
_MORA = re.compile(f".[{_SMALL_VOWELS}{_GLIDES}ヮぁぃぅぇぉゃゅょゎ]|.", re.DOTALL)
_TO_KATAKANA = {code: code + 0x60 for code in (*range(0x3041, 0x3097), 0x309D, 0x309E)}
_HALF_WIDTH = re.compile("[\uff66-\uff9f]+")
_KANA = "\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fc-\u30fe\u31f0-\u31ff"
#: Dots and double hyphens between the parts of a foreign name, and the signs that stand for them.
_DOTS = "\u30fb\uff65\u2022\u2027\u2219\u22c5\u30a0\uff1d="
_DOT = re.compile(f"[{_DOTS}]")
_BETWEEN = re.compile(f"(?<=[{_KANA}])[ \u3000]*[{_DOTS}][ \u3000]*(?=[{_KANA}])")
_LONG = re.compile(f"(?<=[{_KANA}])[\uff70\u2015\u2500]")
_UNSEEN = dict.fromkeys([0x00AD, 0xFEFF, *range(0x200B, 0x2010), *range(0x2060, 0x206A)])
_KATAKANA = re.compile("[\u30a1-\u30fa]")
_VOICING = re.compile("[\u309b\u309c]")


def canonical(text: str) -> str:
    """Write kana in full width, voicing marks with their kana, and one dot (·) between the parts of a name.

    Hiragana and katakana stay what they are: a writer chose. Idempotent; linear in the length of the text.
    """
    text = text.translate(_UNSEEN)
    text = _HALF_WIDTH.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    text = _VOICING.sub(lambda match: "\u3099" if match.group() == "\u309b" else "\u309a", text)
    text = unicodedata.normalize("NFC", text)
    if _DOT.search(text):
        text = _BETWEEN.sub("·", text)
    return _LONG.sub("ー", text)


def syllables(word: str) -> tuple[str, ...]:
    """Cut one canonical word into morae with what lengthens or closes them."""
    parts: list[str] = []
    for mora in _MORA.findall(word):
        if parts and mora in "ーッンっん":
            parts[-1] += mora
        else:
            parts.append(mora)
    return tuple(parts)


def pieces(word: str) -> tuple[str, ...]:
    """Cut one canonical word into the pieces described above."""
    found: list[str] = []
    native = not _KATAKANA.search(word)
    for mora in _MORA.findall(word.translate(_TO_KATAKANA)):
        parts = _MORAE.get(mora)
        if parts is not None:
            # Hiragana write Japanese words, whose vowels are all spoken.
            found.extend(part.rstrip("?") for part in parts) if native else found.extend(parts)
            continue
        for char in mora:
            found.extend(_MORAE.get(char, (char.lower(),) if char.isalnum() else ()))
    return tuple(found)


def romanise(name: str) -> tuple[Romanisation, ...]:
    """Write a canonical name by Hepburn, with macrons, and as it may be spelt where it comes from.

    Source:
        The modified Hepburn system, as libraries and the American National Standard ANSI Z39.11-1972 write it: n before
        every consonant, n' before a vowel or y, tch for a doubled ch.
    """
    words = [word for word in re.split(r"[\s·]+", name) if word]
    hepburn = " ".join(_hepburn(word).capitalize() for word in words)
    found = {hepburn: System.HEPBURN}
    found.setdefault(hepburn.translate(_WITHOUT_MACRONS).replace("'", ""), System.CUSTOMARY)
    for customary in romanised(" ".join(words), pieces, "kana", (System.CUSTOMARY,)):
        found.setdefault(customary.spelling, System.CUSTOMARY)
    return tuple(Romanisation(spelling, system) for spelling, system in found.items() if spelling)


_CONSONANTS = dict(
    zip(
        "カサシタチツナハフマヤラワガザジダバパヴ",
        ("k", "s", "sh", "t", "ch", "ts", *"nhfmyrwgz", "j", "d", "b", "p", "v"),
        strict=True,
    )
) | {"クヮ": "kw", "グヮ": "gw"}
_PLAIN_VOWELS = dict(zip("アイウエオャュョ", ("a", "i", "u", "e", "o", "ya", "yu", "yo"), strict=True))
_MACRONS = str.maketrans("aiueo", "āīūēō")
_WITHOUT_MACRONS = str.maketrans("āīūēōĀĪŪĒŌ", "aiueoAIUEO")


def _hepburn(word: str) -> str:
    written = before = ""
    for piece in pieces(word):
        kind = piece.strip("-?")
        if piece == "-ー":
            written = _lengthened(written)
        elif piece == "ン":
            written += "n"
        elif kind in _PLAIN_VOWELS:
            written = _with_vowel(written, piece, before)
        elif piece != "-ッ":
            consonant = _CONSONANTS.get(kind, kind)
            doubled = ("t" if consonant == "ch" else consonant[0]) if before == "ッ" else ""
            written += ("'" if before == "ン" and consonant == "y" else "") + doubled + consonant
        before = kind
    return written


def _with_vowel(written: str, piece: str, before: str) -> str:
    vowel = _PLAIN_VOWELS[piece.strip("-?")]
    if piece[0] != "-" and written[-1:] + vowel in ("ou", "oo", "uu"):
        return _lengthened(written)
    return written + ("'" if before == "ン" else "") + vowel


def _lengthened(written: str) -> str:
    return written[:-1] + written[-1:].translate(_MACRONS)


KANA = Writing(script=Script.KANA, canonical=canonical, syllables=syllables, pieces=pieces, romanise=romanise)

"""Lao: names cut into syllables and pieces, and written in Latin letters.

Lao writes its vowels, so syllables are nearly certain; what varies is spelling: old forms with ຣ and with ຫ before a
sonorant, foreign finals with a killing mark, and French beside English habits in Latin letters.

Pieces:
    ກ ຂວ ໝ ຫຼ    a consonant or cluster that begins a syllable
    -າ -ເ◌ືອ -ັວ◌ a vowel with all its signs, ◌ for its consonant; -ັວ◌ is the ວ of ສວນ
    -◌           a vowel that is not written, in foreign words
    -ນ           a final
    -(ຊ) -ຊ໌     a further consonant after a final; a killed letter
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.spelling_rules import romanised, table_of
from noharbor.science.scripts.writing import Romanisation, System, Writing

_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_DIGITS = {0x0ED0 + value: str(value) for value in range(10)}
_TONES = "\u0ec8-\u0ecb"
KILLER = "\u0ecc"
_MARKS = re.compile("[\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]{2,}")
_BELOW = frozenset("\u0eb8\u0eb9\u0eba")

#: Consonants that begin a syllable.
_C = "[ກຂຄຆງຈຉສຊຌຍຎຏຐຑຒຓດຕຖທຘນບປຜຝພຟຠມຢຣລວຨຩຫຬອຮໜໝໞໟ]"
_SIGNS = "ະັາິີຶືຸູົຼຽໍຳ"
_BARE = f"(?![{_SIGNS}{KILLER}])"
#: ອ or ວ as the vowel of the consonant before.
_VOWEL_O = f"ອ(?![{_SIGNS}ອ])"
_VOWEL_UA = f"ວ(?!ອ)(?={_C}{_BARE}(?!{_VOWEL_O}|ວ{_C}{_BARE}))"
_CLUSTER = f"(?:ຫງວ(?=[{_SIGNS}])|ຫ[ງຍຽຣລວ]|ຫຼ|[ກຂຄງຈສຊດຕຖທບປພຟ]ວ(?=[{_SIGNS}])|[ກຂຄດຕທບປຜພຟສ][ຣລ])"
#: The same under a vowel written before it, where ວ with its own sign begins the next syllable: ເທວາ.
_CLUSTER_IN_FRONT = "(?:ຫ[ງຍຽຣລວ]|ຫຼ|[ກຂຄງສ]ວ(?=[ົຍ])|[ກຂຄດຕທບປຜພຟສ][ຣລ])"
_ONSET = f"(?:{_CLUSTER}|{_C}ຼ?)"
_SPANNED = f"(?:ຫ[ງຍຣລວ](?![{_SIGNS}])|ຫຼ|[ກຂຄດຕທບປຜພຟສ][ຣລ]{_BARE}|[ກຂຄ]ວ(?={_C}{_BARE})|{_C}ຼ?)"
_FRAMES: tuple[tuple[str, str, str], ...] = (
    ("ເ", "ົ?າ(?!ະ)", "ເ◌ົາ"),
    ("ເ", "າະ", "ເ◌າະ"),
    ("ເ", "[ືຶ]ອ", "ເ◌ືອ"),
    ("ເ", f"(?:ັຍ|ຍ|ັຽ|ຽ){_BARE}", "ເ◌ຍ"),
    ("ເ", "[ິີຶື]", "ເ◌ີ"),
    ("", f"ົວະ?{_BARE}|ັວະ?{_BARE}", "ົວ"),
    ("", f"ັ[ຍຽ]{_BARE}", "ັຍ"),
    ("", f"ັອ{_BARE}", "ັອ"),
    ("", "ຽ", "ຽ"),
)
_FRAMED = "|".join(
    f"{before}(?P<onset{number}>{_CLUSTER_IN_FRONT if before else _CLUSTER}|{_C}ຼ?)(?P<frame{number}>{after})"
    for number, (before, after, _) in enumerate(_FRAMES)
)
_SCAN = re.compile(
    f"(?P<killed>{_C}{KILLER})|{_FRAMED}"
    f"|(?P<before>[ເແໂໄໃ])(?P<spanned>{_SPANNED})(?P<short>[ະັ]?)(?:(?<=[ໄ]{_C})ຍ{_BARE})?"
    f"|(?P<onset>{_ONSET})(?:(?P<sign>[ະັາິີຶືຸູົໍຳ])|(?P<o>{_VOWEL_O})|(?P<ua>{_VOWEL_UA}))"
    f"|(?P<bare>{_C})|(?P<other>.)",
    re.DOTALL,
)
_FINAL = re.compile(f"{_C}(?![{_SIGNS}{KILLER}])")
_TAKES_VOWEL = re.compile(f"{_C}(?:{_VOWEL_O}|{_VOWEL_UA})")
_TAKES_NONE = frozenset({"ະ", "ຳ", "ໄ", "ໃ", "ເ◌ົາ", "ເ◌າະ", "ົວ", "ໍ", "ັຍ", "ເ◌ະ", "ແ◌ະ", "ໂ◌ະ"})
_NEEDS_ONE = frozenset({"ັ", "ົ", "ເ◌ັ", "ແ◌ັ", "ໂ◌ັ", "ັອ"})
_TONE = re.compile(f"[{_TONES}\u0ece]")


def _ordered(match: re.Match[str]) -> str:
    """The semivowel and vowels below, then vowels above, then tone marks, each sign once."""

    def rank(sign: str) -> int:
        if sign == "\u0ebc":
            return 0
        if sign in _BELOW:
            return 1
        return 2 if sign < "\u0ec8" or sign == "\u0ecd" else 3 + (sign >= KILLER)

    return "".join(dict.fromkeys(sorted(match.group(), key=rank)))


def canonical(text: str) -> str:
    """Write a text in one order of signs; the same name typed in other ways becomes equal.

    NFC; no zero-width marks; ASCII digits; two ເ become ແ; nikhahit and sara aa become sara am, with a tone mark before
    it; ຫນ, ຫມ and ຫລ become ໜ, ໝ and ຫຼ; signs below before those above before tone marks, a doubled one once.

    Args:
        text: Any text, also broken or mixed.

    Returns:
        The text in order; calling it again changes nothing.
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_DIGITS)
    text = _MARKS.sub(_ordered, text)
    text = re.sub(f"\u0ecd([{_TONES}]*)າ", r"\1ຳ", text)
    text = re.sub(f"ຳ([{_TONES}]+)", r"\1ຳ", text)
    text = re.sub(f"([{_TONES}])\\1+", r"\1", text)
    text = text.replace("ເເ", "ແ").replace("ຫນ", "ໜ").replace("ຫມ", "ໝ").replace("ຫລ", "ຫຼ")
    return unicodedata.normalize("NFC", text)


class Part(NamedTuple):
    """A part of a syllable: its key among the pieces, and where its first sign stands in the word without tones."""

    piece: str
    start: int


def parts_of(word: str) -> tuple[Part, ...]:
    """Cut one word, already canonical, into parts of syllables, in the order they are spoken."""
    word = _TONE.sub("", word)
    parts: list[Part] = []
    place = 0
    closed = False
    while place < len(word):
        match = _SCAN.match(word, place)
        if match is None:  # The scan takes any sign, so this cannot be.
            break
        place = match.end()
        onset, frame = _read(match)
        if frame:
            parts += [Part(onset, match.start()), Part(f"-{frame}", match.start())]
            closed = _may_close(word, place, frame)
            if closed:
                parts.append(Part(f"-{word[place]}", place))
                place += 1
        elif match["killed"]:
            parts.append(Part(f"-{match.group()}", match.start()))
        elif match["bare"] and closed and parts:
            parts.append(Part(f"-({onset})", match.start()))
            closed = False
        elif match["bare"]:
            parts += [Part(onset, match.start()), Part("-◌", match.start())]
        elif match.group().isalnum() and not "\u0eb0" <= match.group() <= "\u0ebd":
            parts.append(Part(match.group(), match.start()))
            closed = False
    return tuple(parts)


def _read(match: re.Match[str]) -> tuple[str, str]:
    """The onset and the vowel of one match; no vowel where it has none."""
    if match["before"]:
        short = "◌" + match["short"] if match["short"] else ""
        return match["spanned"], match["before"] + short
    if match["onset"]:
        return match["onset"], match["sign"] or ("ອ" if match["o"] else "ັວ◌")
    for number, (_, _, frame) in enumerate(_FRAMES):
        if match[f"frame{number}"]:
            return match[f"onset{number}"], frame
    return match["bare"] or "", ""


def _may_close(word: str, place: int, frame: str) -> bool:
    """Whether the next consonant closes the syllable."""
    if frame in _TAKES_NONE or not _FINAL.match(word, place):
        return False
    if frame in _NEEDS_ONE:
        return True
    return not _TAKES_VOWEL.match(word, place)


def pieces(word: str) -> tuple[str, ...]:
    """Cut one word, already canonical, into the pieces that spellings are learnt for."""
    return tuple(part.piece for part in parts_of(word))


def syllables(word: str) -> tuple[str, ...]:
    """Cut one word, already canonical, into syllables; joined they give the word again."""
    starts = {part.start for part in parts_of(word) if not part.piece.startswith("-")}
    cut: list[str] = []
    begun = place = 0
    for number, sign in enumerate(word):
        if _TONE.match(sign):
            continue
        if place in starts and number > begun:
            cut.append(word[begun:number])
            begun = number
        place += 1
    if begun < len(word):
        cut.append(word[begun:])
    return tuple(cut)


#: Marked vowels of BGN/PCGN, which the table of spellings writes without marks.
_MARKED = {
    "-ເ": "é",
    "-ເ◌ັ": "é",
    "-ເ◌ະ": "é",
    "-ແ": "è",
    "-ແ◌ັ": "è",
    "-ແ◌ະ": "è",
    "-ໂ": "ô",
    "-ໂ◌ະ": "ô",
    "-ໂ◌ັ": "ô",
    "-ົ": "ô",
}


def gazetted(word: str) -> str:
    """Write one word, already canonical, by BGN/PCGN.

    Follows the BGN/PCGN 1966 system for Lao, which rests on the French spelling of the Lao Commission Nationale de
    Toponymie: x for ຊ, gn for ຍ, ou for ຸ, and é, è, ô.
    """
    table = table_of("lao", System.BGN_PCGN)
    return "".join(_MARKED.get(piece) or next(iter(table.get(piece, {"": 1.0}))) for piece in pieces(word))


def romanise(name: str) -> tuple[Romanisation, ...]:
    """Write a name, already canonical, in Latin letters.

    Args:
        name: One or more words.

    Returns:
        The BGN/PCGN spelling first, then up to eight customary ones, French and English, each once.
    """
    strict = " ".join(gazetted(word).capitalize() for word in name.split())
    found = {strict: Romanisation(strict, System.BGN_PCGN)} if strict.strip() else {}
    for romanisation in romanised(name, pieces, "lao", (System.CUSTOMARY,)):
        found.setdefault(romanisation.spelling, romanisation)
    return tuple(found.values())


LAO = Writing(script=Script.LAO, canonical=canonical, syllables=syllables, pieces=pieces, romanise=romanise)

"""Hangul: Korean names cut into onsets, vowels and finals, and written in Latin letters.

Pieces:
    김         a common family name at the beginning of a word of two to four syllables, as one piece
    ㄱ ~ㄱ      an onset at the beginning of a word, and within one
    -ㅓ -ㅓ.    a vowel in an open and in a closed syllable
    -ㄱ        a final as it is written

North and South differ in the first letter of some names (로 and 노, 리 and 이); both are left as they are written.
"""

from __future__ import annotations

import re
import unicodedata

from noharbor.science.scripts.hangul_systems import mccune_reischauer, revised
from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.spelling_rules import romanised
from noharbor.science.scripts.writing import Romanisation, System, Writing

ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = (*"-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ",)
#: Family names that are spelt by custom rather than by rule, the commonest of the census of 2015 and of the North.
FAMILY_NAMES = frozenset(
    "이김박최정강조윤장임한오서신권황안송전홍유류고문양손배백허남심노로하곽성차주우구민나라진지엄채원천방공현함변염여려"
    "추도소석선설마길연위표명기반왕금옥육륙인맹제모탁국어은편용리림량렴태경봉사부좌계승시팽피복아야예"
)
_DOUBLE_FAMILY_NAMES = frozenset({"남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방"})
_FIRST, _LAST = 0xAC00, 0xD7A3
#: Letters of half width and old letters become those of today by compatibility; other text must not.
_HALF_WIDTH = re.compile("[\uffa0-\uffdc\u3131-\u318e]+")
_UNSEEN = dict.fromkeys([0x00AD, 0x115F, 0x1160, 0x3164, 0xFEFF, *range(0x200B, 0x2010), *range(0x2060, 0x206A)])


def canonical(text: str) -> str:
    """Write loose and half-width letters as whole syllables wherever they make some. Idempotent; linear in length."""
    text = text.translate(_UNSEEN)
    text = _HALF_WIDTH.sub(lambda match: _whole_syllables(match.group()), text)
    return unicodedata.normalize("NFC", text)


def _whole_syllables(letters: str) -> str:
    """Compose compatibility letters: an onset with a vowel, and a final where no vowel follows it."""
    letters = "".join(_plain(letter) for letter in letters)
    made: list[str] = []
    at = 0
    while at < len(letters):
        onset, vowel = ONSETS.find(letters[at]), VOWELS.find(letters[at + 1]) if at + 1 < len(letters) else -1
        if onset < 0 or vowel < 0:
            made.append(letters[at])
            at += 1
            continue
        final, used = 0, 2
        after, beyond = letters[at + 2 : at + 3], letters[at + 3 : at + 4]
        if after and after in FINALS and not (beyond and beyond in VOWELS):
            final, used = FINALS.index(after), 3
        made.append(chr(_FIRST + (onset * 21 + vowel) * 28 + final))
        at += used
    return "".join(made)


def _plain(letter: str) -> str:
    """The compatibility letter of full width, for one of half width."""
    if letter < "\uffa0":
        return letter
    name = unicodedata.name(letter, "").replace("HALFWIDTH ", "")
    try:
        return unicodedata.lookup(name) if name else letter
    except KeyError:
        return letter


def parts(syllable: str) -> tuple[str, str, str] | None:
    """The onset, vowel and final ("" for none) of one syllable; None for any other character."""
    code = ord(syllable) - _FIRST
    if not 0 <= code <= _LAST - _FIRST:
        return None
    final = code % 28
    return ONSETS[code // 588], VOWELS[code // 28 % 21], FINALS[final] if final else ""


def syllables(word: str) -> tuple[str, ...]:
    """One character, one syllable."""
    return tuple(word)


def family_name(word: str) -> str:
    """The family name at the beginning of a word that can be a whole name, else ""."""
    if not 2 <= len(word) <= 4:
        return ""
    if word[:2] in _DOUBLE_FAMILY_NAMES and len(word) > 2:
        return word[:2]
    return word[0] if word[0] in FAMILY_NAMES else ""


def pieces(word: str) -> tuple[str, ...]:
    """Cut one canonical word into the pieces described above."""
    found: list[str] = []
    whole = family_name(word)
    for at, char in enumerate(word):
        if at == 0 and len(whole) == 1:
            found.append(char)
            continue
        letters = parts(char)
        if letters is None:
            if char.isalnum():
                found.append(char.lower())
            continue
        onset, vowel, final = letters
        found.append(f"~{onset}" if at else onset)
        found.append(f"-{vowel}." if final else f"-{vowel}")
        if final:
            found.append(f"-{final}")
    return tuple(found)


def romanise(name: str) -> tuple[Romanisation, ...]:
    """Write a canonical name by the South's system of 2000, by McCune and Reischauer, and as people spell themselves.

    Where one word can be a family name and a given name, it is written as such first (given names keep each syllable
    as it is written, by the rule of 2000 for names of persons), then as one word with its changes of sound.
    """
    words = name.split()
    found: dict[str, System] = {}
    for system, write in ((System.REVISED, revised), (System.MCCUNE_REISCHAUER, mccune_reischauer)):
        parted = _as_person(words[0]) if len(words) == 1 else words
        found.setdefault(" ".join(write(part, True).capitalize() for part in parted), system)
        found.setdefault(" ".join(write(word, False).capitalize() for word in words), system)
    if len(words) == 1:
        words = _as_person(words[0])
    for customary in romanised(" ".join(words), _pieces_apart, "hangul", (System.CUSTOMARY,)):
        found.setdefault(customary.spelling, System.CUSTOMARY)
    return tuple(Romanisation(spelling, system) for spelling, system in found.items() if spelling)


def _as_person(word: str) -> list[str]:
    family = family_name(word)
    return [family, word[len(family) :]] if family and len(word) <= 3 + (len(family) > 1) else [word]


def _pieces_apart(word: str) -> tuple[str, ...]:
    """Pieces of a word that stands apart: a lone syllable may still be a family name."""
    return (word,) if word in FAMILY_NAMES else pieces(word)


HANGUL = Writing(script=Script.HANGUL, canonical=canonical, syllables=syllables, pieces=pieces, romanise=romanise)

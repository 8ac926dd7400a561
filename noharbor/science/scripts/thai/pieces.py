"""The pieces of a Thai word that spellings are learnt for, and its syllables."""

from __future__ import annotations

import re

from noharbor.science.scripts.thai.order import listed
from noharbor.science.scripts.thai.parts import Part, parts_of
from noharbor.science.scripts.thai.runs import Role

_BEGINS = Role.ONSET
_KEYS = {
    Role.CLOSED: "-◌{}",
    Role.EXTRA: "-({})",
    Role.FINAL: "-{}",
    Role.KILLED: "-{}",
    Role.OPEN: "-◌{}",
    Role.SHORT: "-{}",
}
#: A vowel and the glide that closes it are spelled as one: สาย, แก้ว, เขียว.
GLIDES = listed("-าว -เ◌ียว -แว -เว -ิว -าย -อย -ุย -ูย -โย -ัว◌ย -เ◌ือย")
_TELL_POSITION = frozenset({Role.CLOSED, Role.EXTRA, Role.FINAL})
#: A short vowel under a killed letter matters where it may be spelled: ศักดิ์ Sakdi.
_KILLED_VOWEL = re.compile("(?<![ดตทธฐ])[ิุ]")
_TONE = re.compile("[\u0e48-\u0e4b\u0e3a\u0e4e]")


def piece_of(part: Part) -> str:
    """The key of one part in the table of spellings."""
    role, letters, _, medial = part
    if role is Role.ONSET:
        return letters
    if role is Role.FRAME:
        return "-" + letters
    if role is Role.KILLED:
        letters = _KILLED_VOWEL.sub("", letters)
    key = _KEYS[role].format(letters)
    return key + "+" if medial and role in _TELL_POSITION else key


def pieces(word: str) -> tuple[str, ...]:
    """Cut one word, already canonical, into the pieces that spellings are learnt for."""
    found: list[str] = []
    for part in parts_of(word):
        key = piece_of(part)
        if part.role is Role.FINAL and found[-1:] and found[-1] + part.letters in GLIDES:
            found[-1] += key[1:]
        else:
            found.append(key)
    return tuple(found)


def syllables(word: str) -> tuple[str, ...]:
    """Cut one word, already canonical, into syllables; joined they give the word again."""
    starts = {part.start for part in parts_of(word) if part.role is _BEGINS and part.start > 0}
    cut: list[str] = []
    begun = 0
    place = 0  # Counts signs without tone marks, as the parts do.
    for number, sign in enumerate(word):
        if _TONE.match(sign):
            continue
        if place in starts:
            cut.append(word[begun:number])
            begun = number
        place += 1
    if begun < len(word):
        cut.append(word[begun:])
    return tuple(cut)

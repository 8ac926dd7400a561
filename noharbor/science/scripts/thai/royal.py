"""Thai names in Latin letters: by the Royal Thai General System, and as people spell themselves."""

from __future__ import annotations

from noharbor.science.scripts.spelling_rules import romanised, table_of
from noharbor.science.scripts.thai.parts import Part, parts_of
from noharbor.science.scripts.thai.pieces import piece_of, pieces
from noharbor.science.scripts.thai.runs import Role
from noharbor.science.scripts.thai.spoken import READ_WITH_I, is_hissing, linking
from noharbor.science.scripts.writing import Romanisation, System

_STOPS = frozenset("ptk")


def royal(word: str) -> str:
    """Write one word, already canonical, by the Royal Thai General System.

    Follows the Royal Institute's principles of romanisation by transcription of 1999 as registered with UNGEGN: no
    tones, no vowel length. What a bare consonant does is guessed by rule, so learned compounds may come out otherwise.
    """
    parts = parts_of(word)
    return "".join(_spelled(parts, number) for number in range(len(parts)))


def _system(piece: str) -> str:
    return next(iter(table_of("thai", System.RTGS).get(piece, {"": 1.0})))


def _spelled(parts: tuple[Part, ...], number: int) -> str:
    """One part, with the linking syllable where one is spoken: รัตนชัย Rattanachai, จักรพันธ์ Chakkraphan."""
    part = parts[number]
    if part.role is Role.ONSET and part.letters == "ทร" and is_hissing(parts, number):
        return "s"
    if part.role is Role.FRAME and part.letters == "ฤ" and parts[number - 1].letters in READ_WITH_I:
        return "ri"
    if part.role not in (Role.CLOSED, Role.EXTRA, Role.FINAL):
        return _system(piece_of(part))
    if part.role is Role.EXTRA and len(part.letters) > 1:
        return _system(piece_of(part))
    linked = linking(parts, number)
    if part.role is Role.EXTRA:
        return linked and _system(linked) + "a"
    final = _system(f"-{part.letters}")
    vowel = "o" if part.role is Role.CLOSED else ""
    if not linked:
        return _system(piece_of(part._replace(medial=False)))
    return vowel + (final if final in _STOPS else "") + _system(linked) + "a"


def romanise(name: str) -> tuple[Romanisation, ...]:
    """Write a name, already canonical, in Latin letters: customary spellings, and the Royal Thai General System.

    Args:
        name: One or more words.

    Returns:
        The system's spelling first, then up to eight customary ones, each once.
    """
    strict = " ".join(royal(word).capitalize() for word in name.split())
    found = {strict: Romanisation(strict, System.RTGS)} if strict.strip() else {}
    for romanisation in romanised(name, pieces, "thai", (System.CUSTOMARY,)):
        found.setdefault(romanisation.spelling, romanisation)
    return tuple(found.values())

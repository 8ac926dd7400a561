"""Thai names in Latin letters: by the Royal Thai General System, and as people spell themselves."""

from __future__ import annotations

from noharbor.science.scripts.spelling_rules import romanised, table_of
from noharbor.science.scripts.thai.parts import Part, parts_of
from noharbor.science.scripts.thai.pieces import piece_of, pieces
from noharbor.science.scripts.thai.runs import Role
from noharbor.science.scripts.writing import Romanisation, System

_STOPS = frozenset("ptk")
#: Onsets whose bare ro rua before another syllable is read -ora-: วร-, สร-; else -on-: นคร, พร.
_READ_ORA = frozenset("วสอห")
#: Vowels after which ro rua before another syllable is linked: ธีร-, สุร-; not after others: ธาร.
_LINKED = frozenset("ิีุ")
#: What ro rua after these finals becomes before another syllable: จักรพันธ์, มิตรภาพ, เพชรบุรี, สมุทรปราการ.
_BEFORE_RO = {"ก": "kra", "ช": "cha", "ต": "tra", "ท": " "}


def royal(word: str) -> str:
    """Write one word, already canonical, by the Royal Thai General System.

    Follows the Royal Institute's principles of romanisation by transcription of 1999 as registered with UNGEGN: no
    tones, no vowel length. What a bare consonant does is guessed by rule, so learned compounds may come out otherwise.
    """
    table = table_of("thai", System.RTGS)
    spelled = ""
    parts = parts_of(word)
    for number, part in enumerate(parts):
        spelled += _linked(parts, number, spelled) or next(iter(table.get(piece_of(part), {"": 1.0})))
    return spelled.replace(" ", "")


def _linked(parts: tuple[Part, ...], number: int, spelled: str) -> str:
    """What the neighbours of a part change; "" where nothing.

    A consonant after a final begins a linking syllable: รัตนชัย Rattanachai, จักรพันธ์ Chakkraphan. A few letters are
    read by what stands beside them: ทร in ทราย is s.
    """
    part = parts[number]
    before = parts[number - 1] if number else None
    if part.role is Role.ONSET and part.letters == "ทร" and _is_s(parts, number):
        return "s"
    if not part.medial or before is None:
        return ""
    if part.role is Role.CLOSED and part.letters == "ร" and before.letters in _READ_ORA:
        return "ora"
    if part.role is Role.FINAL and part.letters == "ร" and before.letters in _LINKED:
        return "ra"
    if part.role is Role.FINAL and part.letters == "ช" == parts[number + 1].letters:
        return "t"
    if part.role is Role.FINAL and part.letters in "ตฒ" and parts[number + 1].letters == "น":
        return "tta" if part.letters == "ต" else "ttha"
    return _extra(part, before, spelled) if part.role is Role.EXTRA else ""


def _is_s(parts: tuple[Part, ...], number: int) -> bool:
    """Whether ทร is read s, as it is in words of Khmer origin: ทราย, ทรง, ทรัพย์, อินทรี."""
    around = "".join(part.letters for part in parts[number + 1 : number + 3])
    return around in ("าย", "าบ", "ง", "ัพ", "ุด", "ี") or around[:1] == "ไ"


def _extra(part: Part, before: Part, spelled: str) -> str:
    """A consonant after a final, as a syllable with a."""
    table = table_of("thai", System.RTGS)
    onset = next(iter(table.get(part.letters, {"": 1.0})))
    if spelled[-1:] in _STOPS and part.letters in "นมยลว" and part.letters != before.letters:
        return next(iter(table.get(before.letters, {"": 1.0}))) + "a" + onset + "a"
    if part.letters == "ร" and before.letters in _BEFORE_RO:
        return _BEFORE_RO[before.letters]
    return onset + "a"


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

"""Spell a syllable of Mandarin, Cantonese or Korean in Latin letters, by the rules of names/han/systems.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

#: Letters of a Hangul syllable, in the order of its code.
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
#: Vowels before which a first ㄹ or ㄴ falls silent in the South.
FRONT_VOWELS = frozenset("ㅑㅕㅖㅛㅠㅣ")

#: Spellings kept of a syllable that is spelt letter by letter.
MOST_BY_RULE = 10


def unicode_safe(table: dict[Any, Any]) -> dict[str, list[str]]:
    """A part of systems.yaml with its keys as text."""
    return {str(key): [str(one) for one in values] for key, values in table.items()}


def _by_rule(syllable: str, rules: Any) -> list[str]:
    """Initial and final spelt apart, the likeliest of both first; nothing where the rules know either not."""
    initials, finals = unicode_safe(rules["initials"]), unicode_safe(rules["finals"])
    for length in (2, 1, 0):
        initial, final = syllable[:length], syllable[length:]
        if initial in initials and final in finals:
            pairs = sorted(
                product(enumerate(initials[initial]), enumerate(finals[final])),
                key=lambda both: both[0][0] + both[1][0],
            )
            return [first + last for (_, first), (_, last) in pairs][:MOST_BY_RULE]
    return []


def _pinyin(syllable: str) -> list[str]:
    """Pinyin without marks: ü as u, v or yu, as passports of different years have it."""
    if "v" in syllable:
        return [syllable.replace("v", "u"), syllable, syllable.replace("v", "yu")]
    return [syllable]


def _replaced(syllable: str, rules: Any) -> str:
    """A syllable with its initial and its end replaced where the rules have another; else as it is."""
    special = unicode_safe(rules["syllables"]).get(syllable)
    if special:
        return special[0]
    for old, new in unicode_safe(rules["finals"]).items():
        if syllable.endswith(old):
            syllable = syllable.removesuffix(old) + new[0]
            break
    for old, new in unicode_safe(rules["initials"]).items():
        if syllable.startswith(old):
            return new[0] + syllable.removeprefix(old)
    return syllable


def wade_giles(syllable: str, rules: Any) -> list[str]:
    """A pinyin syllable (v for ü) in Wade-Giles without apostrophes and marks."""
    special = unicode_safe(rules["syllables"]).get(syllable)
    if special:
        return special
    initials, finals = unicode_safe(rules["initials"]), unicode_safe(rules["finals"])
    initial = next((one for one in sorted(initials, key=len, reverse=True) if one and syllable.startswith(one)), "")
    final = syllable.removeprefix(initial)
    if final == "u" and initial in {"j", "q", "x"}:
        return [first + "u" for first in initials[initial]]
    spelt = finals.get(final, [final.replace("v", "u")])
    return [first + last for first, last in product(initials[initial], spelt)]


def mandarin_systems(syllables: Iterable[str], systems: Any) -> tuple[list[str], list[str]]:
    """Pinyin on one hand; on the other Wade-Giles, then all that papers of Taiwan have beside it."""
    pinyin: list[str] = []
    others: list[str] = []
    postal = unicode_safe(systems["postal"])
    for syllable in syllables:
        pinyin += _pinyin(syllable)
        others += wade_giles(syllable, systems["wade_giles"])
        others.append(_replaced(syllable, systems["tongyong"]).replace("v", "yu"))
        others += postal.get(syllable, [])
        # Passports of Taiwan mix the systems, and pinyin among them.
        others += _pinyin(syllable)
    return pinyin, others


def cantonese(syllables: Iterable[str], systems: Any) -> list[str]:
    """Jyutping as Hong Kong writes it, then as Macau does."""
    bare = list(dict.fromkeys(one.rstrip("123456") for one in syllables))
    found: list[str] = []
    for system in ("cantonese", "macau"):
        special = unicode_safe(systems[system]["syllables"])
        for syllable in bare:
            found += special.get(syllable) or _by_rule(syllable, systems[system])
    return found


def letters_of(syllable: str) -> tuple[str, str, str]:
    """Initial, vowel and final of a Hangul syllable."""
    code = ord(syllable) - 0xAC00
    return INITIALS[code // 588], VOWELS[code % 588 // 28], FINALS[code % 28]


def syllable_of(initial: str, vowel: str, final: str) -> str:
    """The Hangul syllable of three letters."""
    return chr(0xAC00 + INITIALS.index(initial) * 588 + VOWELS.index(vowel) * 28 + FINALS.index(final))


def rebound(syllables: Iterable[str]) -> list[str]:
    """Hangul readings with what the South writes at the beginning of a word: 리 and 이, 로 and 노, 녀 and 여."""
    return list(dict.fromkeys(one for syllable in syllables for one in _at_beginning(syllable)))


def _at_beginning(syllable: str) -> Iterator[str]:
    initial, vowel, final = letters_of(syllable)
    yield syllable
    if initial in "ㄹㄴ" and vowel in FRONT_VOWELS:
        yield syllable_of("ㅇ", vowel, final)
    elif initial == "ㄹ":
        yield syllable_of("ㄴ", vowel, final)


def korean(syllables: Iterable[str], systems: Any) -> list[str]:
    """Hangul syllables in Latin letters: spellings usual in passports, then by rule, the Revised Romanization first."""
    rules = systems["korean"]
    special = unicode_safe(rules["syllables"])
    parts = [unicode_safe(rules[name]) for name in ("initials", "vowels", "finals")]
    found: list[str] = []
    by_rule: list[str] = []
    for syllable in syllables:
        found += special.get(syllable, [])
        choices = [enumerate(part.get(letter, [])) for part, letter in zip(parts, letters_of(syllable), strict=True)]
        ranked = sorted(product(*choices), key=lambda three: sum(rank for rank, _ in three))
        by_rule += ["".join(chunk for _, chunk in three) for three in ranked][:MOST_BY_RULE]
    return found + by_rule

"""Which language of the region a name in Latin letters is of: by how common its words are, and by its syllables."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from noharbor.reference.tables import table
from noharbor.science.names.without_marks import without_marks

#: A word counts for a language as far as it is commoner there than this.
_BACKGROUND = 0.0004
_ENGLISH_BACKGROUND = 0.00003
_FAMILY_ALONE = 2.5
#: What a word takes off that no list of a language has.
_UNKNOWN = {"en": 2.5, "km": 1.2, "ko": 1.5, "my": 1.5, "th": 1.0, "vi": 3.0, "zh": 1.5}
_LANGUAGES = tuple(_UNKNOWN)
#: The same where it cannot be made of the language's syllables.
_IMPOSSIBLE = 6.0
_ENOUGH = 2.0
_LEAD = 0.7
_MARKED = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_THAI_ENDING = re.compile(
    "(?:porn|phong|pong|wong|vong|korn|chai|sak|rat|kul|kun|nont|sri|wat|anan|thong|suk|siri|dej|det|kij|kit|phan|pan"
    "|boon|chot|tong|wut|vut|yot|nan|lak|phon|pol|phol|rung|ruang|sin|thep|tep|wit|vit|yan)$"
)


@cache
def _hints() -> dict[str, tuple[tuple[str, float], ...]]:
    """For each word known to some language, how much it speaks for it, in nats."""
    found: dict[str, dict[str, float]] = {}
    for language, content in table("name_shares").items():
        for word, per_million in content["words"].items():
            plain = without_marks(word)
            if plain.isascii() and per_million:
                # English names are many, each of them rare; being in the list says most.
                background = _ENGLISH_BACKGROUND if language == "en" else _BACKGROUND
                weight = log(per_million / 1_000_000 / background)
                known = found.setdefault(plain, {})
                known[language] = max(known.get(language, 0.0), min(5.0, weight))
    return {word: tuple(weights.items()) for word, weights in found.items()}


@cache
def _families() -> dict[str, tuple[str, ...]]:
    """Languages that have a word as family name."""
    found: dict[str, list[str]] = {}
    lists = table("name_parts")["families"]
    for name, language in (("vietnamese", "vi"), ("korean", "ko"), ("chinese", "zh"), ("khmer", "km")):
        for word in lists[name]:
            found.setdefault(word.casefold(), []).append(language)
    return {word: tuple(dict.fromkeys(languages)) for word, languages in found.items()}


@cache
def _syllables(language: str) -> re.Pattern[str]:
    """One to three syllables of the readings of characters that are common in Chinese names, as customarily spelt."""
    return re.compile(f"(?:{'|'.join(table('romanised_syllables')[language])}){{1,3}}")


@lru_cache(maxsize=32_768)
def language_of_latin(words: tuple[str, ...]) -> str:
    """Guess the language of a name in Latin letters.

    Args:
        words: Its words in order, titles off.

    Returns:
        "en", "km", "ko", "my", "th", "vi" or "zh"; "" where the words do not tell, as of most names of the rest of
        the world.
    """
    if any(not word.isascii() and _MARKED.search(word) for word in words) and _is_vietnamese(words):
        return "vi"
    plain = [without_marks(word) for word in words if len(word) > 1]
    if not plain or len(plain) > 6:
        return ""
    last = len(plain) - 1
    per_word = [_scores(word, _Place(at == 0, at == last > 0)) for at, word in enumerate(plain)]
    totals = [sum(scores) for scores in zip(*per_word, strict=True)]
    score = max(totals)
    if score < _ENOUGH:
        return ""
    best = totals.index(score)
    second = max(total for at, total in enumerate(totals) if at != best)
    return _LANGUAGES[best] if score - second >= _LEAD else ""


class _Place(NamedTuple):
    """Where a word stands in a name of more than one word; the first of one is the first."""

    first: bool
    last: bool


@lru_cache(maxsize=65_536)
def _scores(word: str, place: _Place) -> tuple[float, ...]:
    """What a word says for each language, in nats."""
    told = dict(_hints().get(word, ()))
    if place.first or place.last:
        for language in _families().get(word, ()):
            if place.first or language in ("ko", "zh"):
                told[language] = max(told.get(language, 0.0), _FAMILY_ALONE)
    return tuple(
        told[language] if language in told else _by_syllables(word, language, unknown, first=place.first)
        for language, unknown in _UNKNOWN.items()
    )


def _is_vietnamese(words: tuple[str, ...]) -> bool:
    return all(len(word) <= 7 for word in words) and without_marks(words[0]) in _families()


def _by_syllables(word: str, language: str, unknown: float, *, first: bool) -> float:
    """What a word that is in no list of a language says by its syllables."""
    if language in ("ko", "zh"):
        if not _syllables(language).fullmatch(word.replace("-", "")):
            return -_IMPOSSIBLE
        return -unknown if first else (1.0 if "-" in word else 0.3)
    if language == "th" and len(word) > 5 and _THAI_ENDING.search(word):
        return 1.3
    return -unknown

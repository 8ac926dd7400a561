"""Places that no gazetteer lists: villages, gates, hotels and districts that English marks by its words.

"in Koror and Airai", "at the Moc Bai international border gate", "Tuol Kork district": a capitalised name behind a
word of place, or before a word that says what kind of place it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from noharbor.science.language.events import EventPlace
from noharbor.science.language.lexicons import word_set
from noharbor.science.language.spans import PlaceSpan

_WORD = r"[A-Z][\w'’]*(?:-[\w'’]+)*"
_NAME = rf"{_WORD}(?:\s(?:{_WORD}|\d{{1,2}}(?!\d))){{0,3}}"
_KINDS = (
    r"(?:international )?(?:border )?(?:gate|checkpoint|crossing|bridge|airport|port|pier|terminal)|"
    r"(?:special economic )?zone|district|"
    r"province|township|municipality|commune|sub-district|village|ward|city|county|prefecture|region|state|"
    r"island|river|town|market|barangay"
)
_BEHIND_PREPOSITION = re.compile(
    rf"\b(?:(?:in|at|near|outside|off|inside|around|reached|along)\s(?:the\s)?|Court,\s)(?P<name>{_NAME}(?:\s(?:{_KINDS})\b)?)"
)
_BEFORE_KIND = re.compile(rf"(?<![.!?]\s)(?P<name>{_NAME}(?:\s(?:{_KINDS})\b))")
_ROADS = r"(?:Road|Street|Avenue|Boulevard|Highway)"
_ON_A_ROAD = re.compile(rf"\b(?:on|in|at|near|off|along)\s(?P<name>(?:{_WORD}\s){{1,3}}{_ROADS})\b")
_AND = re.compile(rf"(?:,\s|,?\sand\s)(?P<name>{_NAME})(?=[\s,.;])")
_NOT_PLACES = word_set("english_words", "not_places")
_PERSON_OR_BODY = re.compile(
    r"(?:Group|Ltd|Inc|Corp|Company|Bank|Holdings?|Police|Ministry|Court|Office|Bureau|Department|Commission|"
    r"Committee|Agency|Association|Network|"
    r"Centre|Center|Council|Force|Union|Foundation|University|Institute|Act|Law|Code|Times|News|Post|"
    r"Convention|Party|Forum|Mission|Embassy|Authority|Exchange|Lane|Tower|"
    r"Plaza|Mall|Hotel|Building|Hall|Cup|Summit|Project|System)s?$"
)


def find_unlisted(text: str, taken: Sequence[tuple[int, int]]) -> list[PlaceSpan]:
    """Places that the text marks as such and that nothing else has named.

    Args:
        text: The whole text.
        taken: Characters of known places, bodies, nationalities and moments.

    Returns:
        Places without a state, in order; the reader works the state out from what stands around.
    """
    found: dict[int, PlaceSpan] = {}
    busy = sorted(taken)
    for pattern in (_ON_A_ROAD, _BEHIND_PREPOSITION, _BEFORE_KIND):
        for match in pattern.finditer(text):
            _add(text, match.start("name"), match.group("name"), busy, found)
            follows = _AND.match(text, match.end())
            if follows and match.start("name") in found:
                _add(text, follows.start("name"), follows.group("name"), busy, found)
    return [found[start] for start in sorted(found)]


def _add(text: str, start: int, name: str, busy: list[tuple[int, int]], found: dict[int, PlaceSpan]) -> None:
    end = start + len(name)
    if name.endswith(("'s", "’s")):
        end -= 2
    name = text[start:end]
    words = name.split()
    kind = kind_of(name)
    if any(start < stop and begin < end for begin, stop in busy) or any(
        start < span.end and span.start < end for span in found.values()
    ):
        return
    if any(word.lower().strip("'’") in _NOT_PLACES for word in words) or _PERSON_OR_BODY.search(name):
        return
    if kind and len(words) == 1:
        # "the District": a kind of place without a name.
        return
    if not kind and (name.isupper() or len(name) < 4 or len(words) > 2):
        return
    found[start] = PlaceSpan(start, end, EventPlace(name, None), kind=kind or "unlisted")


def kind_of(name: str) -> str:
    """The kind of place its last word says: "crossing", "airport", "district" …; empty when it says none."""
    last = name.lower().split()[-1]
    if last in ("gate", "checkpoint", "crossing", "bridge", "pier", "port"):
        return "crossing"
    if last in ("airport", "terminal"):
        return "airport"
    if re.fullmatch(_ROADS, last.title()):
        return "road"
    return "district" if re.fullmatch(_KINDS, last) else ""

"""The words for what is done with people, and the conditions under which they tell it."""

from __future__ import annotations

import re
from functools import cache

from noharbor.science.language.chinese.lexical import predicates, words_of
from noharbor.science.language.events import EventType

#: Words that point at people told of before.
BACKWARD = re.compile(
    r"上述|该批|这批|此批|这些|该些|他们|她们|三人|两人|二人|四人|五人|全部|全数|一行|有关人员|涉案人等"
)


@cache
def listed(kind: str, condition: str) -> frozenset[str]:
    """The words of a type that tell it only under a condition."""
    return frozenset(words_of("chinese_predicates", kind, condition))


@cache
def act_patterns() -> dict[EventType, re.Pattern[str]]:
    """The words of arrests, of transfers (under handover, whoever is moved) and of rescues."""
    transfers = re.compile(
        predicates("handover", "strong").pattern + "|" + predicates("repatriation_of_victims", "strong").pattern
    )
    return {
        EventType.ARREST: predicates("arrest", "strong"),
        EventType.HANDOVER: re.compile("|".join(sorted(set(transfers.pattern.split("|")), key=len, reverse=True))),
        EventType.RESCUE: predicates("rescue", "strong"),
    }

"""The words that may tell a type, strong and weak together; for finding the telling clause."""

from __future__ import annotations

import re
from functools import cache

from noharbor.science.language.chinese.lexical import pattern_of, words_of
from noharbor.science.language.events import EventType


@cache
def trigger_of(kind: EventType) -> re.Pattern[str]:
    """Any word of a type, of at least two characters."""
    words = [*words_of("chinese_predicates", kind.value, "strong"), *words_of("chinese_predicates", kind.value, "weak")]
    return pattern_of([word for word in words if len(word) > 1])

"""What stands beside a name or in its place and is none: labels, list numbers, ages, states, "unknown"."""

from __future__ import annotations

import re
from functools import cache

from noharbor.reference.tables import table
from noharbor.science.scripts.normal_form import normal_form

_EDGES = " .:,;-*_'\""
_LIST_NUMBER = re.compile(r"\W*\d{1,4}\s*(?:[.)။、．]|\)\s*[.:])\s*(?=[^\W\d])")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(normal_form(word.replace("_", " ")).casefold() for word in table("name_parts")["remarks"][name])


@cache
def _born() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _words("born")), key=len, reverse=True))
    return re.compile(rf"(?:{words})(?![a-zà-ỹ])", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _words("labels")), key=len, reverse=True))
    return re.compile(rf"\s*(?:{words})\s*:\s*", re.IGNORECASE)


def is_remark(inner: str) -> bool:
    """Whether what stands in brackets after a name is an age, a birth, a state, and no other name."""
    plain = inner.strip(_EDGES).casefold()
    if not any(map(str.isalpha, plain)) or plain in _words("states") or plain in _words("nameless"):
        return True
    return any(map(str.isdigit, plain)) and bool(_born().search(plain))


def is_nameless(words: tuple[str, ...]) -> bool:
    """Whether words say that no name is known."""
    return " ".join(words).casefold() in _words("nameless")


def label_and_number(written: str) -> int:
    """How many characters at the beginning are a label ("Name:") or the number of a list ("3. ")."""
    end = 0
    if ":" in written:
        label = _label().match(written)
        end = label.end() if label else 0
    number = _LIST_NUMBER.match(written, end) if any(map(str.isdigit, written[end : end + 6])) else None
    return number.end() if number else end

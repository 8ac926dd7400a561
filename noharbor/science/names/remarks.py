"""What stands beside a name or in its place and is none: labels, list numbers, ages, states, "unknown"."""

from __future__ import annotations

import re
from collections.abc import Callable
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
    return (
        bool(words)
        and words[0].casefold() in _nameless_beginnings()
        and " ".join(words).casefold() in _words("nameless")
    )


@cache
def _nameless_beginnings() -> frozenset[str]:
    """First words, so that most names are told without being put together."""
    return frozenset(words.split(" ")[0] for words in _words("nameless"))


def label_and_number(written: str) -> int:
    """How many characters at the beginning are a label ("Name:") or the number of a list ("3. ")."""
    end = 0
    if ":" in written:
        label = _label().match(written)
        end = label.end() if label else 0
    number = _LIST_NUMBER.match(written, end) if any(map(str.isdigit, written[end : end + 6])) else None
    return number.end() if number else end


def trailing_remarks(name: str, keep: Callable[[str], bool]) -> tuple[str, tuple[str, ...]]:
    """Take remarks off the end of a name: "…, 35 years old", "…, leader of the gang", "… 男 35岁", "… and others".

    Args:
        name: One name in the normal form.
        keep: Tells of the first word of a part after a comma whether it belongs to the name all the same.

    Returns:
        The name with blanks where remarks stood, and the remarks in order.
    """
    with_others = name.rstrip().casefold().endswith(_others_end())
    if not with_others and not _MAY_HAVE_REMARKS.search(name):
        return name, ()
    remarks: list[str] = []
    end = len(name)
    others = _others().search(name) if with_others else None
    if others and name[: others.start()].strip():
        remarks.append(others.group().strip())
        end = others.start()
    while True:
        comma = name.rfind(",", 0, end)
        space = name.rfind(" ", 0, len(name[:end].rstrip()))
        if comma > 0 and _is_aside(name[comma + 1 : end].strip(), keep):
            start = comma
        elif space > 0 and _is_measure(name[space + 1 : end].strip()):
            start = space
        else:
            break
        remarks.append(name[start:end].strip(" ,"))
        end = start
    return (name[:end] + " " * (len(name) - end), tuple(reversed(remarks))) if remarks else (name, ())


def _is_aside(part: str, keep: Callable[[str], bool]) -> bool:
    """Whether what follows a comma is no part of the name."""
    first = part.split()[0] if part.split() else ""
    if not first:
        return False
    if first.isascii() and first.islower() and first.isalpha() and len(first) > 1 and not keep(first):
        return True
    return is_remark(part) and (any(map(str.isdigit, part)) or part.casefold() in _CERTAIN or not part.isascii())


def _is_measure(word: str) -> bool:
    """Whether a word after a space is an age or a sex, written with a digit or a Chinese character."""
    return word in ("男", "女", "男性", "女性") or (
        any(map(str.isdigit, word)) and is_remark(word) and not word.isascii()
    )


_MAY_HAVE_REMARKS = re.compile(r"[,\d男女]")
_CERTAIN = frozenset(["male", "female", "deceased", "fugitive", "m", "f"])


@cache
def _others_end() -> tuple[str, ...]:
    return tuple(_words("others"))


@cache
def _others() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(word) for word in _words("others")), key=len, reverse=True))
    return re.compile(rf"(?:(?<=\s)|(?<=[^\x00-\u02ff]))(?:{words})\s*$", re.IGNORECASE)

"""Which version understands lists and compares people. A newer one reads and compares again."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from noharbor.science.language.lexicons import compiled_bytes

#: How versions of comparing lists begin, and those of looking people up: each takes away its own proposals only.
COMPARING, LOOKING_UP = "people", "known people"
#: Counted up when the rules of `science.lists` or `science.matching.people` change what comes out.
_UNDERSTANDING = "1"
_COMPARING = "2"
_WORDS = ("list_cells.json", "list_headings.json")
_WEIGHTS = ("name_scores.json", "name_shares.json", "spelling_rules.json")


@cache
def of_understanding() -> str:
    """The version by which lists are understood: of its rules and its words."""
    return _version("lists", _UNDERSTANDING, _WORDS)


@cache
def of_comparing() -> str:
    """The version by which people of lists are compared: of its rules and its weights."""
    return _version(COMPARING, _COMPARING, _WEIGHTS)


@cache
def of_looking_up() -> str:
    """The version by which people are looked up among those known here: it weighs by the same rules."""
    return _version(LOOKING_UP, _COMPARING, _WEIGHTS)


def _version(name: str, rules: str, tables: tuple[str, ...]) -> str:
    digest = sha256(b"".join(map(compiled_bytes, tables))).hexdigest()
    return f"{name} {rules}.{digest[:10]}"

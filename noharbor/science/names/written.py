"""A name in the form it is taken apart in: one normal form, no invisible marks, plain signs, single spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from noharbor.science.scripts.scripts import Script, script_of
from noharbor.science.scripts.zawgyi import repaired_name

#: What comes after this many characters is kept with the name, but not looked into: no name is longer.
LOOKED_INTO = 500

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"\s+")
_WIDE = re.compile("[\u3000\uff01-\uff5e]")
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02b9\u02bb\u02bc`\u00b4\u2032"
_QUOTES = "\u201c\u201d\u201e\u00ab\u00bb\u2033"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2212"
_PLAIN_SIGNS = str.maketrans(
    {**dict.fromkeys(_APOSTROPHES, "'"), **dict.fromkeys(_QUOTES, '"'), **dict.fromkeys(_HYPHENS, "-")}
)
_BURMESE = re.compile("[\u1000-\u109f]")


@lru_cache(maxsize=65_536)
def script_of_sign(char: str) -> Script:
    """The script of one character, remembered."""
    return script_of(char)


def scripts_of(written: str) -> tuple[Script, ...]:
    """Scripts of the letters of a text, in the order of their first letter."""
    if written.isascii():
        return (Script.LATIN,) if any(map(str.isalpha, written)) else ()
    found = dict.fromkeys(map(script_of_sign, written))
    found.pop(Script.OTHER, None)
    return tuple(found)


def in_normal_form(text: str) -> str:
    """The beginning of a name as it is looked into.

    Args:
        text: Any text.

    Returns:
        At most 500 characters: NFC, without invisible and control marks, full-width signs and curly quotes made
        plain, Zawgyi written in Unicode, runs of white space made one space.
    """
    head = text[:LOOKED_INTO]
    if head.isascii():
        if not head.isprintable():
            head = _CONTROL.sub(" ", head)
        return " ".join(head.split())
    head = unicodedata.normalize("NFC", _INVISIBLE.sub("", head).translate(_PLAIN_SIGNS))
    head = _WIDE.sub(_plain_sign, _CONTROL.sub(" ", head))
    if _BURMESE.search(head):
        head = unicodedata.normalize("NFC", repaired_name(head))
    return " ".join(head.split())[:LOOKED_INTO]


def _plain_sign(found: re.Match[str]) -> str:
    sign = found.group()
    return " " if sign == "\u3000" else chr(ord(sign) - 0xFEE0)

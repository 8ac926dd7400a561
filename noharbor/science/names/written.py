"""A name in the form it is taken apart in, and the scripts of its letters."""

from __future__ import annotations

import re
from functools import lru_cache

from noharbor.science.scripts.normal_form import normal_form
from noharbor.science.scripts.scripts import Script, script_of
from noharbor.science.scripts.zawgyi import repaired_name

#: What comes after this many characters is kept with the name, but not looked into: no name is longer.
LOOKED_INTO = 500

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
        At most 500 characters in the normal form, Zawgyi written in Unicode.
    """
    head = text[:LOOKED_INTO]
    if _BURMESE.search(head):
        head = repaired_name(head)
    return normal_form(head)[:LOOKED_INTO]

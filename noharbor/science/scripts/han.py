"""Simplified or traditional Chinese, by the characters that only one of the two uses."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

import opencc

from noharbor.science.scripts.scripts import Script, script_of


class HanForm(StrEnum):
    """The two ways Chinese is printed."""

    SIMPLIFIED = "simplified"
    TRADITIONAL = "traditional"


@cache
def _converter(direction: str) -> opencc.OpenCC:
    return opencc.OpenCC(direction)


def to_simplified(text: str) -> str:
    """Write a text in simplified characters; the number of characters may change."""
    return str(_converter("t2s").convert(text))


def to_traditional(text: str) -> str:
    """Write a text in traditional characters; the number of characters may change."""
    return str(_converter("s2t").convert(text))


def han_form(text: str) -> HanForm | None:
    """Return which form a text is printed in.

    Args:
        text: Any text.

    Returns:
        The form whose own characters are more; None where no character belongs to one form only (中国 does, 大小 does
        not).
    """
    chars = sorted({char for char in text if script_of(char) is Script.HAN})
    if not chars:
        return None
    listed = "\n".join(chars)
    simplified = dict(zip(chars, to_simplified(listed).split("\n"), strict=False))
    traditional = dict(zip(chars, to_traditional(listed).split("\n"), strict=False))
    only_traditional = sum(text.count(char) for char in chars if simplified.get(char, char) != char)
    only_simplified = sum(text.count(char) for char in chars if traditional.get(char, char) != char)
    if only_traditional == only_simplified:
        return None
    return HanForm.TRADITIONAL if only_traditional > only_simplified else HanForm.SIMPLIFIED

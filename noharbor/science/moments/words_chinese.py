"""Chinese words for numbers and weekdays, and the pieces of dates built from them, in simplified characters."""

from __future__ import annotations

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
WEEKDAYS = {character: value for value, character in enumerate("一二三四五六日")} | {"天": 6}

NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|廿[一二三四五六七八九]?)"
YEAR = r"(?:(?:19|20|25)\d\d|[一二][〇零○九零一二三四五六七八九]{3})"


def number(words: str) -> int:
    """The value of "12", "十二", "二十" or "二〇二五"; 0 for words that are no number."""
    if words.isdecimal():
        return int(words)
    if "廿" in words:
        words = words.replace("廿", "二十")
    if "十" in words:
        tens, _, units = words.partition("十")
        return (DIGITS.get(tens, 0) if tens else 1) * 10 + (DIGITS.get(units, 0) if units else 0)
    if all(character in DIGITS for character in words):
        return int("".join(str(DIGITS[character]) for character in words) or 0)
    return 0

"""English words for dates: months, weekdays, small numbers, and the pieces of expression built from them."""

from __future__ import annotations

import re

MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS = (
    {name: number for number, name in enumerate(MONTH_NAMES, 1)}
    | {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)}
    | {"sept": 9}
)
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name[:3]: number for number, name in enumerate(WEEKDAY_NAMES)}
NUMBERS = {
    word: number
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2, "dozen": 12}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Jun\.|Jul\.|Aug(?:ust|\.)?"
    r"|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?![A-Za-z])"
)
#: Months that are no other word, so that they may stand alone: "in June", but not "May" or "March" without a sign.
DISTINCT_MONTH = (
    r"(?:January|February|April|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Apr\.|Aug\.|Sept\.|Sep\.|Oct\.|Nov\.|Dec\.)(?![A-Za-z])"
)
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
NTH = r"(?:st|nd|rd|th)?"
#: Gregorian years that reports speak of, and Buddhist Era ones (2500 to 2599).
YEAR = r"(?:(?:19|20)\d\d|25\d\d)(?![\d,.]?\d)"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!s\b|\s+(?:Times|Star|Mail|Express|Mirror|Telegraph|school))"
SHORT_WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\.?"
TO = r"\s*(?:-|–|—|to|and|through|until|till)\s*"
COUNT = r"(?:\d{1,3}|a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
PART_OF_DAY = r"(?:\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|midnight))?"
PORTION = r"(?:[Ee]arly|[Mm]id|[Ll]ate|[Tt]he\s+(?:beginning|start|middle|end)\s+of|[Ee]nd\s+of|[Bb]eginning\s+of)"


def month_number(words: str) -> int:
    """1..12 for "Aug.", "August" or "AUGUST"."""
    return MONTHS[words.rstrip(".").lower()]


def weekday_number(words: str) -> int:
    """0..6 for "Monday" to "Sunday", in full or short."""
    return WEEKDAYS[words.lower()[:3]]


def count_of(words: str) -> int:
    """The number in "six", "12", "a" or "a couple of"."""
    words = re.sub(r"\s+", " ", words.lower())
    return int(words) if words.isdecimal() else NUMBERS[words]

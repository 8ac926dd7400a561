"""Take a written date into its numbers, in any of the seven languages. Which number is what, `births` decides."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from noharbor.reference.tables import table
from noharbor.science.lists.forms import alternatives, any_of, plain


class Era(StrEnum):
    """Which years are counted, as far as words say it."""

    BUDDHIST = "buddhist"
    MINGUO = "minguo"
    UNSAID = "unsaid"


class DateParts(NamedTuple):
    """The numbers of a written date, in the order written.

    Attributes:
        numbers: As digits, so that "05" and "5" stay apart; a part written as unknown ("xx") is "0".
        month: 1..12 where a word names it, else 0; it is not among the numbers then.
        era: Which years are counted.
        about: Whether the date is said to be about right.
        year_first: Whether the words of the date put the year first (1990年5月3日).
        day_first: Whether they put the day first (ngày 3 tháng 5 năm 1990).
        is_thai: Whether words of it are Thai, where years are seldom others than Buddhist.
    """

    numbers: tuple[str, ...]
    month: int = 0
    era: Era = Era.UNSAID
    about: bool = False
    year_first: bool = False
    day_first: bool = False
    is_thai: bool = False


_LONGEST = 80
_TIME = re.compile(r"(?<=\d)(?:t| +)\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: *[ap]\.?m\.?)?(?:z|[+-]\d\d:?\d\d)?$")
_MASKED = re.compile(r"(?<![a-z])[x?*_]{1,4}(?![a-z])")
_MINGUO = re.compile(r"民国|中华民国")
_YEAR_MARK = re.compile(r"\d *(?:年|ခုနှစ်|ခု)")
_DAY_MARK = re.compile(r"\d *(?:tháng|thang|เดือน|ເດືອນ|ខែ)")
_NTH = re.compile(r"(?<=\d)(?:st|nd|rd|th)(?![a-z])")
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE_YEAR = re.compile(r"[〇○零一二三四五六七八九]{2,4}(?=年)")
_CHINESE_TENS = re.compile(r"([二三]?)十([一二三四五六七八九]?)(?=[月日号])")
_CHINESE_ONES = re.compile(r"[一二三四五六七八九](?=[月日号])")
_THAI = re.compile("[\u0e01-\u0e5b]")
_CHINESE_MARKS = re.compile(r"[年月日号生]")
_NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=65_536)
def date_parts(text: str) -> DateParts | None:
    """Take a written date into its numbers.

    Args:
        text: A cell.

    Returns:
        Its numbers; None where other words stand in it or no number does.
    """
    if len(text) > _LONGEST:
        return None
    form = _TIME.sub("", plain(text))
    form = _with_digits(form)
    if form.replace("-", "").isdigit():
        return DateParts(tuple(_NUMBER.findall(form)))
    return _with_words(form)


def _with_digits(form: str) -> str:
    """Years, months and days in Chinese characters as digits."""
    if "年" not in form and "月" not in form:
        return form
    form = _CHINESE_YEAR.sub(lambda year: year.group().translate(_CHINESE_DIGITS), form)
    form = _CHINESE_TENS.sub(lambda tens: f"{tens[1] or '一'}{tens[2] or '〇'}".translate(_CHINESE_DIGITS), form)
    return _CHINESE_ONES.sub(lambda one: one.group().translate(_CHINESE_DIGITS), form)


def _with_words(form: str) -> DateParts | None:
    is_thai = bool(_THAI.search(form))
    form, is_about = _without("about", form)
    form, is_buddhist = _without("buddhist_words", form)
    form, is_minguo = _MINGUO.subn(" ", form)
    form = _NTH.sub(" ", _MASKED.sub("0", form))
    year_first, day_first = bool(_YEAR_MARK.search(form)), bool(_DAY_MARK.search(form))
    month, form = _named_month(form)
    form = _CHINESE_MARKS.sub(" ", _without("date_words", form)[0])
    numbers = tuple(_NUMBER.findall(form))
    if any(map(str.isalpha, form)) or not 1 <= len(numbers) <= 3:
        return None
    era = Era.BUDDHIST if is_buddhist else Era.MINGUO if is_minguo else Era.UNSAID
    return DateParts(numbers, month, era, bool(is_about), year_first, day_first, is_thai)


def _without(name: str, form: str) -> tuple[str, int]:
    """Blank the words of one kind; also how many there were."""
    return any_of(name).subn(" ", form)


def _named_month(form: str) -> tuple[int, str]:
    pattern, months = _month_words()
    found = pattern.search(form)
    if not found:
        return 0, form
    return months[found.group()], f"{form[: found.start()]} {form[found.end() :]}"


@cache
def _month_words() -> tuple[re.Pattern[str], dict[str, int]]:
    months = {plain(word): at for at, words in enumerate(table("list_cells")["months"], 1) for word in words}
    return re.compile(alternatives(months)), months | {f"{word}.": at for word, at in months.items()}

"""Read words for a sex, in all languages of the region, also beside an age."""

from __future__ import annotations

import re
from functools import lru_cache

from noharbor.science.lists.ages import Age, read_age
from noharbor.science.lists.forms import says

_SEX_AND_AGE = re.compile(r"(\D{1,20}?)[\s/,，.-]*(\d{1,3})\D{0,12}|(\d{1,3})[\s/,，.-]*(\D{1,20})")
_BETWEEN_WORDS = re.compile(r"[\s/()（）]+")


@lru_cache(maxsize=4_096)
def sex_of(text: str) -> str:
    """Return "female", "male", or "" for a cell that says neither, or both."""
    if len(text) > 24:
        return ""
    said = _sex_of_word(text)
    if said:
        return said
    sexes = {_sex_of_word(part) for part in _BETWEEN_WORDS.split(text) if part}
    return sexes.pop() if len(sexes) == 1 else ""


def _sex_of_word(text: str) -> str:
    return "female" if says("female", text) else "male" if says("male", text) else ""


@lru_cache(maxsize=4_096)
def sex_beside_age(text: str) -> tuple[str, Age | None]:
    """Sex and age of one cell: M/25, 25岁女; "" and None where it is not both."""
    found = _SEX_AND_AGE.fullmatch(text)
    if not found:
        return "", None
    return sex_of((found[1] or found[4]).strip()), read_age(found[2] or found[3])

"""Read nationalities: adjectives, names of states in all languages, ISO codes, words lists use for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import icu

from noharbor.reference.tables import table
from noharbor.science.lists.forms import compact, plain, spaced, without_marks
from noharbor.science.places.place import countries

#: Languages of the region whose names of states the Unicode CLDR knows.
_LANGUAGES = ("en", "id", "km", "lo", "ms", "my", "th", "vi", "zh", "zh_Hant")
_BETWEEN = re.compile(r"[/|;,()（）\[\]、\n]+")
_LONGEST = 80


@lru_cache(maxsize=16_384)
def nationalities_in(text: str) -> tuple[str, ...]:
    """The states a cell names, as ISO 3166-1 alpha-2.

    Args:
        text: A cell: "Chinese", "缅甸籍", "ພະມ້າ", "KEN", "China/中国".

    Returns:
        Each state once, in order; nothing where a word of it is not known.
    """
    if not text or len(text) > _LONGEST:
        return ()
    whole = _one(text)
    if whole:
        return (whole,)
    found: list[str] = []
    for part in _parts(text):
        code = _one(part)
        if code is None:
            return ()
        if code not in found:
            found.append(code)
    return tuple(found)


def _parts(text: str) -> Iterator[str]:
    """The parts between signs, and those in Latin and other letters apart."""
    for part in _BETWEEN.split(text):
        latin = "".join(sign if sign < "\u0e00" or "\u1e00" <= sign < "\u2000" else " " for sign in part).strip()
        other = "".join(sign if sign >= "\u0e00" and not "\u1e00" <= sign < "\u2000" else " " for sign in part).strip()
        for one in (latin, other):
            if any(map(str.isalpha, one)):
                yield one


def _one(text: str) -> str | None:
    form = compact(text)
    if not form:
        return None
    found = _look_up(form)
    if found:
        return found
    bare = _without_affixes(spaced(text))
    return _look_up(bare.replace(" ", "")) if bare else None


def _look_up(form: str) -> str | None:
    index = _index()
    return index.get(form) or index.get(without_marks(form))


@cache
def _affixes() -> tuple[tuple[str, ...], tuple[str, ...]]:
    affixes = table("list_cells")["nationality_affixes"]
    before = sorted({spaced(word) for word in affixes["before"]}, key=len, reverse=True)
    after = sorted({spaced(word) for word in affixes["after"]}, key=len, reverse=True)
    return tuple(before), tuple(after)


def _without_affixes(form: str) -> str:
    before, after = _affixes()
    for _ in range(2):
        form = next((form[len(word) :].strip() for word in before if form.startswith(word) and form != word), form)
        form = next((form[: -len(word)].strip() for word in after if form.endswith(word) and form != word), form)
        if _look_up(form.replace(" ", "")):
            break
    return form


@cache
def _index() -> dict[str, str]:
    """Words in compact form and the states they mean; what a person wrote down goes before what is made."""
    found: dict[str, str] = {}
    for code, words in table("list_cells")["nationalities"].items():
        _add(found, code, words)
    made = table("countries")
    for code, row in made.items():
        _add(found, code, [word for key in ("adjectives", "people") for word in row.get(key, ())])
    for place in countries():
        _add(found, place.country or "", [name for names in place.names.values() for name in names])
    for code, row in made.items():
        _add(found, code, [*row.get("short_zh", ()), *_of_cldr(code)])
    return {form: code for form, code in found.items() if code}


def _of_cldr(code: str) -> Iterator[str]:
    locale = icu.Locale("und", code)
    yield code
    yield str(locale.getISO3Country())
    for language in _LANGUAGES:
        yield str(locale.getDisplayCountry(icu.Locale(language)))


def _add(found: dict[str, str], code: str, words: list[str]) -> None:
    for word in words:
        form = compact(word)
        for one in (form, without_marks(plain(form))):
            if one:
                found.setdefault(one, code)

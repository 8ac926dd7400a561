"""Indexes of names: words in, every occurrence out, in one pass over the text."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import ahocorasick

from noharbor.reference.tables import simplify
from noharbor.science.places.place import Place, all_places

#: Typographic characters that names are written with now and then, and the plain ones they stand for, one to one.
_PLAIN = {ord("’"): "'", ord("‘"): "'", ord("–"): "-", ord("‑"): "-", ord("\u00a0"): " ", ord("\n"): " "}

#: The first character of the scripts that are searched without word boundaries (Thai, Lao, Burmese, Khmer, Han …).
_FIRST_OF_UNSPACED = "\u0e00"

Hit = tuple[int, int, tuple[Any, ...]]


def plain(text: str) -> str:
    """The text with plain apostrophes, hyphens and spaces, of the same length."""
    return text if text.isascii() and "\n" not in text else text.translate(_PLAIN)


def is_latin(name: str) -> bool:
    """Whether a name is searched with word boundaries: nothing in it belongs to an unspaced script."""
    return name.isascii() or all(
        character < _FIRST_OF_UNSPACED or "\u1e00" <= character <= "\u206f" for character in name
    )


class NameIndex:
    """Names and what they stand for; case counts, and names of four letters and more are also found in capitals."""

    def __init__(self, names: Iterable[tuple[str, Any]]) -> None:
        latin: dict[str, list[Any]] = defaultdict(list)
        unspaced: dict[str, list[Any]] = defaultdict(list)
        for name, value in names:
            if is_latin(name):
                for form in {plain(name), plain(name).upper()} if len(name) >= 4 else {plain(name)}:
                    latin[form].append(value)
            else:
                unspaced[simplify(name)].append(value)
        self._latin, self._unspaced = _automaton(latin), _automaton(unspaced)

    def hits(self, text: str, simple: str) -> Iterator[Hit]:
        """Every occurrence as start, end and what the name stands for; they may overlap.

        Args:
            text: The text after `plain`.
            simple: The text after `simplify`.
        """
        if self._latin is not None:
            for last, (length, values) in self._latin.iter(text):
                start, end = last - length + 1, last + 1
                if _stands_alone(text, start, end):
                    yield start, end, values
        if self._unspaced is not None and any(character >= _FIRST_OF_UNSPACED for character in set(simple)):
            for last, (length, values) in self._unspaced.iter(simple):
                yield last - length + 1, last + 1, values


def _automaton(names: dict[str, list[Any]]) -> Any:
    if not names:
        return None
    automaton = ahocorasick.Automaton()
    for name, values in names.items():
        # Most names stand for one place, and to hash a place takes longer than to add it.
        automaton.add_word(name, (len(name), tuple(values if len(values) == 1 else dict.fromkeys(values))))
    automaton.make_automaton()
    return automaton


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter or figure touches the words; a Han character may ("在KK Park内")."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not _is_word(before) and not _is_word(after)


def _is_word(character: str) -> bool:
    return character.isalnum() and (character < _FIRST_OF_UNSPACED or "\u1e00" <= character <= "\u1fff")


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Of overlapping hits the one that starts first and, there, the longest; in the order of the text."""
    chosen: list[Hit] = []
    reached = 0
    for hit in sorted(hits, key=lambda one: (one[0], -one[1])):
        if hit[0] >= reached:
            chosen.append(hit)
            reached = hit[1]
    return chosen


@cache
def place_index() -> NameIndex:
    """All names of all places; each stands for (place, whether the name is weak)."""
    # Nothing made here is thrown away, so the collector would only walk the growing table again and again.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return NameIndex(_place_names(all_places().values()))
    finally:
        if collecting:
            gc.enable()


def _place_names(places: Iterable[Place]) -> Iterator[tuple[str, tuple[Place, bool]]]:
    for one in places:
        # A traditional form is as weak as the simplified one that the files mark.
        weak = {simplify(name) for name in one.weak}
        for names in one.names.values():
            for name in names:
                yield name, (one, len(name) < 2 or (bool(weak) and simplify(name) in weak))

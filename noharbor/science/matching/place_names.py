"""The names of the gazetteer, ready to be searched: which of them share telling keys with a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.place_words import bare_names
from noharbor.science.names.keys import NameKeys
from noharbor.science.names.written import scripts_of
from noharbor.science.places.index import is_latin
from noharbor.science.places.named import named_places
from noharbor.science.places.place import Place
from noharbor.science.scripts.latin_letters import latin_words
from noharbor.science.scripts.scripts import Script

#: Names compared in full, of the query's own script or Latin, and of each other script.
_NEAR, _FAR = 120, 32
_GRAM = 3


class Bearer(NamedTuple):
    """A place that bears a name.

    Attributes:
        place: The place.
        language: BCP 47 tag of the name.
        name: The name as the gazetteer writes it.
    """

    place: Place
    language: str
    name: str


class Shortlist(NamedTuple):
    """Names that may be meant.

    Attributes:
        names: Numbers of names, those that share most first.
        left_out: Names that share a key, and less than those.
        best_left_out: How much the best of them shares, of what the best listed name of its script does, 0 to 1.
    """

    names: NDArray[np.int64]
    left_out: int
    best_left_out: float


class PlaceNames:
    """All names of places, without words for kinds, each once, with who bears it.

    Attributes:
        texts: The names.
        bearers: For each name the places that bear it.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        found: dict[str, list[Bearer]] = defaultdict(list)
        for place in places:
            for language, names in place.names.items():
                for name in names:
                    for bare in bare_names(name):
                        found[bare.text].append(Bearer(place, language, name))
        self.texts = tuple(found)
        self.bearers = tuple(map(tuple, found.values()))
        scripts = [(scripts_of(text) or (Script.OTHER,))[0] for text in self.texts]
        numbers = {script: number for number, script in enumerate(Script)}
        self._scripts: NDArray[np.int8] = np.array([numbers[script] for script in scripts], dtype=np.int8)
        self._numbers: Mapping[Script, int] = numbers
        keys, counts, _ = NameKeys().of_many(self.texts)
        letters = [_letter_keys(text) for text in self.texts]
        keys = np.concatenate([keys, np.fromiter(chain.from_iterable(letters), np.uint32)])
        numbered = np.arange(len(self.texts), dtype=np.int32)
        owners = np.concatenate([np.repeat(numbered, counts), np.repeat(numbered, list(map(len, letters)))])
        order = np.argsort(keys, kind="stable")
        self._keys, self._names = keys[order], owners[order]

    def shortlist(self, text: str) -> Shortlist:
        """Find the names that share the most telling keys with a name.

        Args:
            text: A name without words for its kind.
        """
        shared = self._shared(text)
        own = (scripts_of(text) or (Script.OTHER,))[0]
        chosen: list[NDArray[np.int64]] = []
        left_out, best_left_out = 0, 0.0
        for script, number in self._numbers.items():
            mine = np.flatnonzero((self._scripts == number) & (shared > 0))
            if not len(mine):
                continue
            most = _NEAR if script in (own, Script.LATIN) else _FAR
            order = mine[np.argsort(-shared[mine], kind="stable")]
            chosen.append(order[:most])
            if len(order) > most:
                left_out += len(order) - most
                best_left_out = max(best_left_out, float(shared[order[most]] / shared[order[0]]))
        names = np.concatenate(chosen) if chosen else np.empty(0, np.int64)
        return Shortlist(names, left_out, best_left_out)

    def _shared(self, text: str) -> NDArray[np.float64]:
        """For each name how much it shares: the sum of how telling the common keys are."""
        keys = np.unique(np.concatenate([NameKeys().of_query(text)[0], np.array(_letter_keys(text), np.uint32)]))
        starts, ends = np.searchsorted(self._keys, keys), np.searchsorted(self._keys, keys, side="right")
        found = [(start, end) for start, end in zip(starts.tolist(), ends.tolist(), strict=True) if end > start]
        if not found:
            return np.zeros(len(self.texts))
        names = np.concatenate([self._names[start:end] for start, end in found])
        telling = [np.full(end - start, np.log1p(len(self.texts) / (end - start))) for start, end in found]
        shared: NDArray[np.float64] = np.bincount(names, np.concatenate(telling), len(self.texts)).astype(np.float64)
        return shared


def _letter_keys(text: str) -> list[int]:
    """Keys of each three letters in a row of a Latin name, for a wrong letter that changes the sounds."""
    if not is_latin(text):
        return []
    words = (f"^{word}$" for word in latin_words(text.casefold()))
    grams = {word[at : at + _GRAM] for word in words for at in range(len(word) - _GRAM + 1)}
    return [crc32(f"letters {gram}".encode()) for gram in grams]


@cache
def place_names() -> PlaceNames:
    """The names of the gazetteer; made when first asked for."""
    return PlaceNames(named_places().values())

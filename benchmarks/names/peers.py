"""The matchers that are measured: ours, and those beside which it stands.

Each answers the same question: how alike is this name to each of those? Nothing that a peer remembers may leak from
one pair to another: nomenklatura remembers names by the identifier of an entity, so that each pair gets entities with
fresh identifiers.
"""

from __future__ import annotations

import functools
import importlib
import itertools
import re
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Protocol

from noharbor.science.names.evidence import MERGE_SCORE, Level
from noharbor.science.names.prepared import Prepared

#: The matcher of this project, as module:function; a function (name, names) that returns scores or comparisons.
OURS = "noharbor.science.names:compare_many"
#: From this score on OpenSanctions' own services call two entities the same.
NOMENKLATURA_SAME = 0.70
#: rapidfuzz leaves the choice to its user; 90 of 100 is a common one.
RAPIDFUZZ_SAME = 0.90


class Peer(Protocol):
    """A matcher of names.

    Attributes:
        title: Its name in the tables.
        release: Package and version.
        same_from: The score from which it calls two names the same.
    """

    title: str
    release: str
    same_from: float

    def ask(self, query: str, names: Sequence[str]) -> Sequence[float]:
        """Score names against a query, each pair as if it were the first."""

    def accepts(self, query: str, names: Sequence[str]) -> Sequence[bool]:
        """Say which names it would take for the same without a person looking."""

    def prepare(self, names: Sequence[str]) -> Any:
        """Do with a list of names what can be done before a query is known."""

    def compare(self, query: str, prepared: Any) -> Sequence[float]:
        """Score a prepared list against a query."""


def _released(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return package


class Ours:
    """`compare_many` of this project, or whatever stands at `path`."""

    title = "No Harbor"

    def __init__(self, path: str = OURS) -> None:
        module, _, function = path.partition(":")
        self._many: Callable[[str, Sequence[str]], Sequence[Any]] = getattr(importlib.import_module(module), function)
        self.release = "this checkout" if path == OURS else path
        self.same_from = MERGE_SCORE
        # Another matcher in our place takes its lists as they are.
        self._prepared: Callable[[Sequence[str]], Any] = Prepared if module.startswith("noharbor.") else tuple

    def ask(self, query: str, names: Sequence[str]) -> Sequence[float]:
        found = self._many(query, names)
        # The scores stand ready as one array; other matchers give floats, or an object for each name.
        return found.scores if hasattr(found, "scores") else [getattr(one, "score", one) for one in found]

    def accepts(self, query: str, names: Sequence[str]) -> list[bool]:
        return [
            getattr(one, "score", one) >= self.same_from
            and getattr(one, "level", Level.CUSTOMARY_ROMANISATION) >= Level.CUSTOMARY_ROMANISATION
            for one in self._many(query, names)
        ]

    def prepare(self, names: Sequence[str]) -> Any:
        return self._prepared(names)

    def compare(self, query: str, prepared: Any) -> Sequence[float]:
        return self.ask(query, prepared)


class Nomenklatura:
    """One algorithm of nomenklatura, in its default configuration, on persons with one name each and nothing else."""

    same_from = NOMENKLATURA_SAME
    _numbers = itertools.count()

    def __init__(self, algorithm: str) -> None:
        from nomenklatura.matching import get_algorithm

        self.title = f"nomenklatura {algorithm}"
        self.release = _released("nomenklatura")
        found = get_algorithm(algorithm)
        if found is None:
            raise LookupError(f"This nomenklatura has no algorithm {algorithm}; look at its list of algorithms.")
        self._algorithm, self._configuration = found, found.default_config()
        # The first comparison loads its tables, which takes seconds and is no part of a comparison.
        self.ask("Aung", ["Aung San"])

    def ask(self, query: str, names: Sequence[str]) -> list[float]:
        mine = self._kept(query)
        return [self._score(self._fresh(mine), self._fresh(self._kept(name))) for name in names]

    def accepts(self, query: str, names: Sequence[str]) -> list[bool]:
        return [score >= self.same_from for score in self.ask(query, names)]

    def prepare(self, names: Sequence[str]) -> Any:
        return [self._entity(name) for name in names]

    def compare(self, query: str, prepared: Any) -> list[float]:
        mine = self._entity(query)
        return [self._score(mine, entity) for entity in prepared]

    def _entity(self, name: str) -> Any:
        from followthemoney import model

        entity = model.make_entity("Person")
        entity.id = f"name-{next(self._numbers)}"
        entity.add("name", name)
        return entity

    def _score(self, query: Any, name: Any) -> float:
        return float(self._algorithm.compare(query, name, self._configuration).score)

    @functools.lru_cache(maxsize=200_000)  # noqa: B019 - a peer lives as long as the run.
    def _kept(self, name: str) -> Any:
        return self._entity(name)

    def _fresh(self, entity: Any) -> Any:
        copy = entity.clone()
        copy.id = f"name-{next(self._numbers)}"
        return copy


class Romanised:
    """rapidfuzz's token_sort_ratio over the text of a romaniser, without marks, in small letters."""

    same_from = RAPIDFUZZ_SAME

    def __init__(self, title: str, package: str, romanise: Callable[[str], str]) -> None:
        self.title = f"rapidfuzz over {title}"
        self.release = f"{_released('rapidfuzz')}, {_released(package)}"
        self._romanise = romanise
        self._kept = functools.lru_cache(maxsize=200_000)(self._plain)

    def ask(self, query: str, names: Sequence[str]) -> list[float]:
        return self.compare(query, [self._kept(name) for name in names])

    def accepts(self, query: str, names: Sequence[str]) -> list[bool]:
        return [score >= self.same_from for score in self.ask(query, names)]

    def prepare(self, names: Sequence[str]) -> Any:
        return [self._plain(name) for name in names]

    def compare(self, query: str, prepared: Any) -> list[float]:
        from rapidfuzz import fuzz, process

        scores = process.cdist([self._kept(query)], prepared, scorer=fuzz.token_sort_ratio)[0]
        return [float(score) / 100 for score in scores]

    def _plain(self, name: str) -> str:
        return re.sub(r"[^a-z0-9]+", " ", self._romanise(name).lower()).strip()


def _anyascii() -> Callable[[str], str]:
    from anyascii import anyascii

    return anyascii


def _uroman() -> Callable[[str], str]:
    from uroman import Uroman

    made = Uroman()
    return lambda name: str(made.romanize_string(name))


def _icu() -> Callable[[str], str]:
    from icu import Transliterator

    return Transliterator.createInstance("Any-Latin; Latin-ASCII").transliterate


#: Every peer in the order of the tables.
PEERS: tuple[tuple[str, Callable[[], Peer]], ...] = (
    ("name-based", lambda: Nomenklatura("name-based")),
    ("logic-v1", lambda: Nomenklatura("logic-v1")),
    ("logic-v2", lambda: Nomenklatura("logic-v2")),
    ("regression-v1", lambda: Nomenklatura("regression-v1")),
    ("anyascii", lambda: Romanised("anyascii", "anyascii", _anyascii())),
    ("uroman", lambda: Romanised("uroman", "uroman", _uroman())),
    ("icu", lambda: Romanised("PyICU", "pyicu-wheels", _icu())),
)


def ours(query: str, name: str) -> float:
    """Score one pair; with `ours_many` the form that the scorer beside the third-party names asks for."""
    return float(_ours().ask(query, [name])[0])


def ours_many(query: str, names: Sequence[str]) -> list[float]:
    """Score a list of names against one."""
    return [float(score) for score in _ours().ask(query, names)]


@functools.cache
def _ours() -> Ours:
    return Ours()

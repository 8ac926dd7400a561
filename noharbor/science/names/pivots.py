"""The likeliest Latin spellings of a native name, by which it is compared with a name in another native script."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from noharbor.science.names.spellings import HAN, SYSTEMS, Entries, spellings
from noharbor.science.scripts.writing import System

#: Spellings kept for each name.
PIVOTS = 4
_BEAM = 6
#: Systems that most names written in Han and in another native script meet by.
_FIRST = (System.PINYIN, System.SOUNDS, System.CANTONESE, System.HOKKIEN)
_CHUNKS = 3


def pivots_of(script: str, words: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Return up to PIVOTS spellings for each system, each as words of plain letters, likeliest first.

    Args:
        script: ISO 15924 code.
        words: Words of pieces.
    """
    return _pivots(script, tuple(words))


def likeliest(script: str, words: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the spelling of the likeliest chunk of each piece; of Han one by each of the commonest systems."""
    found = []
    for system in _FIRST if script == HAN else ("",):
        chunks = _likeliest_chunks(script, system)
        found.append(tuple(filter(None, ["".join([chunks[piece] for piece in word]) for word in words])))
    return found


class _LikeliestChunks(dict[str, str]):
    """The likeliest chunk of each piece of a script by one system, "" for any; found out when first asked for."""

    def __init__(self, script: str, system: str) -> None:
        super().__init__()
        self._entries, self._system = spellings(script).entries, system

    def __missing__(self, piece: str) -> str:
        found = self._entries.likeliest(piece, self._system)
        if piece in self._entries:
            self[piece] = found
        return found


@cache
def _likeliest_chunks(script: str, system: str) -> _LikeliestChunks:
    return _LikeliestChunks(script, system)


@lru_cache(maxsize=50_000)
def _pivots(script: str, words: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    entries = spellings(script).entries
    systems = {system for word in words for piece in word for _, system, _ in entries.get(piece, ())}
    found: dict[tuple[str, ...], None] = {}
    # Han is read by one system at a time; the scripts with letters have one customary table.
    by_system = sorted(systems, key=SYSTEMS.index) if script == HAN else [None]
    for system in by_system:
        for spelling in _beam(entries, words, system):
            kept = tuple(word for word in spelling if word)
            if kept:
                found.setdefault(kept)
    return tuple(found)


def _beam(entries: Entries, words: tuple[tuple[str, ...], ...], system: str | None) -> list[tuple[str, ...]]:
    paths: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for word in words:
        paths = [(gain, (*spelling, "")) for gain, spelling in paths]
        for piece in word:
            known = [entry for entry in entries.get(piece, ()) if system is None or entry[1] == system][:_CHUNKS]
            if not known:
                continue
            paths = sorted(
                (
                    (gain + more, (*spelling[:-1], spelling[-1] + chunk))
                    for gain, spelling in paths
                    for chunk, _, more in known
                ),
                reverse=True,
            )[:_BEAM]
    return [spelling for _, spelling in paths[: PIVOTS if system is None else 2]]

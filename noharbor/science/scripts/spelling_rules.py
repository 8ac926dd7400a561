"""The spellings that people wrote down for the pieces of a script, and how pieces make a whole spelling.

`spellings` is told its table, so that learnt tables feed it as well as written ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from noharbor.reference.tables import table
from noharbor.science.scripts.writing import Romanisation, System

#: Chunks of a piece by weight; a weight is any positive number, the greater the likelier.
Chunks = Mapping[str, float]
#: How many customary spellings of a name are shown.
SHOWN = 8
_BEAM = 16
#: Each chunk in a written list is taken for this much likelier than the one after it.
_STEP = 3.0


class RulesAreMissing(Exception):
    """There are no rules of this script; add reference/names/spellings/<script>.yaml and compile the tables."""


@cache
def rules(script: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """The written rules of one script: for each piece its systems, for each system its chunks, likeliest first.

    Args:
        script: The name of a file of reference/names/spellings, without its ending.

    Raises:
        RulesAreMissing: There is no such file.
    """
    pieces = table("spelling_rules").get(script)
    if pieces is None:
        raise RulesAreMissing(RulesAreMissing.__doc__)
    return {piece: {system: tuple(chunks) for system, chunks in systems.items()} for piece, systems in pieces.items()}


@cache
def table_of(script: str, system: str) -> dict[str, dict[str, float]]:
    """The rules of one system as weighted chunks; a piece the system leaves out takes those of any other."""
    weighed: dict[str, dict[str, float]] = {}
    for piece, systems in rules(script).items():
        chunks = systems.get(system) or next(iter(systems.values()), ())
        weighed[piece] = {chunk: _STEP**-place for place, chunk in enumerate(chunks)}
    return weighed


def spellings(pieces: Sequence[str], table: Mapping[str, Chunks], limit: int = SHOWN) -> list[str]:
    """Put the chunks of pieces together, the likeliest spelling first.

    Args:
        pieces: Pieces of one word; one that the table does not know is left out, unless it is itself ASCII.
        table: Chunks of each piece with their weights.
        limit: The most spellings wanted, at least 1.

    Returns:
        Each spelling once; never empty, but "" where no piece is known.
    """
    beam: dict[str, float] = {"": 1.0}
    for piece in pieces:
        chunks = table.get(piece) or ({piece: 1.0} if piece.isascii() and piece.isalnum() else None)
        if chunks is None:
            continue
        longer: dict[str, float] = {}
        for spelling, weight in beam.items():
            for chunk, share in chunks.items():
                longer[spelling + chunk] = longer.get(spelling + chunk, 0.0) + weight * share
        beam = dict(sorted(longer.items(), key=lambda item: (-item[1], item[0]))[: max(_BEAM, limit)])
    return list(beam)[:limit]


def romanised(
    name: str, pieces: Callable[[str], tuple[str, ...]], script: str, systems: Sequence[System]
) -> tuple[Romanisation, ...]:
    """Write a name by each system of a rule table: the one spelling of a strict system, several customary ones."""
    words = [pieces(word) for word in name.split()]
    found: dict[str, System] = {}
    for system in systems:
        table = table_of(script, system)
        limit = SHOWN if system is System.CUSTOMARY else 1
        for spelling in _whole([spellings(word, table, SHOWN if limit > 1 else 1) for word in words], limit):
            if spelling:
                found.setdefault(spelling, system)
    return tuple(Romanisation(spelling, system) for spelling, system in found.items())


def _whole(words: list[list[str]], limit: int) -> list[str]:
    """Names from the spellings of their words, those of low ranks together first."""
    ranked = [(0, "")]
    for word in words:
        longer = [
            (rank + place, f"{name} {spelling.capitalize()}".strip())
            for rank, name in ranked
            for place, spelling in enumerate(word)
        ]
        ranked = sorted(longer, key=lambda item: item[0])[:limit]
    return [name for _, name in ranked[:limit]]

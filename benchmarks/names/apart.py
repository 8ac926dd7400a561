"""Compare names with tables learnt without the people put aside, for honest figures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from noharbor.science.names import comparison, pivots, prepared, prices, scoring, spellings

APART = Path(".make/names/apart")


@contextmanager
def tables_apart(folder: Path = APART) -> Iterator[None]:
    """While this lasts, spellings and weights come from `folder` where it has a table."""
    before, kept = spellings.table, spellings.packed

    def table(name: str) -> object:
        path = folder / f"{name}.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else before(name)

    _forget()
    spellings.table = scoring.table = table  # type: ignore[assignment]
    spellings.packed = lambda _: spellings.packable(spellings.han_spellings())  # type: ignore[assignment]
    try:
        yield
    finally:
        spellings.table = scoring.table = before
        spellings.packed = kept
        _forget()


def _forget() -> None:
    scoring.weights.cache_clear()
    spellings.spellings.cache_clear()
    prices.priced.cache_clear()
    pivots._pivots.cache_clear()
    pivots._likeliest_chunks.cache_clear()
    comparison._asked.cache_clear()
    assert prepared.spellings is spellings.spellings

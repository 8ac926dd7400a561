from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.matching import postings
from noharbor.science.matching.postings import Postings, PostingsWriter, Renumbered

#: Few different keys, among them the first and the last, so that they repeat.
PAIRS = st.lists(st.tuples(st.sampled_from([0, 1, 7, 2**31, 2**32 - 1]), st.integers(0, 20)), max_size=60)


def _written(folder: Path, pairs: list[tuple[int, int]], at_a_time: int = 7) -> Postings:
    writer = PostingsWriter(folder, "words")
    for start in range(0, len(pairs), at_a_time):
        batch = np.array(pairs[start : start + at_a_time], np.uint32)
        writer.add(batch[:, 0], batch[:, 1])
    writer.write()
    return Postings(folder, "words")


def _as_dict(found: Postings) -> dict[int, list[int]]:
    return {int(key): found.of(int(key)).tolist() for key in found.keys}


def _expected(pairs: list[tuple[int, int]]) -> dict[int, list[int]]:
    by_key: dict[int, set[int]] = defaultdict(set)
    for key, number in pairs:
        by_key[key].add(number)
    return {key: sorted(numbers) for key, numbers in sorted(by_key.items())}


@pytest.fixture(autouse=True, params=[5, 4_000_000], ids=["many runs", "one run"])
def runs(request: pytest.FixtureRequest) -> object:
    patch = pytest.MonkeyPatch()
    patch.setattr(postings, "_AT_ONCE", request.param)
    yield
    patch.undo()


@given(PAIRS)
def test_every_key_finds_its_numbers_in_order_and_once(pairs: list[tuple[int, int]]) -> None:
    with TemporaryDirectory() as folder:
        found = _written(Path(folder), pairs)
        assert _as_dict(found) == _expected(pairs)
        assert found.of(12345).tolist() == []
        assert not list(Path(folder).glob("*.run*"))


@given(PAIRS, PAIRS, st.sets(st.integers(0, 20)))
def test_a_merge_renumbers_and_leaves_out_what_is_gone(
    old: list[tuple[int, int]], new: list[tuple[int, int]], gone: set[int]
) -> None:
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        renumber = np.array([-1 if number in gone else 100 + number for number in range(21)], np.int64)
        writer = PostingsWriter(Path(second), "words")
        writer.add_source(Renumbered(_written(Path(first), old), renumber))
        batch = np.array(new, np.uint32).reshape(-1, 2)
        writer.add(batch[:, 0], batch[:, 1])
        writer.write()
        kept = [(key, 100 + number) for key, number in old if number not in gone]
        assert _as_dict(Postings(Path(second), "words")) == _expected(kept + new)

"""Judged pairs of a whole run become clusters: components first, then chains cut where they cannot be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.batch import given
from noharbor.science.matching.batch.clusters import components, cut
from noharbor.science.matching.batch.engines import Engine
from noharbor.science.matching.batch.prepare import person_of
from noharbor.science.names.evidence import Proposal


class Joined(NamedTuple):
    """What came of joining.

    Attributes:
        people: Clusters of two records and more.
        records: Records in them.
        cut: Chains that were cut, since two of them cannot be one.
    """

    people: int
    records: int
    cut: int


def join(engine: Engine, judged: Sequence[Path], records: int, least: float, folder: Path) -> Joined:
    """Write clusters.parquet: source, id and cluster of every record, those that nobody joined alone in theirs.

    Args:
        engine: That sees the table `records`.
        judged: Files of judged pairs.
        records: How many records there are.
        least: Score below which a pair joins nothing, though it is proposed as the same.
        folder: Where the file goes.
    """
    pairs = _same(judged, least)
    roots = components(records, pairs)
    sizes = np.bincount(roots, minlength=records)
    long = np.flatnonzero(sizes[roots] > 2)
    chains_cut = _cut_chains(engine, roots, long, pairs, folder)
    sizes = np.bincount(roots, minlength=records)
    joined = np.flatnonzero(sizes[roots] > 1)
    _write_numbers(folder / "joined.parquet", {"row": joined, "root": roots[joined]})
    engine.see("joined", [folder / "joined.parquet"])
    engine.write(_CLUSTERS, folder / "clusters.parquet")
    return Joined(int((sizes > 1).sum()), len(joined), chains_cut)


#: The id of a cluster is made of the first of its records by source and id, so that a second run gives the same.
_CLUSTERS = """
    with placed as (
        select records.source, records.id, coalesce(joined.root, records."row") as root
        from records left join joined on records."row" = joined."row"
    ), named as (
        select root, substring(md5(min(concat(coalesce(source, ''), ' ', id))), 1, 20) as cluster, count(*) as records
        from placed group by root
    )
    select placed.source, placed.id, named.cluster, named.records from placed join named on placed.root = named.root
"""


def _same(judged: Sequence[Path], least: float) -> NDArray[np.int64]:
    """Pairs of rows proposed as the same, the surest first."""
    from pyarrow import compute, parquet

    pairs, scores = [np.empty((0, 2), np.int64)], [np.empty(0)]
    for path in judged:
        table = parquet.read_table(path, columns=["row_l", "row_r", "proposal", "score"])
        table = table.filter(
            compute.and_(
                compute.equal(table["proposal"], str(Proposal.SAME)), compute.greater_equal(table["score"], least)
            )
        )
        pairs.append(np.stack([table["row_l"].to_numpy(), table["row_r"].to_numpy()], axis=1))
        scores.append(table["score"].to_numpy())
    together, sure = np.concatenate(pairs), np.concatenate(scores)
    return together[np.lexsort((together[:, 1], together[:, 0], -sure))]


def _cut_chains(
    engine: Engine,
    roots: NDArray[np.int64],
    long: NDArray[np.int64],
    pairs: NDArray[np.int64],
    folder: Path,
) -> int:
    """Give the records of chains that cannot be one roots of their own; returns how many chains were cut."""
    if not len(long):
        return 0
    _write_numbers(folder / "chains.parquet", {"row": long, "root": roots[long]})
    engine.see("chains", [folder / "chains.parquet"])
    columns = ", ".join(f"records.{name}" for name in given.schema().names)
    engine.write(
        f'select chains.root, records."row", {columns} from chains join records on chains."row" = records."row"'  # noqa: S608 - names of our own.
        ' order by chains.root, records."row"',
        folder / "chained.parquet",
    )
    of_root: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    within = np.zeros(len(roots), bool)
    within[long] = True
    for one, other in pairs[within[pairs[:, 0]]].tolist():
        of_root[int(roots[one])].append((one, other))
    cut_up = 0
    for root, rows in _chains(folder / "chained.parquet"):
        place = {row["row"]: at for at, row in enumerate(rows)}
        groups = cut([person_of(row) for row in rows], [(place[one], place[other]) for one, other in of_root[root]])
        cut_up += len(groups) > 1
        for group in groups:
            for at in group:
                roots[rows[at]["row"]] = rows[group[0]]["row"]
    return cut_up


def _chains(path: Path) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """Records in the order of their chains, chain by chain."""
    from pyarrow import parquet

    held: list[dict[str, Any]] = []
    for file in sorted(path.glob("*.parquet")) if path.is_dir() else [path]:
        for batch in parquet.ParquetFile(file).iter_batches():
            for row in batch.to_pylist():
                if held and row["root"] != held[0]["root"]:
                    yield held[0]["root"], held
                    held = []
                held.append(row)
    if held:
        yield held[0]["root"], held


def _write_numbers(path: Path, columns: dict[str, NDArray[np.int64]]) -> None:
    from pyarrow import parquet, table

    parquet.write_table(table(columns), path)

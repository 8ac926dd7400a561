"""Pairs scored by Splink, chunk by chunk: each chunk is a file, so that work that was stopped goes on where it was."""

from __future__ import annotations

import shutil
from pathlib import Path

from noharbor.science.matching.batch import given
from noharbor.science.matching.batch.candidates import pairs_of_chunk
from noharbor.science.matching.batch.comparisons import COMPARED, Compared
from noharbor.science.matching.batch.engines import Engine
from noharbor.science.matching.batch.model import Model, quieten, settings

#: Records of one chunk, about: some tens of millions of pairs are scored at once.
OF_A_CHUNK = 500_000
#: A pair that Splink takes for less likely than this is not judged.
_LEAST = 0.05


def chunks_of(records: int) -> int:
    """Into how many chunks so many records are cut."""
    return max(1, -(-records // OF_A_CHUNK))


class Scorer:
    """Splink with a model, asked chunk by chunk.

    Args:
        engine: That sees the tables `records` and `telling`, and of the former what is compared as `compared`.
        model: What is known of agreement.
    """

    def __init__(self, engine: Engine, model: Model) -> None:
        from splink import Linker

        quieten()
        self._engine = engine
        self._splink = engine.splink()
        compared = self._splink.register("compared", dataset_display_name="records")
        self._linker = Linker(compared, settings(model), log_level=None)

    def write_chunk(self, chunk: int, chunks: int, folder: Path) -> Path:
        """Score the pairs of a chunk, and write those worth a look, the two records beside.

        Args:
            chunk: From 0.
            chunks: How many there are.
            folder: Where the file goes, and stays while the next step reads it.

        Returns:
            The file: row_l, row_r, match_weight, match_probability, the weight of each field (log2), and what was given
            of the two records under the names of `given`, with _l and _r.
        """
        path = folder / f"{chunk:03}-of-{chunks:03}.parquet"
        if path.exists():
            return path
        pairs = path.with_suffix(".pairs")
        self._engine.write(pairs_of_chunk(chunk, chunks), pairs)
        self._engine.see("pairs", [pairs])
        blocked = self._splink.register("pairs", dataset_display_name=f"pairs_{chunk}")
        self._linker.table_management.register_blocked_pairs_for_predict(blocked)
        scored = self._linker.inference.predict(threshold_match_probability=_LEAST, warning_mode="never")
        ((count,),) = self._engine.ask("select count(*) from pairs")
        # Before the file itself: once that is there, nothing of this chunk is done again.
        path.with_suffix(".compared").write_text(f"{count}\n", encoding="ascii")
        self._engine.write(_beside(scored.physical_name), path)
        scored.drop_table_from_database_and_remove_from_cache()
        _remove(pairs)
        return path


def pairs_compared(folder: Path) -> int:
    """How many pairs were compared in all chunks."""
    return sum(int(path.read_text(encoding="ascii")) for path in folder.glob("*.compared"))


def _remove(path: Path) -> None:
    """Remove a file, or the folder that Spark writes for one."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def _beside(scored: str) -> str:
    weights = [f"{_weight_of(compared)} as weight_{column_of(compared)}" for compared in COMPARED]
    said = [f"{side}.{name} as {name}_{side}" for side in "lr" for name in given.schema().names]
    columns = ", ".join(["row_l", "row_r", "match_weight", "match_probability", *weights, *said])
    return f"""
        select {columns} from {scored} as scored
        join records as l on l."row" = scored.row_l join records as r on r."row" = scored.row_r
    """  # noqa: S608 - names of our own.


def column_of(compared: Compared) -> str:
    """The name of a field as part of a column's."""
    return compared.name.replace(" ", "_")


def _weight_of(compared: Compared) -> str:
    """SQL for what a field weighs, the commonness of what agrees taken in."""
    weight = f"scored.mw_{column_of(compared)}"
    common = any(level.frequency_of for level in compared.levels)
    return f"{weight} + scored.mw_tf_adj_{column_of(compared)}" if common else weight

"""The whole of a linkage, stage by stage; each stage leaves a file, and what is there is not done again."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from noharbor import __version__
from noharbor.science.matching.batch import judging
from noharbor.science.matching.batch.candidates import MOST_SHARING, Sharing, sharing, write_telling
from noharbor.science.matching.batch.comparisons import COLUMNS, COMPARED
from noharbor.science.matching.batch.engines import DuckDB, Engine, Spark, require
from noharbor.science.matching.batch.errors import OtherWork
from noharbor.science.matching.batch.joining import Joined, join
from noharbor.science.matching.batch.learning import learn
from noharbor.science.matching.batch.model import Model, read_model, write_model
from noharbor.science.matching.batch.prepare import Part, parts_of, prepare
from noharbor.science.matching.batch.scoring import Scorer, chunks_of, pairs_compared
from noharbor.science.names.evidence import MERGE_SCORE
from noharbor.science.names.keys import NameKeys


class Watch(Protocol):
    """Who looks on while millions are linked."""

    def stage(self, name: str) -> AbstractContextManager[None]:
        """Told that a stage begins, and ends."""
        ...

    def told(self, done: int, everything: int) -> None:
        """Told how much of a stage is done."""
        ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be done.

    Attributes:
        files: Parquet of records, as `given.schema` has them.
        out: Where the links go; the clusters go beside, and the stages into a folder beside until all is done.
        engine: "duckdb" or "spark".
        memory: Gigabytes the engine may take.
        workers: Processes, and threads of the engine.
        model: A model to link by; None to learn one from the records.
        threshold: Score from which a pair that is proposed as the same joins clusters.
        keep: Whether the stages' files stay.
        master: Address of the master of a Spark cluster; "" for a local one.
    """

    files: tuple[Path, ...]
    out: Path
    engine: str = "duckdb"
    memory: float = 12.0
    workers: int = 2
    model: Path | None = None
    threshold: float = MERGE_SCORE
    keep: bool = False
    master: str = ""

    @property
    def work(self) -> Path:
        """The folder of the stages."""
        return self.out.with_name(self.out.name + ".work")

    @property
    def clusters(self) -> Path:
        """The file of the clusters."""
        return self.out.with_name(f"{self.out.stem}-clusters.parquet")


class Linked(NamedTuple):
    """What was done.

    Attributes:
        records: How many records there are.
        sharing: How they share keys.
        compared: Pairs that were compared.
        links: Pairs that are handed on.
        joined: What came of joining.
        model: The model they were scored with.
    """

    records: int
    sharing: Sharing
    compared: int
    links: int
    joined: Joined
    model: Model


def link(wanted: Wanted, watch: Watch) -> Linked:
    """Link records, or go on where a linkage was stopped.

    Raises:
        EngineMissing: The engine is not installed.
        NotModel: The model cannot be read.
        NotRecords: A file cannot be read.
        OtherWork: The folder of the stages holds those of other files, another model or another version.
    """
    require("batch")
    if wanted.engine == "spark":
        require("spark")
    parts = parts_of(wanted.files)
    _begin(wanted, parts)
    work = wanted.work
    with watch.stage("prepare"):
        _folder(work / "prepared")
        prepare(parts, work / "prepared", wanted.workers, watch.told)
    with watch.stage("model"):
        model = _model(wanted)
    engine = _engine(wanted)
    try:
        return _linked(wanted, engine, model, sum(part.rows for part in parts), watch)
    finally:
        engine.close()


def _linked(wanted: Wanted, engine: Engine, model: Model, records: int, watch: Watch) -> Linked:
    work = wanted.work
    columns = ", ".join(f'"{column}"' for column in COLUMNS)
    engine.see("records", [work / "prepared"])
    with watch.stage("keys"):
        if not (work / "telling.parquet").exists():
            write_telling(engine, work / "telling.parquet")
        engine.see("telling", [work / "telling.parquet"])
        shared = _sharing(engine, work / "sharing.json")
    with watch.stage("score"):
        engine.name_rows("compared", f"select {columns} from records")  # noqa: S608 - names of our own.
        scored = _score(engine, model, records, work, watch)
    with watch.stage("judge"):
        _folder(work / "judged")
        judging.judge_files(scored, model.together, work / "judged", wanted.workers, watch.told)
    with watch.stage("join"):
        judged = sorted((work / "judged").glob("*.parquet"))
        joined = join(engine, judged, records, wanted.threshold, work)
    with watch.stage("write"):
        links = _hand_on(judged, wanted.out)
        _hand_on([work / "clusters.parquet"], wanted.clusters)
    compared = pairs_compared(work / "scored")
    if not wanted.keep:
        shutil.rmtree(work)
    return Linked(records, shared, compared, links, joined, model)


def _sharing(engine: Engine, path: Path) -> Sharing:
    if not path.exists():
        _write(path, json.dumps(sharing(engine)._asdict()))
    return Sharing(**json.loads(path.read_text(encoding="utf-8")))


def _score(engine: Engine, model: Model, records: int, work: Path, watch: Watch) -> list[Path]:
    folder = _folder(work / "scored")
    chunks = chunks_of(records)
    scorer = Scorer(engine, model)
    scored = []
    for chunk in range(chunks):
        watch.told(chunk, chunks)
        scored.append(scorer.write_chunk(chunk, chunks, folder))
    watch.told(chunks, chunks)
    return scored


def _begin(wanted: Wanted, parts: Sequence[Part]) -> None:
    """Make the folder of the stages, or see that it is of the same work."""
    about = {
        "version": __version__,
        "files": [[path.name, path.stat().st_size, path.stat().st_mtime_ns] for path in wanted.files],
        "parts": [[part.group, part.rows] for part in parts],
        "engine": wanted.engine,
        "keys": NameKeys().version,
        "model": _digest(wanted.model),
        "compared": COMPARED,
        "most sharing": MOST_SHARING,
    }
    said = json.dumps(about, sort_keys=True)
    told = wanted.work / "work.json"
    if not told.exists():
        _folder(wanted.work)
        _write(told, said)
    elif told.read_text(encoding="utf-8") != said:
        raise OtherWork(wanted.work)


def _digest(path: Path | None) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path and path.exists() else ""


def _model(wanted: Wanted) -> Model:
    if wanted.model is not None:
        return read_model(wanted.model)
    path = wanted.work / "model.json"
    if not path.exists():
        teacher = DuckDB(wanted.work / "spilled", wanted.memory, wanted.workers)
        try:
            teacher.see("records", [wanted.work / "prepared"])
            unfinished = path.with_suffix(".unfinished")
            write_model(learn(teacher), unfinished)
            unfinished.rename(path)
        finally:
            teacher.close()
    return read_model(path)


def _engine(wanted: Wanted) -> Engine:
    spilled = wanted.work / "spilled"
    if wanted.engine == "spark":
        return Spark(spilled, wanted.memory, wanted.workers, wanted.master)
    return DuckDB(spilled, wanted.memory, wanted.workers)


def _write(path: Path, words: str) -> None:
    """Write a file that is there when it is whole, and not before."""
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_text(words, encoding="utf-8")
    unfinished.rename(path)


def _folder(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path


def _hand_on(files: Sequence[Path], out: Path) -> int:
    """Write files of Parquet as one, without the numbers of rows, which say nothing outside of this run."""
    from pyarrow import parquet

    unfinished = out.with_name(out.name + ".unfinished")
    out.parent.mkdir(parents=True, exist_ok=True)
    paths = [file for one in files for file in (sorted(one.glob("*.parquet")) if one.is_dir() else [one])]
    names = [name for name in parquet.read_schema(paths[0]).names if not name.startswith("row_")]
    told = parquet.ParquetFile(paths[0]).schema_arrow.empty_table().select(names).schema
    rows = 0
    with parquet.ParquetWriter(unfinished, told, compression="zstd") as writer:
        for path in paths:
            for batch in parquet.ParquetFile(path).iter_batches(columns=names):
                writer.write_batch(batch.cast(told))
                rows += batch.num_rows
    unfinished.rename(out)
    return rows

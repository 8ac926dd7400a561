"""Where the SQL runs: DuckDB on one machine, Spark on one or many. Both are asked in DuckDB's words."""

from __future__ import annotations

import gc
import importlib.util
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from noharbor.science.matching.batch.errors import EngineMissing


def require(extra: str) -> None:
    """See that what an extra of the installation brings is there.

    Args:
        extra: "batch" or "spark".

    Raises:
        EngineMissing: It is not.
    """
    for package in _BROUGHT[extra]:
        if importlib.util.find_spec(package) is None:
            raise EngineMissing(package, extra)


#: What each extra brings.
_BROUGHT = {"batch": ("duckdb", "pyarrow", "splink"), "spark": ("pyspark",)}

#: Functions that Spark has, or gets from Splink's jar, under other names than DuckDB.
_SPARKS_WORDS = (
    "array_intersect(one, other) as list_intersect(one, other)",
    "arrays_overlap(one, other) as list_has_any(one, other)",
    "size(one) as len(one)",
)


class Engine(Protocol):
    """A database that reads Parquet, answers SQL and serves Splink."""

    def see(self, table: str, paths: Sequence[Path]) -> None:
        """Have a table be the rows of Parquet files or folders."""
        ...

    def name_rows(self, table: str, sql: str) -> None:
        """Have a table be the rows of an answer, made anew whenever it is asked."""
        ...

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of an answer."""
        ...

    def write(self, sql: str, path: Path) -> None:
        """Write an answer as Parquet: the path is there when it is whole, and not before."""
        ...

    def splink(self) -> Any:
        """What Splink calls its database."""
        ...

    def close(self) -> None:
        """Give back what it holds."""
        ...


class DuckDB:
    """DuckDB within this process.

    Args:
        folder: Where it puts what memory does not hold.
        memory: Gigabytes it may take; sorts and joins of more go to the folder.
        threads: Threads it may use.
    """

    def __init__(self, folder: Path, memory: float, threads: int) -> None:
        import duckdb

        folder.mkdir(parents=True, exist_ok=True)
        self._connection = duckdb.connect(
            config={
                "memory_limit": f"{memory:.1f}GB",
                "temp_directory": str(folder),
                "threads": str(threads),
                "preserve_insertion_order": "false",
            }
        )
        for macro in _SPARKS_WORDS:
            self._connection.execute(f"create macro {macro}")

    def see(self, table: str, paths: Sequence[Path]) -> None:
        """Have a table be the rows of Parquet files or folders."""
        names = [str(path / "*.parquet") if path.is_dir() else str(path) for path in paths]
        self._connection.read_parquet(names).create_view(table, replace=True)

    def name_rows(self, table: str, sql: str) -> None:
        """Have a table be the rows of an answer, made anew whenever it is asked."""
        self._connection.execute(f"create or replace view {table} as {sql}")

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of an answer."""
        found: list[tuple[Any, ...]] = self._connection.execute(sql).fetchall()
        return found

    def write(self, sql: str, path: Path) -> None:
        """Write an answer as one file of Parquet."""
        unfinished = path.with_name(path.name + ".unfinished")
        self._connection.sql(sql).write_parquet(str(unfinished), compression="zstd", row_group_size=100_000)
        unfinished.rename(path)

    def splink(self) -> Any:
        """What Splink calls its database."""
        from splink import DuckDBAPI

        return DuckDBAPI(connection=self._connection)

    def close(self) -> None:
        """Close the database; nothing of it is kept."""
        self._connection.close()


class Spark:
    """Spark: a cluster, or a local one within this process.

    Args:
        folder: Where a local one puts what memory does not hold; a cluster's workers have folders of their own.
        memory: Gigabytes for its driver, where all of a local one runs.
        threads: Threads of a local one.
        master: Address of a cluster's master, as spark://host:7077; "" begins a local one.
    """

    def __init__(self, folder: Path, memory: float, threads: int, master: str = "") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._session = _session(folder, memory, threads, master)

    def see(self, table: str, paths: Sequence[Path]) -> None:
        """Have a table be the rows of Parquet files or folders."""
        self._session.read.parquet(*map(str, paths)).createOrReplaceTempView(table)

    def name_rows(self, table: str, sql: str) -> None:
        """Have a table be the rows of an answer, made anew whenever it is asked."""
        self._session.sql(self._translated(sql)).createOrReplaceTempView(table)

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of an answer."""
        return [tuple(row) for row in self._session.sql(self._translated(sql)).collect()]

    def write(self, sql: str, path: Path) -> None:
        """Write an answer as a folder of Parquet."""
        unfinished = path.with_name(path.name + ".unfinished")
        self._session.sql(self._translated(sql)).write.mode("overwrite").option("compression", "zstd").parquet(
            str(unfinished)
        )
        shutil.rmtree(path, ignore_errors=True)
        unfinished.rename(path)
        # Spark removes what it exchanged for an answer only when its driver collects garbage, which one with gigabytes
        # to spare does after half an hour: by then chunks of ten million records had filled 47 GB of disk.
        gc.collect()
        self._session.sparkContext._jvm.System.gc()

    def splink(self) -> Any:
        """What Splink calls its database."""
        from splink.backends.spark import SparkAPI

        return SparkAPI(spark_session=self._session, break_lineage_method="persist")

    def close(self) -> None:
        """End the session."""
        self._session.stop()

    def _translated(self, sql: str) -> str:
        import sqlglot

        translated: str = sqlglot.transpile(sql, read="duckdb", write="spark")[0]
        return translated


def _session(folder: Path, memory: float, threads: int, master: str) -> Any:
    from pyspark.sql import SparkSession
    from splink.backends.spark import similarity_jar_location

    settings = {
        "spark.jars": similarity_jar_location(),
        "spark.driver.memory": f"{memory * 1024:.0f}m",
        "spark.sql.shuffle.partitions": str(8 * threads),
        "spark.default.parallelism": str(8 * threads),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    if not master:
        # A local one listens to this machine alone.
        settings |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
        settings |= {"spark.local.dir": str(folder.resolve())}
    builder = SparkSession.builder.master(master or f"local[{threads}]").appName("noharbor link")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session

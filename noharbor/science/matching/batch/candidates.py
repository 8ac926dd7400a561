"""Which records are compared: those that share a key that is not too common.

What explodes among millions is a key that thousands share: a thousand records are half a million pairs, and all of
them say the same. Such keys are left out and counted; each record has finer ones beside them (`blocks`).
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from noharbor.science.matching.batch.engines import Engine

#: A key that more records share than this is left out.
MOST_SHARING = 16


class Sharing(NamedTuple):
    """How keys are shared.

    Attributes:
        keys: Keys that two records share at least, and no more than are looked at.
        left_out: Keys that more share.
        pairs: Pairs that the kept keys make, those of several keys counted several times.
        without: Records that share no kept key with anybody.
    """

    keys: int
    left_out: int
    pairs: int
    without: int


def write_telling(engine: Engine, path: Path) -> None:
    """Write the keys that tell, (row, key) of the table `records`: each shared by two or more, and not by too many."""
    engine.write(
        f"""
        with entries as (select "row", unnest(keys) as key from records),
             telling as (select key from entries group by key having count(*) between 2 and {MOST_SHARING})
        select entries."row", entries.key from entries join telling on entries.key = telling.key
        """,  # noqa: S608 - a number of our own.
        path,
    )


def sharing(engine: Engine) -> Sharing:
    """Count how keys are shared, of the tables `records` and `telling`."""
    ((left_out,),) = engine.ask(
        f"""select count(*) from (
            select key from (select unnest(keys) as key from records) as entries
            group by key having count(*) > {MOST_SHARING}
        ) as common"""  # noqa: S608 - a number of our own.
    )
    ((keys, pairs),) = engine.ask(
        "select count(*), sum(n * (n - 1) / 2) from (select count(*) as n from telling group by key) as each_key"
    )
    ((records, met),) = engine.ask('select (select count(*) from records), (select count(distinct "row") from telling)')
    return Sharing(keys, left_out, int(pairs or 0), records - met)


def pairs_of_chunk(chunk: int, chunks: int) -> str:
    """SQL for the pairs of one chunk of rows, each pair once, in the columns that Splink wants of blocked pairs."""
    return f"""
        select distinct '0' as match_key, l."row" as join_key_l, r."row" as join_key_r
        from telling as l join telling as r on l.key = r.key and l."row" < r."row"
        where l."row" % {chunks} = {chunk}
    """  # noqa: S608 - numbers of our own.

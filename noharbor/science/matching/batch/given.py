"""The columns of records that are given to be linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow


def schema() -> pyarrow.Schema:
    """Columns of Parquet that are read; others are left alone, and a file may lack any but `id` and `names`.

    `id` names the record within its `source`; `names` are as written, the main one first; `sex` is "female" or "male";
    `born_first` and `born_last` are the first and last day on which somebody may have been born, the same where the day
    is known; `nationality` is ISO 3166-1 alpha-2; numbers are as `science.lists` writes them: capitals and digits,
    telephones in E.164; `place` is a town or a region, `address` house, street, town and post, both as written. What is
    not known is empty or null.
    """
    import pyarrow as arrow

    text, day = arrow.string(), arrow.date32()
    many = arrow.list_(text)
    return arrow.schema(
        {
            "id": text,
            "source": text,
            "names": many,
            "sex": text,
            "born_first": day,
            "born_last": day,
            "nationality": text,
            "passports": many,
            "national_ids": many,
            "phones": many,
            "place": text,
            "address": text,
        }
    )

"""What names become in SQL: equal numbers where names agree, across scripts."""

from __future__ import annotations

import pytest

from noharbor.science.matching.batch.named import name_columns, number


@pytest.mark.parametrize(
    ("one", "other", "column"),
    [
        ("Wang Wei", "WEI WANG", "written"),
        ("王伟", "Wang Wei", "letters"),
        ("陈海明", "Chen Hai Ming", "letters"),
        ("王伟", "หวังเหว่ย", "rough"),
        ("Mr. Somchai Jaidee", "สมชาย ใจดี", "rough"),
        ("မောင်အောင်", "Maung Aung", "rough"),
    ],
)
def test_names_that_agree_share_a_number(one: str, other: str, column: str) -> None:
    mine, theirs = name_columns([one]), name_columns([other])
    assert set(getattr(mine, column)) & set(getattr(theirs, column))


def test_other_names_share_none() -> None:
    mine, theirs = name_columns(["王伟"]), name_columns(["Somchai Jaidee"])
    for column in ("written", "letters", "sounds", "rough"):
        assert not set(getattr(mine, column)) & set(getattr(theirs, column))


def test_aliases_add_to_what_a_name_is_found_by_and_the_first_is_spelled() -> None:
    both = name_columns(["王伟", "Andy"])
    assert set(name_columns(["Andy"]).written) < set(both.written)
    assert both.spelled == "wangwei"


def test_nobody_s_name_has_no_columns() -> None:
    assert not any(name_columns([]))
    assert not any(name_columns(["…"]).written)


def test_a_number_is_the_same_in_every_process_and_fits_a_database() -> None:
    assert number(b"wei") == 5951822982504861445
    assert -(2**63) <= number(b"") < 2**63

"""Which names are looked at in full. All people are invented."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from noharbor.science.matching.people.candidate_loops import numbered, postings
from noharbor.science.matching.people.candidates import PLACES
from noharbor.science.matching.people.named_rows import NamedRows
from noharbor.science.matching.people.person import Born, Person

DAYS = [date(1970, 1, 1) + timedelta(days=400 * number) for number in range(40)]
SURNAMES = [first + second for first in ("Boon", "Chai", "Kaew", "Pra", "Suk") for second in
            ("dee", "kham", "lert", "mongkol", "phan", "rak", "siri", "thong")]  # fmt: skip


def looked_at(person: Person, others: list[Person]) -> set[str]:
    rows = NamedRows(others)
    pairs = NamedRows([person]).keyed.likely_pairs(rows.keyed).pairs
    return {rows.names[other] for _, other in pairs.tolist()}


def test_of_many_who_share_as_much_those_born_on_the_day_are_looked_at() -> None:
    others = [Person((f"Somchai {surname}",), born=Born(day, day)) for surname, day in zip(SURNAMES, DAYS, strict=True)]
    nowhere = looked_at(Person(("Somchai",)), others)
    assert len(nowhere) == PLACES
    for at in (3, 37):
        assert others[at].names[0] in looked_at(Person(("Somchai",), born=Born(DAYS[at], DAYS[at])), others)
        year = Born(DAYS[at] - timedelta(days=100), DAYS[at] + timedelta(days=100))
        assert others[at].names[0] in looked_at(Person(("Somchai",), born=year), others)


def test_a_name_in_another_script_is_looked_at() -> None:
    others = [Person((f"Somchai {surname}",)) for surname in SURNAMES] + [Person(("สมชาย ใจดี",))]
    assert "สมชาย ใจดี" in looked_at(Person(("Somchai Jaidee",)), others)
    assert looked_at(Person(("王伟",)), others) == set()


def test_keys_are_found_by_their_numbers() -> None:
    distinct = np.array([3, 9, 2**31 + 7, 2**32 - 1], np.uint32)
    keys = np.array([9, 4, 2**32 - 1, 3, 9, 2**31 + 7], np.uint32)
    assert numbered(distinct, keys).tolist() == [1, -1, 3, 0, 1, 2]
    bounds, names = postings(numbered(distinct, keys), np.array([2, 3, 1]), 4)
    assert [names[begin:end].tolist() for begin, end in pairwise(bounds)] == [
        [1],
        [0, 1],
        [2],
        [1],
    ]

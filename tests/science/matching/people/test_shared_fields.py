"""Rows that something brings together, whatever their names."""

from __future__ import annotations

from datetime import date

from noharbor.science.matching.people.judging import weigh
from noharbor.science.matching.people.named_rows import NamedRows
from noharbor.science.matching.people.person import Born, Person
from noharbor.science.matching.people.shared_fields import rows_that_share, share_something
from noharbor.science.names.evidence import Proposal

DAY = Born(date(1991, 5, 6), date(1991, 5, 6))
YEAR = Born(date(1991, 1, 1), date(1991, 12, 31))
MINE = Person(("A",), born=DAY, passports=("E12345678",), phones=("+8613800138000",), address="12 Lotus Lane, Hpa-An")


def test_a_paper_a_telephone_an_address_or_a_day_brings_rows_together() -> None:
    sharing = [
        Person(("B",), passports=("X1", "E12345678")),
        Person(("C",), phones=("+8613800138000",)),
        Person(("D",), address="Hpa-An, Lotus Ln 12"),
        Person(("E",), born=DAY),
    ]
    others = [Person(("F",), national_ids=("E12345678",), born=YEAR, address="Hpa-An"), Person()]
    rows = NamedRows([*sharing, *others])
    assert set(rows_that_share(NamedRows([MINE]), rows)) == {(0, 0), (0, 1), (0, 2), (0, 3)}
    assert [share_something(MINE, other) for other in [*sharing, *others]] == [True] * 4 + [False] * 2


def test_on_one_list_each_pair_comes_with_the_lower_row_first() -> None:
    rows = NamedRows([MINE, Person(("B",)), MINE])
    assert set(rows_that_share(rows, rows)) == {(0, 2)}


def test_what_many_share_brings_nobody_together() -> None:
    same_day = NamedRows([Person((), born=DAY)] * 6)
    assert set(rows_that_share(NamedRows([MINE]), same_day)) == set()


def test_a_family_shares_its_house_but_seldom_a_name() -> None:
    one = Person(("Somchai Jaidee",), "male", address="12 Lotus Lane, Hpa-An")
    brother, same = (Person((name,), "male", address=one.address) for name in ("Somsak Jaidee", "Somchai Jaidee"))
    by_other = {judged.other: judged for judged in weigh(one, [brother, same], 100)}
    assert by_other[1].log_odds > by_other[0].log_odds + 4
    assert by_other[1].proposal is Proposal.POSSIBLE

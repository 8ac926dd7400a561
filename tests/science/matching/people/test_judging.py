"""One person weighed against a few, and what is kept of judged pairs. All people are invented."""

from __future__ import annotations

import json
from datetime import date

import pytest

from noharbor.science.matching.people.judged import Judged, judged_from_json, judged_to_json
from noharbor.science.matching.people.judging import NamedRows, judge, weigh
from noharbor.science.matching.people.person import Born, Person
from noharbor.science.names.evidence import Level, Proposal


def born(year: int, month: int, day: int) -> Born:
    return Born(date(year, month, day), date(year, month, day))


def span(year: int) -> Born:
    """What an age leaves."""
    return Born(date(year, 2, 21), date(year + 1, 2, 20))


WANG = Person(("王伟",), "male", born(1991, 5, 6), "CN", ("E12345678",))
OTHERS = [
    Person(("Somchai Jaidee",), "male", born(1990, 8, 15), "TH"),
    Person(("WANG WEI",), "male", born(1991, 6, 5), "CN", ("E12345687",)),
    Person(("汪伟",), "male", born(1991, 5, 6), "CN"),
    Person(("Zhang Qiang",), "male", born(1960, 1, 2), "CN", ("E12345678",)),
    Person((), "male", born(1991, 5, 6), "CN", ("E12345678",)),
    Person(("Johnny", "Wang Wei"), "male", born(1991, 5, 6)),
]


def as_plain(judged: list[Judged]) -> list[tuple[int, float, str]]:
    return sorted((one.other, round(one.log_odds, 2), str(one.proposal)) for one in judged)


def test_one_person_is_weighed_against_a_few_as_lists_are() -> None:
    weighed = weigh(WANG, OTHERS, len(OTHERS))
    assert as_plain(weighed) == as_plain(judge(NamedRows([WANG]), NamedRows(OTHERS))[0])
    assert [one.other for one in weighed] == [1, 2, 3, 4, 5]
    assert weighed[0].proposal is Proposal.SAME
    assert weighed[0].names == ("王伟", "WANG WEI")
    assert weigh(WANG, [], 1_000) == []


def test_a_common_name_says_less_among_more_people() -> None:
    [few], [many] = (weigh(Person(("王伟",)), [Person(("Wang Wei",))], size) for size in (100, 10_000))
    assert few.log_odds > many.log_odds
    assert weigh(Person(("王伟",)), [Person(("Wang Wei",))], 1_000_000) == []


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ((span(1994), span(1994)), True),
        ((span(1994), span(1996)), False),
        ((span(1994), None), False),
    ],
)
def test_names_further_apart_are_looked_at_where_births_may_agree(
    spans: tuple[Born | None, Born | None], shown: bool
) -> None:
    one, other = (
        Person((name,), "female", born, "VN")
        for name, born in zip(("Huu Quoc Hieu", "Huu Quoc Hieo"), spans, strict=True)
    )
    strangers = [Person((f"Somchai {word}",), "male") for word in ("Jaidee", "Rakthai", "Boonmee")]
    judged, _ = judge(NamedRows([one, *strangers]), NamedRows([other, *strangers]))
    found = [pair.proposal for pair in judged if (pair.one, pair.other) == (0, 0)]
    assert found == ([Proposal.POSSIBLE] if shown else [])
    assert [pair.proposal for pair in weigh(one, [other], 4)] == found


@pytest.mark.parametrize("judged", weigh(WANG, OTHERS, 10))
def test_judged_pairs_come_out_of_json_as_they_went_in(judged: Judged) -> None:
    said = json.loads(json.dumps(judged_to_json(judged)))
    again = judged_from_json(said)
    assert again == judged
    assert (again.proposal, again.reason, again.conflicts) == (judged.proposal, judged.reason, judged.conflicts)
    assert isinstance(again.level, Level)


def test_json_of_something_else_is_refused() -> None:
    said = judged_to_json(weigh(WANG, OTHERS, 10)[0])
    with pytest.raises(ValueError, match="same shoes"):
        judged_from_json(said | {"kinds": ["same shoes"]})
    with pytest.raises(KeyError):
        judged_from_json({key: value for key, value in said.items() if key != "score"})

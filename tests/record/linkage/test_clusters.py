"""Chains are cut where they must be, whatever the order in which people judged."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from noharbor.record.linkage.clusters import Component, Link
from noharbor.science.matching.people.agreement import Kind
from noharbor.science.matching.people.forbidding import facts_only, forbidding
from noharbor.science.matching.people.person import Born, Person

SOME, WOMAN, MAN = Person(), Person(sex="female"), Person(sex="male")
NINETIES, EIGHTIES = (Person(born=Born(day, day)) for day in (date(1994, 3, 2), date(1983, 11, 20)))
BEGIN = datetime(2025, 2, 20, tzinfo=UTC)
ONES = [UUID(int=number) for number in range(7)]
PAIRS = list(combinations(ONES, 2))


def link(one: UUID, other: UUID, log_odds: float = 3.0, members: int = 1, after: int = 0) -> Link:
    return Link(one, other, members, log_odds, BEGIN + timedelta(hours=after))


def clusters_of(component: Component) -> set[frozenset[UUID]]:
    return set(component.clusters)


def test_links_make_one_of_what_they_join():
    component = Component(dict.fromkeys(ONES[:4], SOME), [link(*ONES[:2]), link(*ONES[1:3])], [])
    assert clusters_of(component) == {frozenset(ONES[:3]), frozenset(ONES[3:4])}
    assert component.cuts == []


def test_the_weaker_link_is_cut_and_told_with_what_stands_against_it():
    a, b, c = ONES[:3]
    component = Component(dict.fromkeys((a, b, c), SOME), [link(a, b, 2.0), link(b, c, 5.0)], [(c, a)])
    assert clusters_of(component) == {frozenset((b, c)), frozenset((a,))}
    [cut] = component.cuts
    assert cut.link.ends == {a, b}
    assert [{one.one, one.other} for one in cut.hindrances] == [{a, c}]


def test_what_two_members_said_is_stronger_than_evidence_and_evidence_than_age():
    a, b, c = ONES[:3]
    said_by_two = [link(a, b, 2.0, members=2), link(b, c, 9.0)]
    assert frozenset((a, b)) in clusters_of(Component(dict.fromkeys((a, b, c), SOME), said_by_two, [(a, c)]))
    as_sure = [link(a, b, after=2), link(b, c, after=1)]
    assert frozenset((b, c)) in clusters_of(Component(dict.fromkeys((a, b, c), SOME), as_sure, [(a, c)]))


def test_facts_cut_a_chain_unless_people_judged_these_two_themselves():
    a, b, c = ONES[:3]
    facts = {a: WOMAN, b: SOME, c: MAN}
    chain = [link(a, b, 5.0), link(b, c, 2.0)]
    [cut] = Component(facts, chain, []).cuts
    assert [fact.kind for fact in cut.hindrances[0].facts] == [Kind.OTHER_SEX]
    assert clusters_of(Component(facts, [*chain, link(a, c, 1.0)], [])) == {frozenset((a, b, c))}


def test_facts_that_forbid():
    thai, another_thai = (
        Person(nationality="TH", national_ids=(number,)) for number in ("1101700207030", "3100602458769")
    )
    assert [fact.kind for fact in forbidding(thai, another_thai)] == [Kind.OTHER_NATIONAL_ID]
    assert [fact.kind for fact in forbidding(NINETIES, EIGHTIES)] == [Kind.BORN_YEARS_APART]
    nothing = [
        (thai, Person(nationality="TH", national_ids=("3100602458768",))),  # its check digit is wrong
        (thai, Person(nationality="LA", national_ids=("123456789",))),
        (Person(passports=("AA1234567",)), Person(passports=("AB7654321",))),  # renewed
        (Person(nationality="MM"), Person(nationality="CN")),  # both
        (SOME, WOMAN),
    ]
    assert not any(forbidding(*two) for two in nothing)


@given(
    st.lists(st.sampled_from([SOME, SOME, WOMAN, MAN, NINETIES, EIGHTIES]), min_size=7, max_size=7),
    st.lists(st.sampled_from(PAIRS), unique=True, max_size=12),
    st.lists(st.sampled_from(PAIRS), unique=True, max_size=4),
    st.randoms(use_true_random=False),
)
def test_the_order_of_judgements_plays_no_part_and_nobody_forbidden_is_let_in(facts, same, apart, dice):
    said = dict(zip(ONES, facts, strict=True))
    apart = [pair for pair in apart if pair not in same]
    links = [link(*pair, log_odds=PAIRS.index(pair) * 0.5) for pair in same]
    component = Component(said, links, apart)
    turned = [link(one.other, one.one, one.log_odds) for one in dice.sample(links, len(links))]
    again = Component(said, turned, [pair[::-1] for pair in dice.sample(apart, len(apart))])
    assert clusters_of(component) == clusters_of(again)
    for cluster in component.clusters:
        for pair in combinations(sorted(cluster), 2):
            assert pair not in apart
            assert pair in same or not forbidding(said[pair[0]], said[pair[1]])
    # Every link is either kept or told as cut.
    cut = {one.link.ends for one in component.cuts}
    for one in links:
        assert (one.ends in cut) != (one.ends <= component.cluster_of(one.one))


def test_a_thousand_that_were_judged_one_are_grouped_at_once():
    ones = [UUID(int=number) for number in range(1000)]
    days = [date(1990, 1, 1) + timedelta(days=number % 30) for number in range(1000)]
    said = {one: facts_only(Person(born=Born(day, day), place=str(one))) for one, day in zip(ones, days, strict=True)}
    took = []
    # The garbage of tests before may be collected in the middle of one of them.
    for _ in range(3):
        began = time.perf_counter()
        component = Component(said, [link(*pair) for pair in pairwise(ones)], [])
        took.append(time.perf_counter() - began)
        assert len(component.clusters) == 1
    assert min(took) < 0.5

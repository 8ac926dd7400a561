"""Addresses side by side. All are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.matching.people.addresses import address_keys, address_of, likeness
from noharbor.science.matching.people.agreement import Kind, agreements
from noharbor.science.matching.people.judging import NamedRows, judge
from noharbor.science.matching.people.person import Person


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("12 Lotus Lane, Riverside, Hpa-An 13012", "12 Lotus Lane, Riverside, Hpa-An 13012", {Kind.SAME_ADDRESS}),
        ("12 Lotus Lane, Riverside, Hpa-An 13012", "Hpa-An 13012, Riverside, 12 lotus lane", {Kind.SAME_ADDRESS}),
        ("12 LotusLane Riverside, Hpa-An", "12 Lotus Lane, Riverside, Hpa-An 13012", {Kind.SAME_ADDRESS}),
        ("12 Lotus Lane, Riverside, Hpa-An 13012", "12 Lotus Lane, Hpa-An", {Kind.ADDRESS_NEARLY}),
        ("Lotus Lane, Riverside, Hpa-An", "Lotus Lane, Riverside, Hpa-An", {Kind.ADDRESS_NEARLY}),
        ("12 Lotus Lane, Hpa-An", "12 Orchid Road, Chiang Rai", set()),
        ("12 Lotus Lane, Hpa-An", "7 Orchid Road, Chiang Rai", {Kind.OTHER_ADDRESS}),
        ("昆明市莲花路12号", "云南省昆明市莲花路12号", {Kind.SAME_ADDRESS}),
        ("昆明市莲花路12号", "瑞丽市兰花街7号", {Kind.OTHER_ADDRESS}),
        ("", "7 Orchid Road, Chiang Rai", set()),
    ],
)
def test_addresses_agree_by_numbers_and_letters(one: str, other: str, kinds: set[Kind]) -> None:
    for pair in ((one, other), (other, one)):
        assert {each.kind for each in agreements(*(Person(address=address) for address in pair))} == kinds


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_a_share_and_alike_both_ways(one: str, other: str) -> None:
    ones, others = address_of(one), address_of(other)
    assert 0 <= likeness(ones, others) <= 1
    assert likeness(ones, others) == likeness(others, ones)
    assert likeness(ones, ones) == (1 if ones.length else 0)


def test_rows_of_one_address_share_a_number_and_a_word() -> None:
    assert set(address_keys("12 Lotus Lane")) == {"12 lotus", "12 lane"}
    assert set(address_keys("Lotus Lane, 12, Hpa-An")) & set(address_keys("12 LOTUSLANE 12 lotus"))
    assert list(address_keys("Hpa-An")) == []


def test_an_address_where_many_live_says_little() -> None:
    names = ("Somchai Jaidee", "王伟", "Aung Kyaw Moe", "Mark Garcia")
    people = [Person((name,), address="Block 3, Riverside Compound, Hpa-An") for name in names]
    for many, expected in ((people, Kind.SAME_ADDRESS), (people * 4, Kind.ADDRESS_OF_MANY)):
        judged, _ = judge(NamedRows(people[:1]), NamedRows(many))
        assert {agreement.kind for one in judged for agreement in one.agreements} == {expected}

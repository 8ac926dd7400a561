"""A person goes into a row of the database and comes back whole."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from noharbor.record.linkage.persons import as_json, from_json
from noharbor.science.matching.people.person import Born, Person

texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20)
several = st.lists(texts, max_size=3).map(tuple)
births = st.none() | st.tuples(st.dates(), st.dates()).map(lambda days: Born(min(days), max(days)))


@given(
    st.builds(
        Person, names=several, sex=st.sampled_from(["", "female", "male"]), born=births,
        nationality=st.sampled_from(["", "MM"]), passports=several, national_ids=several, phones=several, place=texts,
    )
)  # fmt: skip
def test_nothing_of_a_person_is_lost(person):
    assert from_json(json.loads(json.dumps(as_json(person)))) == person


def test_what_is_not_said_is_left_out():
    assert as_json(Person(names=("Aung",))) == {"names": ("Aung",)}


def test_fields_of_a_newer_version_are_left_aside():
    said = {"names": ["Aung"], "born": ["2001-02-03", "2001-02-03"], "shoe_size": 42}
    assert from_json(said) == Person(names=("Aung",), born=Born(date(2001, 2, 3), date(2001, 2, 3)))

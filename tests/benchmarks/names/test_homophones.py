"""Pairs of different people whose names sound alike."""

from __future__ import annotations

from benchmarks.names.homophones import family_sound, given_sound, pairs
from noharbor.science.scripts.han import canonical, to_simplified


def sounds(name: str) -> list[str]:
    simple = to_simplified(name)
    return [family_sound(simple[0]), *map(given_sound, simple[1:])]


def test_there_are_as_many_as_asked_for_and_none_twice() -> None:
    assert len(set(pairs(2000))) == 2000


def test_the_same_seed_gives_the_same_pairs_and_another_seed_others() -> None:
    assert pairs(50, seed=3) == pairs(50, seed=3) != pairs(50, seed=4)


def test_both_names_sound_alike_and_are_not_written_alike() -> None:
    for one, other in pairs(500):
        assert sounds(one) == sounds(other), (one, other)
        assert canonical(one) != canonical(other), (one, other)


def test_some_differ_in_the_family_name_and_some_in_the_given_name() -> None:
    found = [(canonical(one), canonical(other)) for one, other in pairs(500)]
    family = sum(one[0] != other[0] for one, other in found)
    assert 50 < family < 450

from datetime import date
from itertools import islice, pairwise

from benchmarks.linkage.naming import MAKERS
from benchmarks.linkage.world import BLOCK, ORIGINS, TODAY, people


def test_one_seed_gives_one_world_and_another_seed_another():
    one, again, other = (list(people(200, seed)) for seed in (5, 5, 6))
    assert one == again
    assert [human.name.native for human in one] != [human.name.native for human in other]


def test_a_small_world_is_the_beginning_of_a_large_one():
    assert list(people(50, 5)) == list(islice(people(10**7, 5), 50))


def test_a_block_is_made_without_those_before_it():
    far = list(people(20, 5, first=900 * BLOCK))
    assert [human.number for human in far] == list(range(900 * BLOCK, 900 * BLOCK + 20))


def test_every_people_of_the_world_has_a_maker_of_names():
    assert {origin.people for origin in ORIGINS} == set(MAKERS)


def test_everybody_has_papers_of_their_own():
    everybody = list(people(BLOCK, 5))
    assert len({human.passport for human in everybody}) == BLOCK


def test_households_share_telephone_place_and_state_and_strangers_share_names():
    everybody = list(people(2_000, 5))
    families = [(one, other) for one, other in pairwise(everybody) if one.phone == other.phone]
    assert len(families) > 50
    assert all(one.place == other.place and one.origin == other.origin for one, other in families)
    names = [human.name.native for human in everybody]
    assert len(names) - len(set(names)) > 20


def test_people_were_born_before_the_lists_were_made():
    assert all(date(1940, 1, 1) < human.born < TODAY for human in people(1_000, 5))


def test_a_passport_spells_names_in_latin_letters():
    for human in people(1_000, 5):
        assert human.latin, human
        assert all(word.isascii() for word in human.latin), human.latin

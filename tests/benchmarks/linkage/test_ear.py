from random import Random

import pytest

from benchmarks.linkage.ear import Ear, burmese_sound, lao_sound
from benchmarks.linkage.naming import MAKERS


@pytest.mark.parametrize(
    ("syllable", "sound"),
    [("ສົມ", "som"), ("ໄຊ", "say"), ("ແກ້ວ", "kɛw"), ("ຫຼ້າ", "lA"), ("ພູ", "PU"), ("ໝັ້ນ", "man"), ("ເພັດ", "PEt")],
)
def test_lao_syllables_are_read_by_their_letters(syllable, sound):
    assert lao_sound(syllable) == sound


def test_burmese_phonetics_are_put_into_the_notation_of_the_ear():
    assert burmese_sound("t͡ɕɔ̀") == ("cɔ",)
    assert burmese_sound("ʔàʊ̯ɴ") == ("ʔaʊN",)
    assert burmese_sound("mjḭɴ.jì") == ("myiN", "yi")


def test_a_steady_clerk_spells_a_sound_always_alike():
    ear = Ear(Random(1), steady=1.0)  # noqa: S311
    assert len({ear.word("th", ("som", "CAy")) for _ in range(50)}) == 1


def test_another_clerk_spells_it_otherwise():
    assert len({Ear(Random(seed)).word("th", ("som", "CAy")) for seed in range(50)}) > 3  # noqa: S311


@pytest.mark.parametrize("people", sorted(MAKERS))
def test_whatever_is_heard_is_written_in_plain_letters(people):
    dice = Random(3)  # noqa: S311
    for _ in range(60):
        name = MAKERS[people](dice, dice.choice(("male", "female")), None)
        for word in name.spelled(Ear(dice)):
            assert word, name
            assert word.replace("/", "").replace("-", "").isascii(), (name.native, word)
            assert word.replace("/", "").replace("-", "").isalpha(), (name.native, word)

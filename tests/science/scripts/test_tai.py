"""One name in Thai and in Lao has one sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.scripts.lao import LAO
from noharbor.science.scripts.tai import likeness, sound
from noharbor.science.scripts.thai import THAI


@pytest.mark.parametrize(
    ("thai", "lao"),
    [
        ("ประยุทธ์", "ປະຢຸດ"),
        ("สมชาย", "ສົມຊາຍ"),
        ("เวียงจันทน์", "ວຽງຈັນ"),
        ("หลวงพระบาง", "ຫຼວງພະບາງ"),
        ("สุวรรณเขต", "ສຸວັນເຂດ"),
        ("พัฒนพงศ์", "ພັດທະນະພົງ"),
        ("สุรชัย", "ສຸຣະໄຊ"),
        ("ทองลุน", "ທອງລຸນ"),
        ("เมือง", "ເມືອງ"),
        ("ไชย", "ໄຊ"),
        ("ธรรม", "ທຳ"),
    ],
)
def test_the_same_name_sounds_the_same(thai: str, lao: str) -> None:
    assert sound(THAI.canonical(thai)) == sound(LAO.canonical(lao))


def test_stops_that_differ_in_breath_stay_apart() -> None:
    assert sound("กา") != sound("คา")
    assert sound("ຕາ") != sound("ທາ")


@given(st.text(alphabet=st.characters(min_codepoint=0x0E00, max_codepoint=0x0EDF), max_size=30))
def test_it_says_something_short_of_any_text(text: str) -> None:
    assert len(sound(text)) <= 4 * len(text)


def test_other_scripts_have_no_sound_here() -> None:
    assert sound("Somchai") == ""


def test_likeness_is_whole_for_equal_sounds_and_falls_with_what_differs() -> None:
    same = sound("สมชาย")
    assert likeness(same, same) == 1.0
    assert likeness(same, "") == 0.0
    near = likeness(sound("รัตนชัย"), sound("ຣັດນະໄຊ"))
    far = likeness(sound("รัตนชัย"), sound("ທອງລຸນ"))
    assert 1.0 > near > 0.85 > 0.6 > far


@given(st.text(alphabet=" kKcSytdTnbpPfmlhwgaiuYeEoOQIZU"), st.text(alphabet=" kKcSytdTnbpPfmlhwgaiuYeEoOQIZU"))
def test_likeness_is_the_same_both_ways_and_within_bounds(one: str, other: str) -> None:
    found = likeness(one, other)
    assert 0.0 <= found <= 1.0 + 1e-6
    assert abs(found - likeness(other, one)) < 1e-5

"""One name in Thai and in Lao has one sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.scripts.lao import LAO
from noharbor.science.scripts.tai import sound
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

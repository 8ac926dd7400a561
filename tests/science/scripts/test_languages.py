"""The language of a text, by script and by words."""

from __future__ import annotations

import pytest

from noharbor.science.scripts.han import HanForm, han_form, to_simplified, to_traditional
from noharbor.science.scripts.languages import language_of
from noharbor.science.scripts.scripts import Script, main_script, script_of, scripts_in


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Eleven suspects were handed over", "en"),
        ("11 arrested in Myawaddy", "en"),
        ("陈海大使会见索突", "zh"),
        ("陳海大使會見索突", "zh-Hant"),
        ("中国", "zh"),
        ("王某", "zh"),
        ("缅甸KK园区 (KK Park, Myawaddy) 11人获救", "zh"),
        ("警察は容疑者11人を逮捕した", "ja"),
        ("한국 경찰", "ko"),
        ("ตำรวจจับกุม", "th"),
        ("ຕຳຫຼວດ", "lo"),
        ("ប៉ូលីស", "km"),
        ("မြန်မာနိုင်ငံ", "my"),
        ("ၵူၼ်းတႆးယူႇမိူင်းတႆး", "shn"),
        ("ပှၤဟ့ၣ်ကူၣ်ဟ့ၣ်ဖးလၢ ထံကီၢ်", "ksw"),
        ("ဍုၚ်မန်", "mnw"),
        ("Công an Hà Nội bắt giữ nghi phạm", "vi"),
        ("Polisi menangkap tersangka penipuan online di Kamboja", "id"),
        ("Inaresto ng pulisya ang mga suspek sa online scam", "tl"),
        ("", ""),
        ("123 456", ""),
    ],
)
def test_language_of(words, language):
    assert language_of(words) == language


def test_a_foreign_name_does_not_change_the_language():
    assert language_of("Police in Myawaddy (妙瓦底) said eleven people were handed over to China on Monday.") == "en"


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("陈海", HanForm.SIMPLIFIED),
        ("陳海", HanForm.TRADITIONAL),
        ("大小", None),
        ("plain", None),
        ("電信诈骗案件", HanForm.SIMPLIFIED),
    ],
)
def test_the_form_of_chinese_is_told_by_its_own_characters(words, form):
    assert han_form(words) is form


def test_forms_are_turned_into_each_other():
    assert to_traditional("陈海大使会见") == "陳海大使會見"
    assert to_simplified("陳海大使會見") == "陈海大使会见"


def test_scripts_are_counted():
    assert scripts_in("ab 陈 ไ 1!") == {Script.LATIN: 2, Script.HAN: 1, Script.THAI: 1}
    assert main_script("1 2 3") is None
    assert [script_of(char) for char in "éဥ⻣"] == [Script.LATIN, Script.BURMESE, Script.HAN]

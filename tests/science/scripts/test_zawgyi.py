"""Zawgyi is recognised and repaired; Burmese, Shan, Karen and Mon in Unicode are left alone."""

from __future__ import annotations

import icu
import pytest

from noharbor.science.scripts.zawgyi import repaired, zawgyi_probability

#: Invented sentences and names of places, in Unicode.
BURMESE = (
    "မြန်မာနိုင်ငံ",
    "ရဲတပ်ဖွဲ့က လူ ၁၁ ဦးကို ဖမ်းဆီးခဲ့သည်။",
    "မြဝတီမြို့တွင် အွန်လိုင်းလိမ်လည်မှု သံသယရှိသူများကို ဖမ်းဆီးရမိခဲ့သည်",
    "ကျွန်ုပ်တို့သည် ထိုင်းနိုင်ငံသို့ သွားမည်",
    "တရုတ်သံအမတ်ကြီးနှင့် တွေ့ဆုံခဲ့သည်",
    "နေပြည်တော်",
    "ဝန်ကြီးဌာန",
    "လောက်ကိုင်",
    "အလုပ်သမားများကို ပြန်လည်ပို့ဆောင်ပေးခဲ့သည်",
    "ဗိုလ်ချုပ်",
    "သူ့ကို ကယ်ဆယ်ခဲ့သည်",
    "ငွေကြေးလိမ်လည်မှုဖြင့် တရားစွဲဆိုခံရသည်",
    "ကျောင်းသားများ",
    "တာချီလိတ်",
    "ပြည်ထဲရေးဝန်ကြီး",
    "နယ်စပ်ဂိတ်ကို ပိတ်ထားသည်",
)
OTHERS = {
    "Shan": (
        "ၵူၼ်းတႆး", "မိူင်းတႆး", "ၸဝ်ႈၽႃႉ တၢင်ႇယၢၼ်း", "ပလိၵ်ႈ လႆႈတီႉၺွပ်း ၵူၼ်း 11 ၵေႃႉ", "ၼႂ်းဝဵင်းလႃႈသဵဝ်ႈ", "ၶေႃႈၵႂၢမ်း",
    ),
    "Karen": ("ကညီကျိာ်", "ပှၤကညီ", "ထံကီၢ်ပယီၤ", "ပှၤဟ့ၣ်ကူၣ်ဟ့ၣ်ဖးလၢ ထံကီၢ်", "တၢ်ဖီၣ်န့ၢ်", "မုၢ်ဆ့ၣ်"),
    "Mon": ("ဘာသာမန်", "ဍုၚ်မန်", "ကောန်ဂကူမန် သီုဖအိုတ်", "ပၠန်", "ၚုဟ်မး"),
}  # fmt: skip
in_zawgyi = icu.Transliterator.createInstance("my-Zawgyi").transliterate


@pytest.mark.parametrize("words", BURMESE)
def test_zawgyi_is_recognised_and_repaired(words):
    zawgyi = in_zawgyi(words)
    assert zawgyi != words
    assert zawgyi_probability(zawgyi) > 0.95
    assert repaired(zawgyi) == words


@pytest.mark.parametrize("words", BURMESE)
def test_unicode_burmese_is_left_alone(words):
    assert zawgyi_probability(words) < 0.05
    assert repaired(words) == words


@pytest.mark.parametrize("words", [words for group in OTHERS.values() for words in group])
def test_other_languages_of_the_script_are_left_alone(words):
    assert zawgyi_probability(words) < 0.05
    assert repaired(words) == words


def test_a_chat_that_mixes_both_is_repaired_line_by_line():
    chat = f"Asha: {BURMESE[1]}\nBoun: {in_zawgyi(BURMESE[2])}\nAsha: OK"
    assert repaired(chat) == f"Asha: {BURMESE[1]}\nBoun: {BURMESE[2]}\nAsha: OK"


def test_a_short_line_goes_with_its_text():
    text = f"{BURMESE[2]}\nထိုင်း\n{BURMESE[3]}"
    assert repaired(in_zawgyi(text)) == text


@pytest.mark.parametrize("words", ["", "plain", "陈海", "ตำรวจ", "123"])
def test_text_without_the_script_is_not_asked_about(words):
    assert zawgyi_probability(words) == 0
    assert repaired(words) is words

"""Zawgyi is recognised and repaired; Burmese, Shan, Karen and Mon in Unicode are left alone."""

from __future__ import annotations

import icu
import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.scripts.burmese import canonical
from noharbor.science.scripts.zawgyi import name_is_zawgyi, repaired, repaired_name, zawgyi_probability

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


#: Given names of one to three syllables, as many people bear them.
NAMES = (
    "အေး", "လှ", "မြ", "ခင်", "ကျော်", "စိုးလွင်", "ခင်ခင်ကို", "မမလေး", "ဘအေး", "လှလှဆွေ", "လှမိုး", "ဝင်းမြင့်", "ချစ်သူ", "ရွှေ", "သန္တာ",
    "ခင်ရွှေ", "ဥက္ကာဝင်း", "ဒေါ်နုနု", "မျိုးကြီး", "ငြိမ်း", "ဉာဏ်ဝင်း", "ဂျွန်ကီး", "မင်္ဂလာ", "ဆန္ဒာဝင်း", "ကံအေး", "ကြည်ဖြူ",
)  # fmt: skip
#: Names that the two encodings write with the same code points.
SAME_IN_BOTH = ("ကိုကို", "စိုးစိုး", "သီတာ", "မာလာ", "ဦးဘ", "မိုးဦး")


@pytest.mark.parametrize("name", NAMES)
def test_a_short_name_in_zawgyi_is_found_and_repaired(name):
    assert name_is_zawgyi(in_zawgyi(name))
    assert canonical(repaired_name(in_zawgyi(name))) == canonical(name)


def test_a_bare_letter_before_a_medial_ra_is_read_right():
    assert canonical(repaired_name("ဦးလွျမင့္")) == canonical("ဦးလှမြင့်")


@pytest.mark.parametrize("name", [*NAMES, *SAME_IN_BOTH, *BURMESE, "နေဦး", "ဆွေဦး", "လွယ်", "ရွာ", "ဇေယျာ", "ခ်ျ", "ကျွန်ုပ်"])
def test_a_short_name_in_unicode_is_left_alone(name):
    assert not name_is_zawgyi(name)
    assert repaired_name(name) == name


SHORT_WORDS_OF_OTHERS = (
    "တႆး", "ၸၢႆး", "ၼၢင်း", "ၼမ်ႉ", "မႆႈ", "ပႃႇ", "ပွင်ႇ၊ ဝဵင်း", "႐႒",  # Shan
    "ပယီၤ", "ဂၤ", "လၤ", "စီၤ", "ဖိ", "ကီၢ်", "န့ၣ်",  # Karen
    "ပ္ဍဲ", "ဂၠံၚ်", "ကောန်", "မၞိဟ်", "ပ္တိတ်",  # Mon
    "ဝေင်ꩻပီ",  # Pa'o
)  # fmt: skip


@pytest.mark.parametrize("words", [*SHORT_WORDS_OF_OTHERS, *(word for group in OTHERS.values() for word in group)])
def test_short_words_of_other_languages_are_left_alone(words):
    assert not name_is_zawgyi(words)
    assert repaired_name(words) is words


def test_a_word_that_could_be_either_goes_with_the_words_beside_it():
    assert repaired_name(f"{in_zawgyi('ကျော်')} ၊ {in_zawgyi('ဘစော')}") == "ကျော် ၊ ဘစော"


def test_a_name_in_both_encodings_is_repaired_word_by_word():
    assert repaired_name(f"ကျော်ဝင်း ({in_zawgyi('ကျော်ဝင်း')})") == "ကျော်ဝင်း (ကျော်ဝင်း)"


@given(st.text(alphabet=[chr(code) for code in range(0x1000, 0x10A0)] + [" ", "x", "\uaa7b"], max_size=30))
def test_any_text_can_be_asked_about(text):
    assert name_is_zawgyi(text) or repaired_name(text) == text


@pytest.mark.parametrize("unit", ["က", "ေ", "ကိ", "က္", "က္က", "ကြ", "ကေ"])
def test_a_long_run_takes_no_long_time(unit):
    name_is_zawgyi(unit * 5_000 + "််")
    repaired_name(unit * 100 + "််")

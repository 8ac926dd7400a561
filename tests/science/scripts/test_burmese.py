"""Burmese words are put in order, cut into syllables and pieces, and written in Latin letters. Names are of places, of
words, and of office holders known to everybody."""

from __future__ import annotations

import unicodedata
from importlib import resources

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.scripts.burmese import BURMESE, canonical, pieces, romanise, syllables
from noharbor.science.scripts.burmese.name_syllables import NAME_SYLLABLES
from noharbor.science.scripts.burmese.romanise import customary
from noharbor.science.scripts.burmese.syllables import sounds_of
from noharbor.science.scripts.spelling_rules import table_of
from noharbor.science.scripts.writing import System

#: Letters and signs of the script (with those of Zawgyi), digits, and a few strangers.
_CHARS = [chr(code) for block in ((0x1000, 0x10A0), (0xAA60, 0xAA80), (0xA9E0, 0xAA00)) for code in range(*block)]
SCRIPT = st.text(alphabet=[*_CHARS, "\u200b", "-", " ", "a", "1", "é", "陈"], max_size=24)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("လွှာ", "လွှာ"),
        ("လှွာ", "လွှာ"),  # ha before wa
        ("ကုိ", "ကို"),  # the vowel below before the one above
        ("ခံု", "ခုံ"),  # anusvara before the vowel below
        ("ကျေ်ာ", "ကျော်"),  # asat before aa
        ("မြင့််", "မြင့်"),  # doubled asat
        ("ခင််", "ခင်"),
        ("မြင့်", "မြင့်"),  # asat before dot below, as many keyboards type it
        ("ဥာဏ်", "ဉာဏ်"),
        ("စဥ့်ကူး", "စဉ့်ကူး"),
        ("မိုင်းပျဥ်း", "မိုင်းပျဉ်း"),
        ("ပဥ္စ", "ပဉ္စ"),
        ("ဦး", "ဦး"),  # NFC
        ("ဉီး", "ဦး"),
        ("သြဂုတ်", "ဩဂုတ်"),
        ("သြော်", "ဪ"),
        ("သြိ", "သြိ"),
        ("စျေး", "ဈေး"),
        ("၀င်း", "ဝင်း"),
        ("မြ၀တီ", "မြဝတီ"),
        ("အ၀ိ", "အဝိ"),
        ("၇န်ကုန်", "ရန်ကုန်"),
        ("၄င်း", "၎င်း"),
        ("၂ဝ၁ဝ", "2010"),
        ("၁၀၇", "107"),
        ("အမှတ် ၇", "အမှတ် 7"),
        ("႑႒", "12"),
        ("ခ်ျ", "ချ်"),
        ("ကျွန်ုပ်", "ကျွန်ုပ်"),  # contractions stay
        ("ယောက်ျား", "ယောက်ျား"),
        ("ရန်\u200bကုန်", "ရန်ကုန်"),
    ],
)
def test_it_writes_each_word_one_way(typed, meant):
    assert canonical(typed) == unicodedata.normalize("NFC", meant)


@pytest.mark.parametrize(
    "words",
    ["ၵူၼ်းတႆး", "မိူင်းတႆး", "ၸဝ်ႈၽႃႉ တၢင်ႇယၢၼ်း", "ၵႂၢမ်းတႆး", "ပှၤကညီ", "ထံကီၢ်ပယီၤ", "ဟ့ၣ်ကူၣ်", "ကညီကျိာ်", "ဍုၚ်မန်", "ပၠန်", "ၚုဟ်မး"],
)
def test_shan_karen_and_mon_keep_their_letters_and_order(words):
    assert canonical(words) == words


@given(SCRIPT)
def test_writing_a_text_canonically_twice_changes_nothing(text):
    once = canonical(text)
    assert canonical(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(SCRIPT)
def test_syllables_joined_give_the_word_again(text):
    for word in canonical(text).split():
        assert "".join(syllables(word)) == word


@given(SCRIPT)
def test_any_text_can_be_cut_and_romanised(text):
    written = canonical(text)
    assert all(isinstance(piece, str) and piece for word in written.split() for piece in pieces(word))
    spellings = [romanisation.spelling for romanisation in romanise(written)]
    assert len(spellings) == len(set(spellings))


def test_a_very_long_text_takes_no_long_time():
    assert len(pieces(canonical("ကျွန်ုပ်" * 20_000))) == 80_000
    assert canonical("ွ" * 100_000) == "ွ"


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("ကျော်စွာဝင်း", "ကျော် စွာ ဝင်း"),
        ("မန္တလေး", "မန္ တ လေး"),
        ("မင်္ဂလာ", "မင်္ ဂ လာ"),
        ("သတ္တိ", "သတ္ တိ"),
        ("မြဝတီ", "မြ ဝ တီ"),
        ("ဥက္ကဋ္ဌ", "ဥက္ ကဋ္ ဌ"),
        ("ဂျိုးလ်", "ဂျိုးလ်"),
        ("ဦးနု", "ဦး နု"),
        ("ပြည်သူ့၏", "ပြည် သူ့ ၏"),
        ("ၸဝ်ႈၽႃႉ", "ၸဝ်ႈ ၽႃႉ"),
    ],
)
def test_words_are_cut_into_syllables(word, cut):
    assert syllables(canonical(word)) == tuple(map(canonical, cut.split()))


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("ကျော်စွာဝင်း", "ကျ -ော် စ -ွာ ဝ -င်း"),
        ("လွှာ", "လှ -ွာ"),
        ("ထွန်း", "ထ -ွန်း"),
        ("မြင့်", "မြ -င့်"),
        ("ထွဋ်", "ထ -ွတ်"),
        ("ဉာဏ်", "ဉ -ာ -ဏ"),
        ("မြဝတီ", "မြ -အ ဝ -အ တ -ီ"),
        ("မန္တလေး", "မ -န် တ -အ လ -ေး"),
        ("မင်္ဂလာ", "မ -င် ဂ -အ လ -ာ"),
        ("ဗုဒ္ဓ", "ဗ -ုတ် ဓ -အ"),
        ("ဂျိုးလ်", "ဂျ -ိုး -လ"),
        ("ဘုရှ်", "ဘ -ု -ရှ"),
        ("အာနိုးရှဝါဇနက်ဂါ", "အ -ာ န -ိုး ရှ -အ ဝ -ာ ဇ -အ န -က် ဂ -ာ"),
        ("ဦးနု", "ဦ န -ု"),
        ("ဥတ္တရ", "အ -ုတ် တ -အ ရ -အ"),
        ("၎င်း", "၎င်း"),
        ("ၸဝ်ႈၽႃႉ", "ၸ -အ -ဝ ၽ -ႃ"),
        ("အယ်-အမ်", "အ -ယ် အ -မ်"),
        ("U2", "U2"),
    ],
)
def test_syllables_are_cut_into_sounds(word, cut):
    sounds = (sound for syllable in syllables(canonical(word)) for sound in sounds_of(syllable))
    assert tuple(sounds) == tuple(map(canonical, cut.split()))


def test_a_syllable_of_many_names_is_one_piece():
    assert pieces(canonical("ကျော်စွာဝင်း")) == ("ကျော်", "စ", "-ွာ", "ဝင်း")


ONSETS = (
    *"ကခဂဃငစဆဇဈညတထဒဓနပဖဗဘမယရလဝသဟဠအ",
    "ကျ", "ကြ", "ချ", "ခြ", "ဂျ", "ဂြ", "ငြ", "ပျ", "ပြ", "ဖျ", "ဖြ", "ဗျ", "ဗြ", "မျ", "မြ", "လျ",
    "ရှ", "လှ", "မှ", "နှ", "ညှ", "ငှ", "ဝှ", "မျှ", "မြှ", "လျှ", "သျှ", "ယှ",
)  # fmt: skip
RHYMES = (
    "", "ာ", "ိ", "ီ", "ု", "ူ", "ေ", "ဲ", "ော", "ော်", "ို", "ံ", "ုံ", "က်", "င်", "စ်", "ည်", "ဉ်", "တ်", "န်", "ပ်", "မ်", "ယ်",
    "ိတ်", "ိန်", "ိပ်", "ိမ်", "ုတ်", "ုန်", "ုပ်", "ုမ်", "ောက်", "ောင်", "ိုက်", "ိုင်", "ာလ်", "ိုးလ်", "ရှ်", "ိဂ်",
    "ွ", "ွာ", "ွေ", "ွဲ", "ွယ်", "ွီ", "ွက်", "ွင်", "ွတ်", "ွန်", "ွပ်", "ွမ်", "ွံ",
)  # fmt: skip


def test_the_rule_tables_cover_the_syllables_of_the_language():
    every = {canonical(onset + rhyme + tone) for onset in ONSETS for rhyme in RHYMES for tone in ("", "့", "း")}
    sounds = {sound for syllable in every for sound in sounds_of(syllable)}
    assert sounds <= table_of("burmese_bgn_pcgn", System.BGN_PCGN).keys()
    assert sounds | NAME_SYLLABLES <= table_of("burmese", System.CUSTOMARY).keys()


@pytest.mark.parametrize(("name", "system"), [("burmese", "customary"), ("burmese_bgn_pcgn", "bgn-pcgn")])
def test_a_rule_table_is_in_form(name, system):
    text = (resources.files("noharbor.reference") / "names" / "spellings" / f"{name}.yaml").read_text("utf-8")
    table = yaml.safe_load(text)
    assert (table["script"], bool(table["source"])) == (BURMESE.script.value, True)
    assert text.count(f"{system}: [") == len(table["pieces"]), "a piece stands twice"
    for piece, systems in table["pieces"].items():
        assert set(systems) == {system}
        (chunks,) = systems.values()
        assert len(chunks) == len(set(chunks)) > 0, piece
        assert all(chunk == "" or (chunk.isascii() and chunk.islower() and len(chunk) <= 8) for chunk in chunks)


def test_the_name_syllables_are_syllables_in_canonical_order():
    for syllable in NAME_SYLLABLES:
        assert canonical(syllable) == syllable
        assert syllables(syllable) == pieces(syllable) == (syllable,)
        assert len(sounds_of(syllable)) > 1, "an onset of the same name would be taken for it"


@pytest.mark.parametrize(
    ("name", "system", "spelling"),
    [
        # The Language Commission's transcription, as encyclopedias print it beside these names.
        ("အောင်ဆန်းစုကြည်", System.MLC, "aung hcan: cu. krany"),
        ("နေဝင်း", System.MLC, "ne wang:"),
        ("ဦးနု", System.MLC, "u: nu."),
        ("မန္တလေး", System.MLC, "man ta. le:"),
        ("ရန်ကုန်", System.MLC, "ran kun"),
        ("မြန်မာ", System.MLC, "mran ma"),
        ("နေပြည်တော်", System.MLC, "ne prany tau"),
        ("မြို့", System.MLC, "mrui."),
        # Examples of the BGN/PCGN agreement.
        ("မဒမ", System.BGN_PCGN, "Madama"),
        ("အက", System.BGN_PCGN, "Aga"),
        ("သာငယ်", System.BGN_PCGN, "Thangè"),
        ("အိုဘဲ့", System.BGN_PCGN, "Obè"),
        # Names as their bearers and town halls write them.
        ("နေဝင်း", System.CUSTOMARY, "Ne Win"),
        ("ဦးနု", System.CUSTOMARY, "U Nu"),
        ("အောင်ဆန်းစုကြည်", System.CUSTOMARY, "Aung San Su Kyi"),
        ("တောင်ငူ", System.CUSTOMARY, "Taung Ngu"),
        ("မကွေး", System.CUSTOMARY, "Magwe"),
        ("စိုးထွဋ်", System.CUSTOMARY, "Soe Htut"),
        ("ဖြိုး", System.CUSTOMARY, "Phyoe"),
    ],
)
def test_names_are_romanised(name, system, spelling):
    by_rule = {romanisation.spelling: romanisation.system for romanisation in romanise(canonical(name))}
    assert spelling in by_rule
    if spelling not in customary(canonical(name).split(), table_of("burmese", System.CUSTOMARY)):
        assert by_rule[spelling] is system


def test_spellings_can_be_made_from_any_table():
    table = {"ထွန်း": {"htun": 0.7, "tun": 0.3}}
    assert customary(["ထွန်း"], table) == ("Htun", "Tun")


def test_an_empty_name_has_no_romanisation():
    assert romanise("") == ()

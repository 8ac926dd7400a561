"""Thai names: one order of signs, syllables, pieces, and spellings in Latin letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.scripts.spelling_rules import rules
from noharbor.science.scripts.thai import THAI
from noharbor.science.scripts.thai.royal import royal
from noharbor.science.scripts.writing import System

THAI_TEXT = st.text(alphabet=st.characters(min_codepoint=0x0E00, max_codepoint=0x0E5F))


@given(st.one_of(st.text(), THAI_TEXT))
def test_canonical_is_calm_and_changes_nothing_twice(text: str) -> None:
    once = THAI.canonical(text)
    assert THAI.canonical(once) == once


@given(st.one_of(st.text(max_size=40), THAI_TEXT))
def test_syllables_joined_give_the_word_whatever_it_is(text: str) -> None:
    word = THAI.canonical(text)
    assert "".join(THAI.syllables(word)) == word
    assert all(THAI.pieces(word))
    THAI.romanise(word)


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("ทํา", "ทำ"),
        ("ทำ้", "ท้ำ"),
        ("เเก้ว", "แก้ว"),
        ("ที่ี", "ที่"),
        ("ท่ี", "ที่"),
        ("พ.ศ. ๒๕๖๘", "พ.ศ. 2568"),
        ("สม\u200bชาย", "สมชาย"),
        ("ฤๅ", "ฤๅ"),
        ("จๅ", "จา"),
    ],
)
def test_canonical_puts_signs_in_the_order_readers_expect(typed: str, canonical: str) -> None:
    assert THAI.canonical(typed) == canonical


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("สมชาย", "สม-ชาย"),
        ("ชินวัตร", "ชิน-วัตร"),
        ("พรหมมินทร์", "พรหม-มินทร์"),
        ("จุลานนท์", "จุ-ลา-นนท์"),
        ("ณรงค์ศักดิ์", "ณ-รงค์-ศักดิ์"),
        ("ศรีสุวรรณ", "ศรี-สุ-วรรณ"),
        ("พงษ์เทพ", "พงษ์-เทพ"),
        ("เกรียงไกร", "เกรียง-ไกร"),
        ("หลวง", "หลวง"),
        ("เชียงใหม่", "เชียง-ใหม่"),
        ("นครสวรรค์", "น-คร-ส-วรรค์"),
    ],
)
def test_syllables_are_those_that_are_spoken(word: str, syllables: str) -> None:
    assert "-".join(THAI.syllables(word)) == syllables


# Names of provinces and well-known places as the Royal Institute gazettes them in Latin letters.
@pytest.mark.parametrize(
    ("word", "spelling"),
    [
        ("กระบี่", "krabi"),
        ("ขอนแก่น", "khonkaen"),
        ("จันทบุรี", "chanthaburi"),
        ("เชียงใหม่", "chiangmai"),
        ("ตราด", "trat"),
        ("นครสวรรค์", "nakhonsawan"),
        ("นราธิวาส", "narathiwat"),
        ("น่าน", "nan"),
        ("บุรีรัมย์", "buriram"),
        ("ประจวบคีรีขันธ์", "prachuapkhirikhan"),
        ("พังงา", "phangnga"),
        ("พิจิตร", "phichit"),
        ("ภูเก็ต", "phuket"),
        ("มุกดาหาร", "mukdahan"),
        ("แม่สอด", "maesot"),
        ("ยโสธร", "yasothon"),
        ("ร้อยเอ็ด", "roiet"),
        ("ราชบุรี", "ratchaburi"),
        ("ลำปาง", "lampang"),
        ("ศรีสะเกษ", "sisaket"),
        ("สงขลา", "songkhla"),
        ("สมุทรปราการ", "samutprakan"),
        ("สระแก้ว", "sakaeo"),
        ("สุโขทัย", "sukhothai"),
        ("สุราษฎร์ธานี", "suratthani"),
        ("หนองคาย", "nongkhai"),
        ("อุดรธานี", "udonthani"),
        ("อุบลราชธานี", "ubonratchathani"),
    ],
)
def test_rtgs_of_provinces_is_as_gazetted(word: str, spelling: str) -> None:
    assert royal(word) == spelling


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("ชวน หลีกภัย", "Chuan Likphai"),
        ("เศรษฐา ทวีสิน", "Settha Thawisin"),
        ("สมชาย วงศ์สวัสดิ์", "Somchai Wongsawat"),
        ("อภิสิทธิ์ เวชชาชีวะ", "Aphisit Wetchachiwa"),
        ("สุรยุทธ์ จุลานนท์", "Surayut Chulanon"),
    ],
)
def test_romanise_gives_rtgs_of_heads_of_government_first(name: str, spelling: str) -> None:
    first = THAI.romanise(name)[0]
    assert (first.spelling, first.system) == (spelling, System.RTGS)


def test_romanise_also_gives_customary_spellings_each_once() -> None:
    found = THAI.romanise("สมชาย ใจดี")
    assert "Somchai Jaidee" in {romanisation.spelling for romanisation in found}
    assert len({romanisation.spelling for romanisation in found}) == len(found)


def test_pieces_keep_the_letters_that_sound_alike_apart() -> None:
    assert THAI.pieces("ธนา")[0] != THAI.pieces("ทนา")[0]
    assert THAI.pieces("จันทร์") == ("จ", "-ั", "-น", "-ทร์")
    assert THAI.pieces("เสถียร") == ("ส", "-◌", "ถ", "-เ◌ีย", "-ร")


def test_no_piece_of_any_word_of_two_written_syllables_is_missing_from_the_rules() -> None:
    known = rules("thai")
    consonants = [chr(code) for code in range(0x0E01, 0x0E2F) if chr(code) not in "ฤฦ"]
    frames = [
        "{}า",
        "เ{}",
        "แ{}",
        "โ{}",
        "ไ{}",
        "ใ{}",
        "เ{}า",
        "{}ัว",
        "เ{}ีย",
        "เ{}ือ",
        "{}ำ",
        "{}ะ",
        "{}ุ",
        "{}ู",
        "{}ึ",
        "{}ื",
    ]
    words = [
        frame.format(onset) + final for onset in consonants for frame in frames for final in ("", "น", "ร", "ว", "ยา")
    ]
    words += [f"ส{final}" for final in consonants] + [f"ส{final}ดา" for final in consonants]
    words += [f"สา{final}" for final in consonants] + [f"สัน{silent}์" for silent in consonants]
    missing = {piece for word in words for piece in THAI.pieces(word)} - set(known)
    assert not missing


def test_endless_words_take_bounded_time() -> None:
    for stuff in ("ก", "ก่", "เก", "นคร", "การ์"):
        word = THAI.canonical(stuff * 5000)
        assert "".join(THAI.syllables(word)) == word
        assert len(THAI.pieces(word)) >= 2500

"""Khmer names: signs in one order, syllables, pieces, and Latin spellings."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.scripts.khmer import KHMER, canonical, pieces, romanise, syllables
from noharbor.science.scripts.spelling_rules import rules, spellings, table_of
from noharbor.science.scripts.writing import System

CONSONANTS = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ"
VOWELS = ["", *"\u17b6\u17b7\u17b8\u17b9\u17ba\u17bb\u17bc\u17bd\u17be\u17bf\u17c0\u17c1\u17c2\u17c3\u17c4\u17c5"]
SIGNS = ["", "\u17c6", "\u17c7", "\u17cb", "\u17cc", "\u17cd", "\u17d0"]
COENG = "\u17d2"
khmer_text = st.text(
    st.characters(min_codepoint=0x1780, max_codepoint=0x17FF) | st.sampled_from(" a7\u200b"), max_size=24
)
clusters = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(CONSONANTS),
        st.sampled_from(["", *(COENG + letter for letter in CONSONANTS)]),
        st.sampled_from(["", "\u17c9", "\u17ca"]),
        st.sampled_from(VOWELS),
        st.sampled_from(SIGNS),
    ),
)
words = st.lists(clusters, min_size=1, max_size=6).map("".join).map(canonical)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ពេ្រ", "ព្រេ"),  # a vowel before the subscript
        ("ហ្រ្គ", "ហ្គ្រ"),  # RO is the last subscript
        ("កេា", "កោ"),  # two vowels for the one they look like
        ("កេី", "កើ"),
        ("សុីម", "ស៊ីម"),  # a vowel below in place of the shifter it looks like
        ("មុី", "ម៉ី"),  # and the other shifter for MO
        ("កំា", "កាំ"),  # a sign before the vowel
        ("កាា", "កា"),  # doubled marks
        ("ក់់", "ក់"),
        ("កណ្ដាល", "កណ្តាល"),  # two subscripts that look the same
        ("ទ្បាន", "ឡាន"),
        ("ភូមិ\u200bថ្មី", "ភូមិថ្មី"),
        ("ភូមិ៧", "ភូមិ7"),
        ("ឲ្យ", "ឱ្យ"),
        ("េក", "កេ"),
    ],
)
def test_typing_faults_that_look_right_are_set_right(typed: str, meant: str) -> None:
    assert canonical(typed) == meant


@given(st.text(max_size=40) | khmer_text)
def test_canonical_of_any_text_is_canonical(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once


def test_canonical_takes_time_in_proportion_to_the_text() -> None:
    assert canonical("ក" + "\u17d2" * 200_000) == "ក"
    assert len(canonical("\u17c1" * 200_000)) == 200_000


@given(words | khmer_text)
def test_syllables_joined_give_the_word(word: str) -> None:
    assert "".join(syllables(word)) == word


@given(words)
def test_every_piece_of_a_well_formed_word_has_a_spelling(word: str) -> None:
    assert set(pieces(word)) <= rules("khmer").keys()


@given(words)
def test_a_word_begins_with_a_piece_that_begins_a_syllable(word: str) -> None:
    assert not pieces(word)[0].startswith("-")


@given(khmer_text)
def test_pieces_and_spellings_never_fail(text: str) -> None:
    assert isinstance(pieces(text), tuple)
    assert isinstance(romanise(text), tuple)


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("កំពង់", ("កំ", "ពង់")),
        ("មានជ័យ", ("មាន", "ជ័យ")),
        ("សាគរ", ("សា", "គរ")),
        ("មុនីវង្ស", ("មុ", "នី", "វង្ស")),
        ("រតនមណ្ឌល", ("រត", "ន", "ម", "ណ្ឌល")),
        ("ភូមិ", ("ភូមិ",)),
        ("សម្បត្តិ", ("ស", "ម្បត្តិ")),
    ],
)
def test_bare_consonants_find_their_syllable(word: str, cut: tuple[str, ...]) -> None:
    assert syllables(canonical(word)) == cut


def test_the_series_comes_from_base_subscript_and_shifter() -> None:
    assert pieces("កា") == ("ក", "-ាa")
    assert pieces("គា") == ("គ", "-ាo")
    assert pieces("ស្គា")[-1] == "-ាo"  # a stop below decides
    assert pieces("ស្វា")[-1] == "-ាa"  # a sonorant below does not
    assert pieces("ម៉ា")[-1] == "-ាa"
    assert pieces("ស៊ី")[-1] == "-ីo"
    assert pieces("អន្លង់")[-2] == "-◌់o"


def test_killed_letters_keep_their_name_but_may_be_silent() -> None:
    assert pieces("កាណ៍") == ("ក", "-ាa", "-ណ៍")
    assert "" in rules("khmer")["-ណ៍"]["customary"]


@pytest.mark.parametrize(
    ("name", "ungegn"),
    [
        # Provinces and towns as gazetteers by this system print them, marks off.
        ("កំពង់ចាម", "Kampongcham"),
        ("កំពង់ធំ", "Kampongthum"),
        ("កំពត", "Kampot"),
        ("កំពង់ស្ពឺ", "Kampongspoe"),
        ("កោះកុង", "Kaohkong"),
        ("ក្រចេះ", "Kracheh"),
        ("តាកែវ", "Takev"),
        ("បាត់ដំបង", "Batdambang"),
        ("ភ្នំពេញ", "Phnumpenh"),
        ("មណ្ឌលគិរី", "Mondolkiri"),
        ("ស្ទឹងត្រែង", "Stoengtreng"),
        ("ស្វាយរៀង", "Svayrieng"),
        ("សៀមរាប", "Siemreab"),
        ("កណ្តាល", "Kandal"),
        ("ព្រៃវែង", "Preyveng"),
    ],
)
def test_it_writes_ungegn_without_marks(name: str, ungegn: str) -> None:
    first = romanise(canonical(name))[0]
    assert (first.spelling, first.system) == (ungegn, System.UNGEGN)


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("ហ៊ុន សែន", "Hun Sen"),
        ("សុខ អាន", "Sok An"),
        ("ជា ស៊ីម", "Chea Sim"),
        ("ទៀ បាញ់", "Tea Banh"),
        ("ហេង សំរិន", "Heng Samrin"),
        ("សុខ គីមឡេង", "Sok Kimleng"),
        ("វ៉ាន់ កែវ", "Van Keo"),
        ("ស្រី ហេង", "Srey Heng"),
        ("នរោត្តម សីហនុ", "Norodom Sihanou"),
        ("អៀង សារី", "Ieng Sary"),
    ],
)
def test_customary_spellings_of_names_can_be_made_from_the_table(name: str, spelling: str) -> None:
    for word, wanted in zip(canonical(name).split(), spelling.lower().split(), strict=True):
        table = table_of("khmer", "customary")
        chunks = [table[piece] for piece in pieces(word)]
        assert any("".join(choice) == wanted for choice in itertools.product(*chunks)), word


def test_spellings_are_distinct_and_bounded() -> None:
    found = romanise("ហ៊ុន សែន")
    assert len({romanisation.spelling for romanisation in found}) == len(found) <= 9
    assert spellings(["?"], {}) == [""]
    assert KHMER.romanise("") == ()

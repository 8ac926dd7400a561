"""Places found by a name in any script and spelling."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noharbor.science.matching.place_comparison import PreparedPlaces, compare_places
from noharbor.science.matching.place_words import bare_names
from noharbor.science.matching.places import FoundPlaces, nearest_places
from noharbor.science.names.evidence import Level
from noharbor.science.places.place import PlaceKind


def first(name: str) -> str:
    found = nearest_places(name)
    assert found.candidates, name
    return found.candidates[0].place.id


@pytest.mark.parametrize(
    "name",
    ["เมียวดี", "ญเมียวดี", "မြဝတီ", "妙瓦底", "渺瓦底", "Myawadi", "Mywaddy", "Myawaddy Township", "မြဝတီမြို့နယ်", "อ.เมียวดี",
     "妙瓦底镇", "MYAWADDY", "ເມືອງມຽວດີ"],
)  # fmt: skip
def test_one_town_is_found_by_its_name_in_every_script(name: str) -> None:
    assert first(name) == "mm-myawaddy"


@pytest.mark.parametrize(
    "name",
    ["Shwe Kokko", "Shwekoko", "水沟谷", "水溝谷", "Yatai New City", "亚太新城", "ရွှေကုက္ကို", "ရွှေကုက္ကိုမြိုင်",
     "Shwe Kokko (水沟谷)"],
)  # fmt: skip
def test_a_site_is_found_by_its_aliases(name: str) -> None:
    assert first(name) == "mm-shwe-kokko"


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("KK Park", "mm-kk-park"),
        ("KK园区", "mm-kk-park"),
        ("临沧市", "cn-530900"),
        ("จังหวัดเชียงใหม่", "th-50"),
        ("Chiang Mai Province", "th-50"),
        ("Tỉnh Nghệ An", "vn-22"),
        ("清迈机场", "th-chiang-mai-international-airport"),
        ("Friendship Bridge 2", "x-friendship-bridge-2"),
        ("Mae Sot, Tak, Thailand", "th-mae-sot"),
        ("金三角经济特区", "la-gtsez"),
        ("Myawaddy District", "mm-myawaddy"),
    ],
)
def test_words_for_kinds_choose_between_places_of_one_name(name: str, place: str) -> None:
    assert first(name) == place


def test_places_of_one_name_all_come_back() -> None:
    found = [one.place.id for one in nearest_places("Suzhou").candidates]
    assert {"cn-320500", "cn-341300"} <= set(found)
    assert len(found) == len(set(found))


def test_the_area_named_with_a_place_decides_between_places_of_one_name() -> None:
    assert first("Suzhou, Anhui") == "cn-341300"
    assert first("Suzhou, Jiangsu") == "cn-320500"


def test_the_place_nearer_to_a_point_stands_first() -> None:
    found = nearest_places("Suzhou", near=(33.65, 116.96))
    assert found.candidates[0].place.id == "cn-341300"
    assert found.candidates[0].kilometres is not None
    assert found.candidates[0].kilometres < 50


def test_only_the_state_and_the_kinds_asked_for_come_back() -> None:
    found = nearest_places("老街", country="vn", kinds=[PlaceKind.PROVINCE])
    assert {(one.place.country, one.place.kind) for one in found.candidates} == {("VN", PlaceKind.PROVINCE)}


def test_a_candidate_says_what_matched_where_it_lies_and_why() -> None:
    one = nearest_places("Tambon Mae Sot").candidates[0]
    assert (one.name, one.language, one.level) == ("Mae Sot", "en", Level.SAME_WRITING)
    assert one.areas[-1].id == "country-th"
    assert one.place.precision_metres
    assert one.place.source.startswith("GeoNames")
    assert one.reason == (
        "“Mae Sot” and “Mae Sot” are written the same; words for the kind of place left aside: “tambon”."
    )


def test_the_reason_is_told_in_other_languages() -> None:
    one = nearest_places("မြဝတီ").candidates[0]
    assert one.told(lambda words: words.replace("are written the same", "ont la même écriture")).endswith("écriture.")


def test_a_cut_list_says_so() -> None:
    found = nearest_places("San", limit=3)
    assert len(found.candidates) == 3
    assert found.beyond_limit > 0
    assert found.cut is not None
    assert found.cut.found_not_compared > 0


@pytest.mark.parametrize("name", ["", " ", "!!", "…", "()", ",", "\u200b"])
def test_a_text_without_letters_finds_nothing(name: str) -> None:
    assert nearest_places(name) == FoundPlaces((), 0, 0, None)


def test_a_query_is_quick() -> None:
    names = ["ท่าขี้เหล็ก", "大其力", "Tachilek", "တာချီလိတ်", "ប៉ោយប៉ែត", "Sihanoukville", "ປາງຄຳ"]
    for name in names:
        nearest_places(name)
    started = time.perf_counter()
    for name in names:
        nearest_places(name + " 5")
    # A tenth of this on a quiet machine.
    assert (time.perf_counter() - started) / len(names) < 0.5


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_no_text_is_too_strange(name: str) -> None:
    assert len(nearest_places(name, limit=2).candidates) <= 2


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("德宏傣族景颇族自治州", "德宏"),
        ("杭州", "杭州"),
        ("City of Manila", "Manila"),
        ("KK Park", "KK Park"),
        ("ເມືອງຕົ້ນເຜິ້ງ", "ຕົ້ນເຜິ້ງ"),
        ("ខេត្តស្វាយរៀង", "ស្វាយរៀង"),
        ("ရှမ်းပြည်နယ်", "ရှမ်း"),
        ("Amphoe Mueang Chiang Mai", "Chiang Mai"),
        ("서울특별시", "서울"),
        ("Province", "Province"),
        ("市", "市"),
        ("อ.แม่สอด", "แม่สอด"),
    ],
)
def test_words_for_kinds_are_taken_off(name: str, bare: str) -> None:
    assert bare_names(name)[0].text == bare


def test_a_word_that_may_be_part_of_the_name_leaves_both() -> None:
    assert [one.text for one in bare_names("Muang Sing")] == ["Muang Sing", "Sing"]


def test_names_of_places_are_compared_without_words_for_kinds() -> None:
    names = ["Myawaddy", "Myawaddy Township", "Chiang Mai Province", "", "妙瓦底镇"]
    scores = compare_places("မြဝတီမြို့နယ်", PreparedPlaces(names))
    assert 10 * scores[2] < scores[1] < scores[0]
    assert scores[2] < 0.1
    assert scores[3] < 1e-9
    assert list(compare_places("မြဝတီမြို့နယ်", names)) == list(scores)


def test_numbers_of_places_must_agree() -> None:
    same, other, missing = compare_places(
        "Friendship Bridge 2", ["Friendship Bridge ๒", "Friendship Bridge 1", "Bridge"]
    )
    assert other < 0.01
    assert missing < 0.9 < same


def test_a_number_may_be_written_as_a_word() -> None:
    two, three = compare_places("តាប៉ាង២", ["Ta Pang Pir", "Ta Pang Bei"])
    assert two > three

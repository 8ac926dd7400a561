"""Places in texts, example by example."""

from __future__ import annotations

import pytest

from noharbor.science.places import (
    Inside,
    NoSuchPlace,
    PlaceKind,
    PlaceMention,
    countries,
    country_place,
    find_places,
    place,
)


def found(text: str, language: str) -> list[tuple[str, str]]:
    return [(one.words, one.place.id) for one in find_places(text, language)]


def only(text: str, language: str) -> PlaceMention:
    (mention,) = find_places(text, language)
    return mention


@pytest.mark.parametrize(
    ("words", "place_id"),
    [
        ("Myawaddy", "mm-myawaddy"),
        ("Myawady", "mm-myawaddy"),
        ("KK Park", "mm-kk-park"),
        ("Yatai New City", "mm-shwe-kokko"),
        ("Tachilek city", "mm-tachileik"),
        ("Laukkaing", "mm-laukkai"),
        ("Golden Triangle Special Economic Zone", "la-gtsez"),
        ("Golden Triangle", "rg-golden-triangle"),
        ("Bokeo province", "la-bk"),
        ("Thai-Myanmar border", "bb-th-mm"),
        ("border between Myanmar and Thailand", "bb-th-mm"),
        ("northern Myanmar", "rg-northern-myanmar"),
        ("Myanmar-Thailand Friendship Bridge No 2", "x-friendship-bridge-2"),
        ("Sihanoukville", "kh-sihanoukville"),
        ("Angeles City", "ph-angeles"),
        ("Ninoy Aquino International Airport", "ph-naia"),
        ("Daluo port", "cn-daluo"),
        ("Xishuangbanna", "cn-532800"),
        ("Xi’an", "cn-610100"),
        ("New York", "gn-5128581"),
        ("Johor Bahru", "gn-1732752"),
    ],
)
def test_an_english_name_is_found_whole(words: str, place_id: str) -> None:
    assert found(f"Ten people were caught at {words} yesterday.", "en") == [(words, place_id)]


@pytest.mark.parametrize(
    ("words", "place_id"),
    [
        ("妙瓦底", "mm-myawaddy"),
        ("水沟谷", "mm-shwe-kokko"),
        ("KK園區", "mm-kk-park"),
        ("缅北", "rg-northern-myanmar"),
        ("緬北", "rg-northern-myanmar"),
        ("中缅边境", "bb-cn-mm"),
        ("泰缅边境", "bb-th-mm"),
        ("大其力", "mm-tachileik"),
        ("西港", "kh-sihanoukville"),
        ("西哈努克省", "kh-18"),
        ("波貝", "kh-poipet"),
        ("金邊", "kh-phnom-penh"),
        ("金三角经济特区", "la-gtsez"),
        ("永珍", "la-vientiane"),
        ("湄索", "th-mae-sot"),
        ("邦板牙", "ph-pam"),
        ("打洛口岸", "cn-daluo"),
        ("临沧市", "cn-530900"),
        ("镇康县", "cn-530924"),
        ("瑞麗", "cn-533102"),
        ("柬國", "country-kh"),
        ("杜拜", "gn-292223"),
    ],
)
def test_a_chinese_name_is_found_in_either_script(words: str, place_id: str) -> None:
    assert found(f"十人昨日于{words}落网", "zh") == [(words, place_id)]


@pytest.mark.parametrize(
    ("text", "language", "place_id"),
    [
        ("ตำรวจ 4 นายที่เมียวดี", "th", "mm-myawaddy"),
        ("ปอยเปต", "th", "kh-poipet"),
        ("မြဝတီ", "my", "mm-myawaddy"),
        ("ບໍ່ເຕັນ", "lo", "la-boten"),
        ("ភ្នំពេញ", "km", "kh-phnom-penh"),
    ],
)
def test_names_in_the_scripts_of_the_region_are_found(text: str, language: str, place_id: str) -> None:
    assert place_id in {one.place.id for one in find_places(text, language)}


def test_capitals_of_a_dateline_are_found() -> None:
    assert found("PAMPANGA -- Agents came.", "en") == [("PAMPANGA", "ph-pam")]


@pytest.mark.parametrize(
    "text",
    [
        "Reading on Mobile phones is Nice, and Most of the Same Police went Split.",
        "Karen Lee and Jordan Smith met Madison Chen.",
        "Anyone in laos, myanmar or thailand",
        "a Chinatown and some Thaifood",
    ],
)
def test_words_that_only_look_like_places_are_none(text: str) -> None:
    assert found(text, "en") == []


@pytest.mark.parametrize("text", ["发展中国家", "老街上的来宾感到安康与和平", "他大方地说", "本公司地处闹市"])
def test_characters_that_only_look_like_places_are_none(text: str) -> None:
    assert found(text, "zh") == []


def test_an_ambiguous_name_is_a_place_beside_its_country() -> None:
    assert found("caught in Reading, Britain", "en")[0] == ("Reading", "gn-2639577")
    assert found("緬甸老街的園區", "zh")[1] == ("老街", "mm-laukkai")
    assert found("越南太原省", "zh")[1] == ("太原省", "vn-69")
    assert found("山西太原", "zh")[1] == ("太原", "cn-140100")


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("the Chinese Embassy in Myanmar", Inside.ORGANISATION),
        ("China Daily said", Inside.ORGANISATION),
        ("a court in Malolos", Inside.ORGANISATION),
        ("Thailand's Appeal Court", Inside.ORGANISATION),
        ("Myanmar police came", Inside.ORGANISATION),
        ("Myanmar nationals came", Inside.DEMONYM),
        ("workers from Kenya came", Inside.DEMONYM),
        ("people were brought from Myanmar", None),
        ("raided by police in the Golden Triangle", None),
        ("in Kunming", None),
    ],
)
def test_it_tells_what_the_english_words_belong_to(text: str, inside: Inside | None) -> None:
    assert only(text, "en").inside is inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("泰国警方昨日", Inside.ORGANISATION),
        ("驻缅甸大使馆", Inside.ORGANISATION),
        ("《曼谷日報》", Inside.ORGANISATION),
        ("越南人", Inside.DEMONYM),
        ("缅甸籍男子", Inside.DEMONYM),
        ("在曼谷落网", None),
    ],
)
def test_it_tells_what_the_chinese_words_belong_to(text: str, inside: Inside | None) -> None:
    assert only(text, "zh").inside is inside


def test_members_of_a_list_belong_to_the_same() -> None:
    mentions = find_places("158 are foreigners, from China, Vietnam, Malaysia, Myanmar and Korea", "en")
    assert [one.inside for one in mentions] == [Inside.DEMONYM] * 5
    assert [one.inside for one in find_places("中国、缅甸、泰国警方", "zh")] == [Inside.ORGANISATION] * 3


def test_short_names_count_inside_compounds_only() -> None:
    text = "中老泰缅四国警方在清迈会晤，赴柬务工者被骗，缅方移交，台籍男子获救"
    states = [one.place.country for one in find_places(text, "zh") if one.place.kind is PlaceKind.COUNTRY]
    assert states == ["CN", "LA", "TH", "MM", "KH", "MM", "TW"]
    assert find_places("美方法越来越多，老家在集中地", "zh") == ()


def test_a_place_says_where_it_lies_and_how_exactly() -> None:
    myawaddy = place("mm-myawaddy")
    assert (myawaddy.kind, myawaddy.country, myawaddy.parent) == (PlaceKind.TOWN, "MM", "mm-13")
    assert (myawaddy.latitude, myawaddy.longitude, myawaddy.precision_metres) == (16.6891, 98.5089, 3000)
    assert (myawaddy.name("th"), myawaddy.name("zh-Hant"), myawaddy.name("fr")) == ("เมียวดี", "妙瓦底", "Myawaddy")


def test_a_region_lists_its_states() -> None:
    assert place("rg-golden-triangle").countries == ("TH", "LA", "MM")
    assert place("rg-golden-triangle").country is None


def test_countries_are_those_of_the_iso_list() -> None:
    codes = {one.country for one in countries()}
    assert {"MM", "TH", "LA", "KH", "VN", "CN", "TW", "HK", "MO", "NO"} <= codes
    assert country_place("KH").name("zh-Hant") == "柬埔寨"


def test_an_unknown_id_is_refused_with_advice() -> None:
    with pytest.raises(NoSuchPlace):
        place("nowhere")

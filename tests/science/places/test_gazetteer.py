"""Classes of names that reports from anywhere use: each is found, and lies in its state."""

from __future__ import annotations

import pytest

from noharbor.science.places import PlaceKind, countries, find_places
from noharbor.science.places.place import all_places, within

#: State, and names of places in it as English reports write them.
ENGLISH = {
    "capitals": (
        "AM Yerevan|AZ Baku|BB Bridgetown|BN Bandar Seri Begawan|BT Thimphu|CY Nicosia|FJ Suva|FM Palikir|GE Tbilisi"
        "|KG Bishkek|KI Tarawa|LC Castries|LK Colombo|MH Majuro|MN Ulaanbaatar|NR Yaren|NZ Wellington|PG Port Moresby"
        "|PW Ngerulmud|SB Honiara|TL Dili|TO Nuku'alofa|TO Nukualofa|TT Port of Spain|TV Funafuti|UA Kyiv|UA Kiev"
        "|VU Port Vila|WS Apia"
    ),
    "islands and towns": (
        "FJ Lautoka|FJ Nadi|FM Pohnpei|LK Katunayake|LK Negombo|LK Panadura|PW Airai|PW Koror|TL Oecusse|TH Koh Samui"
        "|NP Budhanilkantha|MH Ebeye|MP Saipan"
    ),
    "first-level areas": (
        "AU Queensland|BR Minas Gerais|CO Antioquia|DE Bavaria|ES Catalonia|ET Oromia|GB Lancashire|IN Gujarat"
        "|IT Sicily|JP Aichi Prefecture|KR Gyeonggi|MX Jalisco|NG Akwa Ibom|NG Rivers State|NZ Otago|PE Callao|PK Sindh"
        "|RU Tatarstan|TW Hsinchu County|UA Zakarpattia|US Ohio|ZA Gauteng"
    ),
    "districts": (
        "HK Kowloon|HK Kwun Tong|HK Mong Kok|HK Sha Tin|HK Tsim Sha Tsui|HK Tuen Mun|HK Wan Chai|HK West Kowloon"
        "|HK Yau Ma Tei|ID West Jakarta|JP Kabukicho|JP Shinjuku|KH Sen Sok|KH Toul Kork|KR Gangnam|LA Sisattanak"
        "|MM Hlaing Tharyar|MO Cotai|MY Cheras|NG Victoria Island|PH Las Piñas|PH Makati|PH Pasay|SG Geylang"
        "|TH Ratchada|TH Huai Khwang|TW Banqiao|TW Zhongli|VN Binh Thanh|VN Cau Giay"
    ),
    "crossings, airports and zones": (
        "KH Sihanoukville Special Economic Zone|LA Bokeo International Airport|LK Bandaranaike International Airport"
        "|MM Kyaukhat|MM Laiza|MY Genting Highlands|TH Ban Khlong Luek|VN Moc Bai|VN Tan Son Nhat airport"
    ),
    "spellings": (
        "KH O Smach|KH O'Smach|KH Osmach|MM Nay Pyi Taw|MM Naypyidaw|MM Tachileik|MM Tachilek|PH Las Pinas|PH Parañaque"
        "|PH Paranaque|VN Da Nang|VN Mộc Bài|VN Đà Nẵng"
    ),
}

CHINESE = {
    "capitals": (
        "AM 埃里温|FJ 苏瓦|GE 第比利斯|KZ 阿斯塔纳|MH 马朱罗|MN 乌兰巴托"
        "|PG 莫尔兹比港|RW 基加利|TO 努库阿洛法|VU 维拉港"
    ),
    "first-level areas": (
        "AU 新南威尔士州|DE 巴伐利亚州|ES 加泰罗尼亚|JP 爱知县|KR 京畿道|TW 新竹县|US 加利福尼亚州|ZA 豪登省"
    ),
    "districts": (
        "HK 油麻地|HK 尖沙咀|HK 屯門|HK 旺角|HK 西九龍|HK 觀塘|JP 歌舞伎町"
        "|KH 堆谷区|KH 森速区|MO 氹仔|TW 中壢|TW 板橋區"
    ),
    "crossings and towns": "KH 暹粒机场|MM 拉咱|MM 永盛监狱|MY 仙本那|PW 科罗尔|TH 苏梅岛|VN 木牌口岸|VN 芒街",
}


def cases(classes: dict[str, str]) -> list[tuple[str, str]]:
    return [tuple(one.split(" ", 1)) for names in classes.values() for one in names.split("|")]  # type: ignore[misc]


@pytest.mark.parametrize(("code", "name"), cases(ENGLISH))
@pytest.mark.parametrize(
    "sentence", ["Ten people were arrested in {} on Monday.", "The meeting was held at {}, officials said."]
)
def test_an_english_report_finds_the_place_and_its_state(sentence: str, code: str, name: str) -> None:
    first = find_places(sentence.format(name), "en")[0]
    assert (first.words, first.place.country) == (name, code)


@pytest.mark.parametrize(("code", "name"), cases(CHINESE))
@pytest.mark.parametrize("sentence", ["警方昨日在{}拘捕十人。", "三名男子从{}被遣返。"])
def test_a_chinese_report_finds_the_place_and_its_state(sentence: str, code: str, name: str) -> None:
    first = find_places(sentence.format(name), "zh")[0]
    assert (first.words, first.place.country) == (name, code)


@pytest.mark.parametrize(
    "text",
    [
        "Vu Van Dinh, Nguyen Thi Hoa and Lin Wei were arrested.",
        "Maria Santos told Chan Tai-man and Mercedes Torres.",
        "Mr Obama met managers of Toyota, Honda and Mizuho.",
        "He sold gold to Tanaka, Ishikawa and Matsuda.",
        "Judge Laurel Mason, Officer Gill, Captain Burton and Ms Sutton heard it.",
        "Rahman, Hussain and Kamal Bakri denied it, as Asahi reported.",
        "Virginia Wells and Victoria Kent opened the Central Bank account.",
        "a trip to Chinatown by Delta and a call to Meta",
    ],
)
def test_persons_firms_and_words_are_no_places(text: str) -> None:
    assert find_places(text, "en") == ()


@pytest.mark.parametrize(
    "text",
    ["新城市建设与创新城市群", "开云体育平台在三角洲", "他大方地买了三重保险", "高山市场上的大久保", "这是南渡者"],
)
def test_characters_that_meet_by_chance_are_no_places(text: str) -> None:
    assert find_places(text, "zh") == ()


def test_a_name_across_two_words_does_not_hide_the_place() -> None:
    assert [one.place.id for one in find_places("专列抵达义乌站", "zh")] == ["cn-330782"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("caught in Victoria, Australia", "AU"),
        ("caught in Surrey, Britain", "GB"),
        ("caught in Stanley, Falkland Islands", "FK"),
        ("caught in Hamilton, Bermuda", "BM"),
        ("caught in Tours, France", "FR"),
    ],
)
def test_a_name_that_is_more_than_a_place_is_found_beside_its_state(text: str, code: str) -> None:
    assert find_places(text, "en")[0].place.country == code


def test_every_state_has_a_place_besides_itself() -> None:
    """All but Antarctica, islands without towns, and states that are one town."""
    peopled = {one.country for one in all_places().values() if one.kind is not PlaceKind.COUNTRY}
    bare = {one.country for one in countries()} - peopled
    assert bare <= {"AQ", "BQ", "BV", "GG", "GI", "HM", "IO", "MC", "SG", "SJ", "SM", "TF", "TK", "UM", "VA", "WF"}, (
        sorted(code or "" for code in bare)
    )


@pytest.mark.parametrize(
    "text", ["该局9日在布达尼尔干塔实施突查", "委员会主席奥卢科耶德星期天发文", "嫌犯巴塔维尼被带走"]
)
def test_a_piece_of_a_longer_foreign_name_is_no_place(text: str) -> None:
    assert [one.words for one in find_places(text, "zh")] == []


def test_what_lies_within_a_place_is_found_at_every_depth_and_once():
    found = within("country-mm")
    assert {"mm-myawaddy", "mm-kk-park"} <= set(found)
    assert len(found) == len(set(found))
    assert within("mm-kk-park") == ()

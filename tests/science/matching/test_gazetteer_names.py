"""The gazetteer holds what the work turns on, in the languages it is written in."""

from __future__ import annotations

from collections import Counter

import pytest

from noharbor.science.matching.places import nearest_places
from noharbor.science.places.finder import find_places
from noharbor.science.places.named import areas_of, named_places
from noharbor.science.places.place import PlaceKind, all_places

#: Sites, towns, crossings, ways and regions that reports turn on, each with names in use, by language.
WANTED = (
    ("mm-kk-park", "en KK Park; zh KK园区; zh KK園區"),
    ("mm-shwe-kokko", "en Shwe Kokko; en Yatai New City; my ရွှေကုက္ကိုမြိုင်; zh 水沟谷; zh 亚太新城"),
    ("mm-myawaddy", "en Myawaddy; my မြဝတီ; zh 妙瓦底; th เมียวดี"),
    ("mm-tai-chang", "en Tai Chang"),
    ("mm-min-let-pan", "en Min Let Pan"),
    ("mm-payathonzu", "en Payathonzu"),
    ("mm-three-pagodas-pass", "en Three Pagodas Pass"),
    ("mm-hpa-an", "en Hpa-An"),
    ("mm-laukkai", "en Laukkai; en Laukkaing; en Laogai; my လောက်ကိုင်မြို့; zh 老街; shn လဝ်ႉၵႆႇ"),
    ("mm-kokang", "en Kokang; zh 果敢; my ကိုးကန့်"),
    ("mm-muse", "en Muse; en Mu-se; zh 木姐; my မူဆယ်"),
    ("mm-pangkham", "en Pangkham; my ပန်ခမ်းမြို့; zh 邦康; th ปางคำ; lo ປາງຄຳ; km ប៉ាងខាំ"),
    ("mm-wa-state", "en Wa State"),
    ("mm-mong-la", "en Mong La; zh 勐拉"),
    ("mm-hopang", "en Hopang; my ဟိုပန်မြို့; zh 户板"),
    ("mm-tangyan", "en Tangyan; zh 当阳"),
    ("mm-lashio", "en Lashio; my လားရှိုးမြို့; zh 腊戍; th ล่าเสี้ยว"),
    ("mm-tachileik", "en Tachileik; en Tachilek; my တာချီလိတ်; zh 大其力; th ท่าขี้เหล็ก; shn တႃႈၶီႈလဵၵ်း"),
    ("mm-keng-tung", "en Kengtung; en Keng Tung"),
    ("mm-kutkai", "en Kutkai; my ကွတ်ခိုင်မြို့; zh 贵概"),
    ("mm-yangon", "en Yangon; my ရန်ကုန်; zh 仰光; th ย่างกุ้ง"),
    ("mm-naypyidaw", "en Nay Pyi Taw; zh 内比都; my နေပြည်တော်"),
    ("la-gtsez", "en Golden Triangle Special Economic Zone; lo ເຂດເສດຖະກິດພິເສດສາມຫຼ່ຽມຄຳ; zh 金三角经济特区"),
    ("la-ton-pheung", "en Ton Pheung"),
    ("la-houayxay", "en Houayxay"),
    ("la-boten", "en Boten; lo ບໍ່ເຕັນ; zh 磨丁; th บ่อเต็น"),
    ("la-vientiane", "en Vientiane; lo ວຽງຈັນ; zh 万象; th เวียงจันทน์"),
    ("kh-sihanoukville", "en Sihanoukville; km ក្រុងព្រះសីហនុ; zh 西哈努克市; th สีหนุวิลล์"),
    ("kh-bavet", "en Bavet; km បាវិត"),
    ("kh-20", "zh 柴桢; en Svay Rieng"),
    ("kh-poipet", "en Poipet; km ប៉ោយប៉ែត; th ปอยเปต; zh 波贝"),
    ("kh-osmach", "en O'Smach"),
    ("kh-phnom-penh", "en Phnom Penh; km ភ្នំពេញ; zh 金边; th พนมเปญ"),
    ("kh-koh-kong", "en Koh Kong; km កោះកុង"),
    ("kh-sen-monorom", "en Sen Monorom"),
    ("kh-11", "zh 蒙多基里"),
    ("kh-pailin", "en Pailin; km ក្រុងប៉ៃលិន"),
    ("ph-manila", "en Manila; zh 马尼拉"),
    ("ph-pasay", "en Pasay"),
    ("ph-paranaque", "en Parañaque"),
    ("ph-las-pinas", "en Las Piñas"),
    ("ph-bamban", "en Bamban"),
    ("ph-porac", "en Porac"),
    ("ph-lapu-lapu", "en Lapu-Lapu"),
    ("ph-kawit", "en Kawit"),
    ("rg-golden-triangle", "en Golden Triangle; zh 金三角"),
    ("rg-northern-myanmar", "en northern Myanmar; zh 缅北"),
    ("x-friendship-bridge-1", "en Friendship Bridge 1"),
    ("x-friendship-bridge-2", "en Friendship Bridge 2"),
    ("th-mae-sot", "en Mae Sot; th แม่สอด; zh 湄索; my မဲဆောက်"),
    ("th-mae-sot-airport", "en Mae Sot Airport"),
    ("th-mae-ramat", "en Mae Ramat; th แม่ระมาด"),
    ("th-phop-phra", "en Phop Phra; th พบพระ"),
    ("th-mae-sai", "en Mae Sai; th แม่สาย"),
    ("th-chiang-saen", "en Chiang Saen; th เชียงแสน"),
    ("th-sangkhla-buri", "en Sangkhla Buri; th สังขละบุรี"),
    ("th-aranyaprathet", "en Aranyaprathet; th อรัญประเทศ"),
    ("cn-533102", "en Ruili; zh 瑞丽"),
    ("cn-jiegao", "en Jiegao; zh 姐告"),
    ("cn-nansan", "en Nansan; zh 南伞"),
    ("cn-530924", "en Zhenkang"),
    ("cn-qingshuihe", "en Qingshuihe; en Mengding; zh 清水河"),
    ("cn-530926", "en Gengma"),
    ("mm-chinshwehaw", "en Chinshwehaw"),
    ("cn-530927", "en Cangyuan"),
    ("cn-530900", "en Lincang"),
    ("cn-yonghe", "en Yonghe; zh 永和"),
    ("cn-530500", "en Baoshan; zh 保山"),
    ("th-don-mueang", "en Don Mueang; th ดอนเมือง"),
    ("cn-daluo", "en Daluo; zh 打洛"),
    ("cn-532822", "en Menghai"),
    ("cn-532800", "en Xishuangbanna"),
    ("cn-houqiao", "en Houqiao; zh 猴桥"),
    ("cn-530581", "en Tengchong"),
    ("cn-mohan", "en Mohan; zh 磨憨"),
    ("cn-532823", "en Mengla; zh 勐腊"),
    ("cn-menga", "en Meng'a"),
    ("cn-530827", "en Menglian; zh 孟连"),
    ("cn-530800", "en Pu'er"),
    ("cn-530100", "en Kunming; zh 昆明; th คุนหมิง"),
    ("cn-nanjing-lukou", "en Nanjing Lukou"),
    ("cn-320100", "zh 南京"),
    ("cn-pudong-airport", "en Shanghai Pudong"),
    ("cn-310000", "zh 上海"),
    ("cn-500000", "en Chongqing; zh 重庆"),
    ("cn-340100", "en Hefei; zh 合肥"),
    ("cn-340000", "en Anhui"),
    ("cn-330100", "en Hangzhou; zh 杭州"),
    ("cn-330000", "en Zhejiang"),
    ("ph-naia", "en Ninoy Aquino International Airport"),
    ("th-chiang-mai", "en Chiang Mai; th เชียงใหม่; zh 清迈"),
    ("mm-13", "en Kayin; en Karen State"),
    ("mm-17", "en Shan"),
    ("mm-11", "en Kachin"),
    ("cn-533103", "en Mangshi"),
    ("th-60", "en Nakhon Sawan"),
    ("th-63", "en Tak"),
    ("mm-moei-river", "en Moei; my သောင်ရင်း; en Thaungyin"),
    ("cn-330782", "en Yiwu"),
    ("cn-350200", "en Xiamen"),
    ("la-bk", "en Bokeo"),
    ("ph-tar", "en Tarlac"),
    ("ph-pam", "en Pampanga"),
    ("ph-ceb", "en Cebu"),
    ("ph-cav", "en Cavite"),
    ("th-27", "en Sa Kaeo"),
    ("cn-530000", "en Yunnan"),
)

#: First-level areas of each state, with the language that all of them have a name in.
AREAS = (("CN", "zh", 31), ("KH", "km", 25), ("LA", "lo", 18), ("MM", "my", 15), ("TH", "th", 77), ("VN", "vi", 63))


@pytest.mark.parametrize(("place_id", "names"), WANTED)
def test_a_place_the_work_turns_on_has_its_names(place_id: str, names: str) -> None:
    place = named_places()[place_id]
    held = {(language.partition("-")[0], name) for language, these in place.names.items() for name in these}
    wanted = {tuple(name.split(" ", 1)) for name in names.split("; ")}
    assert wanted <= held


@pytest.mark.parametrize(("place_id", "names"), WANTED)
def test_a_place_the_work_turns_on_is_among_the_first_by_each_name(place_id: str, names: str) -> None:
    country = named_places()[place_id].country
    for name in names.split("; "):
        found = nearest_places(name.split(" ", 1)[1], country=country, limit=6).candidates
        assert place_id in {one.place.id for one in found}, name


@pytest.mark.parametrize(("country", "language", "number"), AREAS)
def test_every_first_level_area_has_a_name_in_its_own_language(country: str, language: str, number: int) -> None:
    areas = [
        place
        for place in named_places().values()
        if place.parent == f"country-{country.lower()}"
        and not place.id.startswith("gn-")
        and place.kind in (PlaceKind.PROVINCE, PlaceKind.CITY)
        and place.names.get(language)
    ]
    assert len(areas) >= number


def test_districts_and_townships_are_there() -> None:
    kinds = (PlaceKind.CITY, PlaceKind.DISTRICT, PlaceKind.TOWN)
    numbers = Counter(place.country for place in named_places().values() if place.kind in kinds)
    least = {"CN": 2_900, "KH": 400, "LA": 230, "MM": 750, "PH": 1_300, "TH": 1_100, "VN": 850}
    assert {country: numbers[country] >= number for country, number in least.items()} == dict.fromkeys(least, True)


def test_every_point_says_how_exact_it_is_and_every_place_where_it_comes_from() -> None:
    for place in named_places().values():
        assert place.source, place.id
        assert (place.latitude is None) == (place.longitude is None), place.id
        assert place.latitude is None or (place.precision_metres or 0) > 0, place.id


def test_sites_tell_when_they_worked() -> None:
    for place_id in ("mm-kk-park", "mm-shwe-kokko"):
        assert named_places()[place_id].periods


def test_areas_lead_up_to_the_state() -> None:
    assert [area.id for area in areas_of(named_places()["mm-shwe-kokko"])] == ["mm-myawaddy", "mm-13", "country-mm"]


def test_texts_are_not_searched_for_places_of_matching_only() -> None:
    only = set(named_places()) - set(all_places())
    assert len(only) > 2_000
    assert find_places("Police in Xaysathan said on Tuesday", "en") == ()
    assert nearest_places("Xaysathan").candidates[0].place.id == "la-xa-xaysathan"

"""Names in Han characters: family and given name, and spellings by system."""

from __future__ import annotations

import pytest

from noharbor.reference.tables import table
from noharbor.science.scripts.han_names import beam, family_and_given, romanise
from noharbor.science.scripts.writing import System


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("王伟", "王", "伟"),
        ("張國榮", "張", "國榮"),
        ("欧阳修", "欧阳", "修"),
        ("歐陽修", "歐陽", "修"),
        ("司马相如", "司马", "相如"),
        ("诸葛亮", "诸葛", "亮"),
        ("尉迟恭", "尉迟", "恭"),
        ("上官婉儿", "上官", "婉儿"),
        ("陳方安生", "陳方", "安生"),
        ("约翰·史密斯", "史密斯", "约翰"),
        ("王 伟", "王", "伟"),
        ("司徒", "司徒", ""),
        ("阿都拉曼", "", "阿都拉曼"),
        ("苏巴马廉", "", "苏巴马廉"),
        ("", "", ""),
    ],
)
def test_names_are_parted(name: str, family: str, given: str) -> None:
    assert family_and_given(name) == (family, given)


@pytest.mark.parametrize(
    ("name", "system", "spelling"),
    [
        ("王伟", System.PINYIN, "Wang Wei"),
        ("邓小平", System.PINYIN, "Deng Xiaoping"),
        ("邓小平", System.WADE_GILES, "Teng Hsiao-ping"),
        ("司马懿", System.PINYIN, "Sima Yi"),
        ("司马懿", System.WADE_GILES, "Ssu-ma I"),
        ("单雄信", System.PINYIN, "Shan Xiongxin"),
        ("曾荫权", System.PINYIN, "Zeng Yinquan"),
        ("曾荫权", System.CANTONESE, "Tsang Yam Kuen"),
        ("吕布", System.PINYIN, "Lü Bu"),
        ("吕布", System.PINYIN, "Lyu Bu"),
        ("陈方安生", System.CANTONESE, "Chan Fong On Sang"),
        ("張國榮", System.CANTONESE, "Cheung Kwok Wing"),
        ("李光耀", System.HOKKIEN, "Lee Kong Yew"),
        ("金正恩", System.SINO_KOREAN, "Gim Jeongeun"),
        ("朴正熙", System.SINO_KOREAN, "Bak Jeonghui"),
        ("朴正熙", System.SINO_KOREAN, "Park Jung-hee"),
        ("阮文雄", System.SINO_VIETNAMESE, "Nguyễn Văn Hùng"),
        ("阮文雄", System.SINO_VIETNAMESE, "Nguyen Van Hung"),
        ("约翰·史密斯", System.SOUNDS, "John Smis"),
        ("蔡英文", System.WADE_GILES, "Tsai Ying-wen"),
        ("西安", System.PINYIN, "Xi An"),
        ("李西安", System.PINYIN, "Li Xi'an"),
    ],
)
def test_each_system_writes_a_name_its_own_way(name: str, system: System, spelling: str) -> None:
    assert spelling in [one.spelling for one in romanise(name) if one.system is system]


def test_pinyin_comes_first_and_no_spelling_twice() -> None:
    found = romanise("王伟")
    assert found[0].spelling == "Wang Wei"
    assert len({one.spelling for one in found}) == len(found)


@pytest.mark.parametrize("name", ["", " ", "Wang", "王a", "𠀀", "·", "〇"])
def test_what_is_no_name_in_han_gives_no_error(name: str) -> None:
    assert isinstance(romanise(name), tuple)


def test_the_beam_keeps_the_likeliest_rows() -> None:
    assert beam([["a", "b"], ["c", "d"]], 3) == [("a", "c"), ("a", "d"), ("b", "c")]


def test_shares_of_family_names_are_those_published() -> None:
    shares = table("chinese_shares")
    assert shares["family"]["王"] == pytest.approx(71_000)
    assert 900_000 < sum(shares["family"].values()) < 1_000_000
    assert min(shares["family"].values()) > 0
    assert shares["given"]["英"] > shares["given"]["鼎"] > 0

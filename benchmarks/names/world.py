"""An invented world: as many people as wanted, with names in the region's scripts and the variants that lists show.

Every name is put together from common syllables, elements and family names, so any likeness to a living person is
chance. The same seed gives the same world. A person has three names: in the own script, in Latin letters, and a further
one: another spelling, another order, a part missing, a slip of the pen, or a second script.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from noharbor.reference.tables import table


def _listed(words: str) -> list[str]:
    return words.split()


# Elements: native spelling, then Latin spellings in use, the likeliest first.
_BURMESE = """
အောင် aung ong | ကျော် kyaw kyo | မင်း min | ထွန်း tun htun | ဇော် zaw | လှိုင် hlaing | ဝင်း win | စိုး soe |
မြင့် myint | သန်း than | ခင် khin | မျိုး myo | နိုင် naing | အေး aye | လွင် lwin | ဌေး htay | မောင် maung |
တင် tin | သိန်း thein | လှ hla | စန်း san | ကို ko | ဖြိုး phyo | ဝေ wai way | ဇင် zin | မာ mar ma | နု nu |
ရီ yee yi | ဆန်း san | ချစ် chit | သူ thu | ထွေး htwe | ညွန့် nyunt | ကြည် kyi | ရွှေ shwe | ဘို bo |
ဖုန်း phone | မြတ် myat | နန္ဒာ nandar nanda | သီရိ thiri | ဆွေ swe | ထက် htet | လင်း lin | ရဲ ye |
ပြည့် pyae pyi | ဖေ pe | သက် thet | ဇာနည် zarni | ဟိန်း hein | ကောင်း kaung | ဦး oo | ရင် yin | မိုး moe |
သွင် thwin | ငြိမ်း nyein | ချို cho | ဖြူ phyu | နှင်း hnin | ယု yu | တိုး toe
"""
_THAI = """
สม som | ชาย chai | ศักดิ์ sak | วิ wi vi | ชัย chai | พร phon porn | ประ pra | เสริฐ soet sert | สุ su |
รชัย rachai | ธนา thana tana | กร kon korn | อนุ anu | ชิต chit | พงษ์ phong pong | วัฒน์ wat | นา na |
รี ri ree | กิตติ kitti | ศรี si sri | จิต chit jit | ณรงค์ narong | เดช det | มา ma | ลี li lee |
ปัญญา panya | วรรณ wan | อรุณ arun | ทิพย์ thip tip | พิชัย phichai pichai | ไพ phai pai | โรจน์ rot roj |
บุญ bun boon | มี mi mee | แก้ว kaeo kaew | ดา da | รัตน์ rat | ภัทร phat pat | นันท์ nan | ชล chon |
สิทธิ์ sit | ปิย piya | วุฒิ wut | เกียรติ kiat | ไชย chai | พล phon pol | มนต์ mon | จันทร์ chan |
เพ็ญ phen pen | สาย sai | ทอง thong tong | คำ kham | ใจ chai jai | งาม ngam | สุข suk | ยืน yuen |
เจริญ charoen | วงศ์ wong | ตระกูล trakun trakul | พันธ์ phan pan | รุ่ง rung | เรือง rueang ruang |
ขวัญ khwan kwan | หล้า la | อุดม udom | เลิศ loet lert | ปราณี prani pranee | สถิต sathit satit |
มณี mani manee | โชติ chot | ช่วง chuang
"""
_LAO = """
ສົມ som | ໄຊ xay sai | ບຸນ boun bun | ມີ my mee | ຄຳ kham | ແສງ seng saeng | ວົງ vong | ສັກ sak |
ພອນ phone phon | ສີ si sy | ທອງ thong | ແກ້ວ keo kaew | ຈັນ chan | ດາ da | ວັນ van | ນາ na | ພູ phou phu |
ຄຳພັນ khamphan | ລາວ lao | ສຸກ souk suk | ສະຫວັນ savanh savan | ວິໄລ vilay | ປະ pa | ເສີດ seuth seut |
ມະນີ many mani | ຍົງ nyong | ໂສມ some | ຫຼ້າ la | ບົວ boua bua | ພັນ phanh phan | ອິນ inh in | ເພັດ phet |
ໄຟ fay | ລັດ rath lat
"""
_KHMER = """
សុខ sok | សុភា sophea | ចាន់ chan | វណ្ណា vanna | រតនា ratana rattana | ពិសិដ្ឋ piseth | វិសាល visal |
សំ sam | អាង ang | ហ៊ុន hun | សែន sen | ម៉ៅ mao | លី ly | គឹម kim | ស្រី srey | នាង neang | បូរី borey |
ដារ៉ា dara | វុទ្ធី vuthy | ធារី theary | ច័ន្ទ chan | សុវណ្ណ sovann | ភក្តី pheakdey | រស្មី reaksmey |
មករា makara | បុប្ផា bopha | សារ៉ាត់ sarath | ឈុន chhun | ហេង heng | ណារិទ្ធ narith | ប៉ុល pol | សុំ som |
កែវ keo | ឡុង long | ទេព tep | យិន yin | ប៊ុន bun | ផល phal | រិទ្ធ rith | សម្បត្តិ sambath | មុន្នី mony |
ថា tha | លាង leang | ស៊ន son | អ៊ុក uk
"""
_HAN_FAMILIES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金"
    "韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤"
)
_HAN_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉兰红玲建国文志海燕春梅龙飞鹏浩宇欣怡佳俊豪天泽子涵晨博思雨梓轩一诺雅婷雪琳倩颖慧洁"
    "波斌峰辉鑫凯健亮林森庆福贵财生荣昌盛兴发达富安康宁和顺祥瑞吉良善德仁义礼智信忠孝廉勤学成业立功名利光耀祖宗振宏大江河山川东南西北中正"
)
_VIETNAMESE_FAMILIES = _listed("""
Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trương
Trịnh
""")
_VIETNAMESE_GIVEN = _listed("""
Văn Thị Đức Hữu Minh Quang Ngọc Thanh Anh Hùng Dũng Tuấn Hải Nam Long Sơn Hương Lan Mai Hoa Linh Trang Thảo
Phương Hà Thu Bình An Khánh Phúc Lộc Thọ Tâm Hiếu Trung Nghĩa Kiên Cường Thắng Việt Quốc Bảo Gia Huy Khoa Nhật
Tiến Thành Công Danh
""")
_WESTERN_GIVEN = _listed("""
James Mary John Patricia Robert Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph
Jessica Thomas Sarah Carlos Maria Jose Ana Pedro Rosa Ahmad Siti Mohamed Nurul Abdul Fatimah Rajesh Priya Suresh
Lakshmi Grace Daniel Ruth Samuel Esther
""")
_WESTERN_FAMILIES = _listed("""
Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson
Anderson Santos Reyes Cruz Bautista Ocampo Kumar Sharma Singh Patel Rahman Ismail Hassan Ibrahim Okafor Mensah
Mwangi Banda Ivanov Petrov Muller Schmidt Rossi Dubois Silva Costa
""")

Element = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person.

    Attributes:
        number: Counts from 0.
        origin: Which part of the world they come from.
        names: Three names.
    """

    number: int
    origin: str
    names: tuple[str, str, str]


def _elements(text: str) -> list[Element]:
    parts = [part.split() for part in text.replace("\n", " ").split("|")]
    return [(part[0], tuple(part[1:])) for part in parts if part]


def _common(dice: random.Random, size: int) -> int:
    """A number below `size`, the small ones much more often: some elements are in every tenth name."""
    return min(int(size * dice.random() ** 1.8), size - 1)


def _pick(dice: random.Random, elements: list[Element]) -> tuple[str, str]:
    native, spellings = elements[_common(dice, len(elements))]
    return native, spellings[_common(dice, len(spellings))]


def _burmese(dice: random.Random, elements: list[Element]) -> tuple[str, str]:
    parts = [_pick(dice, elements) for _ in range(dice.choice((2, 3, 3, 4)))]
    between = " " if dice.random() < 0.3 else ""
    return between.join(native for native, _ in parts), " ".join(latin.title() for _, latin in parts)


def _two_words(
    given: tuple[int, ...], family: tuple[int, ...]
) -> Callable[[random.Random, list[Element]], tuple[str, str]]:
    def made(dice: random.Random, elements: list[Element]) -> tuple[str, str]:
        words = [[_pick(dice, elements) for _ in range(dice.choice(sizes))] for sizes in (given, family)]
        native = " ".join("".join(native for native, _ in word) for word in words)
        return native, " ".join("".join(latin for _, latin in word).title() for word in words)

    return made


@cache
def _han_spellings(system: str) -> dict[str, str]:
    return {char: found[system][0] for char, found in table("han_spellings").items() if found.get(system)}


def _chinese(dice: random.Random, _: list[Element]) -> tuple[str, str]:
    given = [_HAN_GIVEN[_common(dice, len(_HAN_GIVEN))] for _ in range(dice.choice((1, 2, 2)))]
    family = _HAN_FAMILIES[_common(dice, len(_HAN_FAMILIES))]
    spelled = _han_spellings(dice.choice(("pinyin", "pinyin", "pinyin", "cantonese", "wade-giles")))
    latin = [spelled.get(char, "a") for char in (family, *given)]
    return "".join((family, *given)), f"{latin[0].title()} {''.join(latin[1:]).title()}"


def _vietnamese(dice: random.Random, _: list[Element]) -> tuple[str, str]:
    given = [_VIETNAMESE_GIVEN[_common(dice, len(_VIETNAMESE_GIVEN))] for _ in range(dice.choice((1, 2, 2, 3)))]
    name = " ".join((dice.choice(_VIETNAMESE_FAMILIES), *given))
    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return name, "".join(char for char in plain if not unicodedata.combining(char))


def _western(dice: random.Random, _: list[Element]) -> tuple[str, str]:
    given = _WESTERN_GIVEN[_common(dice, len(_WESTERN_GIVEN))]
    family = _WESTERN_FAMILIES[_common(dice, len(_WESTERN_FAMILIES))]
    middle = dice.choice(_WESTERN_FAMILIES)
    return f"{given} {middle} {family}", f"{family}, {given}"


#: Origin, how many in a hundred, how a name is made, from which elements.
_ORIGINS: tuple[tuple[str, int, Callable[[random.Random, list[Element]], tuple[str, str]], list[Element]], ...] = (
    ("Chinese", 34, _chinese, []),
    ("Burmese", 24, _burmese, _elements(_BURMESE)),
    ("Thai", 16, _two_words((2, 2, 3), (2, 3, 4)), _elements(_THAI)),
    ("Vietnamese", 8, _vietnamese, []),
    ("Lao", 6, _two_words((2,), (2, 3)), _elements(_LAO)),
    ("Khmer", 6, _two_words((1,), (1, 2, 2)), _elements(_KHMER)),
    ("elsewhere", 6, _western, []),
)


def slip(dice: random.Random, latin: str) -> str:
    """One slip of the pen: a letter lost, doubled, taken for another, or two changed places."""
    at = dice.randrange(1, max(len(latin) - 1, 2))
    head, tail = latin[:at], latin[at:]
    kind = dice.randrange(4)
    if kind == 0:
        return head + tail[1:]
    if kind == 1:
        return head + tail[:1] + tail
    if kind == 2:
        return head + dice.choice("aeiounhtsk") + tail[1:]
    return head + tail[1:2] + tail[:1] + tail[2:]


def _further(dice: random.Random, native: str, latin: str) -> str:
    """The third name."""
    words = latin.split()
    kind = dice.randrange(4)
    if kind == 0:
        return slip(dice, latin)
    if kind == 1:
        return " ".join(reversed(words))
    if kind == 2 and len(words) > 2:
        del words[dice.randrange(len(words))]
        return " ".join(words)
    return f"{latin.upper()} ({native})" if kind == 3 else "-".join(words)


def people(count: int, seed: int = 7) -> Iterator[Person]:
    """Invent people, one after the other.

    Args:
        count: How many.
        seed: Another seed gives another world.
    """
    dice = random.Random(seed)
    shares = [share for _, share, _, _ in _ORIGINS]
    for number in range(count):
        origin, _, made, elements = dice.choices(_ORIGINS, shares)[0]
        native, latin = made(dice, elements)
        yield Person(number, origin, (native, latin, _further(dice, native, latin)))

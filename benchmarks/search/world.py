"""Invented reports in seven languages, long enough and various enough that an index has something to do."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

SEED = 20250220


@dataclass(frozen=True)
class Tongue:
    """What sentences of a language are made of."""

    language: str
    share: float
    names: tuple[str, ...]
    places: tuple[str, ...]
    speakers: tuple[str, ...]
    sentences: tuple[str, ...]


def _joined(*parts: str, between: str = "") -> tuple[str, ...]:
    """All combinations of words, one of each group."""
    return tuple(between.join(chosen) for chosen in product(*(part.split() for part in parts)))


_CHINESE = (
    "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 罗 高 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 萧 田 董 袁 潘"
)
_GIVEN = (
    "伟 芳 海 静 敏 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 兰 霞 平 刚 志 丽 建 国 华 文 玲 辉 力 斌 宇 鑫 雷 波 宁 亮 琴"
)

TONGUES: tuple[Tongue, ...] = (
    Tongue(
        "en",
        0.34,
        _joined(
            "Wang Li Zhang Liu Chen Yang Huang Zhao Aung Kyaw Min Somchai Somsak Bounmy Sok Chan Tran Rahman",
            "Wei Fang Hai Jing Qiang Lei Moe Zaw Htun Win Hla Thein Phon Rith Dara Minh Hung Lan Karim Ahmed Ravi Anil",
            between=" ",
        ),
        ("Myawaddy", "Mae Sot", "Laukkai", "Tachileik", "Bavet", "Poipet", "Sihanoukville", "Boten", "Golden Triangle"),
        ("the ministry", "the border police", "the embassy in Vientiane", "the joint centre", "a spokesperson"),
        (
            "{speaker} said that {number} suspects, {name} among them, were handed over at the bridge near {place}.",
            "Police raided a compound outside {place} and found {number} telephones and a ledger of {name}.",
            "{name} told officers that recruiters promised a job in {place} for {number} dollars a month.",
            "A court sentenced {name} to {more} years for a telecom fraud that took {number} million yuan.",
            "Families of {number} missing people wrote to {speaker} asking about {name}, last heard of in {place}.",
            "{number} victims of forced labour came home from {place} on a chartered plane, {speaker} confirmed.",
            "Investigators froze {number} bank accounts linked to {name} and to a casino in {place}.",
            "Power to {number} buildings in {place} was cut after a meeting with {speaker}.",
        ),
    ),
    Tongue(
        "zh",
        0.24,
        _joined(_CHINESE, _GIVEN) + _joined(_CHINESE, _GIVEN, "峰 龙 生 成 东 林"),
        ("妙瓦底", "老街", "大其力", "木牌", "波贝", "西哈努克", "磨丁", "金三角", "湄索", "万象", "勐拉"),
        ("公安部", "大使馆", "边防警察", "联合中心", "外交部发言人"),
        (
            "{speaker}表示，{number}名电信诈骗犯罪嫌疑人在{place}附近的大桥移交中方，其中包括{name}。",
            "警方突击检查了{place}的一处园区，缴获手机{number}部、电脑{more}台，以及{name}的账本。",
            "{name}告诉警方，中介曾许诺在{place}从事翻译工作，月薪{number}元。",
            "法院以诈骗罪判处{name}有期徒刑{more}年，涉案金额{number}万元。",
            "{number}名失踪者的家属致信{speaker}，询问最后在{place}联系过的{name}的下落。",
            "{speaker}确认，{number}名被迫从事网络诈骗的受害人从{place}乘包机回国。",
            "调查人员冻结了与{name}及{place}一家赌场有关的{number}个银行账户。",
        ),
    ),
    Tongue(
        "th",
        0.12,
        _joined(
            "สมชาย สมศักดิ์ ประเสริฐ วิชัย สุรชัย นภา มาลี กมล อนุชา ธนา", "ใจดี แสงทอง ศรีสุข วงศ์ไทย บุญมี ทองคำ รักชาติ", between=" "
        ),
        ("แม่สอด", "เมียวดี", "เล่าก์ก่าย", "ท่าขี้เหล็ก", "ปอยเปต", "สามเหลี่ยมทองคำ", "บ่อเต็น"),
        ("กระทรวง", "ตำรวจตระเวนชายแดน", "สถานทูต", "ศูนย์ร่วม"),
        (
            "{speaker}กล่าวว่าผู้ต้องสงสัย {number} คนรวมทั้ง{name}ถูกส่งมอบที่สะพานใกล้{place}",
            "ตำรวจบุกค้นอาคารใน{place}พบโทรศัพท์ {number} เครื่องและคอมพิวเตอร์ {more} เครื่องของ{name}",
            "{name}ให้การว่านายหน้าสัญญางานล่ามใน{place}เงินเดือน {number} บาท",
            "ศาลพิพากษาจำคุก{name} {more} ปีฐานฉ้อโกงทางโทรศัพท์มูลค่า {number} ล้านบาท",
            "เหยื่อ {number} คนที่ถูกบังคับให้หลอกลวงออนไลน์เดินทางกลับจาก{place}",
        ),
    ),
    Tongue(
        "my",
        0.12,
        _joined("အောင် ကျော် မင်း ဇော် သန်း ခင် နန်း စိုင်း", "မိုး ထွန်း ဝင်း လှ သိန်း နိုင် အေး စန်း", "ဦး ကို မြင့် လွင် ထွေး"),
        ("မြဝတီ", "လောက်ကိုင်", "တာချီလိတ်", "ရန်ကုန်", "မူဆယ်", "ရွှေကုက္ကို"),
        ("ဝန်ကြီးဌာန", "နယ်ခြားစောင့်ရဲ", "သံရုံး", "ပူးတွဲဌာန"),
        (
            "{place}မြို့အနီး တံတားတွင် {name} အပါအဝင် သံသယရှိသူ {number} ဦးကို လွှဲပြောင်းပေးခဲ့ကြောင်း {speaker}က ပြောသည်။",
            "ရဲများက {place}ရှိ ဝင်းတစ်ခုကို ဝင်ရောက်စီးနင်းပြီး {name} ၏ ဖုန်း {number} လုံးနှင့် ကွန်ပျူတာ {more} လုံး သိမ်းဆည်းခဲ့သည်။",
            "{name}က {place}တွင် ဘာသာပြန်အလုပ်ရမည်ဟု ပွဲစားက ကတိပေးခဲ့ကြောင်း ပြောသည်။",
            "တယ်လီကွန်းလိမ်လည်မှုဖြင့် {name}ကို ထောင်ဒဏ် {more} နှစ် ချမှတ်ခဲ့သည်။",
        ),
    ),
    Tongue(
        "km",
        0.06,
        _joined("សុខ ចាន់ លី ហេង គឹម សៅ ជា", "ដារ៉ា រិទ្ធ សុភា វណ្ណា បូរី ស្រីពៅ", between=" "),
        ("បាវិត", "ប៉ោយប៉ែត", "ក្រុងព្រះសីហនុ", "ភ្នំពេញ", "ស្វាយរៀង"),
        ("ក្រសួងមហាផ្ទៃ", "នគរបាល", "ស្ថានទូត"),
        (
            "{speaker}បានប្រកាសថា ជនសង្ស័យ {number} នាក់ រួមទាំង{name} ត្រូវបានប្រគល់នៅស្ពានជិត{place}។",
            "នគរបាលបានឆែកឆេរអគារមួយនៅ{place} រកឃើញទូរស័ព្ទ {number} គ្រឿងរបស់{name}។",
            "តុលាការបានកាត់ទោស{name}ដាក់ពន្ធនាគារ {more} ឆ្នាំពីបទឆបោកតាមអនឡាញ។",
        ),
    ),
    Tongue(
        "lo",
        0.04,
        _joined("ບຸນມີ ສົມພອນ ຄຳແພງ ວິໄລ ສີສະຫວາດ ທອງໃສ", "ພົມມະຈັນ ວົງສາ ແກ້ວມະນີ ສຸລິຍາ ໄຊຍະວົງ", between=" "),
        ("ບໍ່ແກ້ວ", "ບໍ່ເຕັນ", "ຕົ້ນເຜິ້ງ", "ວຽງຈັນ", "ຫ້ວຍຊາຍ"),
        ("ກະຊວງປ້ອງກັນຄວາມສະຫງົບ", "ຕຳຫຼວດຊາຍແດນ", "ສະຖານທູດ"),
        (
            "{speaker}ກ່າວວ່າ ຜູ້ຕ້ອງສົງໄສ {number} ຄົນ ລວມທັງ{name} ຖືກມອບຢູ່ຂົວໃກ້{place}",
            "ຕຳຫຼວດກວດຄົ້ນອາຄານຢູ່{place} ພົບໂທລະສັບ {number} ເຄື່ອງຂອງ{name}",
            "ສານຕັດສິນຈຳຄຸກ{name} {more} ປີ ຖານສໍ້ໂກງທາງອອນລາຍ",
        ),
    ),
    Tongue(
        "vi",
        0.08,
        _joined(
            "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ",
            "Văn Thị Minh Quốc Hữu",
            "Đức Hùng Lan Tuấn Hải Phương Dũng",
            between=" ",
        ),
        ("Mộc Bài", "Bà Vẹt", "Viêng Chăn", "Lào Cai", "Mường La", "Tam giác vàng"),
        ("Bộ Công an", "Bộ đội Biên phòng", "Đại sứ quán"),
        (
            "{speaker} cho biết {number} nghi phạm, trong đó có {name}, đã được bàn giao tại cửa khẩu gần {place}.",
            "Công an khám xét một khu nhà ở {place}, thu giữ {number} điện thoại và {more} máy tính của {name}.",
            "{name} khai rằng môi giới hứa việc làm phiên dịch ở {place} với lương {number} triệu đồng.",
            "Tòa án tuyên phạt {name} {more} năm tù về tội lừa đảo qua mạng.",
        ),
    ),
)


@dataclass(frozen=True)
class Said:
    """One sentence, with what it says."""

    words: str
    name: str
    place: str
    speaker: str


def sentences(tongue: Tongue, dice: random.Random) -> Iterator[Said]:
    """Invent sentences of a language without end."""
    while True:
        name, place, speaker = dice.choice(tongue.names), dice.choice(tongue.places), dice.choice(tongue.speakers)
        words = dice.choice(tongue.sentences).format(
            name=name, place=place, speaker=speaker, number=dice.randrange(2, 4000), more=dice.randrange(2, 30)
        )
        yield Said(words, name, place, speaker)


def tongue_of(dice: random.Random) -> Tongue:
    """Choose a language, each as often as its share says."""
    return dice.choices(TONGUES, [tongue.share for tongue in TONGUES])[0]

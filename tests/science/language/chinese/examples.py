"""Invented sentences and the events a careful reader finds in them; all published on 20 August 2025, a Wednesday."""

from __future__ import annotations

from typing import NamedTuple


class Told(NamedTuple):
    """One event: type, count, day or month, a piece of the place's name, sum; None is not looked at."""

    type: str
    count: int | None
    date: str | None
    place: str | None
    amount: float | None


EXAMPLES: list[tuple[str, list[Told]]] = [
    (
        "柬埔寨警方8月18日在波贝市一栋公寓内抓获廿三名诈骗嫌疑人。",
        [
            Told("arrest", 23, "2025-08-18", "波贝", None),
        ],
    ),
    (
        "警方8月18日突击金边森速区一处别墅，逮捕11男4女，起获手机六十余部。",
        [
            Told("arrest", 15, "2025-08-18", "森速", None),
            Told("operation", 1, "2025-08-18", None, None),
            Told("seizure", None, "2025-08-18", None, None),
        ],
    ),
    (
        "8月12日，缅方将百余名电诈嫌疑人从腊戌移交中方。",
        [
            Told("handover", 100, "2025-08-12", "腊戌", None),
        ],
    ),
    (
        "8月12日，缅方将一百二十余名电诈嫌疑人经清水河口岸移交中方。",
        [
            Told("handover", 120, "2025-08-12", "清水河口岸", None),
        ],
    ),
    (
        "菲律宾移民局昨日将两千多名离岸博彩从业人员中的首批八十七人遣返上海，他们涉嫌网络诈骗。",
        [
            Told("handover", 87, "2025-08-19", None, None),
        ],
    ),
    (
        "泰国警方周一在曼谷素万那普机场拘捕一名中国籍男子，他涉嫌为诈骗集团洗钱。",
        [
            Told("arrest", 1, "2025-08-18", "素万那普", None),
        ],
    ),
    (
        "一对夫妇8月15日在新山落网，警方相信两人为电骗集团提供户口。",
        [
            Told("arrest", 2, "2025-08-15", "新山", None),
        ],
    ),
    (
        "刑事局19日逮捕林姓主嫌等6人到案，查扣贓款新台幣1,280萬元，涉嫌假投資詐騙。",
        [
            Told("arrest", 6, "2025-08-19", None, None),
            Told("seizure", None, "2025-08-19", None, 12800000),
        ],
    ),
    (
        "香港警方昨日在觀塘拘捕五男三女，涉嫌串謀詐騙，檢獲約230萬港元現金。",
        [
            Told("arrest", 8, "2025-08-19", "觀塘", None),
            Told("seizure", None, "2025-08-19", None, 2300000),
        ],
    ),
    (
        "馬來西亞警方8月16日突擊吉隆坡一間公寓，逮捕12名中國籍男女，起獲36台手機和9台電腦，相信搗破一個愛情詐騙集團。",
        [
            Told("operation", 1, "2025-08-16", "吉隆坡", None),
            Told("arrest", 12, "2025-08-16", "吉隆坡", None),
            Told("seizure", None, "2025-08-16", None, None),
        ],
    ),
    (
        "今年1月至7月，全国公安机关共破获电信网络诈骗案件15.6万起，抓获犯罪嫌疑人9.8万名。",
        [
            Told("statistic", 156000, "2025-07", None, None),
            Told("statistic", 98000, "2025-07", None, None),
        ],
    ),
    (
        "截至8月19日，缅方累计向中方移交电诈犯罪嫌疑人5.7万余名。",
        [
            Told("statistic", 57000, "2025-08-19", None, None),
        ],
    ),
    (
        "此次行动共抓获电诈犯罪嫌疑人86名，捣毁窝点7个。",
        [
            Told("arrest", 86, None, None, None),
            Told("operation", 7, None, None, None),
        ],
    ),
    (
        "在使馆协助下，7名被骗至妙瓦底的中国公民8月14日平安回国。",
        [
            Told("repatriation_of_victims", 7, "2025-08-14", None, None),
        ],
    ),
    (
        "8月10日，泰军从大其力对岸营救出17名被困诈骗园区的外籍人员。",
        [
            Told("rescue", 17, "2025-08-10", "大其力", None),
        ],
    ),
    (
        "温州市中级人民法院19日对缅北明家犯罪集团案一审公开宣判，39名被告人分别获刑。",
        [
            Told("sentence", 39, "2025-08-19", "温州", None),
        ],
    ),
    (
        "美国财政部18日宣布，对19个涉东南亚网络诈骗的实体和个人实施制裁。",
        [
            Told("sanction", 19, "2025-08-18", None, None),
        ],
    ),
    (
        "柬埔寨首相18日签署命令，要求各省限期清除网络诈骗窝点。",
        [
            Told("operation", None, "2025-08-18", None, None),
        ],
    ),
    (
        "中国驻老挝大使馆8月15日发布安全提醒，提醒中国公民勿轻信金三角高薪招聘。",
        [
            Told("warning", None, "2025-08-15", None, None),
        ],
    ),
    (
        "新加坡国会8月5日通过《防诈骗法案》，授权警方限制潜在受害者的银行账户。",
        [
            Told("legislation", None, "2025-08-05", None, None),
        ],
    ),
    (
        "泰方承诺，将于9月底前把剩余的300名涉诈人员遣返中国。",
        [
            Told("commitment", 300, "2025-09", None, None),
        ],
    ),
    (
        "8月11日凌晨，缅甸军方进入KK园区，炸毁楼房43栋。",
        [
            Told("operation", 43, "2025-08-11", "KK园区", None),
        ],
    ),
    (
        "台湾刑事局与柬埔寨警方合作，将诈团首脑陈男等14人自金边押解返台，班机昨晚抵达桃园机场。",
        [
            Told("handover", 14, "2025-08-19", "桃园机场", None),
        ],
    ),
    (
        "印尼驻仰光使馆说，84名获释的印尼公民周四经曼谷返回雅加达，他们此前被困在妙瓦底诈骗园区。",
        [
            Told("repatriation_of_victims", 84, "2025-08-14", None, None),
        ],
    ),
    (
        "泰国警方冻结该诈骗集团资产，总值约3.2亿泰铢，包括豪车26辆、房产11处。",
        [
            Told("seizure", None, None, None, 320000000),
        ],
    ),
    (
        "法院驳回上诉，维持对诈骗集团主犯郑某的死刑判决。",
        [
            Told("sentence", 1, None, None, None),
        ],
    ),
    (
        "越南公安8月17日在木排口岸把5名在逃诈骗头目交给中国公安机关。",
        [
            Told("handover", 5, "2025-08-17", "木排口岸", None),
        ],
    ),
    (
        "老挝警方上周六对金三角经济特区6栋楼展开清查，带走各国籍涉诈人员近200名。",
        [
            Told("operation", 6, "2025-08-16", "金三角", None),
            Told("arrest", 200, "2025-08-16", "金三角", None),
        ],
    ),
    (
        "香港入境處表示，自去年至今共接獲79宗港人被誘騙至東南亞的求助，其中72人已返港。",
        [
            Told("statistic", 79, "2025-08-20", None, None),
        ],
    ),
    (
        "日本警方20日早上在羽田机场逮捕了从柬埔寨遣返的3名男子，他们涉嫌电话诈骗。",
        [
            Told("arrest", 3, "2025-08-20", "羽田", None),
        ],
    ),
    (
        "尼泊尔警方日前在加德满都拘捕122名中国公民，他们涉嫌网络诈骗。",
        [
            Told("arrest", 122, None, "加德满都", None),
        ],
    ),
    (
        "阿联酋警方上月在迪拜逮捕67名诈骗嫌犯，随后将其中的主犯引渡给中国。",
        [
            Told("arrest", 67, "2025-07", "迪拜", None),
            Told("handover", None, None, None, None),
        ],
    ),
]

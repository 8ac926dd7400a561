"""How often characters occur, as far as one needs to know to tell mis-decoded text from real text.

Bits are -log2 of a character's share; rounded, since only large differences decide.
"""

from __future__ import annotations

from functools import cache
from math import log2

#: Common characters of simplified Chinese, the most common first. General texts, then words of this product's field.
COMMON_HAN = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都"
    "同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由"
    "问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真"
    "论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空"
    "决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识"
    "候带导争运"
    "警察诈骗缅甸泰国柬埔寨老挝越南电信网络嫌犯疑遣返移抓获捕拘案涉跨境园区赌博洗钱贩卖受害解救援押打击联合执勤刑审判诉检缉犯罪团伙头目首脑使馆"
    "领馆签协议宣布召会谈部际合作双六七八九千亿元美泰铢账户银行卡转冻结追赃返还查封扣押手机电脑设备窝点组织拐骗绑架勒索偷渡出入境护照公民同胞"
    "云省昆明广州福建浙江重庆安徽四川成都深圳香港台湾澳门北京上海瑞丽木姐果敢妙瓦底大其力清迈曼谷仰光内比都金边西哈努克万象河胡志马尼拉菲律宾"
    "声称据悉记者新华社日电消息表示介绍通报近日目前截至以来共计余名人多次不断持续严厉惩治防范提醒注意谨慎招聘高薪陷阱虚假投资贷款刷单冒充客服"
    "中文你好谢请问男女岁姓名址码号第届条款项章令法院长官员局厅处科所站台桥河口岸县镇村乡街楼层室"
)

#: Common syllables of Korean, the most common first.
COMMON_HANGUL = (
    "이다는을의에가고하한지로사기은도어자인서시리아대해나정일그라를수전등들만부장경국스보여구년상제과주원성였했으동있유민"
    "용조무공선된와관계안위게소중내오치당면마신적통진고교비우연문금실화개범체포찰피싱캄보디아중국태국미얀마베트남필리핀송환"
    "혐의자명천억만월일검거조직총책외교영사관현지법원재판징역형사기전화온라인불법도박투자대출세것말때며까지부터"
)

#: Bits of each Thai character in running text.
THAI_BITS: dict[str, float] = {
    **dict.fromkeys("านรอกเง", 4.2),
    **dict.fromkeys("\u0e48มย\u0e49วลสทต\u0e31", 4.9),
    **dict.fromkeys("ดค\u0e35ห\u0e34ปบแะจพ", 5.4),
    **dict.fromkeys("ขช\u0e38ไใ\u0e37\u0e39ำ\u0e4cผ", 6.3),
    **dict.fromkeys("โถ\u0e47\u0e36ศณธภซษญ", 7.2),
    **dict.fromkeys("ฟฐฝฉฮ\u0e45ฯๆ", 9.0),
    **dict.fromkeys("ฆฌฎฏฑฒฤฬ๐๑๒๓๔๕๖๗๘๙\u0e4a\u0e4b", 9.5),
    **dict.fromkeys("ฦฃฅฺ๎ํ฿๏๚๛", 15.0),
}

#: Bits of letters beyond ASCII in Western European and Vietnamese text, given that one stands there.
LATIN_BITS: dict[str, float] = {
    **dict.fromkeys("éèàáíóúñçöüäßâêôăđơưØøåæ", 6.5),
    **dict.fromkeys("ãõìòùîïûëÉÀÖÜÄÂÊÔĂĐƠƯÁÍÓÚÑÇ", 8.5),
    **dict.fromkeys("\u2018\u2019\u201c\u201d\u2013\u2014\u2026", 6.0),
    **dict.fromkeys("£€©®°·«»•\u00a0¿¡²³½§₫", 8.5),
}


@cache
def han_bits() -> dict[str, float]:
    """Bits of each common Han character; the list's order is its rank, as in Zipf's law."""
    return _by_rank(COMMON_HAN)


@cache
def hangul_bits() -> dict[str, float]:
    """Bits of each common Korean syllable."""
    return _by_rank(COMMON_HANGUL)


def _by_rank(chars: str) -> dict[str, float]:
    ranks: dict[str, float] = {}
    for char in chars:
        if char not in ranks:
            ranks[char] = min(11.5, 4.6 + 0.85 * log2(len(ranks) + 1))
    return ranks

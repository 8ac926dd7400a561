"""What the words around a place say of it: kind words that belong to it, and bodies or people it belongs to."""

from __future__ import annotations

import re

from noharbor.science.places.mention import Inside
from noharbor.science.places.place import PlaceKind

#: Kind words that texts put behind a name, and the kinds of place they speak of.
_KIND_WORDS: dict[str, tuple[PlaceKind, ...]] = {
    "city": (PlaceKind.CITY, PlaceKind.TOWN),
    "county": (PlaceKind.DISTRICT, PlaceKind.TOWN, PlaceKind.CITY),
    "district": (PlaceKind.DISTRICT, PlaceKind.TOWN),
    "island": (PlaceKind.REGION, PlaceKind.CITY, PlaceKind.PROVINCE),
    "municipality": (PlaceKind.CITY, PlaceKind.TOWN),
    "prefecture": (PlaceKind.DISTRICT, PlaceKind.CITY, PlaceKind.PROVINCE),
    "province": (PlaceKind.PROVINCE,),
    "region": (PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.ZONE),
    "state": (PlaceKind.PROVINCE, PlaceKind.ZONE),
    "town": (PlaceKind.TOWN, PlaceKind.CITY),
    "township": (PlaceKind.TOWN, PlaceKind.CITY),
    "village": (PlaceKind.TOWN,),
    "省": (PlaceKind.PROVINCE,),
    "府": (PlaceKind.PROVINCE,),
    "邦": (PlaceKind.PROVINCE, PlaceKind.ZONE),
    "州": (PlaceKind.PROVINCE, PlaceKind.DISTRICT, PlaceKind.CITY),
    "市": (PlaceKind.CITY, PlaceKind.TOWN),
    "县": (PlaceKind.DISTRICT, PlaceKind.TOWN),
    "区": (PlaceKind.DISTRICT, PlaceKind.ZONE),
    "镇": (PlaceKind.TOWN, PlaceKind.CROSSING),
    "岛": (PlaceKind.REGION, PlaceKind.CITY, PlaceKind.PROVINCE),
    "口岸": (PlaceKind.CROSSING, PlaceKind.TOWN),
}
_ENGLISH_KIND = re.compile(
    r"\s+(?P<kind>[Cc]ity|[Cc]ounty|[Dd]istrict|[Ii]sland|[Mm]unicipality|[Pp]refecture|[Pp]rovince|[Rr]egion|[Ss]tate"
    r"|[Tt]own|[Tt]ownship|[Vv]illage)(?![\w-])(?!\s+(?:[Pp]olice|[Cc]ourt|[Hh]all|[Gg]overnment|media|news|[Uu]niversity))"
)
_CHINESE_KIND = re.compile(
    r"(?P<kind>口岸|省(?!会|委|级|公安)|府(?!邸)|邦(?!交)|州|市(?!民|场|政|区|长|值|面|占|井|委|公安)|县(?!长|委|公安)"
    r"|区(?!域|别|间|分|块|委)|镇(?!压|定|静)|岛(?!国|屿|内))"
)


def kind_word(text: str, end: int) -> tuple[int, tuple[PlaceKind, ...]]:
    """Where a kind word right behind a name ends, and the kinds of place it speaks of; `end` and () without one."""
    match = _ENGLISH_KIND.match(text, end) or _CHINESE_KIND.match(text, end)
    if match is None:
        return end, ()
    return match.end(), _KIND_WORDS[match["kind"].lower()]


_BODY_NOUNS = (
    r"police|policing|authorit(?:y|ies)|government|embass(?:y|ies)|consulates?(?:[ -][Gg]eneral)?|ambassadors?|consuls?"
    r"|officials?|officers?|courts?|prosecutors?|prosecution|immigration|ministr(?:y|ies)|ministers?|army|military|junta"
    r"|navy|parliament|lawmakers|senators?|troops|soldiers|forces|task force|investigators|regulators?|counterparts?"
    r"|side|president|premier|envoys?|diplomats?|agenc(?:y|ies)|bureau|office|commission|media|customs|law enforcement"
    r"|leaders?|governor|mayor|king|senate|cabinet|detectives|delegation|spokes(?:man|woman|person)|chief|mission"
)
_NAME_NOUNS = (
    r"Daily|Post|News|Times|Now|Bulletin|Airlines?|Airways|University|Embassy|Consulate|Police|Ministry|Immigration"
    r"|Government|Army|Court|Bank|Group|Holdings|Television|TV|Tribune|Mail|Witness|Labs|Red|Office|Bureau|Department|Force|Forces"
    r"|Herald|Star|Standard|Press|Agency|Radio|Institute|College|School|Academy|Association|Council|Commission|Committee"
    r"|Ambassador|Procuratorate|Parliament|Senate|Navy|Air|Stock|Exchange|Telecom|Mobile|Youth|Securities|Pacific|Guard"
    r"|Party|Navy|Task|Center|Centre|Club|Hotel|Casino|Foundation|Southern|Eastern|Unionpay|UnionPay|Studies|Foreign"
)
_PEOPLE_NOUNS = (
    r"nationals?|citizens?|people|victims?|workers?|foreigners?|suspects?|man|men|woman|women|individuals|tourists?|residents?"
    r"|passengers?|students?|natives?|migrants?|locals|youths?|businessm[ae]n|teenagers?|couple|actors?|girls?|boys?"
    r"|passport[- ]holders?|fugitives?|detainees?|deportees|returnees|recruits|jobseekers|trafficking victims"
)
_BODY_AFTER = re.compile(
    rf"(?:'s|')?\s+(?:(?:(?:[A-Z][\w'-]+|of|and|for|the)\s+){{0,4}}(?:{_NAME_NOUNS})\b"
    rf"|(?:[a-z][\w-]*\s+){{0,2}}(?:{_BODY_NOUNS})(?![\w-]))"
)
#: People in office travel: "met the prime minister in Phnom Penh" says where they met.
_TRAVELLERS = (
    r"minist(?:er|ers)|Minist(?:er|ers)|president|premier|king|leaders?|governor|mayor|delegation|envoys?|diplomats?"
    r"|counterparts?|spokes(?:man|woman|person)|senators?|lawmakers|chief|chiefs|Chief|Chiefs|troops|soldiers"
)
_BODY_BEFORE = re.compile(
    rf"\b(?:(?!(?:{_TRAVELLERS})\s+in\b)"
    rf"(?:{_BODY_NOUNS}|[Cc]hiefs?|[Uu]niversity|[Bb]ank|[Ee]mbassy|[Gg]overnment|[Kk]ingdom|[Pp]arty|[Tt]imes"
    r"|[Aa]mbassador|[Mm]inister|[Cc]onsulate(?:[ -][Gg]eneral)?|[Pp]olice|[Cc]ourt|[Pp]rocuratorate|[Aa]uthorities"
    r"|[Ff]orces))\s+(?:in|to|of|from|for)\s+(?:the\s+)?$"
)
_PEOPLE_AFTER = re.compile(rf"(?:'s|')?\s+(?:[a-z-]+\s+)?(?:{_PEOPLE_NOUNS})(?![\w-])")
_PEOPLE_BEFORE = re.compile(
    rf"\b(?:{_PEOPLE_NOUNS}|[Nn]ationals|[Cc]itizens|were|are|came|being|others|rest|hailed|mostly|mainly|\d+),?\s+"
    r"(?:mostly\s+|mainly\s+|all\s+)?(?:from|of)\s+(?:the\s+)?$"
)
_CAME_FROM = re.compile(r"\b(?:were|are|came|being|\d+),?\s+of\s+(?:the\s+)?$")


def inside_english(text: str, start: int, end: int) -> Inside | None:
    """What an English mention belongs to."""
    before, after = text[max(0, start - 48) : start], text[end : end + 70]
    if _PEOPLE_AFTER.match(after):
        return Inside.DEMONYM
    if _BODY_AFTER.match(after) or _BODY_BEFORE.search(before):
        return Inside.ORGANISATION
    if _PEOPLE_BEFORE.search(before) and not _CAME_FROM.search(before):
        return Inside.DEMONYM
    return None


_CHINESE_PEOPLE_AFTER = re.compile(
    r"(?:籍|人(?!民|口|均|类|权|员|质|贩|工|士|大|行|物|蛇)|人员|人士|公民|国民|民众|同胞|男子|女子|妇女|女性|男性|游客|留学生|居民|青年|劳工|工人|嫌犯|嫌疑人"
    r"|疑犯|犯罪嫌疑人|涉诈|受害者|受害人|诈骗犯|通缉犯|大学生|演员|员工|旅客|学生|男|女|侨民|学者|村民|市民|网民)"
)
_CHINESE_BODY_AFTER = re.compile(
    r"(?:[国省市县州邦府区]|中央|联邦|当地|国家|皇家|军方|地方|最高|高等|刑事|网络|反诈|打击|移民|边防|边境|执法|特别)?"
    r"(?:警方|警察|公安|政府|当局|军方|军队|移民|法院|法庭|检察|检方|外交|内政|司法|国防|部队|执法|海关|大使|使馆|领事|总领|领馆|驻|总理|外长"
    r"|首相|总统|内长|防长|国王|副总理|议会|国会|媒体|日报|时报|邮报|晚报|新闻网|早报|银行|大学|航空|方面|委员会|边防军|反诈中心|通讯社|电视台"
    r"|检察院|警察厅|民航|国家安全|缉毒|监狱|财政部|社会|央行|官方|官员|民地武|同盟军|联军|副警|警长|警署)"
)
_CHINESE_BODY_BEFORE = re.compile(r"(?:驻|警方在|旅)$")
_TITLE_AROUND = re.compile(r"《[^》\n]{0,12}$")


def inside_chinese(simple: str, start: int, end: int) -> Inside | None:
    """What a Chinese mention belongs to (simplified characters)."""
    before, after = simple[max(0, start - 14) : start], simple[end : end + 12]
    if _CHINESE_BODY_BEFORE.search(before) or _CHINESE_BODY_AFTER.match(after):
        return Inside.ORGANISATION
    if _CHINESE_PEOPLE_AFTER.match(after):
        return Inside.DEMONYM
    if _TITLE_AROUND.search(before) and re.match(r"[^《\n]{0,12}》", after):
        return Inside.ORGANISATION
    return None


#: What may stand between the members of a list: "China, Vietnam and Malaysia", 中国、缅甸和泰国.
LIST_JOINT = re.compile(r"(?:,|、|，|和|与|及|以及|/|\s)*(?:(?:and|or|as well as)\s+)?(?:the\s+)?$")

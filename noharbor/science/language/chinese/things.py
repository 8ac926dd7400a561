"""Rules for what is done to places and things: operations against sites, seizures of money and goods."""

from __future__ import annotations

import re

from noharbor.science.language.chinese.candidate import Candidate
from noharbor.science.language.chinese.lexical import nouns, predicates
from noharbor.science.language.chinese.moods import Mood, mood_of, mood_of_sentence
from noharbor.science.language.chinese.numbers import Kind, Quantity
from noharbor.science.language.chinese.sentences import Clause
from noharbor.science.language.chinese.view import SentenceView, View, within
from noharbor.science.language.events import Amount, EventType, Item
from noharbor.science.moments.mention import Role

#: Words that tell an operation by themselves when a site or a campaign stands in their clause.
_FIRM = re.compile(
    r"合围|围攻|围搜|搜捕|一锅端|突击|突袭|突查|突检|突入|捣|端掉|端了|被端|打掉|摧毁|瓦解|破门|攻坚|清剿|扫荡|收网|取缔|断电|断网|停止供电|切断|查封(?![^，。；]{0,14}(?:房产|公寓|别墅|豪宅|游艇|资产|房屋|套|家底|财产|不动产|豪车|账户))|推倒|兵分[^，。；]{1,3}路|断水断电|封死|拆除|炸毁|爆破|铲平|推平|夷平|攻入|冲入|冲进|闯入|围剿|直捣|攻破|攻占|剿灭|清空|强拆|抄查|端"
)
_CAMPAIGN = re.compile(
    r"(?:联合|专项|统一|集中|收网|抓捕|清剿|扫荡|围捕|打击|执法|突击|整治|清查|搜捕|特别|大规模|代号|“[^”]{2,12}”|「[^」]{2,12}」)[^，。；]{0,12}(?:行动|战役|会战|整治|攻势)"
)
_LAUNCH = re.compile(
    r"(?:启动|发起|展开|开展|部署|发动|组织)[^，。；]{0,30}(?:行动|战役|会战|攻势|清剿|清查|扫荡)(?!方案|计划|能力)"
)
_SAID_BY_SOMEBODY = re.compile(r"[「“][^」”]*[，,][^」”]*$|换块|冒出|打地鼠")
_STARTS = re.compile(r"启动|展开|开展|发起|发动|部署|实施|组织|进行|采取|执行|兵分|同步")
_BODY_SET_UP = re.compile(
    r"(?:成立|设立|组建)[^，。；]{0,24}(?:专责小组|特别工作组|中心|特遣队|工作队|委员会|指挥部|办公室|联盟|作战)"
)
_ORDER = re.compile(
    r"(?:下令|责令|勒令|限期|要求)[^，。；]{0,30}(?:清除|清剿|铲除|清理|整顿|关闭|撤离|撤出|停业|停止|搬离|清空|迁出|拆除|断电)|[须应](?:一律|全部)?(?:于|在)?[^，。；]{0,10}(?:前|以前)(?:撤离|撤出|关闭|搬离|清空)"
)
_SITE_ENTERED = re.compile(
    r"对[^，。；]{2,24}(?:进行|实施|展开|开展)(?:联合)?(?:检查|查处|搜查|清查|突击检查|突检|搜捕|清剿|整治)|(?:进入|检查|搜查|搜索|查处|清查|清理|查缉|查抄|控制|包围|封锁|接管|关闭|关停|破获(?=[^，。；]{0,16}(?:窝点|机房|据点|水房|园区|盘口))|进驻|整治|拔除|清拆|清场|铲除|剿|抄|扫)"
)
_NO_OPERATION = re.compile(
    r"持续|加强|加大|强化|持续打击|严厉打击|高压|力度|多次|屡次|近年|不断|经常|长期|例行|演练|培训|宣传|讲座|巡回|志愿"
)

_TAKEN = re.compile(predicates("seizure", "strong").pattern)
_NOT_TAKEN = re.compile(r"护照|身份证|证件被|手机被收|被(?:园区|老板|骗徒|诈骗集团|中介)")
_TRICK = re.compile(r"解冻|提现|充值|客服[^，。]{0,8}(?:说|称|要求)|平台提示|对方称|骗子(?:说|称)|保证金")
_LOST = re.compile(
    r"损失|被骗|骗取|骗走|骗得|诈骗所得|获利|涉案金额|涉及金额|估计|月薪|赎金|赎身|罚款|处罚金|并处|奖励|悬红|悬赏|流水|卷走|索要|勒索|汇出|转走|保释金|交保|租金|贷款|成本|票价|价格|预算|投资|营收|佣金|报酬|高薪|欠|市值缩"
)


def thing_candidates(view: View, sentence: SentenceView) -> list[Candidate]:
    """Operations and seizures that a sentence tells."""
    found: list[Candidate] = []
    for position, clause in enumerate(sentence.clauses):
        for rule in (_operation, _seizure):
            candidate = rule(view, sentence, position, clause)
            if candidate is not None:
                found.append(candidate)
    return _joined_seizures(found)


def _operation(view: View, sentence: SentenceView, position: int, clause: Clause) -> Candidate | None:
    plain = view.plain
    if _FIGURE_OF_SPEECH.search(plain, sentence.start, sentence.end):
        return None
    if mood_of_sentence(plain, sentence, position, clause.start) is Mood.WISHED:
        return None
    told = [
        (prior, match)
        for pattern, prior in _operation_words(view, sentence, clause)
        if prior > 0 and (match := _first_done(plain, clause, pattern)) is not None
    ]
    if not told:
        return None
    prior, match = max(told, key=lambda pair: pair[0])
    words, site = plain[clause.start : clause.end], _sites(sentence, clause)
    prior += 0.2 * (site is not None) - 0.25 * bool(_NO_OPERATION.search(words))
    prior -= 0.2 * bool(_SAID_BY_SOMEBODY.search(words))
    return Candidate(
        EventType.OPERATION, clause, match.start(), match.end(), prior, site, single=_one_site(plain, clause, match)
    )


def _one_site(plain: str, clause: Clause, match: re.Match[str]) -> bool:
    """Whether one building is raided: "一处别墅", "该酒店", or a raid on a hotel named without a number."""
    words = plain[clause.start : clause.end]
    if _ONE_SITE.search(words):
        return True
    raided = _RAID.search(words) and _BUILDING.search(plain, match.start(), clause.end)
    return bool(raided) and not _SEVERAL.search(words)


_RAID = re.compile(r"突击|突袭|突查|突检|突入|攻坚|破门|闯入|冲入|冲进|攻入|进入|搜查|搜索|查抄|包围|围攻|捣破|捣毁")
_BUILDING = re.compile(
    r"公寓|别墅|酒店|旅馆|宾馆|大楼|大厦|住宅|民宅|办公室|仓库|厂房|工厂|写字楼|度假村|透天厝|豪宅|民宿|商铺|机房|水房|村屋|工厦|工地|院子|单位|平房"
)
_SEVERAL = re.compile(r"多[处个间栋家]|数[处个间栋家]|几[处个间栋家]|各地|等地|多地|分别|[、及和]|一批|若干|全国|各")
_FIGURE_OF_SPEECH = re.compile(r"今天.*明天")
_ONE_SITE = re.compile(r"一(?:处|栋|间|座|个|幢|家)|该(?:酒店|园区|楼|处|公司|机房|别墅|窝点)")


def _operation_words(view: View, sentence: SentenceView, clause: Clause) -> list[tuple[re.Pattern[str], float]]:
    """The ways to tell an operation, each with how sure it is in this clause."""
    words = view.plain[clause.start : clause.end]
    site = bool(nouns("sites").search(words)) or bool(within(sentence.places, clause.start, clause.end))
    day = any(one.role is Role.POINT for one in within(sentence.moments, clause.start, clause.end))
    acted = bool(sentence.actors)
    return [
        (_FIRM, 0.76 if (site or day) and acted else 0.64 if site else 0.45),
        (_LAUNCH, 0.78 if acted else 0.62),
        (_CAMPAIGN, 0.55 if _STARTS.search(words) else 0.4),
        (_BODY_SET_UP, 0.5),
        (_ORDER, 0.68 if day else 0.6),
        (_SITE_ENTERED, 0.5 if site else 0.0),
    ]


def _first_done(plain: str, clause: Clause, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first place in a clause where a predicate is told as done; an order need only not be denied."""
    for match in pattern.finditer(plain, clause.start, clause.end):
        mood = mood_of(plain, clause.start, match.start(), match.end(), clause.end)
        if mood in (Mood.DONE, Mood.NOMINAL) or (pattern is _ORDER and mood is not Mood.DENIED):
            return match
    return None


def _sites(sentence: SentenceView, clause: Clause) -> Quantity | None:
    told = [one for one in within(sentence.quantities, clause.start, clause.end) if one.kind is Kind.SITES]
    return told[0] if told else None


def _seizure(view: View, sentence: SentenceView, position: int, clause: Clause) -> Candidate | None:
    plain = view.plain
    words = plain[clause.start : clause.end]
    if (
        _NOT_TAKEN.search(words)
        or _TRICK.search(plain, sentence.start, sentence.end)
        or mood_of_sentence(plain, sentence, position, clause.start) is not Mood.DONE
    ):
        return None
    money = [one for one in within(sentence.quantities, clause.start, clause.end) if one.kind is Kind.MONEY]
    things = [one for one in within(sentence.quantities, clause.start, clause.end) if one.kind is Kind.THINGS]
    for match in _TAKEN.finditer(plain, clause.start, clause.end):
        if match.group() in ("扣", "缴", "接管", "起底") and not (money or things):
            continue
        if mood_of(plain, clause.start, match.start(), match.end(), clause.end) is not Mood.DONE:
            continue
        if _LOST.search(plain[clause.start : match.start()][-8:]):
            continue
        named = _named_things(plain, match.end(), clause.end)
        if not (money or things or named):
            continue
        later = _following_sum(view, sentence, position) if not money else None
        amount = (
            amount_from(view, money[0]) if money and not _LOST.search(plain[match.end() : money[0].start]) else later
        )
        items = _items(view, things, named)
        prior = 0.7 if amount or things else 0.62
        return Candidate(EventType.SEIZURE, clause, match.start(), match.end(), prior, None, amount, items)
    return None


def _following_sum(view: View, sentence: SentenceView, position: int) -> Amount | None:
    """A sum in the next clause that only says what the things are worth."""
    if position + 1 >= len(sentence.clauses):
        return None
    following = sentence.clauses[position + 1]
    if not re.match(
        r"\s*(?:总?价值|总值|市值|合计|共计|总计|估值|总额|折合|约值|金额|总金额|值)",
        view.plain[following.start : following.end],
    ):
        return None
    money = [one for one in within(sentence.quantities, following.start, following.end) if one.kind is Kind.MONEY]
    return amount_from(view, money[0]) if money else None


#: The currency that a bare 元 or 万 means at home.
_HOME_CURRENCY = {"CN": "CNY", "HK": "HKD", "MY": "MYR", "SG": "SGD", "TW": "TWD", None: "CNY"}


def amount_from(view: View, quantity: Quantity) -> Amount:
    """A sum of money with its currency; a bare 元 is that of the country the text is written in."""
    currency = quantity.currency or _HOME_CURRENCY.get(view.home, "CNY")
    if quantity.currency is None and re.match(r"(?:人民币)", view.plain[quantity.end : quantity.end + 6]):
        currency = "CNY"
    before = view.plain[max(0, quantity.start - 4) : quantity.start]
    for words, code in (
        ("新台币", "TWD"),
        ("台币", "TWD"),
        ("人民币", "CNY"),
        ("港币", "HKD"),
        ("美金", "USD"),
        ("泰铢", "THB"),
        ("马币", "MYR"),
    ):
        if before.endswith(words):
            currency = code
    return Amount(quantity.value or 0.0, currency, quantity.bound, view.article.text[quantity.start : quantity.end])


def amount_of(view: View, sentence: SentenceView, clause: Clause) -> Amount | None:
    """The first sum of a clause."""
    money = [one for one in within(sentence.quantities, clause.start, clause.end) if one.kind is Kind.MONEY]
    return amount_from(view, money[0]) if money else None


def things_taken(view: View, sentence: SentenceView, clause: Clause) -> tuple[Item, ...]:
    """The things a clause names, counted or not."""
    things = [one for one in within(sentence.quantities, clause.start, clause.end) if one.kind is Kind.THINGS]
    return _items(view, things, _named_things(view.plain, clause.start, clause.end))


def _named_things(plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """Kinds of things named without a number, right of the predicate."""
    return [match.span() for match in nouns("things").finditer(plain, start, end)]


def _items(view: View, things: list[Quantity], named: list[tuple[int, int]]) -> tuple[Item, ...]:
    counted = [Item(_thing_name(view, one), int(one.value) if one.value is not None else None) for one in things]
    free = [
        Item(view.article.text[start:end], None)
        for start, end in named
        if not any(one.start <= start < one.end for one in things)
        and view.plain[start:end] not in ("现金", "资金", "赃款", "资产", "卡", "车", "财物", "账户", "户口")
    ]
    return tuple(dict.fromkeys(counted + free))


def _thing_name(view: View, one: Quantity) -> str:
    at = view.plain.find(one.noun, one.start, one.end) if one.noun else -1
    return (
        view.article.text[at : at + len(one.noun)].strip("”」“「")
        if at >= 0
        else view.article.text[one.start : one.end]
    )


def _joined_seizures(found: list[Candidate]) -> list[Candidate]:
    """What was frozen in the clause after what was seized, on the same occasion, is one seizure."""
    joined: list[Candidate] = []
    for candidate in found:
        last = next((one for one in reversed(joined) if one.type is EventType.SEIZURE), None)
        if (
            candidate.type is EventType.SEIZURE
            and last is not None
            and (last.amount is None or candidate.amount is None)
        ):
            last.amount = last.amount or candidate.amount
            last.items = last.items + candidate.items
            last.clause = Clause(last.clause.start, candidate.clause.end)
            last.prior = max(last.prior, candidate.prior)
            continue
        joined.append(candidate)
    return joined

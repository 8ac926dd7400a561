"""Rules for totals: numbers that add up a period, and how they are told from single acts."""

from __future__ import annotations

import re
from datetime import date

from noharbor.science.language.chinese.candidate import Candidate
from noharbor.science.language.chinese.numbers import Kind, Quantity
from noharbor.science.language.chinese.sentences import Clause
from noharbor.science.language.chinese.things import amount_from
from noharbor.science.language.chinese.view import SentenceView, View, within
from noharbor.science.language.events import Amount, EventType
from noharbor.science.moments.mention import MomentMention, Role
from noharbor.science.moments.moment import Precision

#: Words that mark the numbers of their clause, and of those after it, as a total.
_MARK = re.compile(
    r"累计|至此|收官|[去前今]年一年|合计|总计|总共|[一二两三四五六七八九十百\d]{1,3}个?多?(?:年|月|周|天|日)(?:来|间|里|内)|(?:开通|投用|上路|成立|运行|实施|为期|开展|推行)[^，。；]{0,4}?[一二两三四五六七八九十半\d]{1,3}个?(?:年|月)|百日|(?:年|期)内已|成果出炉|盘点|首[三二两]季|首[一二三四五六七八九十\d]{1,2}个?月|首半年|[一二三四五六七八九十]至[一二三四五六七八九十]{1,2}月|去年起|今年起|增至|累积|截至|截止|至今|迄今|目前为止|至目前|以来|全年(?!龄)|上半年|下半年|前(?:[一二三四五六七八九十\d]{1,3})个?月|第[一二三四]季|首季|同比|按年|环比|(?:行动|专项|整治|战役|年|月|周|季|假期|节|任期|”|」)期间|成绩单|战果|统计|年度|现已有|已有(?=\d|[一二三四五六七八九十百千])|过去的?[一二两三四五六七八九十半几\d]{1,3}个?多?(?:年|月|周|天|日)|近[一二两三四五六七八九十半几\d]{1,3}个?(?:年|月|周|天)|(?:今|去|前|本|上)年(?:1|一)?.{0,3}(?:月)?至|仍滞留|尚有|仍有|余下|还有|全国共|全省共|全市共|总数|总人数|月至\d{1,2}月|年至(?:19|20)\d\d年|逐年|先后"
)
#: Words that bind a number to one action even with 共 or 累计 beside it.
_ONE_ACTION = re.compile(
    r"此次|本次|这次|该次|当天|当日|当场|现场|当晚|行动中|一举|昨日|昨天|今天|今日|凌晨|清晨|首批|第[一二三四五\d]批|当日共|本批|又一批|日凌晨|日清晨"
)
_STRONG_MARK = re.compile(
    r"累计|至此|收官|总人数|(?:满|上路|开通|投用|成立|生效)[一二两三四五六七八九十半\d]{1,3}(?:年|个月)|[一二两三四五六七八九十\d]{1,3}个?多?(?:年|月|周)(?:来|间|里|内)|年内已|增至|首半年|首[三二两]季|去年起|盘点|成果出炉|以来|截至|截止|至今|迄今|目前为止|今年已|全年|上半年|下半年|合计|总计|(?:行动|专项|整治|战役|年|月|”|」)期间|统计|共处理|月至\d{1,2}月|已有\d|过去|近[一二两三四五六七八九十半\d]{1,3}(?:个?月|年)|年至|前[一二三四五六七八九十\d]{1,3}个?月"
)
_YEAR_SPAN = re.compile(r"(?:今年|去年|前年|本年|(?:19|20)\d\d年)(?![^，。；]{0,4}(?:初|底|末|月\d|\d{1,2}月(?!至|-)))")
ESTIMATE = re.compile(
    r"估计|据估|约有.{0,6}人被困|损失|被骗(?![往至到去])|涉案金额|涉及金额|受骗|产值|规模|收入|利润|月薪|人口|市场|获利|每年|每天|每月|赎金|粉丝|会员|用户|点击|浏览|观看|票房|骗得|骗取|得手|不法所得|犯罪所得|赚|伤亡|死亡|平均|岁|可能|或达|最高|奖励|悬红|悬赏|(?:预计|预料|料|或|可能)将?"
)
_GUESS = re.compile(r"据[^，。]{0,6}估计|估计|据估|预料|推算")
_STOPPED = re.compile(
    r"拦截|攔阻|拦阻|止付|挽回|挽损|追回|追缴|冻结|劝阻|返还|紧急|扣押|查扣|没收|拦下|保住|截获|阻截|查获"
)
_PART = re.compile(
    r"(?:其中|中有|包括|包含|当中|分别|含|内含|另有|占|较|比|上升|下降|增加|减少|增长|同比|达到?\d+%|余为)[^，。；]{0,8}$"
)
_MEASURES = frozenset(Kind)
_NOT_MEASURED = re.compile(r"^[^，。；、]{0,6}?(?:警力|民警|专家|学者|代表|志愿|记者|律师|国家|议员|网民|股东|岁|楼)")
_ACT = re.compile(
    r"抓|计|捕|查|破|接|移交|遣|押|送|救|返|审结|判|起诉|立案|受理|劝阻|拦|冻|返还|破获|侦破|捣|打掉|端|逮|拘|缉|归案|到案|落网|求助|拆|关|取缔|封|处理|执行|办结|发现|清|回国|滞留|等待|扣|追|止付|下架|会见|制裁|定罪|登记|甄别|通缉|接获|接到|接报|报案|涉及|收到|共|有|达|为|超|驱逐|离境|被困"
)


def total_candidates(view: View, sentence: SentenceView, carried: bool) -> list[Candidate]:
    """The totals a sentence tells.

    Args:
        view: The article.
        sentence: The sentence.
        carried: The sentence before told totals, and this one goes on without a day of its own.
    """
    if sentence.title:
        return _title_totals(view, sentence)
    found: list[Candidate] = []
    marked = carried and not _own_day(sentence)
    for clause in sentence.clauses:
        words = view.plain[clause.start : clause.end]
        one_action = bool(_ONE_ACTION.search(words)) and not _STRONG_MARK.search(words)
        if one_action or (_own_day_in(sentence, clause) and not _MARK.search(words)):
            marked = False
        marked = marked or (_marks(view, sentence, clause) and not _sum_of_an_act(view, sentence, clause))
        if marked:
            found += _from_clause(view, sentence, clause)
    return found


def _title_totals(view: View, sentence: SentenceView) -> list[Candidate]:
    words = view.plain[sentence.start : sentence.end]
    if not _STRONG_MARK.search(words) and not re.search(r"尚有|仍有|今年|去年", words):
        return []
    return [one for clause in sentence.clauses for one in _from_clause(view, sentence, clause)]


def _own_day(sentence: SentenceView) -> bool:
    return any(
        mention.role is Role.POINT and mention.moment.precision in (Precision.DAY, Precision.RANGE)
        for mention in sentence.moments
    )


def _own_day_in(sentence: SentenceView, clause: Clause) -> bool:
    return any(
        mention.role is Role.POINT and mention.moment.precision in (Precision.DAY, Precision.RANGE, Precision.MONTH)
        for mention in within(sentence.moments, clause.start, clause.end)
    )


def _marks(view: View, sentence: SentenceView, clause: Clause) -> bool:
    """Whether a clause says that the numbers from here on are totals."""
    words = view.plain[clause.start : clause.end]
    if _own_day_in(sentence, clause) and not _STRONG_MARK.search(words) and re.search(r"已有", words):
        return False
    if _ONE_ACTION.search(words) and not _STRONG_MARK.search(words):
        return False
    if _MARK.search(words):
        # "期间" and "统计" mark a total only beside a number or a period.
        return True
    if any(
        mention.role in (Role.SINCE, Role.UNTIL, Role.DURING)
        for mention in within(sentence.moments, clause.start, clause.end)
    ):
        return not re.search(r"起\s*$", words)
    return bool(_YEAR_SPAN.search(words)) and bool(
        re.search(r"共|全国|全省|全市|受理|审结|破获|查处", view.plain[clause.start : sentence.end])
    )


def _sum_of_an_act(view: View, sentence: SentenceView, clause: Clause) -> bool:
    """Whether "共计497名" stands beside one day: the size of an act; beside several days it adds them up."""
    words = view.plain[clause.start : clause.end]
    if not re.search(r"合计|总计|总共|共计", words) or re.search(r"累计|以来|截至|至今|期间|年内|全年", words):
        return False
    days = [
        one
        for one in sentence.moments
        if one.role is Role.POINT and one.moment.precision in (Precision.DAY, Precision.RANGE)
    ]
    return len(days) == 1 and sentence.chances.get("statistic", 0.0) < 0.6


def _from_clause(view: View, sentence: SentenceView, clause: Clause) -> list[Candidate]:
    plain = view.plain
    found = []
    for quantity in within(sentence.quantities, clause.start, clause.end):
        before = plain[max(sentence.start, quantity.start - 14) : quantity.start]
        if (
            quantity.kind not in _MEASURES
            or quantity.value is None
            or quantity.value < 2
            or (quantity.headline and not sentence.title)
        ):
            continue
        if _PART.search(before) or _NOT_MEASURED.match(plain[quantity.end : clause.end]):
            continue
        guessed = ESTIMATE.search(plain[max(clause.start, quantity.start - 12) : min(clause.end, quantity.end + 8)])
        guessed = guessed or _GUESS.search(plain, sentence.start, quantity.start)
        if guessed and not _STOPPED.search(plain, clause.start, clause.end):
            continue
        if quantity.kind is Kind.MONEY and not _STOPPED.search(plain, clause.start, clause.end):
            continue
        if quantity.kind is Kind.THINGS and not _STRONG_MARK.search(plain, sentence.start, clause.end):
            continue
        if quantity.kind is not Kind.MONEY and not _ACT.search(plain, clause.start, clause.end):
            continue
        found.append(_total(view, sentence, clause, quantity))
    return found


def _total(view: View, sentence: SentenceView, clause: Clause, quantity: Quantity) -> Candidate:
    words = view.plain[sentence.start : sentence.end]
    prior = 0.7 if _STRONG_MARK.search(words) else 0.5
    amount: Amount | None = None
    if quantity.kind is Kind.MONEY:
        amount = amount_from(view, quantity)
    return Candidate(
        EventType.STATISTIC, clause, quantity.start, quantity.end, prior,
        None if amount else quantity, amount, told_now=True,
        measure=view.article.text[clause.start : clause.end].strip()[:60],
    )  # fmt: skip


def period_end(view: View, sentence: SentenceView, at: int) -> MomentMention | date | None:
    """The moment that closes the period of a total, when its words close it; None for a running total."""
    best: MomentMention | None = None
    for mention in sentence.moments:
        if mention.start > at:
            break
        if mention.moment.first is None or mention.role is Role.SINCE or mention.role is Role.DEADLINE:
            continue
        after = view.plain[mention.end : mention.end + 4]
        words = view.plain[mention.start : mention.end]
        if mention.role is Role.UNTIL:
            best = mention
        elif re.match(r"(?:以来|至今|迄今|已|迄|起)", after) or words in ("今年", "本年"):
            continue
        elif mention.moment.precision in (Precision.YEAR, Precision.MONTH, Precision.RANGE):
            best = mention
    return best

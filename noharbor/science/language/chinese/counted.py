"""Which number of people a predicate acts on."""

from __future__ import annotations

import re
from dataclasses import replace

from noharbor.science.language.chinese.acts import act_patterns
from noharbor.science.language.chinese.numbers import Kind, Quantity
from noharbor.science.language.chinese.sentences import Clause
from noharbor.science.language.chinese.view import SentenceView, View, within

_NOT_ACTED_ON = re.compile(
    r"^[^，。；、]{0,4}?(?:警力|民警|警员|警官|官兵|特警|军人|干警|士兵|武警|专家|代表|学者|官员|记者|家属|志愿者|医护|护士|律师|法官|检察官|议员|外长|部长|发言人|负责人|队员|人员陪同|执法人员|安全人员|调查人员|人手|移民官|警察|居民表示|市民表示|网民|会员|用户|客户|粉丝|观众|群众报|股东|参与者|候选)"
)
_UNCOUNTED_BEFORE = re.compile(
    r"(?:年龄|年仅|时年|每|另有|仍有|尚有|还有|余下|死亡|造成|涉及|涉案|出动|派出|抽调|调集|动员|投入|多达.{0,4}警|损失|月薪|奖励)[^，。；]{0,4}$"
)
_UNCOUNTED_AFTER = re.compile(
    r"^[^，。；、]{0,10}?(?:死亡|丧生|受伤|身亡|在逃(?!的?[\u4e00-\u9fff]{0,4}(?:头目|人员|嫌|犯|主|骨干))|仍在|仍|尚未|未被|逃脱|逃走|逃逸|(?:已|均|先后)?获释(?!的|[\u4e00-\u9fff]{0,3}(?:公民|国民|同胞|人员|青年))|交保|具保|报案|上当|受骗|损失|下落不明|失踪|为受害者|系受害者|是受害者|陪同|执行|参与|出席|与会)"
)
_PART = re.compile(r"(?:其中|包括|包含|当中|含|内有|计有|分别(?:为|是)|有(?=\d)|另)[^，。；、]{0,10}$")
_BEFORE_PREDICATE = re.compile(
    r"落网|到案|归案|被|遭|就擒|就逮|获救|脱险|脱困|获释|脱身|回国|返|抵|一网打尽|法网|现形|上铐|控制|束手|离境|团聚|归来|落地|降落"
)
_SUM = re.compile(r"\s*(?:一?共计?|合计|总共|人数|总数|共有)")
_OBJECT_FIRST = re.compile(r"[将把被遭由]")


def people_for(view: View, sentence: SentenceView, position: int, match: re.Match[str]) -> tuple[Quantity | None, bool]:
    """The number of people a predicate acts on, and whether it was borrowed from a neighbouring clause.

    Args:
        view: The article.
        sentence: The sentence.
        position: Which of its clauses holds the predicate.
        match: The predicate.
    """
    own = _in_own_clause(view, sentence, sentence.clauses[position], match)
    if own is not None:
        return own, False
    summed = _sum_behind(view, sentence, position)
    return (summed, True) if summed is not None else (_told_before(view, sentence, position, match), True)


def _in_own_clause(view: View, sentence: SentenceView, clause: Clause, match: re.Match[str]) -> Quantity | None:
    own = _joined(view.plain, usable_people(view, sentence, clause))
    after = [one for one in own if one.start >= match.end()]
    before = [one for one in own if one.end <= match.start()]
    passive = _BEFORE_PREDICATE.search(match.group()) or _OBJECT_FIRST.search(view.plain, clause.start, match.start())
    if before and (passive or not after):
        return before[-1]
    return after[0] if after else None


def _joined(plain: str, told: list[Quantity]) -> list[Quantity]:
    """41名甲国人和7名乙国人 is one number, 48."""
    joined: list[Quantity] = []
    for one in told:
        last = joined[-1] if joined else None
        if last and last.value and one.value and _AND.fullmatch(plain[last.end : one.start]):
            joined[-1] = replace(last, end=one.end, value=last.value + one.value)
        else:
            joined.append(one)
    return joined


_AND = re.compile(r"[^，。；、\d]{1,10}(?:和|及|以及|与)")


def _sum_behind(view: View, sentence: SentenceView, position: int) -> Quantity | None:
    """Reads "…, 共计12人": the next clause gives the sum."""
    if position + 1 >= len(sentence.clauses):
        return None
    following = sentence.clauses[position + 1]
    if not _SUM.match(view.plain, following.start, following.end):
        return None
    later = usable_people(view, sentence, following)
    return later[0] if later else None


def _told_before(view: View, sentence: SentenceView, position: int, match: re.Match[str]) -> Quantity | None:
    """The people of an earlier clause, who stay the topic when a clause names nobody."""
    clause = sentence.clauses[position]
    for previous in reversed(sentence.clauses[max(0, position - 3) : position]):
        theirs = usable_people(view, sentence, previous)
        if _has_predicate(view, previous):
            goes_on = "其中" not in view.plain[clause.start : match.start()] and subject_goes_on(view, clause)
            return theirs[-1] if theirs and goes_on else None
        if theirs:
            return theirs[-1]
    return None


def subject_goes_on(view: View, clause: Clause) -> bool:
    """A clause that begins with a verb or adverb keeps the people of the clause before it."""
    return bool(
        re.match(
            r"\s*(?:并|随后|后|再|随即|现已|已|均|全部|全数|一并|其后|继而|之后|然后|目前|于|经|由|被|从|自|乘|搭|当日|次日|同日|将其|最终)",
            view.plain[clause.start : clause.end],
        )
    )


def _has_predicate(view: View, clause: Clause) -> bool:
    return any(pattern.search(view.plain, clause.start, clause.end) for pattern in act_patterns().values())


def usable_people(view: View, sentence: SentenceView, clause: Clause) -> list[Quantity]:
    """The numbers of a clause that may be people acted on: no officers, no ages, nobody still at large."""
    plain = view.plain
    return [
        one
        for one in within(sentence.quantities, clause.start, clause.end)
        if one.kind is Kind.PEOPLE
        and not _NOT_ACTED_ON.match(plain[one.end : clause.end])
        and not _UNCOUNTED_BEFORE.search(plain[clause.start : one.start])
        and not _UNCOUNTED_AFTER.match(plain[one.end : clause.end])
        and not (one.headline and not sentence.title)
    ]


def is_share(plain: str, quantity: Quantity, sentence: SentenceView, position: int) -> bool:
    """Whether the number is a share of one told just before ("其中9人") by the same predicate."""
    if not _PART.search(plain[max(sentence.start, quantity.start - 14) : quantity.start]):
        return False
    earlier = [one for one in sentence.quantities if one.kind is Kind.PEOPLE and one.end <= quantity.start]
    return bool(earlier) and position > 0

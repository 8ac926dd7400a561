"""Rules for courts, sanctions and laws."""

from __future__ import annotations

import re

from noharbor.science.language.chinese.candidate import Candidate
from noharbor.science.language.chinese.moods import Mood, mood_of
from noharbor.science.language.chinese.names import named_persons
from noharbor.science.language.chinese.numbers import Kind, Quantity
from noharbor.science.language.chinese.sentences import Clause
from noharbor.science.language.chinese.view import SentenceView, View
from noharbor.science.language.events import Bound, EventType

_COURT = re.compile(
    r"法院|法庭|法官|地院|高院|中院|最高法|合议庭|被告|一审|二审|终审|诈骗罪|徒刑|宣判|死刑|上诉|主犯|首犯"
)
_PENALTY = re.compile(
    r"判处|被判|遂判|判其|判(?=[^，。；]{0,10}(?:年|月|徒刑))|判刑|获刑|判囚|判监|入狱|坐牢|监禁|宣判|维持原判|领刑|死刑|死缓|无期|徒刑|定罪|罪成|重判|改判|判罚|伏法|执行死刑|核准死刑|有罪|鞭刑|囚\d|监\d|判(?=\d|[一二三四五六七八九十])|驳回[^，。；]{0,12}(?:上诉|抗诉)|上诉[^，。；]{0,8}驳回|(?:裁定|批准|准予|裁决|同意)[^，。；]{0,16}引渡|枪决|处决|判了|刑期|认罪并|判决|裁定"
)
NOT_PENALTY = re.compile(
    r"可能|最高可|最高刑|面临|建议[^，。；]{0,12}判|求刑|如(?:何|果)?.{0,4}罪|一旦.{0,10}罪|曾(?:因|被)[^，。；]{0,10}判刑|判断|裁判|谈判|批判|判明|审判长|判决书|怎么判|怎样判|会不会判|出狱|服刑|前科|可处|可判|最重处|最重可|最高可处|刑事判决书显示|判例"
)
_EXTRADITION = re.compile(r"引渡")
_OTHERS = re.compile(r"(?:其余|其他|另|余下)$")

_SANCTION = re.compile(
    r"制裁|列入[^，。；]{0,16}(?:名单|清单|制裁|对象)|列为[^，。；]{0,10}(?:制裁|对象|人士|组织)|入境禁令|列名|黑名单|指定[^，。；]{0,16}为|资产冻结名单"
)
_NOT_SANCTION = re.compile(
    r"呼吁|要求[^，。；]{0,8}制裁|敦促|建议|应当?|可能|威胁|面临|遭制裁的|被制裁的|受制裁的|此前被|曾被|解除|逃避|规避|法律制裁|刑事制裁|专案|失信"
)
_SANCTIONER = re.compile(
    r"美国|英国|财政部|国务院|外国资产|美财|外交部|欧盟|澳大利亚|澳洲|加拿大|韩国|新加坡|日本|白宫|英方|美方|政府|当局|外相|OFAC|伦敦|华盛顿|联合国|安理会|内阁"
)

_LAW = re.compile(
    r"《[^》]{2,40}》|「[^」]{2,30}(?:法|条例|草案|规则|办法)」|“[^”]{2,30}(?:法|条例|草案)”|[\u4e00-\u9fff]{0,14}(?:法案|新规|规例|修例|决议|公约|新制|禁令|新令|修正法|修订|条例|草案|法令|修正案|修法|紧急法令|刑法|四法|新法|专法|打诈法|反诈法|诈骗法|犯罪法|防制法|防治法|保障法|解释|意见|法律|规定|措施法|办法|王室法令|共和国法令)"
)
_LAW_STEP = re.compile(
    r"刊宪|见刊|刊登|入法|实行|三读|二读|一读|通过|施行|生效|颁布|公布|实施|批准|签署|签发|出台|核准|印发|表决|审议|提交|修正|修订|修法|立法|上路|制定|颁行|起草|核定|交付审查|送交立法院|提出|入法|发布"
)
_LAW_TOPIC = re.compile(
    r"诈|骗|网络犯罪|电信|洗钱|科技犯罪|技术犯罪|赌|园区|人口贩|监察|监听|网路|跨境|反网络|网络安全|人头|账户|帐户|虚拟资产|加密"
)
_NOT_LAW = re.compile(
    r"依据|根据|依照|按照|违反|触犯|援引|涉嫌|依[^，。；]{0,12}(?:法|条例|罪)|适用|呼吁|要求|建议|敦促|希望|应|解读|宣传"
)


def court_candidates(view: View, sentence: SentenceView) -> list[Candidate]:
    """Sentences, sanctions and legislation that a sentence tells."""
    found = []
    for rule in (_sentence, _sanction, _legislation):
        candidate = rule(view, sentence)
        if candidate is not None:
            found.append(candidate)
    return found


def _sentence(view: View, sentence: SentenceView) -> Candidate | None:
    plain = view.plain
    words = plain[sentence.start : sentence.end]
    if not _COURT.search(words) and not sentence.title and sentence.chances.get("sentence", 0.0) < 0.5:
        return None
    for clause in sentence.clauses:
        for match in _PENALTY.finditer(plain, clause.start, clause.end):
            if NOT_PENALTY.search(plain, max(clause.start, match.start() - 10), min(clause.end, match.end() + 6)):
                continue
            mood = mood_of(plain, clause.start, match.start(), match.end(), clause.end)
            if re.match(r"[后前时]", plain[match.end() : clause.end]):
                continue
            if mood in (Mood.DENIED, Mood.SUPPOSED, Mood.WISHED, Mood.PLANNED) and match.group() not in ("维持原判",):
                continue
            quantity, names = _convicted(view, sentence)
            return Candidate(
                EventType.SENTENCE, Clause(clause.start, clause.end), match.start(), match.end(),
                0.7 if quantity or names else 0.5, quantity, single=quantity is None, names=names,
            )  # fmt: skip
    return None


def _convicted(view: View, sentence: SentenceView) -> tuple[Quantity | None, tuple[str, ...]]:
    """How many a judgement binds: those named and "the other 22" together."""
    plain = view.plain
    names = tuple(named_persons(plain, sentence.start, sentence.end))
    people = [
        one
        for one in sentence.quantities
        if one.kind is Kind.PEOPLE
        and one.value is not None
        and not re.match(
            r"[^，。；]{0,8}(?:被害|死亡|受害|损失|受伤|法官|陪审|检察|家属|旁听|辩护|律师|事主|未成年|警)",
            plain[one.end : sentence.end],
        )
        and not re.search(
            r"致|造成|骗取|组织|雇|招募|招揽|将|逾|伤害|拐骗", plain[max(sentence.start, one.start - 4) : one.start]
        )
    ]
    if re.search(r"等人", plain[sentence.start : sentence.end]) and not people:
        return None, ()
    alone = _sentenced_alone(plain, sentence, people)
    if alone is not None:
        return alone, names
    whole = [one for one in people if not _OTHERS.search(plain[max(sentence.start, one.start - 2) : one.start])]
    rest = [one for one in people if one not in whole]
    if whole and not (rest and whole[0].value == 1):
        return max(whole, key=lambda one: one.value or 0), names
    if rest and rest[0].value:
        before = len(set(named_persons(plain, sentence.start, rest[0].start)))
        one = rest[0]
        if before:
            return Quantity(one.start, one.end, (one.value or 0.0) + before, Bound.EXACT, Kind.PEOPLE, one.noun), names
        return None, names
    return None, names


def _sentenced_alone(plain: str, sentence: SentenceView, people: list[Quantity]) -> Quantity | None:
    """One convict first, then "the two employees": three in all."""
    for one in people:
        before = plain[sentence.start : one.start]
        if (
            one.value
            and one.value > 1
            and re.search(r"\d+岁[^，。；]{2,16}(?:判|囚|监)|(?:首|次)被告[^，。；]{2,16}判", before)
        ):
            return Quantity(one.start, one.end, one.value + 1, Bound.EXACT, Kind.PEOPLE, one.noun)
    return None


def _sanction(view: View, sentence: SentenceView) -> Candidate | None:
    plain = view.plain
    words = plain[sentence.start : sentence.end]
    match = _SANCTION.search(plain, sentence.start, sentence.end)
    likely = sentence.chances.get("sanction", 0.0) >= 0.5
    if match is None or (_NOT_SANCTION.search(words) and not likely) or not (likely or _SANCTIONER.search(words)):
        return None
    clause = next((one for one in sentence.clauses if one.start <= match.start() < one.end), sentence.clauses[0])
    return Candidate(EventType.SANCTION, clause, match.start(), match.end(), 0.6, _listed(plain, sentence))


def _listed(plain: str, sentence: SentenceView) -> Quantity | None:
    """Persons and companies listed together: 6名个人和9家实体 is fifteen names."""
    total, first = 0, None
    for match in re.finditer(
        r"(?P<n>\d{1,4}|[一二两三四五六七八九十百]{1,4})(?:名|位|人|个|家|间|所|项|艘)(?=[^，。；、\d]{0,20}(?:个人|自然人|实体|公司|企业|人士|组织|团体|成员|头目|地址|机构|目标|对象|人|与|和|、|，|。))",
        plain[sentence.start : sentence.end],
    ):
        words = match["n"]
        from noharbor.science.language.chinese.numbers import chinese_value

        total += int(words) if words.isdecimal() else chinese_value(words) or 0
        first = first or match
    if first is None or total == 0:
        return None
    return Quantity(
        sentence.start + first.start(), sentence.start + first.end(), float(total), Bound.EXACT, Kind.PEOPLE
    )


def _legislation(view: View, sentence: SentenceView) -> Candidate | None:
    plain = view.plain
    words = plain[sentence.start : sentence.end]
    for clause in sentence.clauses:
        law = _LAW.search(plain, clause.start, clause.end)
        step = _LAW_STEP.search(plain, clause.start, clause.end)
        if law is None or step is None or _NOT_LAW.search(plain[max(clause.start, law.start() - 8) : law.start()]):
            continue
        strong = bool(re.search(r"法|条例|草案", law.group())) and not re.search(
            r"方法|办法官|法院|法官|说法|看法|做法|违法|非法|依法|司法|执法", law.group()
        )
        topical = bool(_LAW_TOPIC.search(words))
        mood = mood_of(plain, clause.start, step.start(), step.end(), clause.end)
        if mood in (Mood.DENIED, Mood.WISHED, Mood.SUPPOSED) or not topical:
            continue
        return Candidate(EventType.LEGISLATION, clause, step.start(), step.end(), 0.6 if strong else 0.35)
    return None

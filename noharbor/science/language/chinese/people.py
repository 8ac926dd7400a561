"""Rules for what is done with people: arrests, rescues, and transfers of suspects or of victims."""

from __future__ import annotations

import re
from functools import cache

from noharbor.science.language.chinese.candidate import Candidate
from noharbor.science.language.chinese.lexical import nouns, predicates
from noharbor.science.language.chinese.moods import Mood, mood_of, mood_of_sentence
from noharbor.science.language.chinese.names import named_persons
from noharbor.science.language.chinese.numbers import Kind, Quantity
from noharbor.science.language.chinese.sentences import Clause
from noharbor.science.language.chinese.view import SentenceView, View, within
from noharbor.science.language.events import EventType

#: Words that tell an arrest only with a person for an object, for they serve things and places too.
_NEEDS_PERSON = frozenset(
    "查获 控制 扣押 扣留 扣查 截获 截停 拦截 截查 查处 清出 起获 拘 擒 逮 抓捕 围捕 缉捕 带走 收押 羁押 拘留 拘押 被扣 现形 法网 抓了 抓到 抓走 抓回 逮人".split()
)
#: Words that move anybody: they tell a transfer only with a border and people in their clause.
_AMBIGUOUS_MOVES = frozenset(
    "交 交给 交予 交付 交由 交至 交接 转交 送交 移送 接手 押 送往 送抵 抵达 飞抵 降落 落地 回国 入境 送达 运回 接收 带回 押送 押上 抵港 抵台 返回 返家 回家 回到 归来 团聚 接机 接走 送上 送到 接下 接管 运抵 送过 押往 押到 领回 踏上 到家 送抵 走出国门 载回 飞返 乘机 搭机 撤回 送走 移解 押赴 驱逐 逐出 解押 驱离 护送 返国 归国 接回 送回 押运 抵马 抵国".split()
)
_STATES = frozenset({"获救", "获释", "脱困", "脱身", "脱险", "重获自由", "解脱", "脱离"})
_STATE_OF = re.compile(r"者|后|的|公民|国民|人员|同胞|青年|女|男|工人|劳工|学生|少|返|归|回|韩国|台|港|非洲|印|马国|国")
_HOMEWARD = re.compile(r"返|回国|归国|抵|回到|回家|接回|送回")
_HOMECOMING = re.compile(r"回|返|归|到家|抵家|接走|踏上|团聚|国门|送她|送抵|送到|送上|领")
#: Words that hand offenders over and hardly anybody else.
_FOR_SUSPECTS = re.compile(r"押|引渡|递解|驱逐|逐出|遣送|移交|解送|解返|移解|缉返|缉回|逮回|提解|驱离|遣返")
#: Words that bring those in need home.
_FOR_VICTIMS = re.compile(r"接返|平安|安全|团聚|护送|脱险|脱困|返家|回家|返乡|回乡|送返|接机|接回|获救|营救|解救|撤")
_VICTIM_TONE = re.compile(
    r"受害|被害|被困|受困|获救|求助|脱险|脱困|遭拘禁|被拘禁|同胞|被骗[往至到去]|强迫|被迫|遭贩卖|被贩卖|获释|被关|被囚|遭囚|囚禁|凌虐|被锁|被卖|救出|救离|释放|释出|拐去|放行|受骗|被诱骗|被拐|猪仔|营救|解救|救援|家属|甄别为|人口贩[运卖]受|人道|团聚|领事保护|领保|协助.{0,6}返|滞留|身心|平安"
)
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
_BACKWARD = re.compile(
    r"上述|该批|这批|此批|这些|该些|他们|她们|三人|两人|二人|四人|五人|全部|全数|一行|有关人员|涉案人等"
)
_DOMESTIC = re.compile(
    r"^[^，。；]{0,16}?(?:检察院|检察机关|法院|法庭|地检|检方|侦办|派出所|看守所|警署|警局|审查|起诉|司法机关处理|讯问|复讯|征信|医院|少年|监狱|庭|收容所|移民局拘留|羁留|戒毒|拘留所|法办|相关部门处理|保险)"
)


@cache
def _patterns() -> dict[EventType, re.Pattern[str]]:
    transfers = re.compile(
        predicates("handover", "strong").pattern + "|" + predicates("repatriation_of_victims", "strong").pattern
    )
    return {
        EventType.ARREST: predicates("arrest", "strong"),
        EventType.HANDOVER: re.compile("|".join(sorted(set(transfers.pattern.split("|")), key=len, reverse=True))),
        EventType.RESCUE: predicates("rescue", "strong"),
    }


def people_candidates(view: View, sentence: SentenceView) -> list[Candidate]:
    """Arrests, rescues, handovers and returns that a sentence tells or plans."""
    found: list[Candidate] = []
    for position, clause in enumerate(sentence.clauses):
        for kind, pattern in _patterns().items():
            best = _best_in_clause(view, sentence, position, kind, pattern)
            if best is not None:
                found.append(best)
    return found


def _best_in_clause(
    view: View, sentence: SentenceView, position: int, kind: EventType, pattern: re.Pattern[str]
) -> Candidate | None:
    clause = sentence.clauses[position]
    candidates = [
        candidate
        for match in pattern.finditer(view.plain, clause.start, clause.end)
        if (candidate := _candidate(view, sentence, position, kind, match)) is not None
    ]
    return max(candidates, key=lambda one: (one.quantity is not None, one.prior), default=None)


def _candidate(
    view: View, sentence: SentenceView, position: int, kind: EventType, match: re.Match[str]
) -> Candidate | None:
    plain, clause, word = view.plain, sentence.clauses[position], match.group()
    mood = mood_of(plain, clause.start, match.start(), match.end(), clause.end)
    if mood is Mood.DONE:
        mood = mood_of_sentence(plain, sentence, position, match.start())
    if mood not in (Mood.DONE, Mood.PLANNED) or _wrong_word(plain, match, kind, clause):
        return None
    quantity, borrowed = _people_for(view, sentence, position, match)
    names = tuple(named_persons(plain, clause.start, clause.end))
    if quantity is None and re.search(r"其余|其他", plain[clause.start : match.start()]):
        return None
    if (
        len(word) == 1
        and not sentence.title
        and not re.match(r"了|\d|[一二两三四五六七八九十百]", plain[match.end() : clause.end])
    ):
        return None
    if quantity is not None and _part_of_before(plain, quantity, clause, sentence, position):
        return None
    noun = bool(
        nouns("suspects").search(plain, clause.start, clause.end)
        or nouns("victims").search(plain, clause.start, clause.end)
    )
    single = bool(
        re.search(
            r"(?:一名|1名|一位|一人|1人|其(?=[抓押逮拘引遣移])|该(?:男|女|嫌)|此人|全数|全部|全员|悉数|男子|女子|他(?!们)|她(?!们))",
            plain[clause.start : clause.end],
        )
    )
    if kind is EventType.ARREST and word in _NEEDS_PERSON and quantity is None and not (noun or names or single):
        return None
    if kind is EventType.HANDOVER:
        return _transfer(view, sentence, clause, match, quantity, mood, names, noun or single)
    told = bool(
        within(sentence.moments, sentence.start, sentence.end)
        or sentence.places
        or re.match(r"了", plain[match.end() :])
    )
    prior = 0.75 if quantity else 0.6 if names or ((noun or single) and told) else 0.52 if noun or single else 0.3
    prior += _firmness(word, kind, sentence)
    prior -= 0.15 * borrowed
    return Candidate(
        kind, clause, match.start(), match.end(), prior, quantity,
        single=single and quantity is None, names=names, planned=mood is Mood.PLANNED,
        refers_back=bool(_BACKWARD.search(plain, clause.start, match.end())),
    )  # fmt: skip


_FIRM = {
    EventType.ARREST: re.compile(
        r"抓获|擒获|捕获|缉拿|落网|逮捕|拘捕|拘提|就擒|就逮|被捕|刑拘|刑事拘留|抓捕|逮获|归案|到案|一网打尽|收押|铐"
    ),
    EventType.RESCUE: re.compile(r"解救|营救|救出|获救|救回|脱险|脱困|救离|释出|放出"),
}


def _firmness(word: str, kind: EventType, sentence: SentenceView) -> float:
    """What a word adds that tells the event and hardly anything else."""
    if not _FIRM[kind].search(word):
        return 0.0
    if not (sentence.quantities or sentence.moments or sentence.places):
        return 0.0
    return 0.05 + (0.05 if sentence.actors else 0.0)


def _wrong_word(plain: str, match: re.Match[str], kind: EventType, clause: Clause) -> bool:
    word, before, after = match.group(), plain[clause.start : match.start()], plain[match.end() : clause.end]
    if kind is EventType.ARREST:
        if word in ("拘", "擒", "逮", "抓了") and re.match(r"[束泥谨礼]|[捕]", after):
            return True
        if word in ("控制",) and (
            re.match(r"(?:权|室|人|台|区|了?局|成本|风险|措施)", after)
            or re.search(r"(?:受|在.{0,8}|实际|有效)$", before)
        ):
            return True
        if word in ("扣押", "扣留", "查获", "起获", "截获", "扣查") and re.match(
            r"[^，。；]{0,8}(?:手机|电脑|护照|证件|现金|资产|财物|车|设备|卡|房)", after
        ):
            return True
        if word in ("羁押", "拘押", "拘留", "扣留", "控制") and re.search(
            r"非法|被.{0,4}(?:园区|集团|诈骗|老板)", before
        ):
            return True
        return (
            bool(
                re.search(
                    r"(?:申请|声请|涉嫌|批准|发出|拒绝|解除|取保候审|通缉|悬赏|申领|核发|签发|遭.{0,6}非法)[^，]{0,3}$",
                    before,
                )
            )
            and word != "批准逮捕"
        )
    if kind is EventType.RESCUE:
        if word in _STATES and (_STATE_OF.match(after) or _HOMEWARD.search(after)):
            return True
        return bool(
            word in ("找到", "脱离", "撤离", "释放", "救", "救助", "解脱", "带出", "带离")
            and not re.search(r"人|公民|国民|者|男|女|名", before + after)
        ) or bool(re.match(r"(?:护|济|治|灾|火|市|助站|命)", after) and word == "救")
    if _DOMESTIC.match(after) and not re.search(r"回国|返国|返台|回台|返港|中方|中国|我国", after):
        return True
    if word == "交" and re.match(r"[通流易往际换代战锋谈涉友警费税款保纳出叉情界大还付]", after):
        return True
    if word == "押" and (re.match(r"[金韵后注题]", after) or re.search(r"[羁拘扣收在关抵质声]$", before)):
        return True
    return word in ("移交", "接收", "交接") and bool(
        re.match(r"[^，。；]{0,6}(?:证据|材料|线索|资产|赃款|物品|设备|案件|资料|卷宗)", after)
    )


def _people_for(
    view: View, sentence: SentenceView, position: int, match: re.Match[str]
) -> tuple[Quantity | None, bool]:
    """The number of people a predicate acts on, and whether it was borrowed from a neighbouring clause."""
    clause = sentence.clauses[position]
    own = usable_people(view, sentence, clause)
    if own:
        after = [one for one in own if one.start >= match.end()]
        before = [one for one in own if one.end <= match.start()]
        passive = bool(
            _BEFORE_PREDICATE.search(match.group())
            or re.search(r"[将把被遭由]", view.plain[clause.start : match.start()])
        )
        if before and (passive or not after):
            return before[-1], False
        if after:
            return after[0], False
    if position + 1 < len(sentence.clauses):
        following = sentence.clauses[position + 1]
        if re.match(r"\s*(?:一?共计?|合计|总共|人数|总数|共有)", view.plain[following.start : following.end]):
            later = usable_people(view, sentence, following)
            if later:
                return later[0], True
    for earlier in range(position - 1, max(-1, position - 4), -1):
        previous = sentence.clauses[earlier]
        theirs = usable_people(view, sentence, previous)
        if _has_predicate(view, previous):
            if "其中" in view.plain[clause.start : match.start()]:
                return None, False
            return (theirs[-1], True) if theirs and _subject_goes_on(view, clause) else (None, False)
        if theirs:
            return theirs[-1], True
    return None, False


def _subject_goes_on(view: View, clause: Clause) -> bool:
    """A clause that begins with a verb or adverb keeps the people of the clause before it."""
    return bool(
        re.match(
            r"\s*(?:并|随后|后|再|随即|现已|已|均|全部|全数|一并|其后|继而|之后|然后|目前|于|经|由|被|从|自|乘|搭|当日|次日|同日|将其|最终)",
            view.plain[clause.start : clause.end],
        )
    )


def _has_predicate(view: View, clause: Clause) -> bool:
    return any(pattern.search(view.plain, clause.start, clause.end) for pattern in _patterns().values())


def usable_people(view: View, sentence: SentenceView, clause: Clause) -> list[Quantity]:
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


def _part_of_before(plain: str, quantity: Quantity, clause: Clause, sentence: SentenceView, position: int) -> bool:
    """Whether the number is a share of one told just before ("其中9人") by the same predicate."""
    if not _PART.search(plain[max(sentence.start, quantity.start - 14) : quantity.start]):
        return False
    earlier = [one for one in sentence.quantities if one.kind is Kind.PEOPLE and one.end <= quantity.start]
    return bool(earlier) and position > 0


def _transfer(
    view: View,
    sentence: SentenceView,
    clause: Clause,
    match: re.Match[str],
    quantity: Quantity | None,
    mood: Mood,
    names: tuple[str, ...],
    person: bool,
) -> Candidate | None:
    word = match.group()
    crosses = _crosses_border(view, sentence, clause)
    at_home = bool(_HOMECOMING.search(word)) and bool(_VICTIM_TONE.search(view.plain, sentence.start, sentence.end))
    if word in _AMBIGUOUS_MOVES and not ((crosses or at_home) and (quantity or names or person)):
        return None
    victims, suspects = _tone(view, sentence, clause, word)
    kind = EventType.REPATRIATION_OF_VICTIMS if victims > suspects else EventType.HANDOVER
    prior = (0.45 if word in _AMBIGUOUS_MOVES else 0.6) + (0.15 if quantity else 0.0) + (0.1 if crosses else 0.0)
    return Candidate(
        kind, clause, match.start(), match.end(), prior, quantity,
        single=person and quantity is None, names=names, planned=mood is Mood.PLANNED,
        refers_back=bool(_BACKWARD.search(view.plain, clause.start, match.end())),
    )  # fmt: skip


def _crosses_border(view: View, sentence: SentenceView, clause: Clause) -> bool:
    plain = view.plain
    return bool(
        re.search(
            r"回国|返国|归国|境|口岸|机场|包机|专机|班机|航班|乘机|搭机|军机|运输机|飞[往抵回]|过河|返台|回台|返港|抵港|回港|返马|回马|大桥|边境|关口|国门|中方|缅方|泰方|老方|柬方|我方|回中国|中国警方|祖国|回.{1,4}国",
            plain[sentence.start : sentence.end],
        )
        or re.search(r"[遣押引渡移返]", plain[clause.start : clause.end])
        and len({one.country for one in sentence.places if one.country}) > 1
        or len({one.country for one in (*sentence.places, *sentence.nationalities) if one.country}) > 1
    )


def _tone(view: View, sentence: SentenceView, clause: Clause, word: str) -> tuple[float, float]:
    """How much the words speak of victims, and how much of suspects: the clause, its sentence, the article."""
    plain = view.plain
    near, around = plain[clause.start : clause.end], plain[sentence.start : sentence.end]
    victims = 3.0 * bool(nouns("victims").search(near)) + 1.5 * bool(_VICTIM_TONE.search(around))
    suspects = 3.0 * bool(nouns("suspects").search(near)) + 1.5 * bool(nouns("suspects").search(around))
    victims += (
        1.5 * bool(_FOR_VICTIMS.search(word))
        + 1.0 * (bool(_HOMECOMING.search(word)) and not _FOR_SUSPECTS.search(word))
        + 0.5 * bool(re.search(r"公民|国民|国人|港人", near))
    )
    suspects += 1.5 * bool(_FOR_SUSPECTS.search(word)) + 1.0 * bool(
        re.search(r"涉嫌|涉诈|涉案|通缉|上铐|手铐|手镣|黑罩|头套", around)
    )
    told = len(_VICTIM_TONE.findall(plain)), len(nouns("suspects").findall(plain))
    share = told[0] / max(sum(told), 1)
    chances = sentence.chances
    lean = chances.get("repatriation_of_victims", 0.0) - chances.get("handover", 0.0)
    return victims + 2.0 * share + 1.5 * max(lean, 0), suspects + 2.0 * (1 - share) + 1.5 * max(-lean, 0)

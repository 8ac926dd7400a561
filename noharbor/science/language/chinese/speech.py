"""Rules for what bodies say and agree: meetings, warnings, commitments."""

from __future__ import annotations

import re

from noharbor.science.language.chinese.candidate import Candidate
from noharbor.science.language.chinese.lexical import nouns, predicates
from noharbor.science.language.chinese.moods import Mood, mood_of
from noharbor.science.language.chinese.sentences import Clause
from noharbor.science.language.chinese.view import SentenceView, View, within
from noharbor.science.language.events import EventType
from noharbor.science.moments.mention import Role

NO_MEETING = re.compile(
    r"发布会|记者会|研讨会|讲座|说明会|仪式|庭前会议|股东|通气会|展览|动员会|业绩|宣讲|培训班|论坛上一位|学术|分享会|记者招待|审讯会议|家长会|班会|早会|例会上点名|客户|网友|受害|骗徒|嫌|面试|公祭|晚会|沙龙|茶会|网聊|见网|交友"
)
_OFFICIAL = re.compile(
    r"负责人|发言人|大使|公使|部长|总理|总统|首相|外长|国务|警察|警方|公安|官员|代表团|领事|局长|署长|司法部|内政部|外交部|委员会|检察|部级|高官|执法|双方|两国|三国|四国|五国|六国|各国|多国|[一-鿿]方|司令|主席|议长|办公室|秘书长|特使|省长|州长|移民局|刑事局|保安局|副局长|警务|政府|国家|东盟|澜湄|国际刑警|皇家|专责小组|内阁|当局|联席会|联合工作"
)
_HIGH = re.compile(
    r"部长|总理|总统|首相|外长|大使|警察总监|公安部|司长|局长|领导人|元首|国务|特使|警方|各国代表|政府代表|成员国|执法"
)
_EXPERT = re.compile(
    r"专家|学者|教授|研究员|律师|顾问|分析师|讲师|主讲|业者|公会|志愿者|社工|网民|家属|居民|业内人士|受害|幸存|检察官提醒|法官提醒|律师提醒|记者提醒|平台提醒|银行提醒|保险"
)
_WARNING = re.compile(predicates("warning", "strong").pattern)
_WARNING_DOCUMENT = re.compile(
    r"(?:发布|发出|发表|刊登|印发|再发|重申|更新|公布|发|启动|出)[^，。；]{0,24}(?:提醒|警示|预警|通告|提示|公告|警讯|警告|警报|通知|呼吁|指引|旅游警示|劝告)|升(?:至|级)|调(?:升|高)[^，。；]{0,12}(?:警示|级)|致[^，。；]{0,6}公民"
)
_DATED = re.compile(
    r"昨|今日|今天|今晨|\d日|周[一二三四五六日]|星期|近日|日前|当天|同日|本周|上周|晚间|连日|郑重|再次|特别|再度|紧急|专门"
)
_MISSION = re.compile(r"使馆|领馆|领事馆|外交部|驻|代表处|陆委会|移民|领事")
_WARNER = re.compile(
    r"警方|警察|公安|使馆|领馆|外交部|内政部|公安部|反诈|当局|政府|移民局|刑事局|保安局|金管|央行|国际刑警|联合国|调查局|总警长|大使|警局|派出所|部|局|署|委员会|厅|馆"
)

_PERFORMED = re.compile(
    r"承诺|一致同意|同意(?!书)|允诺|应允|答应|商定|议定|约定|达成[^，。；]{0,24}(?:一致|共识|协议|协定|谅解|意向|意见)|签(?:署|订|定|下)[^，。；]{0,30}(?:协议|协定|备忘录|文件|声明|宣言|公约|意向书|议定书|计划|纪要|合同|合作|公报|条约|MOU)?|(?:发表|通过|发布)[^，。；]{0,16}(?:联合声明|共同声明|联合公报|宣言|联合新闻|行动计划)|决定(?=[^，。；]{0,12}(?:成立|设立|建立|加强|共同|联合|在|将|派|启动|开展|合作|组建|推进|深化|增派|扩大|延长|于))|保证(?!金|人)|誓言|矢言|敲定|表明决心|立下军令状|立誓"
)
_FUTURE = re.compile(
    r"还将|将不再|将有[^，。；]{0,6}包机|(?:政府|方|部|局)会(?=加派|包|派|在|安排|把)|(?:月|年)底前(?=[^，。；]{0,16}(?:接回|送|遣|清|移交|完成|建成))|放话|扬言|表态[，,]?|表明会|说好|只等[^，。；]{0,16}就|决不?允许|绝不?允许|(?:就|便|都|也|还)会(?=被|推|断|遣|送|派|收|追|跟)|(?:月|年)底前(?:送|完|清|全部|必|都)|预定|将(?:会)?(?=于|在|会|继续|进一步|由|分批|分.批|陆续|尽快|全力|依法|联合|共同|再|全面|持续|与|同|为|从|向|自|安排|协助|采取|加大|加强|加快|启动|开展|举行|召开|派|推动|推进|建立|设立|成立|严|坚|深化|扩大|配合|落实|清|扫|打|遣|移|押|送|把|对|逐|彻|大力|始终|积极|密切|保持|一如既往|立即|增|强化|提供|协调|支持|协调|研究|制定|出台|实施|执行|会同|不|以|完成|关闭|拆|组|联|展开|进行)|愿(?=同|与|意|继续|为|进一步|在|加强|积极|共同)|(?:^|[，。；者方国局馆部府也还并])会(?=继续|尽快|与|同|再|派|加强|全力|依法|持续|配合|尽力|把)|拟(?=于|在|将|派|成立|设|与|遣|对|分)|计划(?=于|在|将|派|成立|设|与|遣|对|分|从|今|明|下|年)|预计[^，。；]{0,20}(?:遣|送|移交|完成|分|返|将|全部)|下一步|下阶段|要在[^，。；]{0,12}(?:前|以前|之前)|力争(?=在|于|年|今|明|尽)|定于|打算|着手|坚决不|绝不|决不|不会让|不让[^，。；]{0,12}(?:落脚|藏身|避风港|空间)|誓要|直到|排定|安排[^，。；]{0,10}(?:分批|包机)"
)
_ACTION = re.compile(
    r"派出|派驻|增派|加派|赔付|推平|夷平|抓回|追逃|追查|答复|驱逐|劝返|推出|封|跟进|清空|断水|送完|死灰复燃|还|打击|清剿|清查|遣返|移交|加强|强化|合作|协调|共享|建立|设立|成立|解救|营救|部署|开展|推动|推进|配合|落实|查处|抓捕|缉捕|清除|铲除|根除|取缔|关闭|拆除|送返|接返|押解|引渡|派员|派遣|支持|提供|交换|深化|执法|整治|治理|保护|协助|救助|甄别|审查|完成|收官|立法|修订|出台|制定|投入|增派|联合|巡逻|训练|培训|追缴|追赃|打诈|扫荡|断电|撤离|行动|遣送|收网|剿|打|严惩|监管|核查|核实|转介|安置|巩固|彻查|协作|零容忍|避风港|清零|肃清|惩|制裁|拦截|封锁|缉|清理|沟通|保障|维护|震慑|举行|召开|落脚|藏身"
)
_NOT_COMMITTED = re.compile(
    r"将(?:面临|被控|被起诉|受审|接受[^，。；]{0,6}(?:审|调查|讯)|于[^，。；]{0,10}(?:提堂|开庭|宣判|再讯|应讯|过堂|落案|提控)|被带上|被判|被罚|判|以[^，。；]{0,20}罪|依[^，。；]{0,16}(?:罪|送办|侦办|起诉)|其|此|该|会被|被移送|解送|移送[^，。；]{0,6}(?:检|法|侦)|被追究|追究|视情|给予[^，。；]{0,16}奖励|检讨|适时|构成|处以|逐一核实身份后控|影响|导致|造成|成为|迎来|损害|令|使|难|超过|达|是(?!否)|有助|受害|身份证)|希望|呼吁|敦促|要求|建议|促请|专家|学者|认为|预料|分析|或将|可能|影片|剧|上映|悬赏|通缉|如|若|一旦|骗徒|骗子|诈骗集团(?:将|会|计划)|团伙(?:将|计划)|愿者|愿望|自愿|意愿|心愿|志愿|但愿|依法追究|保释|上诉"
)
_ONLY_WISHED = re.compile(r"希望|呼吁|敦促|要求|促请|建议|寻求|争取|有望|推动|尚未|吁")
_PROMISED = re.compile(r"承诺|允诺|答应|应允|誓言|一致同意|商定|议定|约定")
_SPEAKS = re.compile(r"表示|称|说|指出|强调|重申|宣布|透露|介绍|承诺|回应|告诉|誓言|声明|指|补充|写道|通报")


def speech_candidates(view: View, sentence: SentenceView) -> list[Candidate]:
    """Meetings, warnings and commitments that a sentence tells."""
    found = [_meeting(view, sentence), _warning(view, sentence), _commitment(view, sentence)]
    return [candidate for candidate in found if candidate is not None]


def _meeting(view: View, sentence: SentenceView) -> Candidate | None:
    plain = view.plain
    words = plain[sentence.start : sentence.end]
    pattern = predicates("meeting", "strong")
    best: Candidate | None = None
    for clause in sentence.clauses:
        for match in pattern.finditer(plain, clause.start, clause.end):
            around = plain[max(clause.start, match.start() - 24) : min(clause.end, match.end() + 24)]
            likely = sentence.chances.get("meeting", 0.0) >= 0.5
            if NO_MEETING.search(around) or not (likely or _OFFICIAL.search(words)):
                continue
            mood = mood_of(plain, clause.start, match.start(), match.end(), clause.end)
            if mood in (Mood.DENIED, Mood.SUPPOSED, Mood.WISHED) and not re.search(
                r"敲定|商讨|商谈|谈判|磋商", match.group() + plain[clause.start : match.start()]
            ):
                continue
            if mood is Mood.ATTRIBUTE:
                continue
            if re.search(r"论坛|大会|峰会|座谈|展", match.group()) and not (likely and _HIGH.search(words)):
                continue
            soft = match.group() in (
                "访问",
                "商讨",
                "协商",
                "通话",
                "座谈",
                "峰会",
                "谈判",
                "拜访",
                "交换意见",
                "率团",
                "洽谈",
                "面谈",
                "商谈",
                "往访",
            )
            found = Candidate(
                EventType.MEETING,
                clause,
                match.start(),
                match.end(),
                0.45 if soft else 0.65,
                planned=mood is Mood.PLANNED,
            )
            dated = any(one.role is Role.POINT for one in within(sentence.moments, clause.start, clause.end))
            found.prior += 0.05 * dated
            if best is None or found.prior > best.prior:
                best = found
    return best


def _warning(view: View, sentence: SentenceView) -> Candidate | None:
    plain = view.plain
    words = plain[sentence.start : sentence.end]
    for clause in sentence.clauses:
        document = _WARNING_DOCUMENT.search(plain, clause.start, clause.end)
        match = document or _WARNING.search(plain, clause.start, clause.end)
        if match is None:
            continue
        before = plain[sentence.start : match.start()]
        if not _WARNER.search(before if not sentence.title else words) or _EXPERT.search(before[-16:]):
            continue
        if mood_of(plain, clause.start, match.start(), match.end(), clause.end) in (
            Mood.DENIED,
            Mood.SUPPOSED,
            Mood.PLANNED,
            Mood.ATTRIBUTE,
        ):
            continue
        prior = 0.4
        prior += 0.25 if document else 0.0
        prior += 0.15 if _DATED.search(words) else -0.05 if document or _MISSION.search(before) else -0.25
        prior += 0.1 if _MISSION.search(before) else 0.0
        prior -= 0.15 if match.group() in ("呼吁", "警惕", "促请", "吁", "提示", "正告", "升至") else 0.0
        return Candidate(EventType.WARNING, clause, match.start(), match.end(), prior, told_now=True)
    return None


def _commitment(view: View, sentence: SentenceView) -> Candidate | None:
    plain = view.plain
    words = plain[sentence.start : sentence.end]
    if "wanted" in sentence.cues and re.search(r"悬赏|通缉|悬红", words):
        return None
    best: Candidate | None = None
    for clause in sentence.clauses:
        told = plain[clause.start : clause.end]
        if _NOT_COMMITTED.search(told):
            continue
        candidate = _performed(view, sentence, clause) or _announced(view, sentence, clause)
        if candidate is not None and (best is None or candidate.prior > best.prior):
            best = candidate
    return best


def _performed(view: View, sentence: SentenceView, clause: Clause) -> Candidate | None:
    plain = view.plain
    match = _PERFORMED.search(plain, clause.start, clause.end)
    if match is None:
        return None
    mood = mood_of(plain, clause.start, match.start(), match.end(), clause.end)
    if mood in (Mood.DENIED, Mood.SUPPOSED) or _ONLY_WISHED.search(plain[clause.start : match.start()]):
        return None
    if re.match(r"签", match.group()) and not re.search(
        r"协议|协定|备忘录|文件|声明|宣言|议定书|意向书|公约|纪要|合作|计划|公报", plain[clause.start : clause.end]
    ):
        return None
    prior = 0.6 if sentence.actors or _OFFICIAL.search(plain, sentence.start, sentence.end) else 0.35
    if prior > 0.5 and _PROMISED.search(match.group()):
        prior = 0.72
    return Candidate(EventType.COMMITMENT, clause, match.start(), match.end(), prior, told_now=True)


def _announced(view: View, sentence: SentenceView, clause: Clause) -> Candidate | None:
    plain = view.plain
    match = _FUTURE.search(plain, clause.start, clause.end)
    if match is None or not _ACTION.search(plain, match.end(), sentence.end):
        return None
    before = plain[sentence.start : match.start()]
    speaks = bool(_SPEAKS.search(before))
    official = bool(_OFFICIAL.search(before) or sentence.actors or nouns("authorities").search(before))
    if not official and not speaks:
        return None
    if nouns("suspects").search(plain[clause.start : match.start()][-8:]):
        return None
    prior = (
        0.3
        + (0.15 if speaks else 0.0)
        + (0.15 if official else 0.0)
        + (0.05 if re.search(r"愿|继续|承诺", match.group()) else 0.0)
    )
    return Candidate(EventType.COMMITMENT, clause, match.start(), match.end(), prior, told_now=True)

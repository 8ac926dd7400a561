"""Whether a Chinese clause tells what was done, or what is planned, wished, denied, supposed or a name for it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Protocol

from noharbor.science.language.chinese.sentences import Clause


class SentenceLike(Protocol):
    """A sentence with its clauses."""

    clauses: list[Clause]


class Mood(StrEnum):
    """How a predicate stands in its clause, alphabetical.

    ATTRIBUTE: it only describes a noun ("移交的嫌疑人"). DENIED: it did not happen. DONE: it happened. NOMINAL: it
    names a thing ("遣返工作"). PLANNED: it is to come. SUPPOSED: it is a case thought of, or a question. WISHED:
    somebody wants it.
    """

    ATTRIBUTE = "attribute"
    DENIED = "denied"
    DONE = "done"
    NOMINAL = "nominal"
    PLANNED = "planned"
    SUPPOSED = "supposed"
    WISHED = "wished"


_NOMINAL_AFTER = re.compile(
    r"(?:的)?(?:行动(?!中)|流程|包机|协议|异议|细节|时程|名额|清单|一事|申请|仪式|工作|任务|手续|令|人数|名单|程序|现场|状|方案|条约|协定|机制|费用|问题|请求|要求|罪|率|总数|经验|条件|标准|力度|能力|难度|成果|进度|进程|计划|安排|事宜|案件|案例|通知书|决定书|期间|前夕|后(?=[，的])|之前|前(?=[，的])|时(?=[，的]))"
)
_ATTRIBUTE_AFTER = re.compile(r"(?:回国|返国|到案|归案|归国|来)?的(?!是|，|。)")
_DENIED_BEFORE = re.compile(
    r"(?:没有|未有|未能|未曾|尚未|从未|并未|并非|并不(?!点名|排除)|不曾|未获|拒绝|未被|不会|不得|不能|无法|无需|无须|不予|否认|不再|(?<![月日尚已从])未(?!成年|来|经|遂)|免于|免遭|避免|防止|逃避|躲避|躲过|以免|没(?!收|有收|多久)|非(?!法|洲|常))[^，。；]{0,8}$"
)
_WISHED_BEFORE = re.compile(
    r"(?:希望|期望|期盼|盼望|盼|呼吁|敦促|促请|要求|吁请|吁|建议|应当|应该|应|必须|需要|请求|恳请|请(?!求)|力争|争取|尽快|尽早|早日|正全力|试图|企图|寻求|申请|声请|等待|待|有待|为了?|以便|以(?=尽快)|旨在|敦请|催促|渴望|乞求|哀求|哭求|设法|协助其申请|裁定|裁决|准许|核准|准予|批准|允许|悬赏|悬红|全力|正在?(?:全力)?|仍在|着手|推动|力促|商讨|讨论|探讨|磋商|研究|曾建议|主张|强调要|便于|准许|授权|许可|负责|参与|从事|用于|打击|如何|为何|怎样|怎么)[^，。；]{0,14}$"
)
_SUPPOSED_BEFORE = re.compile(
    r"(?:如果|如(?=有|被|遭|遇)|若|一旦|假如|倘若?|凡|万一|是否|能否|会不会|可能|或许|也许|恐(?!怖)|恐怕|担心|害怕|怕|疑(?!犯|人|似)|往往|通常|一般|常常|有时|总是|每当|每次|任何|可以|即可|可(?=被|判|处|能|将)|最高(?:可|可处|处)|网传|传言|谣传|谣言|有人|声称自己|冒充|假冒|假扮|谎称|佯称|威胁|恐吓|扬言|以免|即便|即使|除非|要是|不论|无论)[^，。；]{0,16}$"
)
_PLANNED_BEFORE = re.compile(
    r"(?:将(?=于|在|会|继续|进一步|被|由|分批|陆续|分阶段|分.批|尽快|尽速|择期|择日|全力|依法|立即|联合|共同|再|全面|持续|逐步|适时|一并|正式|派|与|同|为|从|向|自|安排|协助|采取|加大|加强|加快|遭|面临|对)|即将|将要|拟(?!定)|计划|预计|预定|准备|打算|有望|日内|择日|稍后|明日|明天|明晨|明晚|下周|下月|明年|后天|(?<![大委协社议国理机])会(?=被|将|继续|把|在|尽快|依法|全力|分批|陆续)|下一步|承诺|同意|保证|答应|允诺|决定|约定|商定|定于|限期|须(?:于|在)?|要在|等候|等待|待|可望|力争)[^，。；]{0,26}$"
)
_GOVERNS_ON = re.compile(
    r"将(?=于|在|会|继续|进一步|被|由|分批|陆续|尽快|全力|依法|联合|共同|再|全面|持续|从|向|安排)|即将|计划(?!书)|预计|预定|承诺|同意|尽快|拟于|打算|下一步|待[^，。；]{2,10}(?:后|完毕)|(?:完毕|核实|审查)后会"
)
_WISHES_ON = re.compile(
    r"应立即|应(?=尽快|立即|马上|向)|务必|切勿|不要|立即拨打|请(?!求)|可拨打|希望|呼吁|敦促|促请|建议|应当|吁请|盼"
)
_OWN_TIME = re.compile(r"已|了(?!解)|昨|日前|今[天日晨早]|当[天日场]|现场|\d日|此前|目前已")
_IN_A_RUMOUR = re.compile(
    r"[^“”「」，。]{0,14}[”」]的?(?:视频|影片|消息|说法|帖|图片|传言|画面|文字|谣言|截图|讯息|纯属|不实|系谣言|是谣言)"
)
#: 处三年以上十年以下有期徒刑 is what a law threatens; no court has spoken.
_BY_STATUTE = re.compile(r"[一二三四五六七八九十\d]+年以[上下][^，。；]{0,12}(?:徒刑|监禁|拘役)")
_QUESTION_AFTER = re.compile(r"[^。！；]{0,20}[？?]")


def mood_of_sentence(plain: str, sentence: SentenceLike, position: int, start: int) -> Mood:
    """The mood that a clause takes over from the clauses before it in its sentence, when it has no time of its own.

    Args:
        plain: The whole text in simplified characters.
        sentence: The sentence with its clauses.
        position: Which of the clauses.
        start: First character of the predicate.
    """
    if position == 0 or _OWN_TIME.search(plain, sentence.clauses[position].start, start + 6):
        return Mood.DONE
    before = plain[sentence.clauses[position - 1].start : sentence.clauses[position].start]
    if _OWN_TIME.search(before):
        return Mood.DONE
    if _GOVERNS_ON.search(before):
        return Mood.PLANNED
    return Mood.WISHED if _WISHES_ON.search(before) else Mood.DONE


def mood_of(plain: str, clause_start: int, start: int, end: int, clause_end: int) -> Mood:
    """The mood of the predicate `plain[start:end]` in its clause.

    Args:
        plain: The whole text in simplified characters.
        clause_start: First character of the clause.
        start: First character of the predicate.
        end: Character after its last.
        clause_end: Character after the clause's last.
    """
    before, after = plain[clause_start:start], plain[end:clause_end]
    if _IN_A_RUMOUR.match(after) or _BY_STATUTE.search(plain, clause_start, clause_end):
        return Mood.SUPPOSED
    if _NOMINAL_AFTER.match(after) and not re.match(r"(?:前|后|时)", after):
        return Mood.NOMINAL
    if _ATTRIBUTE_AFTER.match(after):
        return Mood.ATTRIBUTE
    if _DENIED_BEFORE.search(before[-14:]):
        return Mood.DENIED
    if before.endswith("将") or _PLANNED_BEFORE.search(before[-34:]):
        return Mood.PLANNED
    if _WISHED_BEFORE.search(before[-22:]):
        return Mood.WISHED
    if _SUPPOSED_BEFORE.search(before[-24:]) or _QUESTION_AFTER.match(plain[end : clause_end + 12]):
        return Mood.SUPPOSED
    return Mood.DONE

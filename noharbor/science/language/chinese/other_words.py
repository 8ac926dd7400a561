"""Characters that look like a predicate and are part of another word, or tell it of something other than people."""

from __future__ import annotations

import re
from dataclasses import dataclass

from noharbor.science.language.events import EventType

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Disguise:
    """When words are no predicate.

    Attributes:
        words: The words it is about; empty for all.
        before: What stands before them then, up to their start.
        after: What stands behind them then.
        unless: What in their clause shows that they are a predicate all the same.
    """

    words: frozenset[str]
    before: re.Pattern[str] = _NEVER
    after: re.Pattern[str] = _NEVER
    unless: re.Pattern[str] = _NEVER

    def covers(self, word: str, before: str, after: str) -> bool:
        """Whether it holds of a word between these two stretches of its clause."""
        if self.words and word not in self.words:
            return False
        looks_so = bool(self.before.search(before) or self.after.match(after))
        return looks_so and not self.unless.search(before + word + after)


def _of(words: str, *, before: str = "(?!)", after: str = "(?!)", unless: str = "(?!)") -> Disguise:
    return Disguise(frozenset(words.split()), re.compile(before), re.compile(after), re.compile(unless))


_PERSON = r"人|公民|国民|者|男|女|名"
_DISGUISES: dict[EventType, tuple[Disguise, ...]] = {
    EventType.ARREST: (
        _of("拘 擒 逮 抓了", after=r"[束泥谨礼捕]"),
        _of("控制", before=r"(?:受|在.{0,8}|实际|有效)$", after=r"权|室|人|台|区|了?局|成本|风险|措施"),
        _of(
            "扣押 扣留 查获 起获 截获 扣查",
            after=r"[^，。；]{0,8}(?:手机|电脑|护照|证件|现金|资产|财物|车|设备|卡|房)",
        ),
        _of("羁押 拘押 拘留 扣留 控制", before=r"非法|被.{0,4}(?:园区|集团|诈骗|老板)"),
        _of(
            "",
            before=r"(?:申请|声请|涉嫌|批准|发出|拒绝|解除|取保候审|通缉|悬赏|申领|核发|签发|遭.{0,6}非法)[^，]{0,3}$",
            unless=r"批准逮捕",
        ),
    ),
    EventType.RESCUE: (
        _of(
            "获救 获释 脱困 脱身 脱险 重获自由 解脱 脱离",
            after=r"者|后|的|公民|国民|人员|同胞|青年|女|男|工人|劳工|学生|少|返|归|回|韩国|台|港|非洲|印|马国|国"
            r"|[^，。；]*(?:返|回国|归国|抵|回到|回家|接回|送回)",
        ),
        _of("找到 脱离 撤离 释放 救 救助 解脱 带出 带离", before=r"", unless=_PERSON),
        _of("救", after=r"护|济|治|灾|火|市|助站|命"),
    ),
    EventType.HANDOVER: (
        _of(
            "",
            after=r"[^，。；]{0,16}?(?:检察院|检察机关|法院|法庭|地检|检方|侦办|派出所|看守所|警署|警局|审查|起诉|司法机关处理"
            r"|讯问|复讯|征信|医院|少年|监狱|庭|收容所|移民局拘留|羁留|戒毒|拘留所|法办|相关部门处理|保险)",
            unless=r"回国|返国|返台|回台|返港|中方|中国|我国",
        ),
        _of("交", after=r"[通流易往际换代战锋谈涉友警费税款保纳出叉情界大还付]"),
        _of("押", before=r"[羁拘扣收在关抵质声]$", after=r"[金韵后注题]"),
        _of("移交 接收 交接", after=r"[^，。；]{0,6}(?:证据|材料|线索|资产|赃款|物品|设备|案件|资料|卷宗)"),
    ),
}


def is_disguised(kind: EventType, word: str, before: str, after: str) -> bool:
    """Whether a word that looks like a predicate of a type is none.

    Args:
        kind: Arrest, rescue or handover (which stands for every transfer).
        word: The word.
        before: Its clause up to the word.
        after: Its clause from the word on.
    """
    return any(disguise.covers(word, before, after) for disguise in _DISGUISES[kind])

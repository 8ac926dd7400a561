"""What the words around a date say of it: is it still to come, and which part does it play?"""

from __future__ import annotations

import re

from noharbor.science.moments.mention import Role
from noharbor.science.moments.moment import Precision
from noharbor.science.moments.rules import Reading

#: How far the words around a date are looked at, in characters.
REACH = 90

_TO_COME = re.compile(
    r"\b(?:will|would|shall|is to|are to|to be|due|scheduled|set to|slated|plan(?:s|ned|ning)? to|expected|upcoming"
    r"|deadline|ultimatum|planned|have until|has until|pencill?ed in)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|according|statement|stated|added|disclosed|revealed|posted|wrote"
    r"|was|were|had|has been|have been|held|met|began|caught|brought|took|sent|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
#: "Will be deported" is still to come, for all its participle.
_PASSIVE_TO_COME = re.compile(r"\s+(?:also |then |all |soon )?be(?: \w+ly)? \w+")
_PAST = re.compile(r"\b(?:had|were|was|has been|have been|rose|reached|brought|stood|said)\b", re.IGNORECASE)
_SENTENCE_STOP = re.compile(r"[.!?]\s|\n")
_LIMIT_BEFORE = re.compile(
    r"\b(?:by|until|till|before|no later than|not later than)\s+(?:the\s+)?(?:end of\s+)?$", re.I
)


def _sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and after a date within its own sentence, at most `REACH` characters each."""
    before = _SENTENCE_STOP.split(text[max(0, start - REACH) : start])[-1]
    # "Aug. 9": the stop of an abbreviation ends no sentence, but here it only shortens what is looked at.
    after = _SENTENCE_STOP.split(text[end : end + REACH])[0]
    return before, after


def ahead_in_english(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence speaks of a day to come: "will meet on Friday", "until Sunday to leave"."""
    start, end = match.span()
    before, after = _sentence_around(text, start, end)
    if _LIMIT_BEFORE.search(before):
        return not _PAST.search(before + after)
    promises = list(_TO_COME.finditer(before))
    if promises:
        promise = promises[-1]
        passive = _PASSIVE_TO_COME.match(before, promise.end())
        after_it = passive.end() if passive else promise.end()
        return not _REPORTED.search(before, after_it) and promise.group().lower() != "would"
    if _REPORTED.search(before[-40:]):
        return False
    later = _TO_COME.search(after)
    return later is not None and not _REPORTED.search(after, 0, later.start())


_SINCE_BEFORE = re.compile(r"\b(?:since|starting|beginning|effective)\s+(?:(?:from|on|in|as of)\s+)?(?:the\s+)?$", re.I)
_FROM_BEFORE = re.compile(r"\bfrom\s+$", re.I)
_FROM_AFTER = re.compile(r"\s*,?\s*(?:onwards?|on\b)", re.I)
_UNTIL_BEFORE = re.compile(
    r"\b(?:until|till|up to|through|as of|as at|to date,? as of|up until)\s+(?:the\s+)?(?:end of\s+)?$", re.IGNORECASE
)
_DEADLINE_BEFORE = re.compile(
    r"\b(?:by|before|no later than|not later than|deadline (?:of|on|is)|ahead of)\s+(?:the\s+)?(?:end of\s+)?$",
    re.IGNORECASE,
)
_DEADLINE_AFTER = re.compile(r"\s*(?:deadline|cut-?off|ultimatum)", re.I)
#: How the rules say that a day is still to come: "until Sunday" is then a deadline.
_TO_COME_READINGS = ("first such day from publication on", "weekday after publication", "next such month")
_AFTER_BEFORE = re.compile(r"\bafter\s+$", re.I)
_DURING_BEFORE = re.compile(r"\b(?:during|throughout|within|between|over)\s+(?:the\s+)?$", re.I)
_SO_FAR_BEFORE = re.compile(r"\b(?:so far|already)\s+$", re.I)
_SO_FAR_AFTER = re.compile(r"\s+(?:so far|to date)\b", re.I)
_SINCE_WORDS = re.compile(r"^(?:the\s+)?(?:beginning|start)\s+of\b", re.I)
#: A dateline stands at the head of a line: "YANGON, June 19 --", "BEIJING, Nov. 14 (Xinhua) --".
_DATELINE_BEFORE = re.compile(r"(?:^|\n)[^\n]{0,60}$")
_DATELINE_CAPITALS = re.compile(r"[A-Z][A-Z .'-]{2,}(?:,|\s)\s*(?:[A-Z][\w. ]+,\s*)?(?:on\s+)?$")
_DATELINE_AFTER = re.compile(r"\s*(?:\([^)\n]{1,30}\)\s*)?(?:--|—|–|-\s|:)")
_STAMP_BEFORE = re.compile(
    r"(?:^|\n)\s*(?:published|updated|posted|date|last (?:updated|modified))(?:\s+on)?\s*:?\s*$", re.I
)


def role_in_english(text: str, start: int, end: int, reading: Reading) -> Role:
    """The part a date plays in an English sentence."""
    before, after = text[max(0, start - REACH) : start], text[end : end + 40]
    if _is_dateline(before, after, start):
        return Role.DATELINE
    tests: tuple[tuple[bool, Role], ...] = (
        (bool(_SINCE_BEFORE.search(before)), Role.SINCE),
        (bool(_FROM_BEFORE.search(before) and _FROM_AFTER.match(after)), Role.SINCE),
        (bool(_SO_FAR_BEFORE.search(before) or _SO_FAR_AFTER.match(after)), Role.SINCE),
        (bool(_DEADLINE_BEFORE.search(before) or _DEADLINE_AFTER.match(after)), Role.DEADLINE),
        (bool(_AFTER_BEFORE.search(before)) and reading.resolved_by in _TO_COME_READINGS, Role.DEADLINE),
        (bool(_UNTIL_BEFORE.search(before)) and reading.resolved_by in _TO_COME_READINGS, Role.DEADLINE),
        (bool(_UNTIL_BEFORE.search(before)), Role.UNTIL),
        (reading.resolved_by == "period before publication", Role.DURING),
        (reading.precision in (Precision.MONTH, Precision.YEAR) and bool(_DURING_BEFORE.search(before)), Role.DURING),
    )
    return next((role for holds, role in tests if holds), Role.POINT)


def _is_dateline(before: str, after: str, start: int) -> bool:
    if _STAMP_BEFORE.search(before):
        return True
    if not _DATELINE_AFTER.match(after):
        return False
    if start > len(before) or not _DATELINE_BEFORE.search(before):
        return False
    line = before.rsplit("\n", 1)[-1]
    return bool(_DATELINE_CAPITALS.search(line))


_CLAUSE_STOP = re.compile(r"[。！？；\n]")
#: 将 also marks an object ("将269名疑犯移交"), so it counts only before words that can stand in the future.
_TO_COME_CHINESE = re.compile(
    r"将(?=于|在|会|要|举行|召开|启动|开展|展开|继续|进一步|加强|加大|正式|开始|关闭|生效|实施|施行|访问|出席|被遣|陆续|分批"
    r"|联合|共同|再|对|与|同|至|到|[^，。]{0,6}$)"
    r"|计划|拟于|拟在|预计|预定|定于|要在|须|必须|限期|期限|即将|明年|下月|下周"
)
_NEXT_DATE_CHINESE = re.compile(r"\d{1,2}\s*[月日]")
_OVER_CHINESE = re.compile(r"已|曾|了(?!解)|共抓|抓获")
_DONE_CHINESE = re.compile(r"表示|称|说|指出|宣布|通报|透露|报道|介绍|已|了")
_LIMIT_AFTER_CHINESE = re.compile(r"(?:\s*(?:以前|之前|前))(?!往|来|后|夕|线|述|方|景|期|年|天|日|沿|身|总|副)")
_SINCE_AFTER_CHINESE = re.compile(r"(?:以来|起|开始|至今|迄今)")
_SINCE_BEFORE_CHINESE = re.compile(r"(?:自从|自|从)$")
_UNTIL_BEFORE_CHINESE = re.compile(r"(?:截至|截止|截止到|截至到|直至|至)$")
_DURING_AFTER_CHINESE = re.compile(r"(?:期间|间(?!谍)|内)")
_DATELINE_AFTER_CHINESE = re.compile(
    r"\s*(?:[（(][^）)\n]{1,30}[）)])?\s*(?:电|讯|综合电|消息)(?!信|话|诈|骗|子|力|影|网)"
)
_STAMP_BEFORE_CHINESE = re.compile(r"(?:^|\n)\s*(?:发布时间|发布日期|时间|日期|更新时间|更新|来源)[:：]?\s*$")


_CUT_OFF_CHINESE = re.compile(r"将[^，。]{0,6}$")


def ahead_in_chinese(text: str, match: re.Match[str]) -> bool:
    """Whether the clause speaks of a day to come: 将于8月12日, 8月25日前须撤离."""
    start, end = match.span()
    before = _CLAUSE_STOP.split(text[max(0, start - 24) : start])[-1]
    after = _NEXT_DATE_CHINESE.split(_CLAUSE_STOP.split(text[end : end + 24])[0])[0]
    if len(after) == 24:
        # What the window cuts off after 将 may be the object it marks ("并将其带离").
        after = _CUT_OFF_CHINESE.sub("", after)
    if _UNTIL_BEFORE_CHINESE.search(before):
        return False
    if _LIMIT_AFTER_CHINESE.match(after):
        return not _OVER_CHINESE.search(before + after)
    comma_before = re.split("[，,]", before)[-1]
    if _TO_COME_CHINESE.search(comma_before) and not _DONE_CHINESE.search(comma_before):
        return True
    promise = _TO_COME_CHINESE.search(after)
    return promise is not None and not _DONE_CHINESE.search(after[: promise.start()])


def role_in_chinese(text: str, start: int, end: int, reading: Reading) -> Role:
    """The part a date plays in a Chinese sentence (simplified characters)."""
    before, after = text[max(0, start - 16) : start], text[end : end + 20]
    tests: tuple[tuple[bool, Role], ...] = (
        (bool(_DATELINE_AFTER_CHINESE.match(after) or _STAMP_BEFORE_CHINESE.search(before)), Role.DATELINE),
        (bool(_SINCE_AFTER_CHINESE.match(after)), Role.SINCE),
        (bool(_LIMIT_AFTER_CHINESE.match(after)), Role.DEADLINE),
        (bool(_SINCE_BEFORE_CHINESE.search(before)) and reading.precision is not Precision.RANGE, Role.SINCE),
        (bool(_UNTIL_BEFORE_CHINESE.search(before)), Role.UNTIL),
        (reading.resolved_by == "period before publication", Role.DURING),
        (bool(_DURING_AFTER_CHINESE.match(after)), Role.DURING),
    )
    return next((role for holds, role in tests if holds), Role.POINT)

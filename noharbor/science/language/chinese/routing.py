"""Between which states people are moved, and whose nationals they are."""

from __future__ import annotations

import re

from noharbor.science.language.chinese.candidate import Candidate
from noharbor.science.language.chinese.parties import code_of
from noharbor.science.language.chinese.view import SentenceView, View

_FROM = re.compile(
    r"(?:从|自|由)(?P<where>[^，。；]{1,14}?)(?:将|把|以|押|遣|带|解|引渡|返|飞|乘|搭|经|接|送|移|运|抵|撤|回|，)"
)
_HOME_AGAIN = re.compile(r"回国|返国|归国|回我国|押回国内|祖国")
_TO = {
    "TW": re.compile(r"(?:返|回|抵|来|到)台(?!湾海峡)"),
    "HK": re.compile(r"(?:返|回|抵|到)港(?!口)"),
    "MY": re.compile(r"(?:返|回|抵)马|返回大马"),
    "SG": re.compile(r"(?:返|回|抵)新(?!闻)"),
    "CN": re.compile(
        r"(?:回|返|交|抵)(?:到|至|给|由|往)?(?:中国|中方|我国|我方|我公安|我警方|中国警方|中国公安)|给中方|向中方|向我|移交我|回华|赴华"
    ),
}


def route_for(view: View, candidate: Candidate, sentence: SentenceView) -> tuple[str | None, str | None]:
    """The states people are moved from and to, as far as the sentence says."""
    plain = view.plain
    words = plain[sentence.start : sentence.end]
    to = next((code for code, pattern in _TO.items() if pattern.search(words)), None)
    if to is None:
        to = _arrival(plain, sentence)
    if to is None and _HOME_AGAIN.search(words):
        to = _people_home(view, sentence) or view.home
    given = re.search(
        r"(?:移交|交|送返|遣返|遣送|引渡|押解|送|遣返回|驱逐)(?:回|至|到|给|由|往|予|回到)?(?P<name>[\u4e00-\u9fff]{1,6})",
        plain[candidate.start : min(candidate.clause.end, candidate.start + 14)],
    )
    if to is None and given:
        to = _country_at(given["name"])
    source = None
    for match in _FROM.finditer(plain, sentence.start, candidate.clause.end):
        source = (
            _country_at(match["where"]) or _place_country(sentence, match.start("where"), match.end("where")) or source
        )
    if source is None:
        giver = re.search(
            r"(?P<name>[\u4e00-\u9fff]{1,8}?)(?:警方|方面|当局|政府|方|移民局|军方)[^，。；]{0,24}(?:移交|遣返|遣送|交|引渡|送返|驱逐)",
            plain[sentence.start : candidate.clause.end],
        )
        giver_code = _country_at(giver["name"]) if giver else None
        source = giver_code if giver_code and giver_code != to else None
    return source, to


_ARRIVES = re.compile(r"(?:返回|回到|返抵|飞抵|抵达|飞返|运抵|押抵|降落|飞往|送抵|遣返|送返|押返|遣返至|送回)$")


def _arrival(plain: str, sentence: SentenceView) -> str | None:
    """The state of the town people are brought to: 返回广州."""
    arrivals = [one.country for one in sentence.places if _ARRIVES.search(plain[max(0, one.start - 4) : one.start])]
    return arrivals[-1] if arrivals else None


def _people_home(view: View, sentence: SentenceView) -> str | None:
    told = nationalities_in(view, sentence.start, sentence.end)
    return told[0] if len(told) == 1 else None


def _country_at(words: str) -> str | None:
    for size in range(min(len(words), 6), 0, -1):
        if size == 1:
            return code_of(words[0]) if len(words) > 1 and words[1] in "方国警" else None
        code = code_of(words[:size])
        if code:
            return code
    return None


def _place_country(sentence: SentenceView, start: int, end: int) -> str | None:
    return next((span.country for span in sentence.places if start <= span.start < end and span.country), None)


def nationalities_in(view: View, start: int, end: int) -> tuple[str, ...]:
    """The nationalities a stretch of text gives to people: 中国籍, 越南公民, 港人."""
    found: dict[str, None] = {}
    for sentence in view.sentences:
        if sentence.start < end and start < sentence.end:
            found.update((one.country, None) for one in sentence.nationalities if start <= one.start < end)
    for match in _SHORT_NATIONAL.finditer(view.plain, start, end):
        code = "CN" if match["short"] == "陆" else code_of(match["short"])
        if code:
            found[code] = None
    return tuple(found)


_SHORT_NATIONAL = re.compile(
    r"(?:(?<=[名位的两三四五六七八九十\d])|(?<=^))(?P<short>[台港陆韩日泰马])(?:籍|嫌|人(?!民|民币|权|员|次)|男|女|汉)"
)

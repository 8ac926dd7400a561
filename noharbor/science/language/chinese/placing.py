"""Where: the place a proposal takes from its clause, its sentence or the sentences before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from noharbor.science.language.chinese.candidate import Candidate
from noharbor.science.language.chinese.view import SentenceView, View
from noharbor.science.language.events import EventPlace, EventType
from noharbor.science.language.spans import PlaceSpan

_SCENE = frozenset({EventType.ARREST, EventType.RESCUE, EventType.OPERATION, EventType.SEIZURE})
_BODY_AFTER = re.compile(
    r"^(?:市|省|县|州|区|国)?(?:警方|警察|公安|警|政府|当局|大使|使馆|领馆|总领|法院|地院|高院|中院|中级|检|海关|移民|内政|外交|司法|官员|媒|军|总理|总统|首相|外长|国会|议会|内阁|人(?!口岸)|籍|方面|方(?![向便])|国务|部长|境内外|商人|男|女|青年|同胞|公民|国民|证券|日报|时报|新闻|代表|刑|反诈|专案|央行|金管|民兵)"
)
_OF_MANY = re.compile(
    r"^(?:(?:、|和|及|与)[\u4e00-\u9fff]{2,8}?){0,9}等?(?:(?:\d+|多|[一二两三四五六七八九十]+)个)?(?:国(?:籍|公民|人|家)?|国家|地区)?(?:公民|籍|国民|国籍)"
)
_REPORTED_FROM = re.compile(
    r"^(?:\d{1,2}月\d{1,2}日)?(?:电|讯|报道|综合报道|专电|特稿|消息)(?!信|诈|骗|话)|^(?:\d{1,2}月)?\d{1,2}日(?:电|讯)"
)
_GANG_AFTER = re.compile(r"^(?:的)?(?:电骗|诈骗|犯罪|跨国|电诈|赌诈|电信诈骗|洗钱){0,2}(?:集团|团伙|组织|诈团|骗款)")
_DRIVEN_FROM = re.compile(r"(?:从|自|由|原籍|来自|离开)$")
_TARGET = re.compile(
    r"(?:在|于|位于|至|到|抵|抵达|返|经|赴|飞抵|降落|突袭|突击|捣毁|搜查|搜索|进入|前往|攻坚|对|包括|送往|押往|抵达了)[^，。；、]{0,6}$"
)


def place_for(view: View, candidate: Candidate, sentence: SentenceView) -> tuple[PlaceSpan | None, bool]:
    """The place of a proposal, and whether it was taken from the surroundings."""
    if candidate.type in (EventType.WARNING, EventType.SANCTION, EventType.LEGISLATION):
        return None, False
    if candidate.type is EventType.SENTENCE:
        return _court_place(view, sentence), False
    if candidate.type is EventType.STATISTIC:
        return _total_place(view, candidate, sentence), False
    spans = [span for span in sentence.places if not _driving(view, span)]
    transfer = candidate.type in (EventType.HANDOVER, EventType.REPATRIATION_OF_VICTIMS)
    scored = [(_fitness(view, candidate, span, transfer=transfer), span) for span in spans]
    scored = [(fit, span) for fit, span in scored if fit > 0]
    if scored:
        best = max(scored, key=lambda pair: pair[0])[1]
        carried = _carried_place(view, sentence) if best.kind == "country" and candidate.type in _SCENE else None
        if carried is not None and carried.country == best.country:
            return carried, True
        return best, False
    if candidate.type is EventType.COMMITMENT:
        return None, False
    return _carried_place(view, sentence), True


_COURT_AFTER = re.compile(
    r"^(?:市|省|县|区|州|府)?(?:第.)?(?:中级|高级|高等|最高|基层|地方|区域|联邦|刑事|上诉|人民|初级|高分|巡回|法庭|地院|高院|中院|法院){1,4}(?:人民)?(?:法院|法庭|院|庭)?"
)
_COURT_WORDS = re.compile(
    r"(?:区域法院|高等法院|东区裁判法院|西九龙裁判法院|[\u4e00-\u9fff]{2}裁判法院|国家法院|最高人民法院)"
)


def _court_place(view: View, sentence: SentenceView) -> PlaceSpan | None:
    """Where the court sits; what a gang did elsewhere is no place of its sentence."""
    for one in (sentence, *reversed(view.sentences[max(0, sentence.index - 3) : sentence.index])):
        courts = [span for span in one.places if _COURT_AFTER.match(view.plain[span.end : span.end + 12])]
        if courts:
            return courts[-1]
        words = _COURT_WORDS.search(view.plain, one.start, one.end)
        if words:
            name = view.article.text[words.start() : words.end()]
            return PlaceSpan(words.start(), words.end(), EventPlace(name, view.home), "site")
    return None


def court_places(plain: str, places: Sequence[PlaceSpan]) -> frozenset[int]:
    """First characters of the places where courts sit."""
    return frozenset(span.start for span in places if _COURT_BEHIND.match(plain, span.end, span.end + 16))


_COURT_BEHIND = re.compile(r"[\u4e00-\u9fff]{0,8}?(?:法院|法庭|地院|高院|中院)")


def _total_place(view: View, candidate: Candidate, sentence: SentenceView) -> PlaceSpan | None:
    """The area a total covers: 全国, or a place of its own clause."""
    at = view.plain.rfind("全国", sentence.start, candidate.start)
    if at >= 0 and view.plain[at + 2 : at + 4] != "公安":
        whole = EventPlace(view.article.text[at : at + 2], _state_of(view, sentence))
        return PlaceSpan(at, at + 2, whole, "country")
    clause = candidate.clause
    spans = [
        span
        for span in sentence.places
        if clause.start <= span.start < clause.end
        and not span.demonym
        and not _BODY_AFTER.match(view.plain[span.end : span.end + 12])
        and len(span.name) > 1
    ]
    return max(spans, key=lambda span: _FINENESS.get(span.kind, 3)) if spans else None


def _state_of(view: View, sentence: SentenceView) -> str | None:
    return next((actor.country for actor in sentence.actors if actor.country), view.home)


def _driving(view: View, span: PlaceSpan) -> bool:
    """Whether a place is only the home of a body or of people: 柬埔寨警方, 福建籍."""
    after = view.plain[span.end : span.end + 12]
    if (
        span.demonym
        or _OF_MANY.match(view.plain[span.end : span.end + 40])
        or _BODY_AFTER.match(after)
        or _REPORTED_FROM.match(after)
    ):
        return True
    if span.kind == "country" and _GANG_AFTER.match(after):
        return True
    return span.home and span.kind == "country"


_FINENESS = {
    "site": 5,
    "crossing": 5,
    "airport": 5,
    "zone": 4,
    "town": 4,
    "district": 4,
    "city": 4,
    "province": 2,
    "region": 2,
    "border_belt": 2,
    "country": 1,
}


def _fitness(view: View, candidate: Candidate, span: PlaceSpan, *, transfer: bool) -> float:
    plain, clause = view.plain, candidate.clause
    fit = 1.0 + 0.35 * _FINENESS.get(span.kind, 3)
    if clause.start <= span.start < clause.end:
        fit += 2.5
    elif span.start < clause.start:
        fit += 1.0
    else:
        fit -= 0.8
    before = plain[max(0, span.start - 8) : span.start]
    if _TARGET.search(before):
        fit += 1.2
    if transfer:
        gate = bool(re.search(r"口岸|机场|大桥|友谊桥|关口", plain[span.start : span.end + 8]))
        fit += 2.5 if gate else 0.0
        if _DRIVEN_FROM.search(before) or (not gate and re.search(r"(?:经|经由|途经|取道|过境)$", before)):
            fit -= 1.5
        if span.kind == "country" and re.search(
            r"(?:送返|遣返|遣送|返回|押回|送回|回到|移交|交给|引渡给?|引渡至|移交给|遣返回|驱逐回)$", before
        ):
            fit -= 3.0
        if re.search(r"(?:抵达?|返回|返抵|飞抵|回到|飞往|降落|到达)$", before):
            fit += 1.0
    elif _DRIVEN_FROM.search(before) and candidate.type is not EventType.OPERATION:
        fit -= 1.0
    if candidate.type is EventType.COMMITMENT and not (clause.start <= span.start < clause.end):
        fit -= 2.0
    return fit


def _carried_place(view: View, sentence: SentenceView) -> PlaceSpan | None:
    for earlier in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
        previous = view.sentences[earlier]
        if previous.title or previous.paragraph != sentence.paragraph:
            return None
        spans = [span for span in previous.places if not _driving(view, span) and span.kind != "country"]
        if spans:
            return max(spans, key=lambda span: _FINENESS.get(span.kind, 3))
    return None


def event_place(span: PlaceSpan | None) -> EventPlace | None:
    """A place of the text as the place of an event."""
    return span.place if span else None

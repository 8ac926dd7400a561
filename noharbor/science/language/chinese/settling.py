"""When, where, between whom: what a proposal takes from its clause, its sentence and the sentences before."""

from __future__ import annotations

import re

from noharbor.science.language.chinese.candidate import Candidate
from noharbor.science.language.chinese.parties import code_of, named_countries
from noharbor.science.language.chinese.totals import period_end
from noharbor.science.language.chinese.view import SentenceView, View, within
from noharbor.science.language.chinese.where import PlaceSpan
from noharbor.science.language.events import EventPlace, EventType
from noharbor.science.moments.mention import MomentMention, Role
from noharbor.science.moments.moment import Moment, Precision

_SAYS_NEXT = re.compile(
    r"^[^，。；]{0,14}?(?:表示|称|说|指出|通报|公布|透露|宣布|消息|介绍|发布|发文|回应|强调|讯|电)(?!.{0,3}(?:行动|抓|将))"
)
_ACTS = frozenset(
    {
        EventType.ARREST,
        EventType.RESCUE,
        EventType.OPERATION,
        EventType.SEIZURE,
        EventType.HANDOVER,
        EventType.REPATRIATION_OF_VICTIMS,
    }
)
_SCENE = frozenset({EventType.ARREST, EventType.RESCUE, EventType.OPERATION, EventType.SEIZURE})
_SPOKEN = frozenset({EventType.STATISTIC, EventType.WARNING, EventType.COMMITMENT})
#: Words that take up what the sentence before told, with its day.
_GOES_ON = re.compile(
    r"行动中|其中|当场|现场|同时|此外|另外|随后|同步|一并|共|该|上述|这|并|经|警方|专案组|民警|执法|警员|另"
)


def moment_for(view: View, candidate: Candidate, sentence: SentenceView) -> tuple[Moment | None, bool]:
    """The moment of a proposal, and whether it was taken from the surroundings.

    Statements are dated by the day they are made; closed periods by their end.
    """
    if candidate.moment is not None:
        return candidate.moment, False
    if candidate.type is EventType.STATISTIC:
        end = period_end(view, sentence, candidate.start)
        if isinstance(end, MomentMention):
            return _end_of(end, view), False
        return _spoken_day(view, sentence), False
    if candidate.told_now and candidate.type is not EventType.COMMITMENT:
        return _point_in(view, sentence, candidate, spoken=True), False
    if candidate.type is EventType.COMMITMENT:
        own = _day_to_come(view, sentence, candidate) or _spoken_day(view, sentence)
        own = own or _meeting_day(view, sentence, candidate) or _day_of_paragraph(view, sentence)
        return own or lead_day(view), False
    own_point = _point_in(view, sentence, candidate, spoken=False)
    if own_point is not None:
        return own_point, False
    return _carried_day(view, sentence, candidate), True


def _end_of(mention: MomentMention, view: View) -> Moment:
    """A closed period as the moment of its end: "上半年" is June, "1至5月" May, "2021年至2025年" 2025."""
    moment = mention.moment
    if moment.first is None or moment.last is None or moment.first == moment.last:
        return moment
    last = moment.last
    words = view.plain[mention.start : mention.end]
    precision = moment.precision
    if precision is Precision.RANGE:
        precision = Precision.DAY
    elif precision is Precision.YEAR and re.search(r"半年|季|个月|月|底|末", words):
        precision = Precision.MONTH
    if precision is Precision.YEAR and re.search(r"年?[底末]", words):
        precision = Precision.MONTH
    first = last if precision is Precision.DAY else last.replace(day=1)
    if precision is Precision.YEAR:
        first = last.replace(month=1, day=1)
    published = view.article.published
    if published is not None and first > published and precision is not Precision.YEAR:
        return moment
    return Moment(first, last, precision, moment.words, "end of the period", moment.calendar)


def _spoken_day(view: View, sentence: SentenceView) -> Moment | None:
    """The day of a report or statement in the sentence: 公安部10日说."""
    for mention in sentence.moments:
        if mention.role is Role.POINT and mention.moment.first and mention.moment.precision is Precision.DAY:
            if _SAYS_NEXT.match(view.plain[mention.end : sentence.end]):
                return mention.moment
    return None


def _day_to_come(view: View, sentence: SentenceView, candidate: Candidate) -> Moment | None:
    """The day that a promise names: a deadline or a day after publication."""
    published = view.article.published
    for mention in within(sentence.moments, candidate.clause.start, sentence.end):
        moment = mention.moment
        if moment.first is None or moment.precision is Precision.YEAR:
            continue
        if published is not None and moment.first > published:
            return moment
    return None


def _day_of_paragraph(view: View, sentence: SentenceView) -> Moment | None:
    """The day of the talks that the paragraph tells of before this sentence."""
    for earlier in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
        previous = view.sentences[earlier]
        if previous.title or previous.paragraph != sentence.paragraph:
            return None
        days = [
            one.moment
            for one in previous.moments
            if one.role is Role.POINT and one.moment.first and one.moment.precision in (Precision.DAY, Precision.RANGE)
        ]
        if days:
            return days[0]
    return None


def lead_day(view: View) -> Moment | None:
    """The day the report opens with, when it lies within three days before publication."""
    published = view.article.published
    if published is None or view.article.published_precision != "day":
        return None
    body = [sentence for sentence in view.sentences if not sentence.title][:3]
    for mention in (mention for sentence in body for mention in sentence.moments):
        first = mention.moment.first
        if (
            mention.role is Role.POINT
            and first
            and mention.moment.precision is Precision.DAY
            and 0 <= (published - first).days <= 3
        ):
            return mention.moment
    return None


def _meeting_day(view: View, sentence: SentenceView, candidate: Candidate) -> Moment | None:
    """Agreed at a meeting of the same sentence: the day of the meeting."""
    before = [
        mention
        for mention in sentence.moments
        if mention.role is Role.POINT
        and mention.moment.first
        and mention.start < candidate.start
        and mention.moment.precision is not Precision.YEAR
    ]
    if before and not re.search(r"将|拟|计划", view.plain[before[-1].start - 3 : before[-1].start]):
        return before[-1].moment
    return None


def _point_in(view: View, sentence: SentenceView, candidate: Candidate, *, spoken: bool) -> Moment | None:
    """The day of an act within its sentence: in its clause, else the last one before it."""
    points = [mention for mention in sentence.moments if _may_date(view, sentence, mention, candidate, spoken=spoken)]
    clause = candidate.clause
    own = [mention for mention in points if clause.start <= mention.start < clause.end]
    before = [mention for mention in own if mention.start < candidate.start]
    if before or own:
        return (before or own)[-1 if before else 0].moment
    earlier = [mention for mention in points if mention.start < clause.start]
    if earlier:
        fine = [mention for mention in earlier if mention.moment.precision in (Precision.DAY, Precision.RANGE)]
        return (fine or earlier)[-1].moment
    later = [mention for mention in points if mention.start >= clause.end]
    if later and candidate.type in (EventType.HANDOVER, EventType.REPATRIATION_OF_VICTIMS) and not sentence.title:
        return later[0].moment
    return None


def _may_date(
    view: View, sentence: SentenceView, mention: MomentMention, candidate: Candidate, *, spoken: bool
) -> bool:
    if mention.role is Role.DEADLINE:
        return candidate.type is EventType.OPERATION or candidate.planned
    if mention.role is Role.SINCE:
        return candidate.type in (EventType.OPERATION, EventType.LEGISLATION) and bool(
            re.match(r".{0,3}起", view.plain[mention.end - 1 : mention.end + 4])
        )
    if mention.role is Role.DURING:
        return mention.moment.precision in (
            Precision.DAY,
            Precision.MONTH,
            Precision.RANGE,
        ) and not mention.moment.resolved_by.startswith("period")
    if mention.role is not Role.POINT:
        return False
    if not spoken and candidate.type in _ACTS and _SAYS_NEXT.match(view.plain[mention.end : sentence.end]):
        after = view.plain[mention.end : mention.end + 16]
        return not re.search(r"表示|称|说|指出|通报|公布|透露|介绍|发布", after)
    return True


def _carried_day(view: View, sentence: SentenceView, candidate: Candidate) -> Moment | None:
    """The day of the sentences just before, in the same paragraph, when the telling goes on."""
    if candidate.type in (EventType.SANCTION, EventType.LEGISLATION) or sentence.title:
        return None
    for earlier in range(sentence.index - 1, max(-1, sentence.index - 3), -1):
        previous = view.sentences[earlier]
        if previous.title or previous.paragraph < sentence.paragraph - 1:
            return None
        if previous.paragraph != sentence.paragraph and not _GOES_ON.match(
            view.plain[sentence.start : sentence.start + 8].strip()
        ):
            return None
        points = [
            mention
            for mention in previous.moments
            if mention.role is Role.POINT
            and mention.moment.first
            and mention.moment.precision in (Precision.DAY, Precision.RANGE, Precision.MONTH)
            and not _SAYS_NEXT.match(view.plain[mention.end : previous.end])
        ]
        if points:
            return points[-1].moment
        if any(mention.moment.precision is Precision.RECENT for mention in previous.moments):
            return None
    return None


_BODY_AFTER = re.compile(
    r"^(?:市|省|县|州|区|国)?(?:警方|警察|公安|警|政府|当局|大使|使馆|领馆|总领|法院|地院|高院|中院|中级|检|海关|移民|内政|外交|司法|官员|媒|军|总理|总统|首相|外长|国会|议会|内阁|人(?!口岸)|籍|方面|方(?![向便])|国务|部长|境内外|商人|男|女|青年|同胞|公民|国民|证券|日报|时报|新闻|代表|刑|反诈|专案|央行|金管|民兵)"
)
_OF_MANY = re.compile(
    r"^(?:(?:、|和|及|与)[\u4e00-\u9fff]{2,8}?){0,9}等?(?:(?:\d+|多|[一二两三四五六七八九十]+)个)?(?:国(?:籍|公民|人|家)?|国家|地区)?(?:公民|籍|国民|国籍)"
)
_REPORTED_FROM = re.compile(
    r"^(?:\d{1,2}月\d{1,2}日)?(?:电|讯|报道|综合报道|专电|特稿|消息)(?!信|诈|骗|话)|^(?:\d{1,2}月)?\d{1,2}日(?:电|讯)"
)
_DRIVEN_FROM = re.compile(r"(?:从|自|由|原籍|来自|离开)$")
_TARGET = re.compile(
    r"(?:在|于|位于|至|到|抵|抵达|返|经|赴|飞抵|降落|突袭|突击|捣毁|搜查|搜索|进入|前往|攻坚|对|包括|送往|押往|抵达了)[^，。；、]{0,6}$"
)


def place_for(view: View, candidate: Candidate, sentence: SentenceView) -> tuple[PlaceSpan | None, bool]:
    """The place of a proposal, and whether it was taken from the surroundings."""
    if candidate.type in (EventType.WARNING, EventType.SANCTION, EventType.LEGISLATION):
        return None, False
    if candidate.type is EventType.SENTENCE:
        return _court_place(view, candidate, sentence), False
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


def _court_place(view: View, candidate: Candidate, sentence: SentenceView) -> PlaceSpan | None:
    """Where the court sits; what a gang did elsewhere is no place of its sentence."""
    for one in (sentence, *reversed(view.sentences[max(0, sentence.index - 3) : sentence.index])):
        courts = [span for span in one.places if _COURT_AFTER.match(view.plain[span.end : span.end + 12])]
        if courts:
            return courts[-1]
        words = _COURT_WORDS.search(view.plain, one.start, one.end)
        if words:
            return PlaceSpan(
                words.start(), words.end(), view.article.text[words.start() : words.end()], view.home, None, "site"
            )
    return None


def _total_place(view: View, candidate: Candidate, sentence: SentenceView) -> PlaceSpan | None:
    """The area a total covers: 全国, or a place of its own clause."""
    at = view.plain.rfind("全国", sentence.start, candidate.start)
    if at >= 0 and view.plain[at + 2 : at + 4] != "公安":
        return PlaceSpan(at, at + 2, view.article.text[at : at + 2], _state_of(view, sentence), None, "country")
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
    return EventPlace(span.name, span.country, span.place_id) if span else None


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


_NATIONAL = re.compile(r"(?P<name>[\u4e00-\u9fff]{1,6}?)(?:籍|公民|国民|国籍|人(?=[，。、；名被遭在]|员))")


def nationalities_in(view: View, start: int, end: int) -> tuple[str, ...]:
    """The nationalities a stretch of text gives to people: 中国籍, 越南公民, 港人."""
    plain = view.plain
    found: dict[str, None] = {}
    for at, code in named_countries(plain, start, end):
        name_end = next((size for size in range(6, 0, -1) if code_of(plain[at : at + size]) == code), 2) + at
        if re.match(
            r"(?:籍|公民|国民|国籍|人(?!民|民币|权|员\w)|男|女|青年|同胞|学生|嫌|劳工)|、[^，。]{0,30}(?:籍|等国公民|公民)|(?:与|和)[^，。]{0,8}籍",
            plain[name_end : name_end + 34],
        ):
            found[code] = None
    for match in re.finditer(r"(?P<short>[台港陆中越韩日泰马])(?:籍|嫌|人(?!民|民币|权)|男|女|汉)", plain[start:end]):
        code = "CN" if match["short"] == "陆" else code_of(match["short"])
        before = plain[max(start, start + match.start() - 1) : start + match.start()]
        if code and not re.search(
            r"[\u4e00-\u9fff]",
            before.replace("名", "").replace("位", "").replace("的", "").replace("两", "").replace("三", ""),
        ):
            found[code] = None
    return tuple(found)

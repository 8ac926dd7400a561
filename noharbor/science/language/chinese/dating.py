"""When: the day a proposal takes from its clause, its sentence or the sentences before."""

from __future__ import annotations

import re
from dataclasses import replace

from noharbor.science.language.chinese.candidate import Candidate
from noharbor.science.language.chinese.totals import period_end
from noharbor.science.language.chinese.view import SentenceView, View, within
from noharbor.science.language.events import EventType
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
        return _spoken_day(view, sentence) or _last_listed_day(view, sentence, candidate), False
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


def _last_listed_day(view: View, sentence: SentenceView, candidate: Candidate) -> Moment | None:
    """The last of several days that a sum adds up: 7日110人，8日312人，合计422人."""
    days = [
        one.moment
        for one in sentence.moments
        if one.role is Role.POINT and one.moment.first and one.moment.precision in (Precision.DAY, Precision.RANGE)
    ]
    if len(days) < 2 or not re.search(r"合计|共计|总计|总共", view.plain[candidate.clause.start : candidate.end]):
        return None
    last = days[-1]
    return replace(last, first=last.last, precision=Precision.DAY)


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
        exact = mention.role is Role.POINT and mention.moment.first and mention.moment.precision is Precision.DAY
        if exact and _SAYS_NEXT.match(view.plain[mention.end : sentence.end]):
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
        if candidate.type is EventType.OPERATION and candidate.clause.start <= mention.start < candidate.start:
            return True
        from_then_on = re.match(r".{0,3}起", view.plain[mention.end - 1 : mention.end + 4])
        return candidate.type in (*_SCENE, EventType.LEGISLATION) and bool(from_then_on)
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

"""When an event happened when its own sentence does not say: the day the story stands at, the hour of a live report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.events import EventType
from noharbor.science.moments.mention import MomentMention, Role
from noharbor.science.moments.moment import Moment, Precision

#: How far back, in characters, a day still dates what is told.
_STORY_REACH = 500
#: Dated by when they were said, by when they take effect, or not at all.
_DATED_ELSEWHERE = frozenset({EventType.COMMITMENT, EventType.LEGISLATION, EventType.STATISTIC, EventType.WARNING})


def date_by_narrative(drafts: Sequence[EventDraft], moments: Sequence[MomentMention], reported: frozenset[int]) -> None:
    """Give acts the day that the story stands at: the last one named shortly before them.

    Args:
        drafts: Merged drafts; a day found here counts as inherited.
        moments: All moments of the text, in order.
        reported: First characters of the moments that only date a report ("police said on Tuesday").
    """
    for draft in drafts:
        if draft.moment is not None or draft.type in _DATED_ELSEWHERE:
            continue
        before = [
            one
            for one in moments
            if one.role is Role.POINT
            and one.start not in reported
            and one.moment.first is not None
            and one.moment.precision in (Precision.DAY, Precision.RANGE)
            and 0 <= draft.start - one.start <= _STORY_REACH
        ]
        if before:
            draft.moment, draft.moment_inherited = before[-1].moment, True


_CLOCK = re.compile(r"(?:[*•–-]\s*)?(?:[01]?\d|2[0-3])[:.][0-5]\d\b(?:\s?(?:[ap]\.?m\.?|hrs|GMT))?")


def date_by_clock(text: str, drafts: Sequence[EventDraft], published: Moment | None) -> None:
    """Give the acts of a live report, whose entries open with the hour ("16:30 …"), the day of the report.

    Args:
        text: The whole text.
        drafts: Merged drafts; a day found here counts as inherited.
        published: The day of publication.
    """
    for draft in drafts:
        opens = text.rfind("\n", 0, draft.start) + 1
        if draft.moment is None and draft.type is not EventType.COMMITMENT and _CLOCK.match(text, opens):
            draft.moment, draft.moment_inherited = published, published is not None

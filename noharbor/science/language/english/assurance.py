"""Whether an article tells any event at all: texts that only talk about the crime tell none."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from noharbor.science.language.drafts import EventDraft

#: Found on annotated articles that were read with weights learnt from others: of 66 without events four pass.
_ENOUGH = 5.75
_COUNTED, _DATED, _BARE = 0.5, 1.0, -2.0
#: What the second and the third surest telling add to the first.
_SHARE = 0.25
#: The surest that a clause can make us, in log-odds.
_SUREST = 6.9
#: Lengths in characters: longer texts hold more sentences that look like telling; beyond a report's length no more.
_REPORT, _LONG = 1000, 3000


def tells_surely(drafts: Sequence[EventDraft], length: int) -> bool:
    """Whether the surest tellings of an article leave no doubt that something happened.

    Args:
        drafts: All drafts of the article.
        length: Characters of the article, at least 1.
    """
    worth = sorted((max(0.0, _worth(draft)) for draft in drafts), reverse=True)
    if not worth:
        return False
    needed = _ENOUGH + log(min(max(length, 1), _LONG) / _REPORT)
    return worth[0] + _SHARE * sum(worth[1:3]) >= needed


def _worth(draft: EventDraft) -> float:
    """Log-odds of a telling; one with a number and a day counts more, one without number, day and place less."""
    chance = min(max(draft.strength, 0.001), 0.999)
    counted = draft.count is not None
    dated = draft.moment is not None and draft.moment.first is not None
    placed = draft.place is not None and not draft.place_inherited
    bare = not (counted or dated or placed)
    return min(log(chance / (1 - chance)), _SUREST) + _COUNTED * counted + _DATED * dated + _BARE * bare

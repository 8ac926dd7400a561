"""Who has which pair before them, so that several reviewers at once are given different ones."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from noharbor.record.access.decisions import require
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Permission
from noharbor.record.linkage.models import Pair, Reconciliation
from noharbor.record.linkage.queries.review import not_held, queue

#: For how long a pair is one member's; looking at a photograph takes that long.
HOLD = datetime.timedelta(minutes=5)
#: Pairs tried in one go, where many reviewers begin at the same moment.
_AT_ONCE = 10


def hold_next(
    member: Member, reconciliation: Reconciliation | None = None, *, passed_over: Collection[UUID] = ()
) -> Pair | None:
    """Give a member the most pressing pair that nobody else has before them, and let go of the one they had.

    Args:
        member: Who reviews; needs `pair:judge`.
        reconciliation: Only pairs of its lists.
        passed_over: Pairs they do not want now.

    Returns:
        The pair; None where nothing is left, or all that is left is before others.

    Raises:
        NotAllowed: They may not judge pairs.
    """
    require(member, Permission.PAIR_JUDGE)
    waiting = not_held(queue(member, reconciliation), member).exclude(pk__in=list(passed_over))
    while candidates := list(waiting[:_AT_ONCE]):
        for pair in candidates:
            if hold(pair, member):
                return pair
    let_go(member)
    return None


@transaction.atomic
def hold(pair: Pair, member: Member) -> bool:
    """Keep a pair for a member, who lets go of any other; False where somebody else has it."""
    until = timezone.now() + HOLD
    held = not_held(Pair.objects.filter(pk=pair.pk), member).update(held_by=member, held_until=until)
    if held:
        let_go(member, but=pair.pk)
    return bool(held)


def let_go(member: Member, *, but: UUID | None = None) -> None:
    """Let go of what a member has before them."""
    held = Pair.objects.filter(held_by=member)
    if but is not None:
        held = held.exclude(pk=but)
    held.update(held_by=None, held_until=None)

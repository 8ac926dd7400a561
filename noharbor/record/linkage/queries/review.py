"""What waits for a member's eyes, in the order in which it matters."""

from __future__ import annotations

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from noharbor.record.access.models import Member
from noharbor.record.linkage.models import Judgement, Pair, Reconciliation
from noharbor.record.linkage.queries.appearances import pairs_visible_to
from noharbor.record.linkage.states import UNSETTLED


def queue(member: Member, reconciliation: Reconciliation | None = None) -> QuerySet[Pair]:
    """Return the pairs that a member may still decide, the most pressing first.

    The soonest deadline, then what needs two people or contradicts itself, then the surest. Left out are pairs that
    other judgements already made one, those the member has judged, and disputed ones: one more verdict settles none.

    Args:
        member: Who reviews.
        reconciliation: Only pairs of its lists.
    """
    pairs = pairs_visible_to(member) if reconciliation is None else of_lists(reconciliation, member)
    own = Judgement.objects.filter(pair=OuterRef("pk"), by=member, withdrawn_at=None)
    waiting = Q(state__in=UNSETTLED) & ~Q(Exists(own)) | Q(is_asked_again=True)
    return (
        pairs.filter(waiting, stands=True)
        .exclude(one__entity=F("other__entity"))
        .order_by(F("deadline").asc(nulls_last=True), "-needs_two", "-has_conflict", "-log_odds", "pk")
    )


def of_lists(reconciliation: Reconciliation, member: Member) -> QuerySet[Pair]:
    """Return the visible pairs of which both sides stand on lists of a reconciliation."""
    tables = reconciliation.lists.values("table")
    return pairs_visible_to(member).filter(
        one__list_reading__table__in=tables,
        other__list_reading__table__in=tables,
        one__list_reading__current=True,
        other__list_reading__current=True,
    )

"""What waits for a member's eyes, in the order in which it matters, and how far all of it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from noharbor.record.access.models import Member
from noharbor.record.linkage.models import Judgement, Pair, Reconciliation
from noharbor.record.linkage.portions import in_portions
from noharbor.record.linkage.queries.appearances import hidden_from, pairs_visible_to
from noharbor.record.linkage.queries.deadlines import deadline_seen_by
from noharbor.record.linkage.queries.listed import are_on_lists, of_lists
from noharbor.record.linkage.states import UNSETTLED, shown_state
from noharbor.record.linkage.vocabulary import PairState

_SETTLED = (PairState.DIFFERENT, PairState.SAME)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the review is, of what a member may see.

    Attributes:
        all: How many pairs there are.
        judged: How many are settled.
        disputed: How many were judged both ways.
        others: How many other members have a pair before them now.
    """

    all: int
    judged: int
    disputed: int
    others: int

    @property
    def waiting(self) -> int:
        """How many are left."""
        return self.all - self.judged - self.disputed


def waiting(member: Member, reconciliation: Reconciliation | None = None) -> QuerySet[Pair]:
    """Return the pairs that a member may still decide, in no order.

    Left out are pairs that other judgements already made one, those the member has judged, and disputed ones: one more
    verdict settles none.

    Args:
        member: Who reviews.
        reconciliation: Only pairs of its lists.
    """
    return _undecided(_pairs(member, reconciliation), member)


def queue(member: Member, reconciliation: Reconciliation | None = None) -> QuerySet[Pair]:
    """Return the pairs of `waiting`, the most pressing first.

    The soonest deadline the member may know of, then what needs two people or contradicts itself, then the surest.
    """
    pairs, soonest = pairs_visible_to(member), deadline_seen_by(member).asc(nulls_last=True)
    if reconciliation is not None:
        pairs = pairs.filter(are_on_lists(reconciliation))
    return _undecided(pairs, member).order_by(soonest, "-needs_two", "-has_conflict", "-log_odds", "pk")


def not_held(pairs: QuerySet[Pair], member: Member) -> QuerySet[Pair]:
    """Return those that nobody else has before them now."""
    return pairs.filter(Q(held_until=None) | Q(held_until__lte=timezone.now()) | Q(held_by=member))


def progress(member: Member, reconciliation: Reconciliation | None = None) -> Progress:
    """Return how far the review is, of what a member may see."""
    pairs = _pairs(member, reconciliation).filter(Q(stands=True) | ~Q(state=PairState.OPEN))
    counted = pairs.aggregate(
        all=Count("pk"),
        judged=Count("pk", filter=Q(state__in=_SETTLED, is_asked_again=False)),
        answered=Count("pk", filter=Q(state__in=UNSETTLED, one__entity=F("other__entity"))),
        disputed=Count("pk", filter=Q(state=PairState.DISPUTED)),
        others=Count("held_by", filter=Q(held_until__gt=timezone.now()) & ~Q(held_by=member), distinct=True),
    )
    if counted.pop("answered"):
        # Asked apart from the counts: in one question it would be nested more deeply than SQLite reads.
        counted["judged"] += pairs.filter(_are_one_to(member), state__in=UNSETTLED).count()
    return Progress(**counted)


def disputed(member: Member, reconciliation: Reconciliation | None = None) -> QuerySet[Pair]:
    """Return the pairs that were judged both ways."""
    pairs = _pairs(member, reconciliation).filter(state=PairState.DISPUTED)
    soonest = deadline_seen_by(member).asc(nulls_last=True)
    return pairs.select_related("one__source", "other__source").order_by(soonest, "pk")


def judgements_of(pair: Pair, member: Member) -> list[Judgement]:
    """Return what was said of a pair, oldest first; nothing where the member is to look without knowing it."""
    judgements = list(pair.judgements.select_related("by", "withdrawn_by"))
    return judgements if not is_blind_to(pair, judgements, member) else [one for one in judgements if one.withdrawn_at]


def is_blind_to(pair: Pair, judgements: list[Judgement], member: Member) -> bool:
    """Whether what the first one said is kept from a member, who may be the second."""
    return shown_state(pair.state, has_judged=_has_judged(judgements, member)) != pair.state


def state_shown_to(pair: Pair, member: Member) -> PairState:
    """Return where the two of a pair stand to each other, as a member is told it."""
    return shown_state(pair.state, has_judged=_own(member, pair=pair.pk).exists())


def told_of(pairs: QuerySet[Pair], member: Member) -> QuerySet[Pair]:
    """Return those of which a member may be told what was said: not those they may be the second to judge."""
    return pairs.filter(~Q(state=PairState.AWAITS_SECOND) | Q(Exists(_own(member))))


def made_one(pairs: Iterable[UUID], member: Member) -> frozenset[UUID]:
    """Return which pairs, of those that are one to all, other judgements made one as far as a member may know it."""
    are_one = Pair.objects.filter(_are_one_to(member))
    return frozenset(
        pk for part in in_portions(pairs) for pk in are_one.filter(pk__in=part).values_list("pk", flat=True)
    )


def _pairs(member: Member, reconciliation: Reconciliation | None) -> QuerySet[Pair]:
    return pairs_visible_to(member) if reconciliation is None else of_lists(reconciliation, member)


def _undecided(pairs: QuerySet[Pair], member: Member) -> QuerySet[Pair]:
    undecided = Q(state__in=UNSETTLED) & ~Q(Exists(_own(member))) | Q(is_asked_again=True)
    return pairs.filter(undecided, stands=True).exclude(_are_one_to(member))


def _own(member: Member, **where: object) -> QuerySet[Judgement]:
    return Judgement.objects.filter(**(where or {"pair": OuterRef("pk")}), by=member, withdrawn_at=None)


def _has_judged(judgements: list[Judgement], member: Member) -> bool:
    return any(one.by_id == member.pk and one.withdrawn_at is None for one in judgements)


def _are_one_to(member: Member) -> Q:
    """The condition that judgements the member may see made a pair one: nothing hidden plays a part in it."""
    hidden = hidden_from(member).filter(entity=OuterRef("one__entity"))
    return Q(one__entity=F("other__entity")) & ~Q(Exists(hidden))

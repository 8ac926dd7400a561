"""Pairs of which both sides stand on lists that are laid side by side."""

from __future__ import annotations

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet

from noharbor.record.access.models import Member
from noharbor.record.linkage.models import Appearance, Pair, Reconciliation
from noharbor.record.linkage.queries.appearances import pairs_visible_to
from noharbor.record.linkage.states import UNSETTLED


def of_lists(reconciliation: Reconciliation, member: Member) -> QuerySet[Pair]:
    """Return the visible pairs of which both sides stand on lists of a reconciliation.

    Each says by `is_one_to_all` whether other judgements made it one, hidden ones among them; see `made_one`.
    """
    tables = reconciliation.lists.values("table")
    pairs = pairs_visible_to(member).filter(
        one__list_reading__table__in=tables,
        other__list_reading__table__in=tables,
        one__list_reading__current=True,
        other__list_reading__current=True,
    )
    is_one = Q(state__in=UNSETTLED, one__entity=F("other__entity"))
    return pairs.annotate(is_one_to_all=ExpressionWrapper(is_one, BooleanField()))


def are_on_lists(reconciliation: Reconciliation) -> Q:
    """The condition of `of_lists`, asked pair by pair.

    So pairs are read in their order up to the first that fits; by joins, databases collect and sort all of the lists.
    """
    rows = Appearance.objects.filter(
        list_reading__table__in=reconciliation.lists.values("table"), list_reading__current=True
    )
    return Q(Exists(rows.filter(pk=OuterRef("one"))), Exists(rows.filter(pk=OuterRef("other"))))

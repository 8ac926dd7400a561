"""Lists laid side by side, as far as a member may read all of them, and what came of it."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from noharbor.record.access.models import Member
from noharbor.record.intake import queries as intake
from noharbor.record.intake.models import SourceTable
from noharbor.record.linkage.models import Pair, ReconciledList, Reconciliation
from noharbor.record.linkage.queries.listed import of_lists
from noharbor.record.linkage.vocabulary import PairState


def visible_to(member: Member) -> QuerySet[Reconciliation]:
    """Return the reconciliations a member may see: those of which they may read every list. Newest first.

    Each says by `is_out_of_date` whether a list of it was understood anew since.
    """
    lists = ReconciledList.objects.filter(reconciliation=OuterRef("pk"))
    hidden = lists.exclude(table__source__in=intake.visible_to(member).values("pk"))
    return (
        Reconciliation.objects.filter(Exists(lists), ~Exists(hidden))
        .annotate(is_out_of_date=Exists(lists.filter(reading__current=False)))
        .select_related("owner", "by")
        .order_by("-at")
    )


def tables_of(reconciliation: Reconciliation) -> list[SourceTable]:
    """Return its lists in their order, without their cells."""
    lists = SourceTable.objects.filter(pk__in=reconciliation.lists.values("table"))
    found = {table.pk: table for table in lists.select_related("source__owner").defer("rows")}
    order = reconciliation.lists.order_by("position").values_list("table", flat=True)
    return [found[table] for table in order]


def pairs_of(reconciliation: Reconciliation, member: Member) -> QuerySet[Pair]:
    """Return the pairs of its lists that are proposed now, and those that people judged."""
    return of_lists(reconciliation, member).filter(Q(stands=True) | ~Q(state=PairState.OPEN))

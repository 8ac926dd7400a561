"""By when somebody needs to know of a pair, as far as a member may see who: a pair may bear another's day."""

from __future__ import annotations

from datetime import date

from django.db.models import Case, DateField, F, Min, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from noharbor.record.access.models import Member
from noharbor.record.linkage.models import Pair, ReconciledList, Reconciliation
from noharbor.record.linkage.queries.reconciliations import visible_to


def deadline_of(pair: Pair, member: Member) -> date | None:
    """Return by when somebody needs to know of a pair, as far as a member may see who.

    Args:
        pair: One that the member may see, with the readings of its lists.
        member: Who looks.
    """
    if pair.deadline is None:
        return None
    holding = visible_to(member).order_by()
    for side in (pair.one, pair.other):
        if side.list_reading is not None:
            holding = holding.filter(lists__table=side.list_reading.table_id)
    soonest: date | None = holding.aggregate(soonest=Min("deadline"))["soonest"]
    return soonest


def deadline_seen_by(member: Member) -> F | Case:
    """Return the same as an expression on pairs, to order by: where it comes in a queue tells a day too.

    Only pairs of lists that a hidden comparison with a day holds are asked one by one; for all others, and for whoever
    may see every comparison, the day kept with the pair is the answer, and an index has it in order.
    """
    is_seen = Case(When(pk__in=visible_to(member).order_by().values("pk"), then=True), default=False)
    due = dict(Reconciliation.objects.exclude(deadline=None).values_list("pk", is_seen))
    if all(due.values()):
        return F("deadline")
    # By identifiers: as conditions within conditions, all this is nested more deeply than SQLite reads.
    seen, hidden = ([pk for pk, is_seen in due.items() if is_seen is asked] for asked in (True, False))
    tables = ReconciledList.objects.filter(reconciliation__in=hidden).values("table")
    one, other = OuterRef("one__list_reading__table"), OuterRef("other__list_reading__table")
    # Of a list and a text, the list alone counts.
    holding = Reconciliation.objects.filter(pk__in=seen)
    holding = holding.filter(lists__table=Coalesce(one, other)).filter(lists__table=Coalesce(other, one))
    asked = Q(one__list_reading__table__in=tables) | Q(other__list_reading__table__in=tables)
    # Told outright where none is seen: of a question without an answer Django leaves out the whole case.
    none = Value(None, output_field=DateField())
    soonest = Subquery(holding.order_by("deadline").values("deadline")[:1]) if seen else none
    return Case(When(asked, deadline__isnull=False, then=soonest), default=F("deadline"))

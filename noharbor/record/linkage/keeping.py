"""A list that was understood is kept: a reading beside earlier ones, and everybody on it. For jobs and actions."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.db import transaction

from noharbor.record.audit.actions import Actor, append
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.intake.models import Source, SourceTable
from noharbor.record.linkage.appearing import let_fall
from noharbor.record.linkage.errors import ListReadMeanwhile
from noharbor.record.linkage.models import Appearance, ListReading
from noharbor.record.linkage.settling import settle_anew
from noharbor.record.linkage.understood import AGAIN, appearances_of, columns_of
from noharbor.science.lists.understanding import Understood

#: People written in one go.
_AT_ONCE = 500


def says_the_same(reading: ListReading, table: SourceTable, understood: Understood) -> bool:
    """Whether a table is understood as it was: the same columns, people and rows left aside."""
    if any(getattr(reading, name) != value for name, value in _plain(columns_of(understood)).items()):
        return False
    # Its cells are at hand already.
    reading.table = table
    kept = Appearance.objects.filter(list_reading=reading, stands=True).order_by("at").values_list("pk", "said")
    return list(kept) == [(one.pk, _plain(one.said)) for one in appearances_of(reading, understood)]


def vouch_for(reading: ListReading, version: str) -> bool:
    """Note that a newer version understands the same; return False where another reading is current by now."""
    return bool(ListReading.objects.filter(pk=reading.pk, current=True).update(engine_version=version))


def _plain(columns: dict[str, Any]) -> dict[str, Any]:
    """The same as it comes back from the database: lists for tuples; days stay days."""
    return {
        name: value if isinstance(value, date) else json.loads(json.dumps(value)) for name, value in columns.items()
    }


@transaction.atomic
def keep_reading(
    reading: ListReading, understood: Understood, *, instead_of: ListReading | None, by: Actor | None
) -> ListReading:
    """Make a reading the current one of its table, and bring the people on the list up to date.

    Who was on it before keeps their identifier; who is on it no more stays without standing, as judgements name them.

    Args:
        reading: The new reading, not saved yet.
        understood: What it says.
        instead_of: The reading that was current when this one was made.
        by: The member who said how; None for the node itself.

    Raises:
        ListReadMeanwhile: Another reading is current by now; nothing was changed.
    """
    table = reading.table
    # One after the other: of two that read the same table at once, the second finds the first one's reading.
    SourceTable.objects.select_for_update().only("pk").get(pk=table.pk)
    current = ListReading.objects.filter(table=table, current=True).first()
    if current != instead_of:
        raise ListReadMeanwhile
    ListReading.objects.filter(table=table, current=True).update(current=False)
    reading.save(force_insert=True)
    Appearance.objects.bulk_create(
        appearances_of(reading, understood),
        batch_size=_AT_ONCE,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=AGAIN,
    )
    gone = Appearance.objects.filter(list_reading__table=table, stands=True).exclude(list_reading=reading)
    let_fall(gone.values_list("pk", flat=True))
    # Before the log: whoever judges a pair takes its row first, groups, then writes the log.
    settle_anew(reading)
    append(
        Verb.LIST_TOLD if by else Verb.LIST_READ,
        by=by,
        thing_kind=Source.KIND,
        thing=table.source_id,
        detail={"table": table.position, "people": reading.people, "version": reading.engine_version},
    )
    return reading

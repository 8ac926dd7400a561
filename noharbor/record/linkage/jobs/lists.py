"""What waits to be understood as a list of people: tables that no present version has looked at."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from django.db import InterfaceError, OperationalError
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from noharbor.record.intake.models import SourceTable
from noharbor.record.linkage import versions
from noharbor.record.linkage.errors import ListReadMeanwhile
from noharbor.record.linkage.keeping import keep_reading, says_the_same, vouch_for
from noharbor.record.linkage.models import ListReading
from noharbor.record.linkage.understood import columns_of, told_from_json, understood_of
from noharbor.record.linkage.vocabulary import ListUse

log = logging.getLogger(__name__)

#: Tables that tripped the reader in this process: they are not tried again until the program is another.
_tripped: set[int] = set()


def waiting() -> QuerySet[SourceTable]:
    """Return the tables that the present version has not understood, oldest first."""
    present = ListReading.objects.filter(table=OuterRef("pk"), current=True, engine_version=versions.of_understanding())
    return SourceTable.objects.filter(~Exists(present)).order_by("pk")


def pending(limit: int = 100) -> Iterator[SourceTable]:
    """Give what waits, at most `limit` tables; their cells are read one table at a time."""
    for table in list(waiting().exclude(pk__in=_tripped).values_list("pk", flat=True)[:limit]):
        yield SourceTable.objects.select_related("source__owner").get(pk=table)


def step(limit: int = 100) -> int:
    """Understand what waits, at most `limit` tables.

    Safe to run twice and side by side: whoever comes second finds the reading there and lets it be.

    Returns:
        How many tables were understood.
    """
    return sum(understand_one(table) for table in pending(limit))


def understand_one(table: SourceTable) -> bool:
    """Understand one table; return False where another was first, or the reader stumbled.

    What a member said of its columns, its use, its body and its country is carried on. Where a newer version
    understands the same, the reading stays, and no result that rests on it is out of date.
    """
    before = ListReading.objects.filter(table=table, current=True).first()
    if before and before.engine_version == versions.of_understanding():
        return False
    region = before.region if before else table.source.owner.country
    try:
        understood = understood_of(table, told_from_json(before.told) if before else {}, region)
        if before and says_the_same(before, table, understood):
            return vouch_for(before, versions.of_understanding())
        reading = ListReading(
            table=table,
            by=before.by if before else None,
            at=timezone.now(),
            engine_version=versions.of_understanding(),
            use=before.use if before else ListUse.OTHER,
            made_by=before.made_by if before else table.source.publisher,
            region=region,
            **columns_of(understood),
        )
        keep_reading(reading, understood, instead_of=before, by=None)
    except ListReadMeanwhile:
        return False
    except (InterfaceError, OperationalError):
        # The database is away: nothing is wrong with the table, and it is tried again.
        raise
    except Exception:
        # One table that trips the reader must not keep all others from being understood.
        log.exception("table %s could not be understood", table.pk)
        _tripped.add(table.pk)
        return False
    return True

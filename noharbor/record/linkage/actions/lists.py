"""The one way to say what a list's columns are, what it is for, and who made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from noharbor.record.access.decisions import require
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Permission
from noharbor.record.linkage import versions
from noharbor.record.linkage.errors import ListReadMeanwhile
from noharbor.record.linkage.keeping import keep_reading
from noharbor.record.linkage.models import ListReading, RememberedShape
from noharbor.record.linkage.understood import columns_of, told_as_json, understood_of
from noharbor.record.linkage.vocabulary import ListUse
from noharbor.science.lists.fields import Field


@dataclass(frozen=True, slots=True)
class Told:
    """What a member says of a list.

    Attributes:
        fields: What columns are, by index from 0; of the others the machine decides.
        use: What the list is for.
        made_by: The body that made it, in words.
        region: ISO 3166-1 alpha-2 of that body, "" where it is not known.
    """

    fields: Mapping[int, Field] = field(default_factory=dict)
    use: ListUse = ListUse.OTHER
    made_by: str = ""
    region: str = ""


def tell(seen: ListReading, told: Told, *, by: Member) -> ListReading:
    """Say what a list is; it is understood anew by that, and the next list of its shape as well.

    Args:
        seen: The reading they looked at. A reading is never edited: a new one stands in its place, and both stay.
        told: What they say.
        by: Who says so; needs `statement:judge` on the list's source.

    Returns:
        The reading now in force.

    Raises:
        NotAllowed: They may not.
        ListReadMeanwhile: Another reading is in force by now; nothing was changed.
    """
    table = seen.table
    require(by, Permission.STATEMENT_JUDGE, table.source)
    if not ListReading.objects.filter(pk=seen.pk, current=True).exists():
        raise ListReadMeanwhile
    # Long lists take seconds, in which nobody else should have to wait for the database.
    understood = understood_of(table, told.fields, told.region)
    reading = ListReading(
        table=table,
        by=by,
        at=timezone.now(),
        engine_version=versions.of_understanding(),
        use=told.use,
        made_by=told.made_by,
        region=told.region,
        **columns_of(understood),
    )
    with transaction.atomic():
        keep_reading(reading, understood, instead_of=seen, by=by)
        if told.fields:
            RememberedShape.objects.create(
                owner_id=table.source.owner_id,
                shape=reading.shape,
                fields=told_as_json(told.fields),
                by=by,
                at=reading.at,
            )
    return reading

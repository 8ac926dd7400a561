"""Appearances and pairs as the tests of linkage need them, made without any engine."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from noharbor.record.intake.models import Source, SourceTable
from noharbor.record.linkage.identity import named_identity, row_identity
from noharbor.record.linkage.models import Appearance, ListReading, Naming, Pair
from noharbor.record.linkage.vocabulary import EntityKind, ListUse
from noharbor.record.reading.models import Statement


def put_appearance(source: Source, name: str = "U Aung Kyaw Moe", *statements: Statement) -> Appearance:
    identity = named_identity(source.pk, EntityKind.PERSON, name)
    found = Appearance.objects.create(
        id=identity, source=source, kind=EntityKind.PERSON, name=name, said={"names": [name]}, entity=identity,
        made_at=timezone.now(),
    )  # fmt: skip
    Naming.objects.bulk_create(Naming(appearance=found, statement=one) for one in statements)
    return found


def put_row(source: Source, name: str = "Aung Kyaw Moe", *, use: str = ListUse.OTHER, **said: Any) -> Appearance:
    """Somebody on a list of one row, understood as it stands."""
    table = SourceTable.objects.create(
        source=source, position=source.tables.count(), name="Sheet1", rows=[["Name"], [name]], row_count=2,
        column_count=1,
    )  # fmt: skip
    reading = ListReading.objects.create(
        table=table, at=timezone.now(), engine_version="test", shape="test", dated=timezone.localdate(), people=1,
        use=use,
    )  # fmt: skip
    identity = row_identity(source.pk, table.position, 2, 0)
    return Appearance.objects.create(
        id=identity, source=source, kind=EntityKind.PERSON, name=name, said={"names": [name], **said},
        entity=identity, list_reading=reading, row=2, at=0, made_at=timezone.now(),
    )  # fmt: skip


def put_pair(one: Appearance, other: Appearance, **columns: Any) -> Pair:
    one, other = sorted((one, other), key=lambda appearance: appearance.pk)
    values = {"score": 0.8, "log_odds": 1.4, "level": 3, "proposal": "possible", "engine_version": "test"}
    return Pair.objects.create(one=one, other=other, found_at=timezone.now(), **values | columns)

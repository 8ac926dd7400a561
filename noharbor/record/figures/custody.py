"""Seeing a series is reading what closed sources say in it."""

from __future__ import annotations

from noharbor.record.access.models import Member
from noharbor.record.figures.queries import SeriesSeen
from noharbor.record.reading.custody import note_reading
from noharbor.record.reading.models import Statement


def note_series(seen: SeriesSeen, *, by: Member) -> None:
    """Note in the log which closed things a member is shown by a series; open ones leave no entry and cost nothing."""
    told = (said.origin for snapshot in seen.snapshots for said in snapshot.told)
    closed = [origin.statement for origin in told if origin.is_closed]
    if closed:
        # Not asked again who may read them: what was shown is noted though leave was withdrawn meanwhile.
        note_reading(Statement.objects.filter(pk__in=closed).select_related("source"), by=by)

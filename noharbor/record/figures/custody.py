"""Seeing a series is reading what closed sources say in it."""

from __future__ import annotations

from django.db.models import Q

from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Tlp
from noharbor.record.figures.queries import SeriesSeen, figures_visible_to
from noharbor.record.reading.custody import note_reading


def note_series(seen: SeriesSeen, *, by: Member) -> None:
    """Note in the log which closed things a member is shown by a series; open ones leave no entry."""
    shown = {said.origin.statement for snapshot in seen.snapshots for said in snapshot.told}
    closed = figures_visible_to(by).filter(Q(tlp=Tlp.RED) | Q(source__tlp=Tlp.RED), seen.series.condition)
    note_reading((one for one in closed.select_related("source") if one.pk in shown), by=by)

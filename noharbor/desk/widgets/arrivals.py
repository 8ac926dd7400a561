"""What was handed in, each with what became of it and what still waits there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from noharbor.desk.widgets.languages import is_read_here
from noharbor.record.access.models import Member
from noharbor.record.intake import queries as intake
from noharbor.record.intake.models import Arrival, Source
from noharbor.record.intake.vocabulary import ArrivalOutcome, SourceKind
from noharbor.record.reading.models import Reading
from noharbor.record.reading.queries import STANDING, visible_to
from noharbor.record.reading.vocabulary import StatementState

LABELS: dict[str, Promise] = {
    "duplicate": _("already here"),
    "reading": _("being read"),
    "refused": _("could not be read"),
    "sealed": _("received"),
    "waiting": _("arriving"),
}


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """One arrival as a row.

    Attributes:
        arrival: What was handed in.
        source: What became of it, where the member may read that.
        state: A key of `LABELS`.
        waiting: Statements of its source nobody has judged.
        standing: Statements of its source that stand, the waiting ones among them.
        unread: True where no engine of this node reads its language. Tables of names are in no language.
    """

    arrival: Arrival
    source: Source | None
    state: str
    waiting: int = 0
    standing: int = 0
    unread: bool = False

    @property
    def label(self) -> Promise:
        """Its state in words."""
        return LABELS[self.state]

    @property
    def moves(self) -> bool:
        """Whether it will change by itself, so that the page should ask again."""
        return self.state in {"reading", "waiting"}


def rows_of(arrivals: Sequence[Arrival], member: Member) -> list[ArrivalRow]:
    """Lay out arrivals; three questions to the database however many there are."""
    wanted = {arrival.source_id for arrival in arrivals if arrival.source_id}
    sources = {source.pk: source for source in intake.visible_to(member).filter(pk__in=wanted)}
    read = set(
        Reading.objects.filter(text__source__in=sources, text__current=True).values_list("text__source", flat=True)
    )
    counts = {
        row["source"]: row
        for row in visible_to(member)
        .filter(source__in=sources, state__in=STANDING)
        .values("source")
        .annotate(waiting=Count("pk", filter=Q(state=StatementState.PROPOSED)), standing=Count("pk"))
        .order_by()
    }
    return [_row(arrival, sources.get(arrival.source_id), read, counts) for arrival in arrivals]  # type: ignore[arg-type]


def _row(
    arrival: Arrival, source: Source | None, read: set[object], counts: dict[object, dict[str, int]]
) -> ArrivalRow:
    if source is None:
        return ArrivalRow(arrival, None, arrival.outcome)
    here = is_read_here(source.language)
    count = counts.get(source.pk, {})
    busy = arrival.outcome == ArrivalOutcome.SEALED and here and source.pk not in read
    return ArrivalRow(
        arrival,
        source,
        "reading" if busy else arrival.outcome,
        waiting=count.get("waiting", 0),
        standing=count.get("standing", 0),
        unread=not here and source.kind != SourceKind.TABLE,
    )

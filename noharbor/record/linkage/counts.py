"""What came of a reconciliation in numbers, and who is missing: counted without names and evidence, fast for a page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.db.models.fields.json import KT, KeyTextTransform

from noharbor.record.access.models import Member
from noharbor.record.linkage.models import Appearance, ListReading, Pair, Reconciliation
from noharbor.record.linkage.queries.reconciliations import pairs_of
from noharbor.record.linkage.queries.review import made_one
from noharbor.record.linkage.results import STANDINGS, people_on
from noharbor.record.linkage.vocabulary import PairState
from noharbor.science.matching.people.summary import Counted, Standing, counts_by_nationality
from noharbor.science.names.evidence import Proposal

#: One side of a pair: its list, its place there and its nationality; and how both sides are asked for.
_End = tuple[int, int, str | None]
_COLUMNS = (
    *("one__list_reading", "one__at", KeyTextTransform("nationality", "one__said")),
    *("other__list_reading", "other__at", KeyTextTransform("nationality", "other__said")),
)


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of lists laid side by side, for one member.

    Attributes:
        nationalities: Of each list its counts by nationality, the most first; "" for rows that state none.
    """

    nationalities: Sequence[dict[str, Counted]]

    @property
    def lists(self) -> list[Counted]:
        """Of each list all of its rows."""
        return [sum(one.values(), start=Counted(0, 0, 0, 0)) for one in self.nationalities]


def counts_of(reconciliation: Reconciliation, readings: Sequence[ListReading], member: Member) -> Counts:
    """Return what a result says in counts, as `results.result_of` would.

    Args:
        reconciliation: One that the member may see.
        readings: Of its lists, as they are understood now.
        member: Who looks.
    """
    rows: defaultdict[int, Counter[str]] = defaultdict(Counter)
    people = Appearance.objects.filter(list_reading__in=readings, stands=True)
    by_nationality = people.values_list("list_reading", KT("said__nationality")).annotate(Count("pk"))
    for reading, nationality, count in by_nationality:
        rows[reading][nationality or ""] += count
    surest: defaultdict[int, dict[int, tuple[str, Standing]]] = defaultdict(dict)
    for standing, *ends in _met(across(pairs_of(reconciliation, member)), member):
        for reading, at, nationality in ends:
            known = surest[reading].get(at)
            if known is None or standing < known[1]:
                surest[reading][at] = nationality or "", standing
    return Counts([counts_by_nationality(rows[one.pk], surest[one.pk].values()) for one in readings])


def missing(reconciliation: Reconciliation, here: ListReading, there: ListReading, member: Member) -> list[UUID]:
    """Return who of one list of a reconciliation has nobody on another, not even a possible one; in order."""
    readings = (here, there)
    met = across(pairs_of(reconciliation, member)).filter(
        one__list_reading__in=readings, other__list_reading__in=readings, one__stands=True, other__stands=True
    )
    ends = met.values_list("one__list_reading", "one", "other")
    found = {one if reading == here.pk else other for reading, one, other in ends}
    return [one for one in people_on(here).values_list("pk", flat=True) if one not in found]


def across(pairs: QuerySet[Pair]) -> QuerySet[Pair]:
    """Return those of two lists that people did not judge to be two."""
    of_two_lists = ~Q(one__list_reading=F("other__list_reading"))
    return pairs.filter(of_two_lists).exclude(state=PairState.DIFFERENT)


def _met(pairs: QuerySet[Pair], member: Member) -> Iterator[tuple[Standing, _End, _End]]:
    """How surely each pair is one, and its two sides."""
    columns = ("pk", "state", "proposal", "is_one_to_all", *_COLUMNS)
    rows = list(pairs.filter(one__stands=True, other__stands=True).values_list(*columns))
    are_one = made_one((pk for pk, _state, _proposal, is_one, *_ends in rows if is_one), member)
    for pk, state, proposal, _is_one, *ends in rows:
        proposed = Standing.PROPOSED if proposal == Proposal.SAME else Standing.POSSIBLE
        standing = STANDINGS.get(PairState(state), Standing.JUDGED_SAME if pk in are_one else proposed)
        yield standing, ends[:3], ends[3:]

"""What came of a reconciliation, out of the tables: lists, pairs and judgements as they stand now, for one member."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from noharbor.record.access.models import Member
from noharbor.record.intake.models import SourceTable
from noharbor.record.linkage.models import Appearance, ListReading, Pair, Reconciliation
from noharbor.record.linkage.persons import from_json
from noharbor.record.linkage.queries.lists import list_name
from noharbor.record.linkage.queries.reconciliations import pairs_of, tables_of
from noharbor.record.linkage.queries.review import made_one
from noharbor.record.linkage.remarks import JudgedPair, Remarks, Unread
from noharbor.record.linkage.states import shown_state, votes_of
from noharbor.record.linkage.understood import saying_of
from noharbor.record.linkage.vocabulary import PairState
from noharbor.science.matching.people.judged import Judged, judged_from_json, turned
from noharbor.science.matching.people.reconciling import ListedPerson, PairFound, PersonList, RowOfList
from noharbor.science.matching.people.reconciling import Reconciliation as SideBySide
from noharbor.science.matching.people.summary import Rows, Standing, Summary
from noharbor.science.names.evidence import Level, Proposal

#: What a pair that is settled counts as.
STANDINGS = {PairState.DIFFERENT: Standing.JUDGED_DIFFERENT, PairState.SAME: Standing.JUDGED_SAME}
#: Where somebody stands: number of the list, place among its people, row of its file.
Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a reconciliation as they are understood now.

    Attributes:
        tables: In their order.
        readings: Of each.
    """

    tables: Sequence[SourceTable]
    readings: Sequence[ListReading]

    @classmethod
    def of(cls, reconciliation: Reconciliation) -> Lists:
        """Return those that are understood by now."""
        tables = tables_of(reconciliation)
        found = ListReading.objects.filter(table__in=[table.pk for table in tables], current=True)
        current = {reading.table_id: reading for reading in found}
        tables = [table for table in tables if table.pk in current]
        return cls(tables, [current[table.pk] for table in tables])

    @property
    def names(self) -> list[str]:
        """What each is called."""
        return [list_name(table) for table in self.tables]

    @property
    def made_by(self) -> tuple[str, ...]:
        """The body that made each, as a member stated it."""
        return tuple(reading.made_by for reading in self.readings)

    def unread(self) -> Iterator[Unread]:
        """Rows that are no person, and cells that could not be read, list by list."""
        for name, reading in zip(self.names, self.readings, strict=True):
            for kept in (*reading.asides, *reading.problems):
                yield Unread(name, kept["row"], saying_of(kept))


@dataclass(frozen=True, slots=True)
class Result:
    """A result as a whole, to be taken out.

    Attributes:
        lists: The lists.
        summary: What they say together.
        remarks: What there is to tell beside it.
        people: The appearances of each list, in the order of its rows.
    """

    lists: Lists
    summary: Summary
    remarks: Remarks
    people: Sequence[Sequence[Appearance]]


def result_of(reconciliation: Reconciliation, member: Member) -> Result:
    """Return all of a result that a member may see, who may see the reconciliation."""
    lists = Lists.of(reconciliation)
    people = [list(people_on(reading)) for reading in lists.readings]
    rows = [[ListedPerson(one.row or 0, from_json(one.said)) for one in each] for each in people]
    places = _places([[(one.pk, one.row or 0) for one in each] for each in people])
    pairs = list(pairs_of(reconciliation, member).select_related("one", "other").prefetch_related("judgements__by"))
    are_one = made_one((pair.pk for pair in pairs if pair.is_one_to_all), member)  # type: ignore[attr-defined]
    found: list[PairFound] = []
    judged: dict[Rows, JudgedPair] = {}
    for pair in pairs:
        if pair.one_id in places and pair.other_id in places:
            one = _pair(pair, places, judged_from_json(pair.evidence))
            found.append(one)
            said = said_of(pair, member, are_one=pair.pk in are_one)
            if said is not None:
                judged[one.a, one.b] = said
    side_by_side = _side_by_side(lists, rows, found, reconciliation.cut)
    summary = Summary(side_by_side, {rows: one.standing for rows, one in judged.items()})
    return Result(lists, summary, Remarks(tuple(lists.unread()), (), lists.made_by, judged), people)


def said_of(pair: Pair, member: Member, *, are_one: bool) -> JudgedPair | None:
    """What people said of a pair, as far as a member may know it; None where nobody did, and it stands as proposed.

    Args:
        pair: With its judgements.
        member: Who asks; before they have judged, what the first of two said is kept from them.
        are_one: Whether other judgements made the two one; see `queries.review.made_one`.
    """
    votes = votes_of(pair.judgements.all())
    state = shown_state(pair.state, has_judged=member.pk in votes)
    if state == PairState.OPEN and not are_one:
        return None
    if state == PairState.OPEN:
        return JudgedPair(Standing.JUDGED_SAME, state, _("the same, by other judgements"), "")
    proposed = Standing.PROPOSED if pair.proposal == Proposal.SAME else Standing.POSSIBLE
    standing = STANDINGS.get(state, Standing.JUDGED_SAME if are_one else proposed)
    by = ", ".join(
        f"{one.by.name} {one.at.date().isoformat()}" for one in sorted(votes.values(), key=lambda one: one.at)
    )
    return JudgedPair(standing, state, str(state.label), by)


def people_on(reading: ListReading) -> QuerySet[Appearance]:
    """Return everybody on a list, in the order of its rows."""
    return Appearance.objects.filter(list_reading=reading, stands=True).order_by("at")


def _places(people: Iterable[Sequence[tuple[UUID, int]]]) -> dict[UUID, Place]:
    return {pk: (number, at, row) for number, each in enumerate(people) for at, (pk, row) in enumerate(each)}


def _pair(pair: Pair, places: dict[UUID, Place], judged: Judged) -> PairFound:
    """A pair as a comparison gives it: the row of the earlier list first."""
    one, other = places[pair.one_id], places[pair.other_id]
    if other < one:
        one, other, judged = other, one, turned(judged)
    a, b = (RowOfList(number, row, at) for number, at, row in (one, other))
    return PairFound(a, b, pair.score, Level(pair.level), Proposal(pair.proposal), judged)


def _side_by_side(
    lists: Lists, rows: Sequence[Sequence[ListedPerson]], found: Sequence[PairFound], cut: int
) -> SideBySide:
    people = (PersonList(name, each) for name, each in zip(lists.names, rows, strict=True))
    ordered = sorted(found, key=lambda pair: (pair.a.list, pair.b.list, pair.a.row, -pair.score, pair.b.row))
    return SideBySide(tuple(people), tuple(ordered), cut)

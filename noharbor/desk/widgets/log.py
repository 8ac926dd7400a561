"""Which entries of the log are a member's to read, and how much of each.

The log covers all bodies of a node. A member reads what their own body did and what was done to its things; of a thing
they may not read themselves they learn who did what and when, and nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from noharbor.record.access.models import Member
from noharbor.record.audit.models import Entry
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.intake import queries as intake
from noharbor.record.intake.models import Arrival, Source
from noharbor.record.linkage.queries import reconciliations
from noharbor.record.linkage.queries.appearances import pairs_visible_to
from noharbor.record.linkage.queries.review import told_of
from noharbor.record.reading import queries as reading
from noharbor.record.reading.models import Statement

#: Entries looked at in one go, and at most for one page: other bodies' may lie between.
CHUNK = 200
MOST_CHUNKS = 20


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """An entry as far as it is open.

    Attributes:
        entry: What was written.
        names_thing: Whether it may be told which thing it was.
        shows_detail: Whether the further facts may be told.
    """

    entry: Entry
    names_thing: bool
    shows_detail: bool


@dataclass(frozen=True, slots=True)
class _Reach:
    """Identifiers, as the log writes them, of what a member may read and of what their body owns."""

    body: str
    body_name: str
    members: frozenset[str]
    readable: frozenset[str]
    owned: frozenset[str]


def open_entries(entries: QuerySet[Entry], member: Member, *, size: int) -> tuple[list[OpenEntry], int | None]:
    """Return the newest entries that are the member's to read.

    Args:
        entries: Newest first, filtered by what was asked.
        member: Who reads.
        size: How many at most.

    Returns:
        The entries, and before which number the page after this one begins; None at the log's end.
    """
    found: list[OpenEntry] = []
    members = frozenset(str(one) for one in Member.objects.filter(body=member.body_id).values_list("pk", flat=True))
    for _ in range(MOST_CHUNKS):
        chunk = list(entries[:CHUNK])
        reach = _reach(chunk, member, members)
        for entry in chunk:
            opened = _opened(entry, reach)
            if opened is None:
                continue
            if len(found) == size:
                return found, found[-1].entry.sequence
            found.append(opened)
        if len(chunk) < CHUNK:
            return found, None
        entries = entries.filter(sequence__lt=chunk[-1].sequence)
    return found, chunk[-1].sequence


def _reach(chunk: Sequence[Entry], member: Member, members: frozenset[str]) -> _Reach:
    sources, statements, arrivals = (_things(chunk, kind) for kind in ("source", "statement", "arrival"))
    pairs, runs = _things(chunk, "pair"), _things(chunk, "reconciliation")
    readable: set[UUID] = set()
    owned: set[UUID] = set()
    if sources:
        readable |= _ids(intake.visible_to(member).filter(pk__in=sources))
        owned |= _ids(Source.objects.filter(pk__in=sources - readable, owner=member.body_id))
    if statements:
        readable |= _ids(reading.visible_to(member).filter(pk__in=statements))
        owned |= _ids(Statement.objects.filter(pk__in=statements - readable, source__owner=member.body_id))
    if arrivals:
        readable |= _ids(intake.arrivals_of(member).filter(pk__in=arrivals))
        owned |= _ids(Arrival.objects.filter(pk__in=arrivals - readable, owner=member.body_id))
    if pairs:
        # What the first one said is kept from whoever may be the second, here too.
        readable |= _ids(told_of(pairs_visible_to(member).filter(pk__in=pairs), member))
    if runs:
        readable |= _ids(reconciliations.visible_to(member).filter(pk__in=runs))
    return _Reach(str(member.body_id), member.body.name, members, _written(readable), _written(owned))


def _opened(entry: Entry, reach: _Reach) -> OpenEntry | None:
    """Return an entry as far as it is open; None where it is another body's."""
    is_own_act = entry.member in reach.members
    match entry.thing_kind:
        case "source" | "statement" | "arrival" | "pair" | "reconciliation":
            if entry.thing in reach.readable:
                return OpenEntry(entry, names_thing=True, shows_detail=True)
            if entry.thing in reach.owned:
                return OpenEntry(entry, names_thing=True, shows_detail=False)
            return OpenEntry(entry, names_thing=False, shows_detail=False) if is_own_act else None
        case "member":
            is_own = is_own_act or entry.thing in reach.members
        case "body":
            is_own = is_own_act or entry.thing == reach.body
        case _:
            # A failed sign-in is nobody's and everybody's; other entries without a thing say whose body they concern.
            is_own = is_own_act or entry.verb == Verb.MEMBER_SIGN_IN_FAILED
            is_own = is_own or (not entry.member and entry.details.get("body") == reach.body_name)
    return OpenEntry(entry, names_thing=True, shows_detail=True) if is_own else None


def _things(chunk: Iterable[Entry], kind: str) -> set[UUID]:
    found = set()
    for entry in chunk:
        if entry.thing_kind == kind:
            try:
                found.add(UUID(entry.thing))
            except ValueError:
                continue
    return found


def _ids(rows: QuerySet[Any]) -> set[UUID]:
    return set(rows.order_by().values_list("pk", flat=True))


def _written(identifiers: Iterable[UUID]) -> frozenset[str]:
    return frozenset(map(str, identifiers))

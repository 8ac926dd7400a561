"""The one way to read: permission as a filter on the query, the same rules as `decisions.may`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from noharbor.record.access.decisions import OPEN_TO_BODY, OPEN_TO_INVITED, OPEN_TO_NODE, grants_in_force
from noharbor.record.access.models import Grant, Member
from noharbor.record.access.vocabulary import Permission, Tlp

Row = TypeVar("Row", bound=Model)


def readable(member: Member, *, kind: str, prefix: str = "", marking: str = "", on: datetime.date | None = None) -> Q:
    """Return the condition that a marked thing, or something that hangs on one, may be read by a member.

    Args:
        member: Who reads.
        kind: The thing's kind, as grants name it ("source").
        prefix: Path from the filtered rows to the thing, with its double underscore ("source__"); empty for itself.
        marking: Path to the marking that counts, where it is not the thing's own ("tlp" for a statement's).
        on: The day that counts; today without it.

    Returns:
        A condition without joins of its own: it never doubles rows.
    """
    if not member.is_active:
        return Q(pk__in=[])
    invited, by_name = _invited_to(member.pk, member.body_id, kind, on or timezone.localdate())
    tlp = marking or f"{prefix}tlp"

    def where(tlp_in: Sequence[Tlp] | None = None, **conditions: object) -> Q:
        condition = Q(**{prefix + path: value for path, value in conditions.items()})
        return condition if tlp_in is None else condition & Q(**{f"{tlp}__in": tlp_in})

    amber = [level for level in OPEN_TO_INVITED if level is not Tlp.RED]
    return (
        where(OPEN_TO_NODE)
        | where(OPEN_TO_BODY, owner=member.body_id)
        | where(owner=member.body_id, received_by=member.id)
        | where(amber, id__in=invited)
        | where([Tlp.RED], id__in=by_name)
    )


def only_readable(
    rows: QuerySet[Row],
    member: Member,
    *,
    kind: str,
    prefix: str = "",
    marking: str = "",
    on: datetime.date | None = None,
) -> QuerySet[Row]:
    """Return those of `rows` the member may read; see `readable`."""
    return rows.filter(readable(member, kind=kind, prefix=prefix, marking=marking, on=on))


@lru_cache(maxsize=1_000)
def _invited_to(member: UUID, body: int, kind: str, day: datetime.date) -> tuple[RawSQL, RawSQL]:
    """What a member was given leave to read, and what of it not as one of their whole body.

    These are questions, which the database answers anew each time. Written out once: a page asks them at dozens of
    places, several deep, and Django would work them out again for every place and depth.
    """
    granted = grants_in_force(Member(pk=member, body_id=body), on=day)
    invited = granted.filter(permission=Permission.SOURCE_READ, thing_kind=kind).values("thing")
    return _written_out(invited), _written_out(invited.filter(body__isnull=True))


def _written_out(asked: QuerySet[Grant, Any]) -> RawSQL:
    # Django wrote this; every value is a parameter.
    return RawSQL(*asked.query.sql_with_params())  # noqa: S611

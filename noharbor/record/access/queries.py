"""The one way to read: permission as a filter on the query, the same rules as `decisions.may`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from noharbor.record.access.decisions import OPEN_TO_BODY, OPEN_TO_INVITED, OPEN_TO_NODE, grants_in_force
from noharbor.record.access.models import Member
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
    invited = grants_in_force(member, on=on).filter(permission=Permission.SOURCE_READ, thing_kind=kind)
    by_name = invited.filter(body__isnull=True)

    tlp = marking or f"{prefix}tlp"

    def where(tlp_in: Sequence[Tlp] | None = None, **conditions: object) -> Q:
        condition = Q(**{prefix + path: value for path, value in conditions.items()})
        return condition if tlp_in is None else condition & Q(**{f"{tlp}__in": tlp_in})

    amber = [level for level in OPEN_TO_INVITED if level is not Tlp.RED]
    return (
        where(OPEN_TO_NODE)
        | where(OPEN_TO_BODY, owner=member.body_id)
        | where(owner=member.body_id, received_by=member.id)
        | where(amber, id__in=invited.values("thing"))
        | where([Tlp.RED], id__in=by_name.values("thing"))
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

"""The one way to read: permission as a filter on the query, the same rules as `decisions.may`."""

from __future__ import annotations

import datetime
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from noharbor.record.access.decisions import OPEN_TO_BODY, OPEN_TO_INVITED, OPEN_TO_NODE, grants_in_force
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Permission, Tlp

Row = TypeVar("Row", bound=Model)


def readable(member: Member, *, kind: str, prefix: str = "", on: datetime.date | None = None) -> Q:
    """Return the condition that a marked thing, or something that hangs on one, may be read by a member.

    Args:
        member: Who reads.
        kind: The thing's kind, as grants name it ("source").
        prefix: Path from the filtered rows to the thing, with its double underscore ("source__"); empty for itself.
        on: The day that counts; today without it.

    Returns:
        A condition without joins of its own: it never doubles rows.
    """
    if not member.is_active:
        return Q(pk__in=[])
    invited = grants_in_force(member, on=on).filter(permission=Permission.SOURCE_READ, thing_kind=kind)
    by_name = invited.filter(body__isnull=True)

    def where(**conditions: object) -> Q:
        return Q(**{prefix + path: value for path, value in conditions.items()})

    amber = [marking for marking in OPEN_TO_INVITED if marking is not Tlp.RED]
    return (
        where(tlp__in=OPEN_TO_NODE)
        | where(owner=member.body_id, tlp__in=OPEN_TO_BODY)
        | where(owner=member.body_id, received_by=member.id)
        | where(tlp__in=amber, id__in=invited.values("thing"))
        | where(tlp=Tlp.RED, id__in=by_name.values("thing"))
    )


def only_readable(
    rows: QuerySet[Row], member: Member, *, kind: str, prefix: str = "", on: datetime.date | None = None
) -> QuerySet[Row]:
    """Return those of `rows` the member may read; see `readable`."""
    return rows.filter(readable(member, kind=kind, prefix=prefix, on=on))

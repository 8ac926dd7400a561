"""May this member do this to this thing, and why? The rules of marking and leave live here and in `queries`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from noharbor.record.access.errors import NotAllowed
from noharbor.record.access.models import Grant, Member
from noharbor.record.access.vocabulary import Permission, Tlp

#: Markings under which every member of the node may read.
OPEN_TO_NODE = (Tlp.CLEAR, Tlp.GREEN)
#: Markings under which all members of the owning body may read.
OPEN_TO_BODY = (Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT)
#: Markings under which somebody outside the owning body may be invited. AMBER+STRICT stays inside the body.
OPEN_TO_INVITED = (Tlp.AMBER, Tlp.RED)


class Thing(Protocol):
    """Something with an owner and a marking."""

    KIND: str
    id: UUID
    owner_id: int
    tlp: str
    #: Who brought it; they may read it even when it is closed.
    received_by_id: UUID | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer and its reason.

    Attributes:
        allowed: Yes or no.
        reason: One sentence, translatable. A refusal never tells what the thing is.
    """

    allowed: bool
    reason: str | Promise

    def __bool__(self) -> bool:
        return self.allowed


def grants_in_force(member: Member, *, on: datetime.date | None = None) -> QuerySet[Grant]:
    """Return the leave a member has on a day: given to them, to an office they hold that day, or to their body."""
    day = on or timezone.localdate()
    running = Q(first_day__lte=day) & (Q(last_day__isnull=True) | Q(last_day__gte=day))
    offices = member.holdings.filter(running).values("office")
    audience = Q(member=member) | Q(body=member.body_id) | Q(office__in=offices)
    return Grant.objects.filter(running & audience, withdrawn_at__isnull=True)


def may(
    member: Member, permission: Permission, thing: Thing | None = None, *, on: datetime.date | None = None
) -> Verdict:
    """Say whether a member may do something, and why.

    Args:
        member: Who asks.
        permission: What they want to do.
        thing: To what; None for acts that need no thing yet, such as adding a source.
        on: The day that counts; today without it.

    Returns:
        The verdict with one reason a person can act on.
    """
    if not member.is_active:
        return Verdict(False, _("Your membership has ended. Speak to your body's owner of this node."))
    if thing is None:
        return _may_in_general(member, permission, on=on)
    if permission is Permission.SOURCE_READ:
        return _may_read(member, thing, on=on)
    readable = _may_read(member, thing, on=on)
    if not readable:
        return readable
    grants = grants_in_force(member, on=on).filter(permission=permission)
    if grants.filter(thing_kind=thing.KIND, thing=thing.id).exists():
        return Verdict(True, _("You were given leave for this one."))
    if thing.owner_id == member.body_id and _in_general(grants, member).exists():
        return Verdict(True, _("Your body owns it, and your office may do this."))
    return Verdict(False, _("You may read this but not change it. Ask the body that owns it for leave."))


def permitted(member: Member) -> frozenset[Permission]:
    """Return all that a member may do in general, as `may` says it without a thing."""
    if not member.is_active:
        return frozenset()
    given = _in_general(grants_in_force(member), member).values_list("permission", flat=True)
    return frozenset(map(Permission, given.distinct()))


def require(
    member: Member, permission: Permission, thing: Thing | None = None, *, on: datetime.date | None = None
) -> None:
    """Go on only if the member may.

    Raises:
        NotAllowed: They may not; the error carries the reason.
    """
    verdict = may(member, permission, thing, on=on)
    if not verdict:
        raise NotAllowed(permission, verdict.reason)


def is_closed(thing: Thing) -> bool:
    """Return whether reading the thing is itself an entry of the audit log."""
    return is_closed_marking(thing.tlp)


def is_closed_marking(tlp: str) -> bool:
    """Return the same by the marking alone, where columns are read and no thing."""
    return tlp == Tlp.RED


def _may_in_general(member: Member, permission: Permission, *, on: datetime.date | None) -> Verdict:
    if _in_general(grants_in_force(member, on=on).filter(permission=permission), member).exists():
        return Verdict(True, _("Your office may do this."))
    return Verdict(False, _("Your office may not do this. Ask the owner of your body's desk for leave."))


def _in_general(grants: QuerySet[Grant], member: Member) -> QuerySet[Grant]:
    """Keep the leave for all that the audience's own body owns, where that body is the member's too."""
    return grants.filter(Q(office__isnull=True) | Q(office__body=member.body_id), thing__isnull=True)


def _may_read(member: Member, thing: Thing, *, on: datetime.date | None) -> Verdict:
    if thing.tlp in OPEN_TO_NODE:
        return Verdict(True, _("Its marking opens it to everybody on this node."))
    if thing.owner_id == member.body_id and thing.tlp in OPEN_TO_BODY:
        return Verdict(True, _("Your body owns it."))
    if thing.owner_id == member.body_id and thing.received_by_id == member.id:
        return Verdict(True, _("You brought it in."))
    invited = grants_in_force(member, on=on).filter(
        permission=Permission.SOURCE_READ, thing_kind=thing.KIND, thing=thing.id
    )
    if thing.tlp == Tlp.RED:
        # A closed thing is for named readers: leave given to a whole body does not open it.
        invited = invited.filter(body__isnull=True)
    if thing.tlp in OPEN_TO_INVITED and invited.exists():
        return Verdict(True, _("You were invited to it."))
    return Verdict(False, _("There is nothing here that you may see."))

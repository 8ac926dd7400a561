"""The one way to change who is here and what they may do; and to sign in."""

from __future__ import annotations

import datetime
import ipaddress
from dataclasses import dataclass

from django.contrib.auth import authenticate
from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from noharbor.record.access.decisions import Thing, require
from noharbor.record.access.errors import NotAllowed, TooManyAttempts, WrongNameOrPassword
from noharbor.record.access.models import Body, Grant, Member, Office, OfficeHolding, SignInAttempt
from noharbor.record.access.vocabulary import BodyKind, Permission
from noharbor.record.audit.actions import append
from noharbor.record.audit.vocabulary import Verb

#: How many failures in a row a name, and an address, may have within the window before they must wait.
FAILURES_PER_NAME = 5
FAILURES_PER_ADDRESS = 30
WINDOW = datetime.timedelta(minutes=15)
#: One household or office is given this much of IPv6; whoever has it has all its addresses.
IPV6_NETWORK_BITS = 64
#: Any number, as long as nobody else on the database server locks by it: the letters of "sign".
ADVISORY_LOCK = 0x7369676E


@dataclass(frozen=True, slots=True)
class Audience:
    """To whom leave is given: exactly one of the three."""

    member: Member | None = None
    office: Office | None = None
    body: Body | None = None


@transaction.atomic
def add_body(name: str, *, kind: BodyKind, country: str = "", by: Member | None = None) -> Body:
    """Add a body. It owns what its members bring in.

    Args:
        name: Its name, unlike that of any other body here.
        kind: What sort of body it is.
        country: ISO 3166-1 alpha-2; empty for a body of several states.
        by: Who adds it; None at set-up.
    """
    body = Body.objects.create(name=name, kind=kind, country=country)
    append(Verb.BODY_ADDED, by=by, thing_kind="body", thing=body.pk, detail={"name": name})
    return body


@transaction.atomic
def take_office(
    member: Member, office: Office, *, first_day: datetime.date, last_day: datetime.date | None = None
) -> OfficeHolding:
    """Seat a member in an office from a day to a day; what the office may do, they may do in that time.

    Args:
        member: Who takes the seat; they may hold others besides.
        office: The seat.
        first_day: The first day in office.
        last_day: The last one; without it, until further notice.
    """
    holding = OfficeHolding.objects.create(member=member, office=office, first_day=first_day, last_day=last_day)
    days = {"first_day": first_day.isoformat(), "last_day": last_day.isoformat() if last_day else None}
    append(
        Verb.OFFICE_TAKEN,
        by=None,
        thing_kind="member",
        thing=member.id,
        detail={"office": str(office), **days},
    )
    return holding


@transaction.atomic
def add_member(username: str, name: str, *, body: Body, password: str, by: Member | None = None) -> Member:
    """Add somebody who may sign in. They may do nothing until leave is given.

    Args:
        username: What they sign in with, at most 60 characters.
        name: Their name, shown beside what they do.
        body: The body they belong to.
        password: Hashed with Argon2; never kept.
        by: Who adds them; None at set-up.
    """
    member = Member.objects.create(username=username, name=name, body=body, password=make_password(password))
    append(Verb.MEMBER_ADDED, by=by, thing_kind="member", thing=member.id, detail={"name": name, "body": body.name})
    return member


def put_greeting_away(member: Member) -> None:
    """Greet a member no longer. It says nothing of the record, so that it is no entry of the log."""
    if member.greeting_put_away_at is None:
        member.greeting_put_away_at = timezone.now()
        member.save(update_fields=["greeting_put_away_at"])


@transaction.atomic
def give(
    permission: Permission,
    audience: Audience,
    *,
    why: str,
    by: Member | None = None,
    thing: Thing | None = None,
    last_day: datetime.date | None = None,
) -> Grant:
    """Give leave for one thing, or for all that the audience's own body owns.

    Args:
        permission: What they may do.
        audience: Who may.
        why: In the giver's words.
        by: Who gives it; they need `source:invite` on the thing, and may do themselves what they let others do.
            None at set-up only.
        thing: For which thing; None for all of their body's, which is given at set-up only.
        last_day: The last day it holds; without it, until withdrawn.

    Raises:
        NotAllowed: `by` may not give this.
    """
    if by is not None:
        if thing is None:
            raise NotAllowed(permission, _("Leave for all that a body owns is given where this node is set up."))
        require(by, Permission.SOURCE_INVITE, thing)
        require(by, permission, thing)
    grant = Grant.objects.create(
        permission=permission,
        member=audience.member,
        office=audience.office,
        body=audience.body,
        thing_kind=thing.KIND if thing else "",
        thing=thing.id if thing else None,
        first_day=timezone.localdate(),
        last_day=last_day,
        given_by=by,
        given_at=timezone.now(),
        why=why,
    )
    append(
        Verb.GRANT_GIVEN,
        by=by,
        thing_kind=grant.thing_kind,
        thing=grant.thing or "",
        detail={
            "permission": permission.value,
            "to": _audience_name(grant),
            "body": _audience_body(grant).name,
            "why": why,
        },
    )
    return grant


@transaction.atomic
def withdraw(grant: Grant, *, by: Member, why: str, thing: Thing | None = None) -> None:
    """Take leave back. The row stays, with who, when and why.

    Args:
        grant: What was given.
        by: Who takes it back; they need `source:invite` on the thing, or in general for leave given within their body.
        why: In their words.
        thing: The very thing the leave was given for; None for leave that names none.

    Raises:
        NotAllowed: `by` may not, or the leave was given for another thing.
    """
    named = (thing.KIND, thing.id) if thing else ("", None)
    if named != (grant.thing_kind, grant.thing) or (thing is None and _audience_body(grant).pk != by.body_id):
        raise NotAllowed(Permission.SOURCE_INVITE, _("Only those who may invite to it take leave for it back."))
    require(by, Permission.SOURCE_INVITE, thing)
    changed = Grant.objects.filter(pk=grant.pk, withdrawn_at__isnull=True).update(
        withdrawn_at=timezone.now(), withdrawn_by=by, withdrawn_why=why
    )
    if changed:
        append(
            Verb.GRANT_WITHDRAWN,
            by=by,
            thing_kind=grant.thing_kind,
            thing=grant.thing or "",
            detail={
                "permission": grant.permission,
                "from": _audience_name(grant),
                "body": _audience_body(grant).name,
                "why": why,
            },
        )


def sign_in(username: str, password: str, *, address: str) -> Member:
    """Check a name and a password.

    A name that does not exist costs the same time and gives the same answer as a wrong password. Attempts are counted
    per name and per address, also for names that do not exist, so that waiting tells nothing either.

    Raises:
        TooManyAttempts: Too many failures lately; the error says how long to wait.
        WrongNameOrPassword: One of the two is wrong.
    """
    username = username.strip()[:60]
    now = timezone.now()
    attempt = _count_attempt(username, address, now)
    member = authenticate(username=username, password=password)
    with transaction.atomic():
        if isinstance(member, Member):
            SignInAttempt.objects.filter(pk=attempt.pk).update(succeeded=True)
            append(Verb.MEMBER_SIGNED_IN, by=member, thing_kind="member", thing=member.id)
        else:
            # The name typed is not kept in the log: people type their password there.
            append(Verb.MEMBER_SIGN_IN_FAILED, by=None, detail={"address": address})
    if not isinstance(member, Member):
        raise WrongNameOrPassword(WrongNameOrPassword.__doc__)
    return member


@transaction.atomic
def sign_out(member: Member) -> None:
    """Note that a member left; ending the session is the caller's."""
    append(Verb.MEMBER_SIGNED_OUT, by=member, thing_kind="member", thing=member.id)


@transaction.atomic
def _count_attempt(username: str, address: str, now: datetime.datetime) -> SignInAttempt:
    """Count a try before it is made, one after the other, so that many at the same moment are not more than many."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
    # What was typed as a name may be a password: only a digest under the node's secret is kept.
    name = salted_hmac("noharbor.sign-in", username, algorithm="sha256").hexdigest()[:60]
    network = _network(address)
    _refuse_guessing(name, network, now)
    SignInAttempt.objects.filter(at__lt=now - 8 * WINDOW).delete()
    return SignInAttempt.objects.create(username=name, address=network, at=now, succeeded=False)


def _network(address: str) -> str:
    """Return what counts as one address: an IPv4 address, or the network a household has of IPv6."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address[:64]
    if isinstance(known, ipaddress.IPv6Address):
        if known.ipv4_mapped:
            return str(known.ipv4_mapped)
        return str(ipaddress.ip_network((int(known), IPV6_NETWORK_BITS), strict=False))
    return str(known)


def _refuse_guessing(name: str, network: str, now: datetime.datetime) -> None:
    recent = SignInAttempt.objects.filter(at__gt=now - WINDOW)
    by_name = recent.filter(username=name)
    success = by_name.filter(succeeded=True).order_by("-at").values_list("at", flat=True).first()
    if success:
        by_name = by_name.filter(at__gt=success)
    for failures, limit in ((by_name, FAILURES_PER_NAME), (recent.filter(address=network), FAILURES_PER_ADDRESS)):
        moments = list(failures.filter(succeeded=False).order_by("-at").values_list("at", flat=True)[:limit])
        if len(moments) == limit:
            raise TooManyAttempts(int((moments[-1] + WINDOW - now).total_seconds()) + 1)


def _audience_name(grant: Grant) -> str:
    return str(grant.member or grant.office or grant.body)


def _audience_body(grant: Grant) -> Body:
    if grant.body:
        return grant.body
    audience = grant.member or grant.office
    assert audience is not None  # noqa: S101  The database holds no grant without an audience.
    return audience.body

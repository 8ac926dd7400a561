"""Fill an empty node with the demo: bodies, members, reports, what the readers find in them, a few judgements."""

from __future__ import annotations

import datetime
import hashlib
import io
from collections.abc import Callable, Iterator

from django.db import transaction
from django.utils.translation import gettext as _

from noharbor.node.demo.content import Report, reports
from noharbor.node.demo.members import BODIES, CAST, DemoMember, keep_passwords, kept_passwords, passwords_path
from noharbor.record.access.actions import Audience, add_body, add_member, give, take_office
from noharbor.record.access.models import Body, Grant, Member, Office
from noharbor.record.access.vocabulary import Permission, Tlp
from noharbor.record.intake.actions import Particulars, receive
from noharbor.record.intake.models import Source
from noharbor.record.intake.vocabulary import Reliability
from noharbor.record.reading import jobs
from noharbor.record.reading.actions import confirm
from noharbor.record.reading.engines.rules import RulesEngine
from noharbor.record.reading.models import Statement
from noharbor.record.reading.vocabulary import StatementState


class DemoReportRefused(Exception):
    """A report of the demo node could not be taken in. Mend the file in noharbor/node/demo/reports and start again."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem} {self.__doc__}")


def load_demo(progress: Callable[[str], None] = lambda _sentence: None) -> bool:
    """Fill a node that holds nobody but the cast; do nothing that is done already.

    Args:
        progress: Told, in sentences, what is going on.

    Returns:
        False when the node has members of its own and was left alone.

    Raises:
        DemoReportRefused: A report could not be taken in.
    """
    if Member.objects.exclude(username__in=[member.username for member in CAST]).exists():
        progress(_("This node has members of its own, so no demo was loaded into it."))
        return False
    members = _cast()
    told = list(reports())
    sources = _present(told)
    new = [report for report in told if report.name not in sources]
    if new:
        progress(_("Filling the node with %(count)s demo reports …") % {"count": len(new)})
        for report in new:
            sources[report.name] = _take_in(report, members)
        progress(_("Reading them …"))
        _read()
    for report in told:
        _invite(report, sources[report.name], members)
    for report in told:
        _confirm(report, sources[report.name], members["asha"])
    return True


def sign_in_lines() -> Iterator[str]:
    """Give the lines that tell how to sign in as each demo member; none when the node has none of them."""
    kept = kept_passwords()
    here = set(Member.objects.filter(username__in=kept, is_active=True).values_list("username", flat=True))
    if not here:
        return
    yield _("Sign in as one of the demo members (their passwords are kept in %(file)s):") % {"file": passwords_path()}
    for member in CAST:
        if member.username in here:
            yield f"  {member.username:<6}{kept[member.username]}   {member.sees}"


@transaction.atomic
def _cast() -> dict[str, Member]:
    """Return the members by user name, made with their bodies, offices and leave where they are not here yet."""
    members = {member.username: member for member in Member.objects.filter(username__in=[one.username for one in CAST])}
    missing = [one for one in CAST if one.username not in members]
    passwords = keep_passwords() if missing else {}
    for one in missing:
        members[one.username] = _add(one, passwords[one.username])
    return members


def _add(one: DemoMember, password: str) -> Member:
    wanted = BODIES[one.body]
    body = Body.objects.filter(name=wanted.name).first() or add_body(
        wanted.name, kind=wanted.kind, country=wanted.country
    )
    member = add_member(one.username, one.name, body=body, password=password)
    for title, first, last in one.offices:
        office, _made = Office.objects.get_or_create(body=body, title=title)
        last_day = datetime.date.fromisoformat(last) if last else None
        take_office(member, office, first_day=datetime.date.fromisoformat(first), last_day=last_day)
        if last_day is None:
            for permission in one.leave:
                give(permission, Audience(office=office), why=_("set up with the demo"))
    return member


def _present(told: list[Report]) -> dict[str, Source]:
    """Return the sources that are here already, by the name of their report."""
    names = {(BODIES[report.owner].name, _digest(report)): report.name for report in told}
    here = Source.objects.filter(sha256__in=[digest for _body, digest in names]).select_related("owner")
    found = {(source.owner.name, source.sha256): source for source in here}
    return {name: found[key] for key, name in names.items() if key in found}


def _digest(report: Report) -> str:
    return hashlib.sha256(report.text.encode("utf-8")).hexdigest()


def _take_in(report: Report, members: dict[str, Member]) -> Source:
    particulars = Particulars(
        title=report.title,
        publisher=report.publisher,
        address=report.address,
        published=report.published,
        published_precision=report.published_precision,
        language=report.language,
        reliability=Reliability(report.reliability),
        tlp=Tlp(report.marking),
        purpose=report.purpose,
    )
    name = report.name.removesuffix(".md") + ".txt"
    stream = io.BytesIO(report.text.encode("utf-8"))
    receipt = receive(stream, name=name, by=members[report.received_by], particulars=particulars)
    if receipt.source is None:
        raise DemoReportRefused(report.name, receipt.arrival.problem_sentence)
    return receipt.source


def _read() -> None:
    """Read with the rules; an endpoint that the node's owner may have named is asked later, by the worker."""
    while waiting := [work for work in jobs.pending() if work.engine.name == RulesEngine.name]:
        for work in waiting:
            jobs.read_one(work)


def _invite(report: Report, source: Source, members: dict[str, Member]) -> None:
    """Let those read whom the report names. Leave that was taken back since is not given again."""
    for username in report.invited:
        given = Grant.objects.filter(
            permission=Permission.SOURCE_READ, member=members[username], thing_kind=Source.KIND, thing=source.id
        )
        if not given.exists():
            give(
                Permission.SOURCE_READ,
                Audience(member=members[username]),
                by=members[report.received_by],
                thing=source,
                why=_("works on it too"),
            )


def _confirm(report: Report, source: Source, by: Member) -> None:
    """Confirm what the report says should be, where the reader found it and nobody has judged it yet."""
    for wanted in report.confirm:
        found = Statement.objects.filter(
            source=source, kind=wanted.kind, count=wanted.count, state=StatementState.PROPOSED, reviews__isnull=True
        ).first()
        if found is not None:
            confirm(found, by=by, why=_("read against the report"))

"""Fill an empty node with the demo: bodies, members, reports and lists, what is found in them, a few judgements."""

from __future__ import annotations

import datetime
import hashlib
import io
from collections.abc import Callable, Iterable, Iterator

from django.db import transaction
from django.utils.translation import gettext as _

from noharbor.node.demo.content import Report, reports
from noharbor.node.demo.lists import DEADLINE, DEMO_LISTS, TITLE, DemoList
from noharbor.node.demo.members import BODIES, CAST, DemoMember, keep_passwords, kept_passwords, passwords_path
from noharbor.record.access.actions import Audience, add_body, add_member, give, take_office
from noharbor.record.access.models import Body, Grant, Member, Office
from noharbor.record.access.vocabulary import Permission, Tlp
from noharbor.record.intake.actions import Particulars, Receipt, receive
from noharbor.record.intake.models import Source
from noharbor.record.intake.vocabulary import Reliability
from noharbor.record.linkage.actions.lists import Told, tell
from noharbor.record.linkage.actions.reconciliations import start
from noharbor.record.linkage.jobs.lists import understand_one
from noharbor.record.linkage.models import ListReading, Reconciliation
from noharbor.record.reading import jobs
from noharbor.record.reading.actions import confirm
from noharbor.record.reading.engines.rules import RulesEngine
from noharbor.record.reading.models import Statement
from noharbor.record.reading.vocabulary import StatementState

#: So often it is said how far the filling is, in reports.
PROGRESS_STEP = 40


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
    if not seat_cast(progress):
        return False
    fill_demo(progress)
    return True


def seat_cast(progress: Callable[[str], None] = lambda _sentence: None) -> bool:
    """Make the three members, so that they can sign in while the node is being filled; return False as `load_demo`."""
    if Member.objects.exclude(username__in=[member.username for member in CAST]).exists():
        progress(_("This node has members of its own, so no demo was loaded into it."))
        return False
    _cast()
    return True


def fill_demo(
    progress: Callable[[str], None] = lambda _sentence: None, is_ending: Callable[[], bool] = lambda: False
) -> None:
    """Give the cast what they work on. What is there stays; what was cut short is gone on with.

    Args:
        progress: Told, in sentences, what is going on.
        is_ending: Asked after each report; once it says so, the rest is left for the next start.

    Raises:
        DemoReportRefused: A report could not be taken in.
    """
    members = _cast()
    told = {report.name: report for report in reports()}
    sources = _present((name, members[one.received_by], one.text.encode("utf-8")) for name, one in told.items())
    new = [report for name, report in told.items() if name not in sources]
    for name, source in sources.items():
        # Whoever was killed right after taking it in has invited nobody.
        _invite(told[name].invited, source, members[told[name].received_by], members)
    if new:
        progress(_("Filling the node with %(count)s demo reports …") % {"count": len(new)})
    for done, report in enumerate(new, start=1):
        sources[report.name] = _take_in(report, members)
        _invite(report.invited, sources[report.name], members[report.received_by], members)
        if done % PROGRESS_STEP == 0:
            progress("  " + _("%(done)s of %(count)s taken in") % {"done": done, "count": len(new)})
        if is_ending():
            return
    if new:
        progress(_("Reading them …"))
    if not _read(is_ending):
        return
    for report in told.values():
        _confirm(report, sources[report.name], members[report.received_by])
    _lay_side_by_side(members)
    if new:
        progress(_("The demo is ready."))


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


def _present(files: Iterable[tuple[str, Member, bytes]]) -> dict[str, Source]:
    """Return the sources that are here already, by the name of their file; of each is told also who brings it."""
    names = {(by.body_id, hashlib.sha256(content).hexdigest()): name for name, by, content in files}
    here = Source.objects.filter(sha256__in=[digest for _body, digest in names])
    found = {(source.owner_id, source.sha256): source for source in here}
    return {name: found[key] for key, name in names.items() if key in found}


def _lay_side_by_side(members: dict[str, Member]) -> None:
    """Take in the lists, say what they are for, and have them compared; the worker does it once the desk answers."""
    if Reconciliation.objects.filter(title=TITLE).exists():
        return
    here = _present((listed.name, members[listed.received_by], listed.path.read_bytes()) for listed in DEMO_LISTS)
    tables = []
    for listed in DEMO_LISTS:
        by = members[listed.received_by]
        source = here.get(listed.name) or _take_in_list(listed, by)
        _invite(listed.invited, source, by, members)
        tables.append(source.tables.get())
        understand_one(tables[-1])
        reading = ListReading.objects.get(table=tables[-1], current=True)
        if reading.use != listed.use:
            tell(reading, Told(use=listed.use, made_by=listed.made_by, region=listed.region), by=by)
    start(tables, by=members[DEMO_LISTS[0].received_by], title=TITLE, deadline=DEADLINE)


def _take_in_list(listed: DemoList, by: Member) -> Source:
    particulars = Particulars(title=listed.title, publisher=listed.made_by, published=listed.published)
    with listed.path.open("rb") as file:
        return _received(receive(file, name=listed.name, by=by, particulars=particulars), listed.name)


def _received(receipt: Receipt, name: str) -> Source:
    if receipt.source is None:
        raise DemoReportRefused(name, receipt.arrival.problem_sentence)
    return receipt.source


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
    return _received(receipt, report.name)


def _read(is_ending: Callable[[], bool]) -> bool:
    """Read with the rules; an endpoint that the node's owner may have named is asked later, by the worker.

    Returns:
        False when it was left before all was read.
    """
    while waiting := [work for work in jobs.pending() if work.engine.name == RulesEngine.name]:
        for work in waiting:
            jobs.read_one(work)
            if is_ending():
                return False
    return True


def _invite(invited: Iterable[str], source: Source, by: Member, members: dict[str, Member]) -> None:
    """Let some read a source. Leave that was taken back since is not given again."""
    for username in invited:
        given = Grant.objects.filter(
            permission=Permission.SOURCE_READ, member=members[username], thing_kind=Source.KIND, thing=source.id
        )
        if not given.exists():
            give(
                Permission.SOURCE_READ,
                Audience(member=members[username]),
                by=by,
                thing=source,
                why=_("works on it too"),
            )


def _confirm(report: Report, source: Source, by: Member) -> None:
    """Confirm what the report says should be, where the reader found it and nobody has judged it yet."""
    for wanted in report.confirm:
        found = Statement.objects.filter(source=source, kind=wanted.kind, count=wanted.count)
        if found.filter(reviews__isnull=False).exists():
            continue
        first = found.filter(state=StatementState.PROPOSED).order_by("passage_start").first()
        if first is not None:
            confirm(first, by=by, why=_("read against the report"))

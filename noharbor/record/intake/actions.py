"""The one way to take something in, and to say what it is worth and how far it may travel."""

from __future__ import annotations

import datetime
import io
import logging
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from django.db import OperationalError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from noharbor.record.access.decisions import require
from noharbor.record.access.errors import NotAllowed
from noharbor.record.access.models import Body, Member
from noharbor.record.access.vocabulary import Permission, Tlp
from noharbor.record.audit.actions import append
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.intake import extraction, seals
from noharbor.record.intake.errors import IntakeProblem, ReadingFailed
from noharbor.record.intake.formats.format import Attachment, Table
from noharbor.record.intake.formats.pasted import pasted_table
from noharbor.record.intake.limits import MAX_CARRIED_DEPTH
from noharbor.record.intake.models import Arrival, Source
from noharbor.record.intake.names import clean_name, has_hidden_characters
from noharbor.record.intake.notices import Notice, NoticeCode
from noharbor.record.intake.queries import readable_copy
from noharbor.record.intake.settling import Particulars, keep_source, keep_tables, mark_duplicate
from noharbor.record.intake.vocabulary import ArrivalOutcome, Reliability, SourceKind
from noharbor.record.intake.words import words_from

logger = logging.getLogger(__name__)

__all__ = [
    "Marking",
    "Particulars",
    "Receipt",
    "grade",
    "mark",
    "receive",
    "receive_cells",
    "receive_text",
    "refuse",
    "resume",
]


@dataclass(frozen=True, slots=True)
class Marking:
    """How far a thing may travel, and what for; see `access.models.Marked`."""

    tlp: Tlp = Tlp.AMBER
    purpose: str = ""
    onward_sharing: bool = False
    court_use: bool = False
    retain_until: datetime.date | None = None

    @classmethod
    def of(cls, source: Source) -> Marking:
        """The marking a source bears now."""
        return cls(Tlp(source.tlp), source.purpose, source.onward_sharing, source.court_use, source.retain_until)

    def as_json(self) -> dict[str, Any]:
        """Return plain values for the audit log."""
        return asdict(self) | {
            "tlp": str(self.tlp),
            "retain_until": self.retain_until and self.retain_until.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of something handed in.

    Attributes:
        arrival: The row that says so; on a refusal `arrival.problem_sentence` says what to do.
        source: The new source; None when refused or already here.
        duplicate_of: The source that already holds these bytes, among those the member may see.
        carried: What came inside (attachments of a letter), each with a receipt of its own.
    """

    arrival: Arrival
    source: Source | None = None
    duplicate_of: Source | None = None
    carried: tuple[Receipt, ...] = ()


def receive(
    stream: BinaryIO,
    *,
    name: str,
    by: Member,
    body: Body | None = None,
    particulars: Particulars = Particulars(),  # noqa: B008  Frozen, so one for all is safe.
) -> Receipt:
    """Take in one file, whatever it is.

    The arrival is a row before anything is read, the bytes are sealed before anything is parsed, and parsing happens in
    a process of its own. A problem with the file is an outcome, never an exception: the receipt says what to do, and
    the next file of a batch is not touched by it.

    Args:
        stream: A binary file object, read in pieces and only once.
        name: What the sender called it; only ever shown.
        by: Who hands it in; their body owns it.
        body: Their body, where the caller wants it checked.
        particulars: What the member says of it; empty fields are taken from the file where it states them.

    Returns:
        The receipt.

    Raises:
        NotAllowed: `by` may not add sources, or not for that body.
    """
    require(by, Permission.SOURCE_ADD)
    if body is not None and body.pk != by.body_id:
        raise NotAllowed(Permission.SOURCE_ADD, _("You may add sources for your own body only."))
    return _receive(stream, name=name, by=by, particulars=particulars, carried_by=None, depth=0)


def receive_text(
    text: str,
    *,
    by: Member,
    name: str = "",
    particulars: Particulars = Particulars(),  # noqa: B008
) -> Receipt:
    """Take in pasted text; kept as the UTF-8 bytes of what was pasted. Otherwise as `receive`."""
    require(by, Permission.SOURCE_ADD)
    stream = io.BytesIO(text.encode("utf-8", "replace"))
    pasted = replace(particulars, kind=SourceKind.PASTED)
    return _receive(stream, name=name, by=by, particulars=pasted, carried_by=None, depth=0)


def receive_cells(
    text: str,
    *,
    by: Member,
    name: str = "",
    particulars: Particulars = Particulars(),  # noqa: B008
) -> Receipt:
    """Take in pasted cells of a spreadsheet or table; sealed as they were pasted, and kept as a table. As `receive`."""
    return receive_text(text, by=by, name=name, particulars=replace(particulars, are_cells=True))


@transaction.atomic
def grade(source: Source, reliability: Reliability, *, by: Member, why: str = "") -> None:
    """Say how far a source is trusted; the grade before stays in the audit log.

    Raises:
        NotAllowed: `by` may not grade it.
    """
    require(by, Permission.SOURCE_GRADE, source)
    before = source.reliability
    source.reliability = reliability
    source.save(update_fields=("reliability",))
    append(
        Verb.SOURCE_GRADED,
        by=by,
        thing_kind=Source.KIND,
        thing=source.id,
        detail={"from": str(before), "to": str(reliability), "why": why},
    )


@transaction.atomic
def mark(source: Source, marking: Marking, *, by: Member, why: str = "") -> None:
    """Say how far a source may travel and what for; the marking before stays in the audit log.

    Raises:
        NotAllowed: `by` may not mark it.
    """
    require(by, Permission.SOURCE_MARK, source)
    before = Marking.of(source)
    for field, value in asdict(marking).items():
        setattr(source, field, value)
    source.save(update_fields=tuple(asdict(marking)))
    append(
        Verb.SOURCE_MARKED,
        by=by,
        thing_kind=Source.KIND,
        thing=source.id,
        detail={"from": before.as_json(), "to": marking.as_json(), "why": why},
    )


def resume(arrival: Arrival) -> Receipt:
    """Go on with an arrival that was interrupted after its bytes were sealed."""
    return _settle(arrival, depth=MAX_CARRIED_DEPTH)


def _receive(
    stream: BinaryIO, *, name: str, by: Member, particulars: Particulars, carried_by: Arrival | None, depth: int
) -> Receipt:
    arrival = _announce(name, by=by, particulars=particulars, carried_by=carried_by)
    try:
        seals.refuse_oversize(stream)
        landing = seals.land(stream, seals.landing_path(arrival.id))
    except IntakeProblem as problem:
        return refuse(arrival, problem)
    arrival.sha256, arrival.size_bytes = landing.sha256, landing.size_bytes
    arrival.save(update_fields=("sha256", "size_bytes"))
    seals.seal(landing)
    return _settle(arrival, depth=depth)


def _announce(name: str, *, by: Member, particulars: Particulars, carried_by: Arrival | None) -> Arrival:
    notices = [Notice(NoticeCode.HIDDEN_CHARACTERS_IN_NAME).as_json()] if has_hidden_characters(name) else []
    return Arrival.objects.create(
        name=clean_name(name),
        size_bytes=0,
        owner_id=by.body_id,
        by=by,
        at=timezone.now(),
        particulars=particulars.as_json(),
        notices=notices,
        carried_by=carried_by,
    )


def _settle(arrival: Arrival, *, depth: int) -> Receipt:
    """Read sealed bytes and make a source of them. All that can go wrong ends in the arrival's row."""
    assert arrival.by is not None  # noqa: S101  Only members hand things in.
    particulars = Particulars.from_json(arrival.particulars)
    copy = readable_copy(arrival.by, arrival.sha256)
    if copy is not None:
        return _settle_again(arrival, copy, particulars)
    with tempfile.TemporaryDirectory(dir=seals.incoming()) as folder:
        try:
            reading = extraction.read(seals.sealed_path(arrival.sha256), arrival.name, Path(folder))
            if particulars.are_cells:
                reading = replace(reading, tables=(_pasted(arrival),))
            source = keep_source(arrival, reading, words_from(reading), particulars)
        except IntakeProblem as problem:
            return refuse(arrival, problem)
        except OperationalError:
            # The database is away or busy: the arrival waits, and the job goes on with it.
            raise
        except Exception:
            logger.exception("Arrival %s could not be settled", arrival.pk)
            return refuse(arrival, ReadingFailed())
        if source is None:
            return Receipt(arrival, duplicate_of=arrival.source)
        return Receipt(arrival, source=source, carried=_receive_carried(arrival, reading.attachments, depth=depth))


def _settle_again(arrival: Arrival, copy: Source, particulars: Particulars) -> Receipt:
    """Say that the bytes are here already; words that are handed in as cells now become a table beside the words."""
    try:
        tables = (_pasted(arrival),) if particulars.are_cells and not copy.tables.exists() else ()
    except IntakeProblem as problem:
        return refuse(arrival, problem)
    with transaction.atomic():
        mark_duplicate(arrival, copy)
        keep_tables(copy, tables)
    return Receipt(arrival, duplicate_of=copy)


def _pasted(arrival: Arrival) -> Table:
    return pasted_table(seals.sealed_path(arrival.sha256).read_text(encoding="utf-8"))


def _receive_carried(arrival: Arrival, attachments: Sequence[Attachment], *, depth: int) -> tuple[Receipt, ...]:
    if depth >= MAX_CARRIED_DEPTH or arrival.by is None:
        return ()
    particulars = Particulars.from_json(arrival.particulars).for_carried()
    receipts = []
    for attachment in attachments:
        with Path(attachment.path).open("rb") as stream:
            receipts.append(
                _receive(
                    stream,
                    name=attachment.name,
                    by=arrival.by,
                    particulars=particulars,
                    carried_by=arrival,
                    depth=depth + 1,
                )
            )
    return tuple(receipts)


@transaction.atomic
def refuse(arrival: Arrival, problem: IntakeProblem) -> Receipt:
    """Say that an arrival could not be read, and why. What was sealed of it stays."""
    arrival.outcome = ArrivalOutcome.REFUSED
    arrival.problem = type(problem).__name__
    arrival.problem_text = str(problem)
    arrival.problem_values = problem.values
    arrival.save(update_fields=("outcome", "problem", "problem_text", "problem_values"))
    append(
        Verb.ARRIVAL_REFUSED,
        by=arrival.by,
        thing_kind="arrival",
        thing=arrival.id,
        detail={"problem": arrival.problem, "sha256": arrival.sha256, "size_bytes": arrival.size_bytes},
    )
    return Receipt(arrival)

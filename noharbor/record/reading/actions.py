"""The one way to judge statements: confirm, correct, reject, take back, grade, mark."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from noharbor.record.access.decisions import require
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Permission, Tlp
from noharbor.record.audit.actions import append
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.reading.errors import (
    CorrectionCorrected,
    NotCorrectable,
    NothingToTakeBack,
    ReviewedMeanwhile,
    StatementClosed,
)
from noharbor.record.reading.models import Review, Statement
from noharbor.record.reading.queries import newest_review
from noharbor.record.reading.rows import CORRECTABLE, found_place
from noharbor.record.reading.vocabulary import Credibility, StatementState, Verdict

#: States a statement can no longer leave: something else stands in its place.
CLOSED = (StatementState.SUPERSEDED, StatementState.WITHDRAWN)


@transaction.atomic
def confirm(statement: Statement, *, by: Member, why: str = "", seen: str | None = None) -> Review:
    """Say that the source says so.

    Args:
        statement: What is judged.
        by: Who judges; needs `statement:judge` on the source.
        why: Their own words.
        seen: The state they saw when they decided; a different one by now means that somebody else was faster.

    Raises:
        NotAllowed: They may not.
        ReviewedMeanwhile: Its state is no longer `seen`.
        StatementClosed: It was replaced.
    """
    _open(statement, by, seen)
    return _review(statement, Verdict.CONFIRM, StatementState.CONFIRMED, by=by, why=why)


@transaction.atomic
def reject(statement: Statement, *, by: Member, why: str, seen: str | None = None) -> Review:
    """Say that the source does not say so. Raises as `confirm` does."""
    _open(statement, by, seen)
    return _review(statement, Verdict.REJECT, StatementState.REJECTED, by=by, why=why)


@transaction.atomic
def correct(
    statement: Statement, changes: Mapping[str, object], *, by: Member, why: str = "", seen: str | None = None
) -> Statement:
    """Put a better statement, said by a member, in the place of this one; both stay.

    Args:
        statement: The one that is not quite right.
        changes: New values by column name, of those in `rows.CORRECTABLE`.
        by: Who corrects.
        why: Their own words.
        seen: As for `confirm`.

    Returns:
        The new statement, confirmed by its author.

    Raises:
        NotCorrectable: A change names another column.
        NotAllowed, ReviewedMeanwhile, StatementClosed: As for `confirm`.
    """
    _open(statement, by, seen)
    if not set(changes) <= set(CORRECTABLE):
        raise NotCorrectable
    correction = _copy(statement, changes, by)
    _review(statement, Verdict.CORRECT, StatementState.CORRECTED, by=by, why=why, correction=correction)
    return correction


@transaction.atomic
def take_back(statement: Statement, *, by: Member, why: str = "", seen: str | None = None) -> Review:
    """Undo the newest judgement: the statement is open again. The judgement and its taking back both stay.

    Raises:
        CorrectionCorrected: The correction it would undo was corrected in its turn.
        NothingToTakeBack: Nobody has judged it.
        NotAllowed, ReviewedMeanwhile, StatementClosed: As for `confirm`.
    """
    _open(statement, by, seen)
    newest = newest_review(statement)
    if newest is None or newest.verdict == Verdict.WITHDRAW:
        raise NothingToTakeBack
    if newest.correction_id:
        _withdraw_correction(newest.correction_id)
    return _review(statement, Verdict.WITHDRAW, StatementState.PROPOSED, by=by, why=why)


@transaction.atomic
def grade(statement: Statement, credibility: Credibility, *, by: Member) -> None:
    """Say how far the information is trusted, 1 (confirmed by others) to 6 (cannot be judged)."""
    _open(statement, by, None)
    before = statement.credibility
    statement.credibility = credibility
    statement.save(update_fields=["credibility"])
    _record(Verb.STATEMENT_GRADED, statement, by, {"from": before, "to": str(credibility.value)})


@transaction.atomic
def mark(statement: Statement, tlp: Tlp, *, by: Member) -> None:
    """Change how far a statement may travel; needs `source:mark`. It never opens more than its source does."""
    require(by, Permission.SOURCE_MARK, statement.source)
    before = statement.tlp
    statement.tlp = tlp
    statement.save(update_fields=["tlp"])
    _record(Verb.STATEMENT_MARKED, statement, by, {"from": before, "to": tlp.value})


def _withdraw_correction(correction: UUID) -> None:
    """Take a correction away, unless somebody has built on it: what stands in its place would be left in the air."""
    standing = Statement.objects.filter(pk=correction).exclude(state=StatementState.CORRECTED)
    if not standing.update(state=StatementState.WITHDRAWN):
        raise CorrectionCorrected


def _open(statement: Statement, by: Member, seen: str | None) -> None:
    require(by, Permission.STATEMENT_JUDGE, statement.source)
    # The row is locked where the database can; SQLite has one writer at a time anyway.
    now = Statement.objects.select_for_update().values_list("state", flat=True).get(pk=statement.pk)
    if now in CLOSED:
        raise StatementClosed
    if seen is not None and seen != now:
        raise ReviewedMeanwhile
    statement.state = now


def _review(
    statement: Statement,
    verdict: Verdict,
    state: StatementState,
    *,
    by: Member,
    why: str,
    correction: Statement | None = None,
) -> Review:
    review = Review.objects.create(
        statement=statement, verdict=verdict, by=by, at=timezone.now(), why=why, correction=correction
    )
    statement.state = state
    statement.save(update_fields=["state"])
    detail: dict[str, object] = {"verdict": verdict.value, "source": str(statement.source_id)}
    if correction:
        detail["correction"] = str(correction.id)
    _record(Verb.STATEMENT_REVIEWED, statement, by, detail)
    return review


def _copy(statement: Statement, changes: Mapping[str, object], by: Member) -> Statement:
    kept = {
        field.attname: getattr(statement, field.attname)
        for field in Statement._meta.concrete_fields
        if field.name not in {"id", "engine", "engine_version", "reading", "by", "corrects", "made_at", "state"}
    }
    return Statement.objects.create(
        **{
            **kept,
            **_moved(statement, changes),
            **changes,
            "detail": _stated(statement, changes),
            "by": by,
            "corrects": statement,
            "made_at": timezone.now(),
            "confidence": 1.0,
            "state": StatementState.CONFIRMED,
        }
    )


def _moved(statement: Statement, changes: Mapping[str, object]) -> dict[str, str]:
    """The place of the gazetteer, sought anew where a correction names another: the map would draw the old one."""
    name = str(changes.get("place_name", statement.place_name))
    country = str(changes.get("place_country", statement.place_country))
    if (name, country) == (statement.place_name, statement.place_country):
        return {}
    return {"place": found_place(name, country, statement.text.language)}


def _stated(statement: Statement, changes: Mapping[str, object]) -> dict[str, Any]:
    """The detail of a correction: what a member gives is stated, and taken from nowhere."""
    detail: dict[str, Any] = {**cast("dict[str, Any]", changes.get("detail", statement.detail))}
    given = {column.partition("_")[0] for column in changes}
    taken = [value for value in detail.pop("inherited", ()) if value not in given]
    return detail | ({"inherited": taken} if taken else {})


def _record(verb: Verb, statement: Statement, by: Member, detail: dict[str, object]) -> None:
    append(verb, by=by, thing_kind="statement", thing=statement.id, detail=detail)

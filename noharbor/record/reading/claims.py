"""What statements claim in numbers, and those among them that cannot all be true; the rule is in `science.claims`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from noharbor.record.reading.models import Statement
from noharbor.science.bounds import Bounded
from noharbor.science.claims import Claim, differing
from noharbor.science.language.events import Bound, EventType
from noharbor.science.moments.moment import Precision

#: The newest that are compared: the work grows with their square, in the worst case.
MOST = 500
#: Groups that are shown, those of the latest days.
MOST_GROUPS = 20
_FIELDS = (
    *("id", "kind", "moment_first", "moment_last", "place", "from_country", "to_country", "cumulative", "measure"),
    *("count", "count_bound", "amount", "currency", "detail", "speaker", "source", "source__publisher"),
)


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker's part in a group.

    Attributes:
        name: As first written there; empty where the source speaks in its own voice and names no publisher.
        statements: What they state, in the order of days.
    """

    name: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """Statements of several voices that may be about one thing and cannot all be true.

    Attributes:
        first: The statement of the earliest day; its kind, place and way are those of all.
        voices: At least two.
    """

    first: Statement
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What was found among statements.

    Attributes:
        groups: Those that differ, the latest days first, at most `MOST_GROUPS`.
        is_all: False where only the newest `MOST` were compared, or there are more groups.
    """

    groups: tuple[Differing, ...]
    is_all: bool


def differing_among(rows: QuerySet[Statement]) -> Compared:
    """Find where speakers differ.

    Args:
        rows: Statements the member may read.
    """
    told = rows.filter(Q(count__isnull=False) | Q(amount__isnull=False), moment_first__isnull=False)
    told = told.exclude(moment_precision=Precision.RECENT).order_by("-moment_first", "id")
    found = list(told.values(*_FIELDS)[: MOST + 1])
    groups = differing([claim for row in found[:MOST] for claim in _claims(row)])
    shown = {claim.statement for group in groups[:MOST_GROUPS] for claim in group}
    statements = Statement.objects.filter(pk__in=shown).select_related("source").in_bulk() if shown else {}
    return Compared(
        groups=tuple(_differing(group, statements) for group in groups[:MOST_GROUPS]),
        is_all=len(found) <= MOST and len(groups) <= MOST_GROUPS,
    )


def _differing(group: Iterable[Claim], statements: dict[UUID, Statement]) -> Differing:
    voices: dict[str, dict[UUID, Statement]] = {}
    for claim in group:
        voices.setdefault(claim.voice, {})[claim.statement] = statements[claim.statement]
    said = tuple(Voice(_name(next(iter(its.values()))), tuple(its.values())) for its in voices.values())
    return Differing(min((one for voice in said for one in voice.statements), key=_day), said)


def _day(statement: Statement) -> tuple[Any, str]:
    return statement.moment_first, str(statement.pk)


def _name(statement: Statement) -> str:
    return statement.speaker or statement.source.publisher or statement.source.title


def _claims(row: dict[str, Any]) -> Iterator[Claim]:
    """The number of people and the sum of money a statement claims; a total that does not say of what claims none."""
    common = {
        "statement": row["id"],
        "source": row["source"],
        "voice": _voice(row),
        "is_quoted": bool(row["speaker"]),
        "kind": row["kind"],
        "cumulative": row["cumulative"],
        "first": row["moment_first"],
        "last": row["moment_last"],
        "place": row["place"],
        "left": row["from_country"],
        "reached": row["to_country"],
        "nationalities": frozenset(row["detail"].get("nationalities", ())),
    }
    counted = " ".join(row["measure"].casefold().split())
    if row["count"] is not None and (counted or row["kind"] != EventType.STATISTIC):
        yield Claim(**common, number=Bounded(row["count"], _bound(row["count_bound"])), counted=counted)
    if row["amount"] is not None and row["currency"]:
        bound = _bound(row["detail"].get("amount_bound", ""))
        yield Claim(**common, number=Bounded(float(row["amount"]), bound), counted=row["currency"])


def _bound(written: str) -> Bound:
    return Bound(written) if written else Bound.EXACT


def _voice(row: dict[str, Any]) -> str:
    """One form for one speaker: who speaks, else who publishes, else the source itself. No two names are made one."""
    said = " ".join((row["speaker"] or row["source__publisher"]).casefold().split()).removeprefix("the ")
    return said or str(row["source"])

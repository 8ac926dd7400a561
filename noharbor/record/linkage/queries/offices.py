"""Offices as sources tell them: what they call a person, of which days, and who speaks for a body.

An office is kept as it is written. Two wordings are one line only where they differ in nothing but capitals, spaces,
the article or simplified characters: whether "police chief" and "commissioner" are one office is for people to say.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from django.db.models import F, Q

from noharbor.record.access.models import Member
from noharbor.record.linkage.models import Naming
from noharbor.record.linkage.queries.entities import Entity
from noharbor.record.linkage.vocabulary import EntityKind
from noharbor.record.reading.models import Statement
from noharbor.record.reading.queries import STANDING, may_be_read
from noharbor.reference.tables import simplify

#: Namings of a person that are looked at, the oldest first, and offices that are shown, those of the latest days.
MOST_CALLED = 10_000
MOST_OFFICES = 30
#: Namings by people who may speak for a body that are looked at, the newest first, and people that are shown.
MOST_NAMINGS = 300
MOST_SPEAKERS = 12
#: Shorter names of a body stand in words that have nothing to do with it.
SHORTEST_NAME = 3


#: What is read of a naming, in the order of `_Called`.
_CALLED = ("role", "pk", "statement__moment_first", "statement__moment_last", "statement__source__publisher")


class _Called(NamedTuple):
    """What a statement calls a person."""

    role: str
    naming: int
    first: datetime.date | None
    last: datetime.date | None
    publisher: str


@dataclass(frozen=True, slots=True)
class Office:
    """What sources call a person.

    Attributes:
        words: As written, the most used wording first.
        times: In how many statements.
        first: The statement of the earliest day it is said of; of no day where none of them has one.
        last: That of the latest day.
        publishers: Who publishes the sources, the most often first, those without a name left out.
    """

    words: tuple[str, ...]
    times: int
    first: Statement
    last: Statement
    publishers: tuple[str, ...]

    def is_beside(self, other: Office) -> bool:
        """Whether both are said of days that overlap, as far as these are known."""
        begin, end = self.first.moment_first, self.last.moment_last
        other_begin, other_end = other.first.moment_first, other.last.moment_last
        if begin is None or end is None or other_begin is None or other_end is None:
            return False
        return begin <= other_end and other_begin <= end


def offices_of(entity: Entity, member: Member) -> tuple[Office, ...]:
    """Return what sources call a person, the latest days first.

    Args:
        entity: A person, as the member sees them.
        member: Who looks.
    """
    named = entity.namings.filter(may_be_read(member, "statement__"), statement__state__in=STANDING).exclude(role="")
    together: dict[str, list[_Called]] = {}
    for row in named.order_by("pk").values_list(*_CALLED)[:MOST_CALLED]:
        together.setdefault(_form(row[0]), []).append(_Called(*row))
    ends = {form: (min(some, key=_first_day), max(some, key=_last_day)) for form, some in together.items()}
    latest = sorted(ends, key=lambda form: (_last_day(ends[form][1]), form), reverse=True)[:MOST_OFFICES]
    wanted = [called.naming for form in latest for called in ends[form]]
    namings = Naming.objects.select_related("statement__source").in_bulk(wanted) if wanted else {}
    return tuple(
        _office(together[form], *(namings[called.naming].statement for called in ends[form])) for form in latest
    )


def speaking_for(names: Iterable[str], statements: Iterable[UUID]) -> tuple[Naming, ...]:
    """Return people named together with a body whose role, as written, has its name in it.

    Args:
        names: Of the body, in any script.
        statements: Those that name the body and that the member may read.

    Returns:
        The newest naming of each, with the appearance and the statement, newest first.
    """
    of_role = Q()
    for name in names:
        if len(name) >= SHORTEST_NAME:
            of_role |= Q(role__icontains=name)
    if not of_role:
        return ()
    rows = Naming.objects.filter(of_role, appearance__kind=EntityKind.PERSON, statement__in=list(statements))
    newest = F("statement__moment_last").desc(nulls_last=True)
    found: dict[str, Naming] = {}
    for naming in rows.select_related("appearance", "statement__source").order_by(newest, "pk")[:MOST_NAMINGS]:
        found.setdefault(_form(naming.appearance.name), naming)
    return tuple(found.values())[:MOST_SPEAKERS]


@lru_cache(maxsize=4_096)
def _form(words: str) -> str:
    """What is left of a wording without what does not make it another office."""
    return simplify(" ".join(words.casefold().split())).removeprefix("the ")


def _first_day(called: _Called) -> tuple[datetime.date, int]:
    return called.first or datetime.date.max, called.naming


def _last_day(called: _Called) -> tuple[datetime.date, int]:
    return called.last or datetime.date.min, called.naming


def _office(called: list[_Called], first: Statement, last: Statement) -> Office:
    publishers = Counter(one.publisher for one in called if one.publisher)
    words = Counter(one.role for one in called)
    return Office(_most_first(words), len(called), first, last, _most_first(publishers))


def _most_first(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counted, key=lambda words: (-counted[words], words)))

"""Lists that wait to be compared, and the comparing: told of while it goes on, stopped when asked, taken up again."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from time import monotonic

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from noharbor.record.audit.actions import append
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.linkage import versions
from noharbor.record.linkage.actions.judgements import FoundPair, propose
from noharbor.record.linkage.actions.reconciliations import KIND
from noharbor.record.linkage.errors import ComparingFailed
from noharbor.record.linkage.models import (
    Appearance,
    ComparedLists,
    ListReading,
    Pair,
    ReconciledList,
    Reconciliation,
)
from noharbor.record.linkage.persons import from_json
from noharbor.record.linkage.vocabulary import RunState
from noharbor.science.matching.people.judged import Judged, judged_from_json, judged_to_json
from noharbor.science.matching.people.reconciling import ListedPerson, PersonList, reconcile
from noharbor.science.matching.people.reconciling import Reconciliation as SideBySide

log = logging.getLogger(__name__)

#: A run that has said nothing for so long is nobody's any more.
CUT_OFF = datetime.timedelta(minutes=1)
#: Seconds between two words of how far a run is.
_BETWEEN_WORDS = 0.5
#: Pairs proposed between two such words.
_AT_ONCE = 400
#: People of a list fetched at once.
_FETCHED_AT_ONCE = 2_000


class _StopAsked(Exception):
    """Somebody asked for the run to end."""


class _TakenUp(Exception):
    """The run was silent for too long, and another process goes on with it."""


class _Leaving(Exception):
    """This process ends; another goes on with the run."""


def waiting() -> QuerySet[Reconciliation]:
    """Return the runs that wait for a worker, oldest first, those too that were cut off.

    A run whose lists are still to be understood waits for that.
    """
    read = ListReading.objects.filter(table=OuterRef("table"), current=True)
    unread = ReconciledList.objects.filter(~Exists(read), reconciliation=OuterRef("pk"))
    cut_off = Q(state=RunState.RUNNING, said_at__lt=timezone.now() - CUT_OFF)
    return Reconciliation.objects.filter(Q(state=RunState.WAITING) | cut_off, ~Exists(unread)).order_by("at")


def claim() -> Reconciliation | None:
    """Take the run that waits longest; of several workers that reach for it, one gets it."""
    for run in list(waiting().values_list("pk", flat=True)[:10]):
        if waiting().filter(pk=run).order_by().update(state=RunState.RUNNING, said_at=timezone.now()):
            return Reconciliation.objects.get(pk=run)
    return None


def step(is_leaving: Callable[[], bool]) -> int:
    """Compare the lists of one run, if one waits; safe to run twice and side by side.

    Args:
        is_leaving: Asked every now and then: whether this process is to end. What is compared by then is kept.

    Returns:
        How many runs were taken.
    """
    taken = claim()
    if taken is None:
        return 0
    words = _Words(taken, is_leaving)
    try:
        _compare(taken, words)
    except _StopAsked:
        words.end(RunState.STOPPED)
    except _Leaving:
        words.end(RunState.WAITING)
    except _TakenUp:
        log.warning("comparison %s was taken up by another process", taken.pk)
    except (InterfaceError, OperationalError):
        # The database is away: once it is back and the run has been silent for a while, it is taken up again.
        raise
    except Exception:
        log.exception("comparison %s failed", taken.pk)
        words.end(RunState.FAILED, problem=ComparingFailed.__doc__ or "")
    return 1


class _Words:
    """What a run says of itself, at most twice a second; and what it hears: that it should stop."""

    def __init__(self, run: Reconciliation, is_leaving: Callable[[], bool]) -> None:
        self._run, self._is_leaving = run, is_leaving
        self._doing, self._spoke = "", 0.0
        self._said_at = run.said_at

    def tell(self, doing: str, done: int, everything: int) -> None:
        """Say what is being done and how much of it is.

        Raises:
            _Leaving, _StopAsked, _TakenUp: The run is to end.
        """
        if doing == self._doing and monotonic() - self._spoke < _BETWEEN_WORDS:
            return
        if self._is_leaving():
            raise _Leaving
        self._spoke = monotonic()
        said_at, mine = timezone.now(), self._mine()
        try:
            heard = mine.filter(stop_asked=False).update(doing=doing, done=done, all=everything, said_at=said_at)
            still_mine = heard or mine.exists()
        except OperationalError:
            # Locked or away for a moment, for which hours of work are not given up: the next word tells it, and if the
            # silence lasts too long, that another has taken the run up.
            log.warning("comparison %s could not say how far it is", self._run.pk, exc_info=True)
            return
        if not heard:
            raise _StopAsked if still_mine else _TakenUp
        self._doing, self._said_at = doing, said_at

    def end(self, state: RunState, **columns: object) -> bool:
        """End the run; return False where another process goes on with it, or ended it."""
        return bool(self._mine().update(state=state, stop_asked=False, **columns))

    def _mine(self) -> QuerySet[Reconciliation]:
        return Reconciliation.objects.filter(pk=self._run.pk, state=RunState.RUNNING, said_at=self._said_at)


class _Kept:
    """Which lists of a run were compared, in which readings; see `science.matching.people.reconciling.Steps`."""

    def __init__(self, run: Reconciliation, readings: Sequence[ListReading]) -> None:
        self._run, self._readings = run, readings

    def get(self, first: int, second: int) -> tuple[list[Judged], int] | None:
        """What was kept of two lists."""
        one, other = self._readings[first], self._readings[second]
        kept = ComparedLists.objects.filter(reconciliation=self._run, one=one, other=other).first()
        return ([judged_from_json(said) for said in kept.found], kept.cut) if kept else None

    def keep(self, first: int, second: int, judged: list[Judged], cut: int) -> None:
        """Keep what was found of two lists."""
        ComparedLists.objects.update_or_create(
            reconciliation=self._run,
            one=self._readings[first],
            other=self._readings[second],
            defaults={"found": [judged_to_json(one) for one in judged], "cut": cut},
        )


def _compare(run: Reconciliation, words: _Words) -> None:
    words.tell("reading names", 0, 0)
    tables = run.lists.order_by("position").values_list("table", flat=True)
    current = {reading.table_id: reading for reading in ListReading.objects.filter(table__in=tables, current=True)}
    readings = [current[table] for table in tables]
    people = [list(_heard(_people(one), words)) for one in readings]
    lists = [
        PersonList(str(number), [ListedPerson(one.row or 0, from_json(one.said)) for one in _heard(rows, words)])
        for number, rows in enumerate(people)
    ]
    found = reconcile(lists, words.tell, _Kept(run, readings))
    proposed = _propose(found, people, words)
    _retire(readings, proposed)
    _finish(run, words, readings, found)


def _people(reading: ListReading) -> Iterator[Appearance]:
    """Everybody on a list in its order, fetched in portions: a run that speaks must not hold a question open."""
    standing = Appearance.objects.filter(list_reading=reading, stands=True).order_by("at")
    portion = standing[:_FETCHED_AT_ONCE]
    while rows := list(portion):
        yield from rows
        portion = standing.filter(at__gt=rows[-1].at)[:_FETCHED_AT_ONCE]


def _heard(rows: Iterable[Appearance], words: _Words) -> Iterator[Appearance]:
    """Yield rows of which there may be hundreds of thousands; meanwhile the run is heard of, and hears."""
    for row in rows:
        words.tell("reading names", 0, 0)
        yield row


def _propose(found: SideBySide, people: Sequence[Sequence[Appearance]], words: _Words) -> set[object]:
    """Put the pairs before people, some hundred at a time; return their identifiers."""
    pairs = [
        FoundPair(people[pair.a.list][pair.a.at].pk, people[pair.b.list][pair.b.at].pk, pair.judged)
        for pair in found.pairs
    ]
    proposed: set[object] = set()
    for at in range(0, len(pairs), _AT_ONCE):
        words.tell("writing down", at, len(pairs))
        kept = propose(pairs[at : at + _AT_ONCE], engine_version=versions.of_comparing())
        proposed.update(pair.pk for pair in kept)
    return proposed


def _retire(readings: Sequence[ListReading], proposed: set[object]) -> None:
    """Take away the pairs of these lists that an earlier run found and this one does not."""
    tables = [reading.table_id for reading in readings]
    earlier = Pair.objects.filter(
        stands=True,
        engine_version__startswith=versions.COMPARING,
        one__list_reading__table__in=tables,
        other__list_reading__table__in=tables,
    )
    gone = [pair for pair in earlier.values_list("pk", flat=True) if pair not in proposed]
    for at in range(0, len(gone), _AT_ONCE):
        Pair.objects.filter(pk__in=gone[at : at + _AT_ONCE]).update(stands=False)


@transaction.atomic
def _finish(run: Reconciliation, words: _Words, readings: Sequence[ListReading], found: SideBySide) -> None:
    if not words.end(RunState.DONE, finished_at=timezone.now(), cut=found.cut):
        raise _TakenUp
    for reading in readings:
        run.lists.filter(table=reading.table_id).update(reading=reading)
    ComparedLists.objects.filter(reconciliation=run).delete()
    append(
        Verb.RECONCILIATION_DONE,
        by=None,
        thing_kind=KIND,
        thing=run.pk,
        detail={"body": run.owner.name, "pairs": len(found.pairs), "version": versions.of_comparing()},
    )

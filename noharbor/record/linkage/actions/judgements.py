"""The one way to propose pairs, to judge them, and to take judgements back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from noharbor.record.linkage.entities import regroup
from noharbor.record.linkage.hanging import Lists
from noharbor.record.linkage.models import Pair
from noharbor.record.linkage.states import UNSETTLED, state_of, votes_of
from noharbor.record.linkage.vocabulary import PairState
from noharbor.science.matching.people.judged import NAMING, Judged, judged_to_json

#: Pairs of one step of `propose`.
_AT_ONCE = 400
#: What the engine says of a pair; what people said of it is not among them.
_PROPOSED = ("score", "log_odds", "level", "proposal", "evidence", "has_conflict", "engine_version")
_KEPT_NEW = ("needs_two", "deadline", "stands", "state", "is_asked_again")


@dataclass(frozen=True, slots=True)
class FoundPair:
    """Two appearances an engine found.

    Attributes:
        one: The one, `judged.one`.
        other: The other, `judged.other`.
        judged: What speaks for and against one person.
    """

    one: UUID
    other: UUID
    judged: Judged

    @property
    def in_order(self) -> FoundPair:
        """The same with the smaller identifier first."""
        if self.one < self.other:
            return self
        judged = self.judged
        turned = replace(judged, one=judged.other, other=judged.one, names=(judged.names[1], judged.names[0]))
        return FoundPair(self.other, self.one, turned)


def propose(found: Iterable[FoundPair], *, engine_version: str) -> list[Pair]:
    """Put pairs before people: new ones are made, open ones brought up to date, judged ones kept as they are.

    What was judged different is asked again only where the two now share a paper that those who judged did not see.
    Safe to call twice and side by side; call it outside other transactions, for each step is one of its own.

    Returns:
        A pair for each that was found, in that order.
    """
    return [pair for part in _parts([one.in_order for one in found]) for pair in _propose(part, engine_version)]


@transaction.atomic
def _propose(found: Sequence[FoundPair], engine_version: str) -> list[Pair]:
    standing = _standing(found)
    lists = Lists({end for one in found for end in (one.one, one.other)})
    new: list[Pair] = []
    settle_anew: list[UUID] = []
    for one in found:
        values = _columns(one, engine_version)
        pair = standing.get((one.one, one.other))
        if pair is None:
            pair = Pair(one_id=one.one, other_id=one.other, found_at=timezone.now(), **values)
            standing[one.one, one.other] = pair
            new.append(pair)
        elif pair.state in UNSETTLED or _is_new(one.judged, pair):
            pair.is_asked_again = pair.state == PairState.DIFFERENT
            for column, value in values.items():
                setattr(pair, column, value)
        pair.stands, pair.deadline, pair.needs_two = True, lists.deadline_of(pair), lists.needs_two(pair)
        if pair.state != PairState.OPEN:
            settle_anew += _settled_anew(pair)
    Pair.objects.bulk_create(new, ignore_conflicts=True)
    made = {id(pair) for pair in new}
    Pair.objects.bulk_update(
        [pair for pair in standing.values() if id(pair) not in made], [*_PROPOSED, *_KEPT_NEW], batch_size=100
    )
    if settle_anew:
        regroup(settle_anew)
    # Somebody else may have made the same pair meanwhile; theirs stands.
    kept = _standing(found)
    return [kept[one.one, one.other] for one in found]


def _settled_anew(pair: Pair) -> Sequence[UUID]:
    """Where a list is now for a plane, what one member said no longer is enough."""
    before, pair.state = pair.state, state_of(pair.judgements.all(), needs_two=pair.needs_two)
    return () if pair.state == before else (pair.one_id, pair.other_id)


def _standing(found: Sequence[FoundPair]) -> dict[tuple[UUID, UUID], Pair]:
    wanted = {(one.one, one.other) for one in found}
    pairs = (
        Pair.objects.select_for_update()
        .filter(one__in={one for one, _ in wanted}, other__in={other for _, other in wanted})
        .prefetch_related("judgements")
        .order_by("pk")
    )
    return {at: pair for pair in pairs if (at := (pair.one_id, pair.other_id)) in wanted}


def _columns(found: FoundPair, engine_version: str) -> dict[str, Any]:
    judged = found.judged
    return {
        "score": judged.score,
        "log_odds": judged.log_odds,
        "level": int(judged.level),
        "proposal": judged.proposal.value,
        "evidence": judged_to_json(judged),
        "has_conflict": bool(judged.conflicts),
        "engine_version": engine_version,
    }


def papers_in(evidence: dict[str, Any]) -> set[str]:
    """The kinds of shared paper in some evidence, each of which names a person by itself."""
    return {kind.value for kind in NAMING} & set(evidence.get("kinds", ()))


def _is_new(judged: Judged, pair: Pair) -> bool:
    """Whether the two now share a paper that nobody who judged them different saw."""
    if pair.state != PairState.DIFFERENT:
        return False
    seen = [papers_in(one.evidence) for one in votes_of(pair.judgements.all()).values()]
    return bool(papers_in(judged_to_json(judged)) - set().union(*seen))


def _parts(found: Sequence[FoundPair]) -> Iterator[Sequence[FoundPair]]:
    return (found[at : at + _AT_ONCE] for at in range(0, len(found), _AT_ONCE))

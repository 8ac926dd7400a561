"""The one way to propose pairs, to judge them, and to take judgements back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from noharbor.record.access.decisions import require
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Permission
from noharbor.record.audit.actions import append
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.linkage.entities import regroup
from noharbor.record.linkage.evidence import goes_against, new_papers
from noharbor.record.linkage.hanging import Lists
from noharbor.record.linkage.models import Judgement, Pair
from noharbor.record.linkage.queries.appearances import visible_to
from noharbor.record.linkage.queries.resting import Resting, resting_on
from noharbor.record.linkage.queries.review import is_blind_to
from noharbor.record.linkage.refusals import (
    AlreadyWithdrawn,
    JudgedMeanwhile,
    JudgementRefused,
    ReasonNeeded,
    SaidAlready,
    SecondMustBeAnother,
    TakenBackMeanwhile,
    WithdrawalNeedsReason,
)
from noharbor.record.linkage.states import UNSETTLED, shown_state, state_of, votes_of
from noharbor.record.linkage.vocabulary import PairState, Verdict
from noharbor.science.matching.people.judged import Judged, judged_to_json, turned

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
        return FoundPair(self.other, self.one, turned(self.judged))


@transaction.atomic
def judge(
    pair: Pair, verdict: Verdict, *, by: Member, why: str = "", blind: bool = False, seen: PairState
) -> Judgement:
    """Say of two appearances that they are one, or two, or that it cannot be said.

    Args:
        pair: The two.
        verdict: What is said.
        by: Who says it; needs `pair:judge`, and sees both sides.
        why: Their own words; needed where the verdict goes against the evidence.
        blind: Whether the score was hidden from them.
        seen: The state they were shown when they decided.

    Raises:
        NotAllowed: They may not judge pairs.
        Pair.DoesNotExist: They may not see both sides.
        JudgementRefused: The pair is no longer as it was shown, they have said so already, or a reason is missing.
    """
    require(by, Permission.PAIR_JUDGE)
    pair = _locked(pair.pk, by)
    judgements = list(pair.judgements.select_related("by", "withdrawn_by"))
    own = votes_of(judgements).get(by.pk)
    if own is not None and own.verdict == verdict and not pair.is_asked_again:
        raise SecondMustBeAnother if pair.state == PairState.AWAITS_SECOND else SaidAlready
    if shown_state(pair.state, has_judged=own is not None) != shown_state(seen, has_judged=own is not None):
        # The words of the refusal must not tell what the first one said to who may be the second.
        raise JudgementRefused if is_blind_to(pair, judgements, by) else _meanwhile(judgements)
    if not why.strip() and goes_against(pair, verdict):
        raise ReasonNeeded
    judgement = Judgement.objects.create(
        pair=pair, verdict=verdict, by=by, at=timezone.now(), why=why.strip(), blind=blind, evidence=pair.evidence
    )
    pair.is_asked_again, pair.held_by, pair.held_until = False, None, None
    detail: dict[str, object] = {"verdict": verdict.value, "judgement": str(judgement.pk), "blind": blind}
    _settle(pair)
    append(Verb.PAIR_JUDGED, by=by, thing_kind="pair", thing=pair.pk, detail=detail)
    return judgement


@transaction.atomic
def withdraw(judgement: Judgement, *, by: Member, why: str = "") -> Resting:
    """Take a judgement back, however old it is: the pair is again what the standing judgements make of it.

    Args:
        judgement: The one that no longer holds.
        by: Who takes it back: its author, or anybody who may judge pairs and sees both sides.
        why: Their own words; needed where the judgement is another's.

    Returns:
        What rested on it, as far as `by` may see it.

    Raises:
        NotAllowed: They may not judge pairs.
        Pair.DoesNotExist: They may not see both sides.
        AlreadyWithdrawn: Somebody was faster.
        WithdrawalNeedsReason: It is another's, and no reason was given.
    """
    require(by, Permission.PAIR_JUDGE)
    pair = _locked(judgement.pair_id, by)
    judgement = pair.judgements.select_related("pair").get(pk=judgement.pk)
    if judgement.withdrawn_at is not None:
        raise AlreadyWithdrawn
    if judgement.by_id != by.pk and not why.strip():
        raise WithdrawalNeedsReason
    rests = resting_on(judgement, by)
    judgement.withdrawn_at, judgement.withdrawn_by, judgement.withdrawn_why = timezone.now(), by, why.strip()
    judgement.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    detail: dict[str, object] = {"judgement": str(judgement.pk), "why": why.strip()}
    _settle(pair)
    append(Verb.PAIR_WITHDRAWN, by=by, thing_kind="pair", thing=pair.pk, detail=detail)
    return rests


def _locked(identifier: UUID, by: Member) -> Pair:
    """The pair as it is now, to be changed; absent where the member may not see it."""
    # The row is locked where the database can; SQLite has one writer at a time anyway.
    pair = Pair.objects.select_for_update().get(pk=identifier)
    if visible_to(by).filter(pk__in=(pair.one_id, pair.other_id)).count() < 2:
        raise Pair.DoesNotExist
    return pair


def _settle(pair: Pair) -> None:
    """Give a pair the state that its judgements make, and its sides their entity.

    Before the log is written: a list that is understood anew groups, then writes, too, and the other way round each
    would wait for the other.
    """
    before = pair.state
    # What a list is for may have been said since the pair was proposed.
    pair.needs_two = Lists((pair.one_id, pair.other_id)).needs_two(pair)
    pair.state = state_of(pair.judgements.all(), needs_two=pair.needs_two)
    pair.is_asked_again = pair.is_asked_again and pair.state == PairState.DIFFERENT
    pair.save(update_fields=["state", "needs_two", "is_asked_again", "held_by", "held_until"])
    if pair.state != before:
        regroup((pair.one_id, pair.other_id))


def _meanwhile(judgements: Sequence[Judgement]) -> JudgementRefused:
    """Who did what while somebody else looked at the pair."""
    acts: list[tuple[datetime, JudgementRefused]] = []
    for one in judgements:
        acts.append((one.at, JudgedMeanwhile(member=one.by.name, verdict=one.get_verdict_display())))
        if one.withdrawn_at and one.withdrawn_by:
            acts.append((one.withdrawn_at, TakenBackMeanwhile(member=one.withdrawn_by.name)))
    return max(acts, key=lambda act: act[0])[1] if acts else JudgementRefused()


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
        elif pair.state in UNSETTLED or _is_asked_again(pair, values["evidence"]):
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


def _is_asked_again(pair: Pair, evidence: dict[str, Any]) -> bool:
    return pair.state == PairState.DIFFERENT and bool(new_papers(pair, evidence))


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


def _parts(found: Sequence[FoundPair]) -> Iterator[Sequence[FoundPair]]:
    return (found[at : at + _AT_ONCE] for at in range(0, len(found), _AT_ONCE))

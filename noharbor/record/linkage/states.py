"""What the standing judgements of a pair make of it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from noharbor.record.linkage.models import Judgement
from noharbor.record.linkage.vocabulary import PairState, Verdict

#: States in which a standing judgement says that they are two: nothing else may make them one.
KEPT_APART = (PairState.DIFFERENT, PairState.DISPUTED)
#: States that leave something to be judged.
UNSETTLED = (PairState.AWAITS_SECOND, PairState.OPEN, PairState.UNSURE)


def votes_of(judgements: Iterable[Judgement]) -> dict[UUID, Judgement]:
    """Return what each member says now: the newest of their judgements that stand."""
    standing = (judgement for judgement in judgements if judgement.withdrawn_at is None)
    return {judgement.by_id: judgement for judgement in sorted(standing, key=lambda one: (one.at, one.pk))}


def state_of(judgements: Iterable[Judgement], *, needs_two: bool) -> PairState:
    """Return where the two of a pair stand to each other.

    Members who say the opposite leave it disputed until one of them takes it back or both agree. Where two people must
    say so, one "same" waits for another member's; one "different" is enough. Whoever is unsure decides nothing.
    """
    verdicts = [judgement.verdict for judgement in votes_of(judgements).values()]
    same, different = verdicts.count(Verdict.SAME), verdicts.count(Verdict.DIFFERENT)
    if same and different:
        return PairState.DISPUTED
    if different:
        return PairState.DIFFERENT
    if same:
        return PairState.AWAITS_SECOND if needs_two and same < 2 else PairState.SAME
    return PairState.UNSURE if verdicts else PairState.OPEN


def shown_state(state: str, *, has_judged: bool) -> PairState:
    """Return the state a member is told: who looks second does not learn that, and what, the first one said."""
    if state == PairState.AWAITS_SECOND and not has_judged:
        return PairState.OPEN
    return PairState(state)

"""Two rows, weighed: what speaks for one person and what against, what may be proposed, and why; and as JSON."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from noharbor.science.matching.people import sayings
from noharbor.science.matching.people.agreement import Agreement, Kind, agreement_of
from noharbor.science.names.comparison import Comparison
from noharbor.science.names.evidence import MERGE_SCORE, POSSIBLE_SCORE, Level, Proposal
from noharbor.science.names.explain import explain
from noharbor.science.names.reasons import Saying, joined

#: Names further apart than this, in log-odds, are looked at again only where a number or a birth is shared.
WORTH_A_LOOK = -4.0
#: Where several fit a row, each that is as likely as this is told: one of twenty.
_ONE_OF_FEW = 0.05
#: Kinds that stand against one person so strongly that a machine never proposes "same" in their face.
AGAINST = frozenset(
    {
        Kind.BORN_YEARS_APART,
        Kind.OTHER_NATIONALITY,
        Kind.OTHER_NATIONAL_ID,
        Kind.OTHER_PASSPORT,
        Kind.OTHER_SEX,
    }
)
#: Kinds without one of which names are never proposed as one person: a name, a sex and a nationality are many people's.
_TELLING = frozenset(
    {
        Kind.BORN_DAY_AND_MONTH_TURNED,
        Kind.BORN_IN_ANOTHER_ERA,
        Kind.BORN_MAY_AGREE,
        Kind.BORN_NEARLY,
        Kind.BORN_SAME_DAY,
        Kind.NATIONAL_ID_NEARLY,
        Kind.PASSPORT_NEARLY,
        Kind.SAME_NATIONAL_ID,
        Kind.SAME_PASSPORT,
        Kind.SAME_PHONE,
    }
)
#: Kinds that name one person by themselves.
NAMING = frozenset({Kind.SAME_NATIONAL_ID, Kind.SAME_PASSPORT})


@dataclass(frozen=True, slots=True)
class Judged:
    """Two rows, weighed.

    Attributes:
        one: Place of the first row in its list, from 0.
        other: Place of the second in its.
        names: The two names that agree best.
        name_odds: What they say, in log-odds.
        level: How they agree.
        agreements: What the fields say.
        log_odds: What all says together.
        score: 0..1; less than the log-odds alone say where others fit about as well.
        has_rivals: Whether others do.
    """

    one: int
    other: int
    names: tuple[str, str]
    name_odds: float
    level: Level
    agreements: tuple[Agreement, ...]
    log_odds: float
    score: float
    has_rivals: bool = False

    @property
    def proposal(self) -> Proposal:
        """What a machine may propose; a person decides."""
        if self.score >= MERGE_SCORE and self._may_be_proposed:
            return Proposal.SAME
        # One paper in two rows is worth a person's look, whatever else they say; so is each of a few namesakes.
        possible = self.score >= POSSIBLE_SCORE or self._share_a_paper or self._is_one_of_few
        return Proposal.POSSIBLE if possible else Proposal.DIFFERENT

    @property
    def _is_one_of_few(self) -> bool:
        return self.has_rivals and self.score >= _ONE_OF_FEW and score_of(self.log_odds) >= POSSIBLE_SCORE

    @property
    def _share_a_paper(self) -> bool:
        return any(agreement.kind in NAMING for agreement in self.agreements)

    @property
    def _may_be_proposed(self) -> bool:
        kinds = {agreement.kind for agreement in self.agreements}
        if kinds & AGAINST or not kinds & _TELLING:
            return False
        # Sound alone never names anybody; with other names, not even a number does.
        return self.level >= Level.CUSTOMARY_ROMANISATION or (bool(kinds & NAMING) and self.name_odds > WORTH_A_LOOK)

    @property
    def conflicts(self) -> tuple[Saying, ...]:
        """What of these rows cannot be right together: one paper for two names, two years of birth or two sexes."""
        kinds = {agreement.kind for agreement in self.agreements}
        paper = next((sayings.IN_CONFLICT[kind] for kind in sorted(NAMING) if kind in kinds), None)
        if paper is None:
            return ()
        against = [agreement.saying for agreement in self.agreements if agreement.kind in AGAINST]
        if self.name_odds <= WORTH_A_LOOK:
            against.insert(0, sayings.NAMES_DIFFER)
        return tuple(Saying(sayings.BUT, {"paper": Saying(paper), "against": Saying(one)}) for one in against)

    @property
    def reason(self) -> str:
        """One English sentence that says why."""
        return self.saying.told()

    @property
    def saying(self) -> Saying:
        """The same, still to be told in some language."""
        comparison = Comparison(*self.names, 1 / (1 + math.exp(-self.name_odds)), self.level)
        clauses = [*explain(comparison).clauses, *(Saying(agreement.saying) for agreement in self.agreements)]
        if self.has_rivals:
            clauses.append(Saying(sayings.NAMESAKES))
        return joined(clauses)


def score_of(log_odds: float) -> float:
    """Log-odds as a score, 0..1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def turned(judged: Judged) -> Judged:
    """The same with the second row first."""
    one, other = judged.names
    return replace(judged, one=judged.other, other=judged.one, names=(other, one))


def rescored(judged: Judged, score: float) -> Judged:
    """The same with the score that rivals leave."""
    return replace(judged, score=score, has_rivals=score < 0.8 * judged.score)


def judged_to_json(judged: Judged) -> dict[str, Any]:
    """A judged pair as plain values that JSON can hold, for `judged_from_json`."""
    return {
        "one": judged.one,
        "other": judged.other,
        "names": list(judged.names),
        "name_odds": judged.name_odds,
        "level": judged.level.name.lower(),
        "kinds": [str(agreement.kind) for agreement in judged.agreements],
        "log_odds": judged.log_odds,
        "score": judged.score,
        "has_rivals": judged.has_rivals,
    }


def judged_from_json(said: Mapping[str, Any]) -> Judged:
    """The pair that `judged_to_json` wrote; what its kinds of agreement weigh and say is looked up anew.

    Raises:
        KeyError: Something is missing, or the level is not known.
        ValueError: A kind of agreement is not known.
    """
    one, other = said["names"]
    return Judged(
        said["one"],
        said["other"],
        (one, other),
        said["name_odds"],
        Level[said["level"].upper()],
        tuple(agreement_of(Kind(kind)) for kind in said["kinds"]),
        said["log_odds"],
        said["score"],
        said["has_rivals"],
    )

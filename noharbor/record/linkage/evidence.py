"""What the evidence of a pair says about how it may be judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from noharbor.record.linkage.models import Pair
from noharbor.record.linkage.states import votes_of
from noharbor.record.linkage.vocabulary import Verdict
from noharbor.science.matching.people.judged import NAMING


def papers_in(evidence: Mapping[str, Any]) -> set[str]:
    """The kinds of shared paper in some evidence, each of which names a person by itself."""
    return {kind.value for kind in NAMING} & set(evidence.get("kinds", ()))


def goes_against(pair: Pair, verdict: Verdict) -> bool:
    """Whether a verdict needs a reason: two people with one paper, or one person whose rows contradict each other."""
    if verdict == Verdict.SAME:
        return pair.has_conflict
    return verdict == Verdict.DIFFERENT and bool(papers_in(pair.evidence))


def new_papers(pair: Pair, evidence: Mapping[str, Any]) -> set[str]:
    """The kinds of shared paper in some evidence that nobody had before them who judged the pair."""
    seen = (papers_in(judgement.evidence) for judgement in votes_of(pair.judgements.all()).values())
    return papers_in(evidence).difference(*seen)

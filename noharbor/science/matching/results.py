"""What a search gives back: candidates with reasons, and what it left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from noharbor.science.matching.protocols import Judgement


class CutReason(StrEnum):
    """Why a search did not compare every name that shares a key with the query, alphabetical."""

    COMMON_KEYS = "common-keys"
    SHORTLIST = "shortlist"


@dataclass(frozen=True, slots=True)
class Cut:
    """What a search left out.

    Attributes:
        reasons: `SHORTLIST` when more names share keys than were compared in full; `COMMON_KEYS` when keys that very
            many names have were used to rank what other keys found, but not to find more.
        found_not_compared: Names that share keys, and fewer or more common ones than those compared.
        not_looked_at: The most there can be of further names, which share only common keys.
        best_left_out: How close, at most, a name left out comes to the best of its script in what it shares with the
            query, 0 to 1. Low: nothing like the query was missed. Near 1: very many names are alike; search with more
            of the name, or a larger budget.
    """

    reasons: tuple[CutReason, ...]
    found_not_compared: int
    not_looked_at: int
    best_left_out: float


@dataclass(frozen=True, slots=True)
class Budget:
    """How much work one search may do.

    Attributes:
        postings: Places read from the lists of names that share a key; the rarest keys are read first.
        shortlist: Names compared in full.
    """

    postings: int = 200_000
    shortlist: int = 28


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who may be meant.

    Attributes:
        id: The record's id.
        name: The name of the record that fits best, as written.
        judgement: How it compares with the query: score, level, and the reason, put into words when it is asked for.
        shared: Part of the query's evidence that name shares by keys, 0 to 1: why it was found.
    """

    id: str
    name: str
    judgement: Judgement
    shared: float

    @property
    def score(self) -> float:
        """How well it fits, 0 to 1."""
        return self.judgement.score

    @property
    def level(self) -> object:
        """The kind of evidence, as the comparison names it."""
        return self.judgement.level

    @property
    def reason(self) -> object:
        """Why, in one sentence."""
        return self.judgement.reason


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search.

    Attributes:
        candidates: Best first, each person once.
        compared: Names compared in full.
        beyond_limit: Further persons compared that the limit asked for kept off the list; all score lower or the same.
        cut: What was left out; None if every name that shares a key was compared.
    """

    candidates: tuple[Candidate, ...]
    compared: int
    beyond_limit: int
    cut: Cut | None

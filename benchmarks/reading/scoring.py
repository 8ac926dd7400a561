"""How well predicted events match annotated ones, by the rules of docs/annotation-guide.md.

Within an article gold and predicted events are paired one to one so that the sum of likeness is greatest. A pair is
possible when the types agree and the count, the date, the place, or money and things agree; where gold states none of
them, the wording or the acting countries decide. Optional events are neither rewarded nor missed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

Event = dict[str, Any]


def place_words(event: Event) -> str:
    """The place's name, folded for comparison."""
    name = (event.get("place") or {}).get("name") or ""
    plain = unicodedata.normalize("NFKC", name).casefold()
    if re.search("[a-z]", plain):
        plain = "".join(char for char in unicodedata.normalize("NFD", plain) if unicodedata.category(char) != "Mn")
    plain = re.sub(r"[^\w']+", " ", plain)
    return re.sub(r"\b(the|city|province|district|township)\b", " ", plain).strip()


def place_country(event: Event) -> str | None:
    """The place's country."""
    return (event.get("place") or {}).get("country")


def _is_latin(words: str) -> bool:
    return bool(re.search("[a-z]", words))


def same_place(gold: Event, predicted: Event) -> bool:
    """Whether two names plausibly mean one place: equal, one inside the other, or two scripts in one country."""
    one, other = place_words(gold), place_words(predicted)
    if not one or not other:
        return False
    if one == other:
        return True
    if _is_latin(one) != _is_latin(other):
        return place_country(gold) == place_country(predicted) is not None
    short, long = sorted((one, other), key=len)
    if _is_latin(short):
        return len(short) >= 4 and re.search(rf"(^| ){re.escape(short)}($| )", long) is not None
    return len(short) >= 2 and short in long


def same_date(gold: Event, predicted: Event) -> bool:
    """Whether dates are compatible: equal, one finer than the other, but a bare year never stands for a fuller date."""
    stated, found = gold.get("date") or "", predicted.get("date") or ""
    if not stated or not found:
        return False
    if len(found) < len(stated):
        return len(found) == len("2025-08") and stated.startswith(found)
    return found.startswith(stated)


def same_count(gold: Event, predicted: Event) -> bool:
    """Whether both state the same number."""
    return gold.get("count") is not None and gold["count"] == predicted.get("count")


def same_amount(gold: Event, predicted: Event) -> bool:
    """Whether both state the same money, within half a per cent."""
    stated, found = gold.get("amount"), predicted.get("amount")
    if stated is None or found is None:
        return False
    currencies = {gold.get("currency"), predicted.get("currency")} - {None}
    return abs(stated - found) <= 0.005 * max(abs(stated), 1) and len(currencies) < 2


def same_things(gold: Event, predicted: Event) -> bool:
    """Whether a number of things agrees."""
    stated = {item.get("n") for item in gold.get("items") or []} - {None}
    found = ({item.get("n") for item in predicted.get("items") or []} | {predicted.get("count")}) - {None}
    return bool(stated & found)


def same_wording(gold: Event, predicted: Event) -> float:
    """How much the quotes share, 0..1."""
    one, other = _trigrams(gold.get("quote")), _trigrams(predicted.get("quote"))
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _trigrams(words: str | None) -> set[str]:
    plain = re.sub(r"\W+", "", (words or "").casefold())
    return {plain[start : start + 3] for start in range(max(len(plain) - 2, 1))} if plain else set()


def _says_nothing(event: Event) -> bool:
    return (
        event.get("count") is None and not event.get("date") and not place_words(event) and event.get("amount") is None
    )


def may_pair(gold: Event, predicted: Event) -> bool:
    """Whether two events may be the same."""
    if gold["type"] != predicted.get("type"):
        return False
    facts = (same_count, same_date, same_place, same_amount, same_things)
    if any(fact(gold, predicted) for fact in facts):
        return True
    if gold["type"] == "seizure" and place_country(gold) and place_country(gold) == place_country(predicted):
        return True
    if _says_nothing(gold):
        acting = set(gold.get("countries") or []) & set(predicted.get("countries") or [])
        return bool(acting) or same_wording(gold, predicted) >= 0.5
    return _says_nothing(predicted) and same_wording(gold, predicted) >= 0.5


def likeness(gold: Event, predicted: Event) -> float:
    """How alike two events that may be paired are."""
    alike = 1.0 + 3 * same_count(gold, predicted) + 3 * same_amount(gold, predicted) + 2 * same_things(gold, predicted)
    alike += 2 * same_date(gold, predicted) + 2 * same_place(gold, predicted) + 4 * same_wording(gold, predicted)
    if gold.get("count") is not None and predicted.get("count") is not None and not same_count(gold, predicted):
        alike -= 1
    return max(alike, 0.1)


def pair(gold: list[Event], predicted: list[Event]) -> list[tuple[int, int]]:
    """Pair events one to one; return (index in gold, index in predicted)."""
    if not gold or not predicted:
        return []
    weights = np.array([[likeness(g, p) if may_pair(g, p) else 0.0 for p in predicted] for g in gold])
    rows, columns = linear_sum_assignment(weights, maximize=True)
    return [(int(row), int(column)) for row, column in zip(rows, columns, strict=True) if weights[row, column] > 0]


@dataclass
class Tally:
    """Counts over many articles."""

    hits: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    count_and_date: int = 0
    empty_articles: int = 0
    empty_articles_disturbed: int = 0
    problems: dict[str, list[Event]] = field(default_factory=lambda: defaultdict(list))

    def add(self, gold: list[Event], predicted: list[Event], *, identifier: str = "") -> None:
        """Count one article."""
        pairs = pair(gold, predicted)
        for index, other in pairs:
            if not gold[index].get("optional"):
                self._hit(gold[index], predicted[other])
        paired, given = {one for one, _ in pairs}, {other for _, other in pairs}
        for index, event in enumerate(gold):
            if index not in paired and not event.get("optional"):
                self.missed[event["type"]] += 1
                self.problems["missed"].append({"id": identifier} | event)
        for other, event in enumerate(predicted):
            if other not in given:
                self.false[event["type"]] += 1
                self.problems["false"].append({"id": identifier} | event)
        if not gold:
            self.empty_articles += 1
            self.empty_articles_disturbed += bool(predicted)

    def _hit(self, gold: Event, predicted: Event) -> None:
        self.hits[gold["type"]] += 1
        count_right = gold.get("count") is None or same_count(gold, predicted)
        date_right = not gold.get("date") or same_date(gold, predicted)
        self.count_and_date += count_right and date_right
        checks = (
            ("count", gold.get("count") is not None, count_right),
            ("date", bool(gold.get("date")), date_right),
            ("place", bool(place_words(gold)), same_place(gold, predicted)),
            ("country", bool(place_country(gold)), place_country(gold) == place_country(predicted)),
            ("from", bool(gold.get("from_country")), gold.get("from_country") == predicted.get("from_country")),
            ("to", bool(gold.get("to_country")), gold.get("to_country") == predicted.get("to_country")),
            ("amount", gold.get("amount") is not None, same_amount(gold, predicted)),
        )
        for name, stated, right in checks:
            self.of[name] += stated
            self.right[name] += stated and right

    def f1(self, kind: str | None = None) -> float:
        """F1 over all types, or of one."""
        hits, false, missed = (
            (tally[kind] if kind else sum(tally.values())) for tally in (self.hits, self.false, self.missed)
        )
        return 2 * hits / (2 * hits + false + missed) if hits else 0.0

    @property
    def strict_f1(self) -> float:
        """F1 that counts only pairs whose count and date are right too."""
        total = 2 * sum(self.hits.values()) + sum(self.false.values()) + sum(self.missed.values())
        return 2 * self.count_and_date / total if total else 0.0

    def accuracy(self, name: str) -> float | None:
        """Share of a field right on paired events; None where gold never states it."""
        return self.right[name] / self.of[name] if self.of[name] else None

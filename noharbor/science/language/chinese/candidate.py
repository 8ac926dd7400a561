"""What a rule proposes: this clause tells an event of this type, with these words and this number."""

from __future__ import annotations

from dataclasses import dataclass

from noharbor.science.language.chinese.numbers import Quantity
from noharbor.science.language.chinese.sentences import Clause
from noharbor.science.language.events import Amount, EventType, Item
from noharbor.science.moments.moment import Moment


@dataclass(slots=True)
class Candidate:
    """One proposal.

    Attributes:
        type: The kind of event.
        clause: Where its words stand.
        start: First character of the predicate.
        end: Character after its last.
        prior: 0..1, how sure the rule is before the classifier is asked.
        quantity: The number of people, sites, names or cases.
        amount: Money.
        items: Things.
        single: One person or place is told of without a number.
        names: Persons the clause names as acted on.
        told_now: The event is a statement: its day is that of the statement.
        refers_back: Its words point at something told before ("上述", "该批").
        measure: What a total counts.
        planned: It is to come.
        moment: Its day, where a list gives each entry its own.
    """

    type: EventType
    clause: Clause
    start: int
    end: int
    prior: float
    quantity: Quantity | None = None
    amount: Amount | None = None
    items: tuple[Item, ...] = ()
    single: bool = False
    names: tuple[str, ...] = ()
    told_now: bool = False
    refers_back: bool = False
    measure: str | None = None
    planned: bool = False
    moment: Moment | None = None

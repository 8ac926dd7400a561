"""Rows of a result as pages show them: pairs, and people who stand on one list only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from noharbor.desk.widgets.countries import country_name
from noharbor.desk.widgets.pairs import born_words
from noharbor.record.access.models import Member
from noharbor.record.linkage.models import Appearance, Pair
from noharbor.record.linkage.persons import from_json
from noharbor.record.linkage.queries.review import made_one
from noharbor.record.linkage.remarks import JudgedPair
from noharbor.record.linkage.results import said_of
from noharbor.record.linkage.vocabulary import PairState
from noharbor.science.matching.people.judged import judged_from_json
from noharbor.science.names.evidence import Level
from noharbor.science.names.reasons import LEVEL_NAMES, score_told

#: A proposal in words, with the class and icon of its tag.
PROPOSALS: dict[str, tuple[Promise, str, str]] = {
    "possible": (gettext_lazy("possible"), "waiting", "circle"),
    "same": (gettext_lazy("same person"), "proposed", "circle"),
}
#: Class and icon of the tag of a state.
STATES: dict[str, tuple[str, str]] = {
    PairState.AWAITS_SECOND: ("waiting", "clock"),
    PairState.DIFFERENT: ("rejected", "cross"),
    PairState.DISPUTED: ("refused", "alert"),
    PairState.OPEN: ("confirmed", "check"),
    PairState.SAME: ("confirmed", "check"),
    PairState.UNSURE: ("waiting", "circle"),
}
_SEXES = {"female": gettext_lazy("female"), "male": gettext_lazy("male")}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody on a list.

    Attributes:
        list: What the list is called.
        table: Its table.
        row: As its file numbers it.
        names: As written.
        facts: What else is said: birth, sex, nationality, papers, telephones.
    """

    list: str
    table: int
    row: int
    names: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two rows that may be one person.

    Attributes:
        pair: The pair.
        sides: The two; of two lists the row of the earlier one first.
        proposal: A key of `PROPOSALS`.
        score: 0..1, as told.
        level: How the names agree.
        why: One sentence.
        conflicts: What cannot be right together.
        said: What people said, as far as the reader may know it.
    """

    pair: Pair
    sides: tuple[PersonRow, PersonRow]
    proposal: str
    score: str
    level: str
    why: str
    conflicts: tuple[str, ...]
    said: JudgedPair | None

    @property
    def proposal_tag(self) -> tuple[Promise, str, str]:
        """The proposal in words, and the class and icon of its tag."""
        return PROPOSALS[self.proposal]

    @property
    def state_tag(self) -> tuple[str, str]:
        """Class and icon of the tag of what people said."""
        return STATES[self.said.state] if self.said else ("", "circle")


def person_row(appearance: Appearance, table: int, lists: Mapping[int, str]) -> PersonRow:
    """Lay out somebody on a list; `lists` are names by table."""
    person = from_json(appearance.said)
    facts = (
        born_words(person.born),
        str(_SEXES.get(person.sex, person.sex)),
        country_name(person.nationality),
        *person.passports,
        *person.national_ids,
        *person.phones,
    )
    return PersonRow(lists[table], table, appearance.row or 0, person.names, tuple(fact for fact in facts if fact))


def pair_rows(pairs: Iterable[Pair], member: Member, lists: Mapping[int, str]) -> list[PairRow]:
    """Lay out pairs that name the tables of their sides as `one_table` and `other_table`."""
    pairs = list(pairs)
    are_one = made_one((pair.pk for pair in pairs if pair.is_one_to_all), member)  # type: ignore[attr-defined]
    return [_pair_row(pair, said_of(pair, member, are_one=pair.pk in are_one), lists) for pair in pairs]


def _pair_row(pair: Pair, said: JudgedPair | None, lists: Mapping[int, str]) -> PairRow:
    order = list(lists)
    judged = judged_from_json(pair.evidence)
    tables: Sequence[int] = (pair.one_table, pair.other_table)  # type: ignore[attr-defined]
    one, other = sorted(
        zip((pair.one, pair.other), tables, strict=True), key=lambda side: (order.index(side[1]), side[0].at or 0)
    )
    return PairRow(
        pair=pair,
        sides=(person_row(*one, lists), person_row(*other, lists)),
        proposal=pair.proposal,
        score=score_told(pair.score),
        level=_(LEVEL_NAMES[Level(pair.level)]),
        why=_sentence(judged.saying.told(_)),
        conflicts=tuple(_sentence(one.told(_)) for one in judged.conflicts),
        said=said,
    )


def _sentence(told: str) -> str:
    return told[:1].upper() + told[1:]

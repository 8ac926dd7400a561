"""Two appearances side by side, field by field, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from noharbor.desk.widgets.countries import country_name
from noharbor.desk.widgets.moments import say_moment
from noharbor.desk.widgets.names import Spellings, spelled
from noharbor.record.linkage.models import Pair
from noharbor.record.linkage.persons import from_json
from noharbor.record.linkage.queries.standing import Standing
from noharbor.science.matching.people.agreement import Kind, agreements
from noharbor.science.matching.people.judged import judged_from_json
from noharbor.science.matching.people.person import Born, Person
from noharbor.science.moments.moment import Precision
from noharbor.science.names.reasons import LEVEL_NAMES, score_told

#: How a field of one stands to that of the other: word and icon, so that none is told by colour alone.
MARKS: dict[str, tuple[Promise, str]] = {
    "agrees": (gettext_lazy("agrees"), "check"),
    "differs": (gettext_lazy("differs"), "cross"),
    "nearly": (gettext_lazy("nearly"), "info"),
    "one-only": (gettext_lazy("said of one only"), "circle"),
}
_SEXES = {"female": gettext_lazy("female"), "male": gettext_lazy("male")}
#: Kinds of agreement by field: what agrees, what nearly does; the others differ.
_AGREES = frozenset(
    {
        Kind.BORN_MAY_AGREE,
        Kind.BORN_SAME_DAY,
        Kind.SAME_ADDRESS,
        Kind.SAME_NATIONALITY,
        Kind.SAME_NATIONAL_ID,
        Kind.SAME_PASSPORT,
        Kind.SAME_PHONE,
        Kind.SAME_PLACE,
        Kind.SAME_SEX,
    }
)
_NEARLY = frozenset(
    {
        Kind.ADDRESS_NEARLY,
        Kind.BORN_DAY_AND_MONTH_TURNED,
        Kind.BORN_IN_ANOTHER_ERA,
        Kind.BORN_NEARLY,
        Kind.NATIONAL_ID_NEARLY,
        Kind.PASSPORT_NEARLY,
    }
)
#: Systems of spelling shown under a name in another script; the page of names shows all.
_SYSTEMS = 3


@dataclass(frozen=True, slots=True)
class Value:
    """One thing said of somebody; `language` and `spellings` for names in other scripts than Latin."""

    words: str
    language: str = ""
    spellings: tuple[Spellings, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One field of both.

    Attributes:
        label: What it is about.
        one: What is said of the one.
        other: What is said of the other.
        mark: A key of `MARKS`; empty where nothing can be said.
        note: How they agree, in words; empty where the mark says it all.
    """

    label: str
    one: tuple[Value, ...]
    other: tuple[Value, ...]
    mark: str = ""
    note: str = ""

    @property
    def mark_word(self) -> str:
        """The mark in words."""
        return str(MARKS[self.mark][0]) if self.mark else ""

    @property
    def mark_icon(self) -> str:
        """The mark as a drawing."""
        return MARKS[self.mark][1] if self.mark else ""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A pair as people see it.

    Attributes:
        pair: The pair.
        one: Where the one stands.
        other: Where the other stands.
        fields: What is said of both.
        reason: The sentence why; empty where the evidence cannot be told.
        conflicts: What cannot be right together.
        score: 0..1, as told.
        percent: The same in hundredths.
        level: How the names agree.
    """

    pair: Pair
    one: Standing
    other: Standing
    fields: tuple[Field, ...]
    reason: str
    conflicts: tuple[str, ...]
    score: str
    percent: int
    level: str


def side_by_side(pair: Pair, standings: Mapping[UUID, Standing]) -> SideBySide:
    """Lay the two of a pair side by side.

    Args:
        pair: With both appearances.
        standings: Where both stand, by appearance, as far as the reader may see.
    """
    # A pair that was made by hand has no evidence of an engine.
    judged = judged_from_json(pair.evidence) if pair.evidence.get("names") else None
    return SideBySide(
        pair=pair,
        one=standings[pair.one_id],
        other=standings[pair.other_id],
        fields=tuple(_fields(from_json(pair.one.said), from_json(pair.other.said))),
        reason=_sentence(judged.saying.told(_)) if judged else "",
        conflicts=tuple(_sentence(one.told(_)) for one in judged.conflicts) if judged else (),
        score=score_told(pair.score),
        percent=round(100 * pair.score),
        level=_(LEVEL_NAMES[judged.level]) if judged else "",
    )


def said_of(person: Person) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """What is said of somebody, field by field, those left out that are not said."""
    return ((field.label, field.one) for field in _fields(person, Person()) if field.one)


def born_words(born: Born | None) -> str:
    """When somebody was born, as exactly as it is known."""
    if born is None:
        return ""
    first, last = born.earliest, born.latest
    is_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if is_year and first.year == last.year:
        return say_moment(first, last, Precision.YEAR)
    if is_year:
        return _("%(first)s to %(last)s") % {"first": first.year, "last": last.year}
    return say_moment(first, last, Precision.DAY)


def _sentence(told: str) -> str:
    return told[:1].upper() + told[1:]


def _fields(one: Person, other: Person) -> Iterator[Field]:
    found = {agreement.kind: _(agreement.saying) for agreement in agreements(one, other)}

    def field(label: str, ones: Iterable[str], others: Iterable[str], word: str) -> Field:
        here, there = tuple(Value(value) for value in ones if value), tuple(Value(value) for value in others if value)
        kinds = [kind for kind in found if word in kind.split()]
        return Field(label, here, there, *_marked(here, there, kinds, found))

    yield _names(one, other)
    yield field(_("Birth"), [born_words(one.born)], [born_words(other.born)], "born")
    yield field(_("Sex"), _sex(one), _sex(other), "sex")
    yield field(_("Nationality"), [country_name(one.nationality)], [country_name(other.nationality)], "nationality")
    yield field(_("Passport"), one.passports, other.passports, "passport")
    yield field(_("National number"), one.national_ids, other.national_ids, "id")
    yield field(_("Telephone"), one.phones, other.phones, "phone")
    yield field(_("Address"), [one.address], [other.address], "address")
    yield field(_("Place"), [one.place], [other.place], "place")
    yield field(_("Group or bus"), [one.group], [other.group], "group")


def _names(one: Person, other: Person) -> Field:
    here, there = (tuple(map(name_value, person.names)) for person in (one, other))
    same = {name.casefold() for name in one.names} & {name.casefold() for name in other.names}
    if here and there:
        return Field(_("Name"), here, there, "agrees" if same else "", "" if same else _("written otherwise"))
    return Field(_("Name"), here, there, "one-only" if here or there else "")


def name_value(name: str) -> Value:
    """A name as written, with spellings under it where it is in another script."""
    language, spellings = spelled(name)
    if not language:
        return Value(name)
    return Value(name, language, tuple(Spellings(one.system, one.words[:1]) for one in spellings[:_SYSTEMS]))


def _marked(
    here: tuple[Value, ...], there: tuple[Value, ...], kinds: list[Kind], found: dict[Kind, str]
) -> tuple[str, str]:
    """How two fields stand to each other, and in words where the mark alone does not say it."""
    if not here or not there:
        return ("one-only", "") if here or there else ("", "")
    for kind in kinds:
        if kind in _AGREES:
            return "agrees", found[kind] if kind is Kind.BORN_MAY_AGREE else ""
        return "nearly" if kind in _NEARLY else "differs", found[kind]
    are_equal = {value.words.casefold() for value in here} & {value.words.casefold() for value in there}
    return ("agrees" if are_equal else "differs"), ""


def _sex(person: Person) -> list[str]:
    return [str(_SEXES.get(person.sex, person.sex))]

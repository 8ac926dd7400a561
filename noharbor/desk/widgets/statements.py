"""A statement laid out as facts: label, value, and the words it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from noharbor.desk.widgets.addresses import place_address
from noharbor.desk.widgets.countries import country_name, is_name_of
from noharbor.desk.widgets.moments import RESOLVED_BY_LABELS, say_moment
from noharbor.desk.widgets.numbers import say_amount, say_number
from noharbor.record.linkage.naming import body_key
from noharbor.record.linkage.queries.named import EntityByName
from noharbor.record.reading.models import Statement
from noharbor.record.reading.vocabulary import EVENT_TYPE_LABELS
from noharbor.science.language.events import Bound, EventType
from noharbor.science.moments.moment import DAY_OF_PUBLICATION

#: Fraud types by code, alphabetical; a code not listed is shown as it is.
FRAUD_TYPE_LABELS: dict[str, Promise] = {
    "bec": gettext_lazy("business e-mail fraud"),
    "crypto_fraud": gettext_lazy("cryptocurrency fraud"),
    "extortion": gettext_lazy("extortion"),
    "fake_job": gettext_lazy("false job offers"),
    "human_trafficking": gettext_lazy("human trafficking"),
    "impersonation": gettext_lazy("impersonation"),
    "investment_fraud": gettext_lazy("investment fraud"),
    "loan_fraud": gettext_lazy("loan fraud"),
    "money_laundering": gettext_lazy("money laundering"),
    "online_gambling": gettext_lazy("online gambling"),
    "phishing": gettext_lazy("phishing"),
    "romance_scam": gettext_lazy("romance scam"),
    "telecom_online_fraud": gettext_lazy("telecom and online fraud"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page; the address is empty where there is none."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a statement says.

    Attributes:
        label: What it is about.
        value: What is said.
        note: The original words and how they were understood; empty where there is nothing to add.
        links: The members of the value where some of them have pages; none where none has.
    """

    label: str
    value: str
    note: str = ""
    links: tuple[Link, ...] = ()


def kind_label(kind: str) -> str:
    """Return the kind of event in words."""
    return str(EVENT_TYPE_LABELS[EventType(kind)])


def when(statement: Statement) -> str:
    """Return when, no more exact than it is known; empty when nothing was said."""
    return say_moment(statement.moment_first, statement.moment_last, statement.moment_precision)


def where(statement: Statement) -> str:
    """Return place and country, as far as they are known."""
    country = country_name(statement.place_country)
    if statement.place_name and country and not is_name_of(statement.place_name, statement.place_country):
        return _("%(place)s, %(country)s") % {"place": statement.place_name, "country": country}
    return country or statement.place_name


def how_many(statement: Statement) -> str:
    """Return the number with its bound, in words: "11", "at least 300", "about 300"."""
    return say_bounded(say_number(statement.count), statement.count_bound) if statement.count is not None else ""


def how_much(statement: Statement) -> str:
    """Return the sum of money with its bound and currency."""
    if statement.amount is None:
        return ""
    bound = str(statement.detail.get("amount_bound", ""))
    return say_bounded(say_amount(statement.amount, statement.currency), bound)


def movement(statement: Statement) -> str:
    """Return from where to where people were moved."""
    left, right = country_name(statement.from_country), country_name(statement.to_country)
    if left and right:
        return _("%(from)s → %(to)s") % {"from": left, "to": right}
    if left:
        return _("from %(from)s") % {"from": left}
    return _("to %(to)s") % {"to": right} if right else ""


def summary(statement: Statement) -> str:
    """Return the statement in one short line, for lists, titles and messages."""
    said = [kind_label(statement.kind), how_many(statement), movement(statement), where(statement), when(statement)]
    return " · ".join(word for word in said if word)


def author(statement: Statement) -> str:
    """Return which engine in which version proposed it, or which member stated it."""
    if statement.by:
        return _("Stated by %(member)s") % {"member": statement.by.name}
    return _("Proposed by %(engine)s %(version)s") % {
        "engine": statement.engine,
        "version": statement.engine_version,
    }


def facts(statement: Statement, named: Mapping[UUID, EntityByName]) -> list[Fact]:
    """Return all a statement says, in the order people ask: when, where, how many, who, from whom.

    Args:
        statement: The statement.
        named: The people and bodies that statements of its source name.
    """
    known = named.get(statement.pk, {})
    return [fact for fact in _facts(statement, known) if fact.value]


def _facts(statement: Statement, known: EntityByName) -> Iterator[Fact]:
    detail: dict[str, Any] = statement.detail
    language = statement.source.language
    people = [Link(_person(one), _person_address(one, known)) for one in detail.get("people", ())]
    bodies = [Link(name, _body_address(name, language, known)) for name in detail.get("organisations", ())]
    yield Fact(_("When"), when(statement), _moment_note(statement))
    yield _linked(_("Where"), [Link(where(statement), place_address(statement))], _taken_note(statement, "place"))
    yield Fact(_("How many"), how_many(statement), _quoted(statement.count_words, beside=how_many(statement)))
    yield Fact(_("From, to"), movement(statement))
    yield _linked(_("People"), people)
    yield _linked(_("Bodies"), bodies)
    yield Fact(_("Acting states"), _list(country_name(code) for code in detail.get("countries", ())))
    yield Fact(_("Nationalities"), _list(country_name(code) for code in detail.get("nationalities", ())))
    yield Fact(_("Money"), how_much(statement), _quoted(str(detail.get("amount_words", ""))))
    yield Fact(_("Things"), _list(_item(item) for item in detail.get("items", ())))
    yield Fact(_("Fraud"), _list(str(FRAUD_TYPE_LABELS.get(code, code)) for code in detail.get("fraud_types", ())))
    yield Fact(
        _("Counts"), statement.measure, _("A running total: never add it to single actions.") * statement.cumulative
    )
    if statement.cumulative and not statement.measure:
        yield Fact(_("Counts"), _("a running total"), _("Never add it to single actions."))
    speaker = Link(statement.speaker, _body_address(statement.speaker, language, known))
    yield _linked(_("Speaker"), [speaker]) if speaker.words else Fact(_("Speaker"), _("the source in its own voice"))


def _linked(label: str, links: Iterable[Link], note: str = "") -> Fact:
    shown = tuple(link for link in links if link.words)
    has_pages = any(link.address for link in shown)
    return Fact(label, _list(link.words for link in shown), note, shown if has_pages else ())


def _person_address(person: dict[str, str | None], known: EntityByName) -> str:
    return _entity_address(known.get(" ".join((person.get("name") or "").split()).casefold()))


def _body_address(name: str, language: str, known: EntityByName) -> str:
    """Where a body leads that has a page: one source may write it in several ways, of which the first is kept."""
    if not known or not name:
        return ""
    by_name = known.get(" ".join(name.split()).casefold())
    return _entity_address(by_name or known.get(body_key(name, language) or ""))


def _entity_address(entity: UUID | None) -> str:
    return reverse("entity", kwargs={"entity": entity}) if entity else ""


def _taken_note(statement: Statement, value: str) -> str:
    """Say so where a value was not said with the event: whoever confirms it has to look around."""
    return _("taken from elsewhere in the text") * (value in statement.detail.get("inherited", ()))


def _moment_note(statement: Statement) -> str:
    taken = _taken_note(statement, "moment") if statement.moment_resolved_by != DAY_OF_PUBLICATION else ""
    return _(", ").join(note for note in (_understood(statement), taken) if note)


def _understood(statement: Statement) -> str:
    if not statement.moment_words:
        return ""
    how = RESOLVED_BY_LABELS.get(statement.moment_resolved_by)
    if how is None:
        # What is not listed only repeats the words: "written", "yesterday", "last week".
        return _quoted(statement.moment_words, beside=when(statement))
    return _("“%(words)s”, understood as %(how)s") % {"words": statement.moment_words, "how": how}


def say_bounded(number: str, bound: str) -> str:
    """Return a number in words with how it binds, one of `Bound`: "at least 300"; an unknown bound adds nothing."""
    if bound == Bound.AT_LEAST:
        return _("at least %(number)s") % {"number": number}
    if bound == Bound.ABOUT:
        return _("about %(number)s") % {"number": number}
    return number


def _person(person: dict[str, str | None]) -> str:
    if person.get("role"):
        return _("%(name)s (%(role)s)") % {"name": person["name"], "role": person["role"]}
    return str(person.get("name") or "")


def _item(item: dict[str, Any]) -> str:
    number = item.get("number")
    if number is None:
        return str(item.get("what", ""))
    return _("%(number)s × %(what)s") % {"number": say_number(number), "what": item.get("what", "")}


def _quoted(words: str, *, beside: str = "") -> str:
    """The original words in quotation marks; nothing where they only repeat what stands beside them."""
    return _("“%(words)s”") % {"words": words} if words and words != beside else ""


def _list(values: Any) -> str:
    # Translators: what stands between the members of a list.
    return _(", ").join(str(value) for value in values if value)


def waiting_words(number: int) -> str:
    """Return how many statements wait for review, in words."""
    return ngettext("%(number)s waits for review", "%(number)s wait for review", number) % {
        "number": say_number(number)
    }

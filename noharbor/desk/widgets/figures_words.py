"""Figures in words: what a series is about, who speaks, of which day, and what does not agree."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from noharbor.desk.widgets.countries import country_name
from noharbor.desk.widgets.moments import say_moment
from noharbor.desk.widgets.numbers import say_number
from noharbor.desk.widgets.places import place_name
from noharbor.desk.widgets.statements import say_bounded
from noharbor.record.figures.series import Series
from noharbor.record.figures.snapshots import AsOf, Said, Scope
from noharbor.record.figures.speakers import Speaker
from noharbor.record.figures.vocabulary import Counted
from noharbor.reference.tables import table


def say_series(series: Series) -> str:
    """Return what a series counts and of whom: "People handed over or sent home: Myanmar → China"."""
    return _("%(counted)s: %(whom)s") % {"counted": series.counted.label, "whom": _whom(series)}


def _whom(series: Series) -> str:
    left, reached = country_name(series.left), country_name(series.reached)
    if left and reached:
        return _("%(from)s → %(to)s") % {"from": left, "to": reached}
    if left:
        return _("out of %(from)s") % {"from": left}
    if reached:
        return _("to %(to)s") % {"to": reached}
    return country_name(series.country) or _("no state named")


def counted_choices() -> list[tuple[str, str]]:
    """Return what figures count, for a choice field, in the order of their words."""
    return sorted(((str(value), str(label)) for value, label in Counted.choices), key=lambda pair: pair[1])


def say_speaker(speaker: Speaker) -> str:
    """Return what a speaker is called: a known body in the reader's language, else as the source writes it."""
    if not speaker.body:
        return speaker.words
    row = table("bodies")[speaker.body]
    language = (get_language() or "en").partition("-")[0]
    name: str = row["names"].get(language, row["names"]["en"])[0]
    if name not in row.get("shared", ()):
        return name
    return _("%(body)s (%(state)s)") % {"body": name, "state": country_name(row["country"])}


def say_who(speaker: Speaker) -> str:
    """Return what there is to add to a speaker's name: that it is the publisher, or the words of the source."""
    if speaker.is_publisher:
        return _("publisher; the source names no speaker")
    return _("“%(words)s”") % {"words": speaker.words} if speaker.words != say_speaker(speaker) else ""


def say_figure(said: Said) -> str:
    """Return a number with its bound: "at least 300"."""
    return say_bounded(say_number(round(said.number.value)), said.number.bound)


def say_as_of(day: AsOf | None) -> str:
    """Return the day a figure is of, no more exact than it is known."""
    return say_moment(day.first, day.last, day.precision) if day else _("day not known")


def say_scope(scope: Scope) -> str:
    """Return whom a figure counts within its series; empty where it counts all of them."""
    said = []
    if scope.left:
        said.append(_("from %(from)s") % {"from": country_name(scope.left)})
    if scope.reached:
        said.append(_("to %(to)s") % {"to": country_name(scope.reached)})
    if scope.place:
        said.append(place_name(scope.place) or scope.place_words)
    if scope.nationalities:
        said.append(
            _("only nationals of %(states)s") % {"states": _(", ").join(map(country_name, scope.nationalities))}
        )
    return " · ".join(said)


def say_claim(said: Said) -> str:
    """Return who says what as of when, as a sentence; the scope where it is not the whole."""
    words = {"speaker": say_speaker(said.speaker), "number": say_figure(said), "day": say_as_of(said.as_of)}
    scope = say_scope(said.scope)
    if scope:
        return _("%(speaker)s says %(number)s (%(scope)s) as of %(day)s.") % {**words, "scope": scope}
    return _("%(speaker)s says %(number)s as of %(day)s.") % words

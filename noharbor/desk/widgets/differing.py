"""Where speakers differ, as pages show it: what it is about, and a column for each."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from noharbor.desk.widgets.statements import how_many, how_much, kind_label, movement, when, where
from noharbor.record.reading.claims import Compared, Differing
from noharbor.record.reading.models import Statement


@dataclass(frozen=True, slots=True)
class Said:
    """What one statement says: its number, when, and the statement itself."""

    number: str
    when: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Column:
    """One speaker."""

    name: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class DifferingShown:
    """One thing that is told differently.

    Attributes:
        about: What, from where to where, where.
        columns: A column for each speaker.
    """

    about: str
    columns: tuple[Column, ...]


def differing_shown(compared: Compared) -> tuple[DifferingShown, ...]:
    """Lay out what differs, in its order."""
    return tuple(_shown(one) for one in compared.groups)


def _shown(group: Differing) -> DifferingShown:
    statements = [one for voice in group.voices for one in voice.statements]
    about = [kind_label(group.first.kind)]
    for words in (movement, where):
        about += list(dict.fromkeys(filter(None, map(words, statements))))[:1]
    if group.first.cumulative:
        about.append(_("running total"))
    return DifferingShown(
        about=" · ".join(about),
        columns=tuple(
            Column(voice.name or _("the source in its own voice"), tuple(map(_said, voice.statements)))
            for voice in group.voices
        ),
    )


def _said(statement: Statement) -> Said:
    # Translators: what stands between the members of a list.
    number = _(", ").join(filter(None, (how_many(statement), how_much(statement))))
    return Said(number, when(statement), statement)

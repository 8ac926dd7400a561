"""The table of a series: a row for each snapshot, and what does not agree, side by side. Also as cells for a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from noharbor.desk.widgets.figures_voices import Voice
from noharbor.desk.widgets.figures_words import say_as_of, say_claim, say_figure, say_scope, say_series, say_who
from noharbor.desk.widgets.moments import say_moment
from noharbor.record.figures.disagreements import Disagreement
from noharbor.record.figures.queries import Listed, SeriesSeen
from noharbor.record.figures.series import Series
from noharbor.record.figures.snapshots import Origin, Snapshot
from noharbor.record.figures.vocabulary import AsOfKnown
from noharbor.record.reading.vocabulary import BOUND_LABELS
from noharbor.science.moments.moment import Precision

#: Sources of one snapshot that are named; the others are counted.
MOST_SOURCES = 4


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A series in the list of all: which, what it is called, and what is in it."""

    series: Series
    words: str
    snapshots: int
    speakers: int
    newest: str
    disagreements: int


@dataclass(frozen=True, slots=True)
class Row:
    """One snapshot as a row.

    Attributes:
        id: For the page.
        snapshot: Which.
        voice: Whose.
        note: What there is to add to the speaker's name.
        figure: The number with its bound.
        as_of: Of which day.
        known: How the day is known; empty where it is not.
        began: First day of the period; empty where it is not said.
        scope: Whom it counts; empty for all of the series.
        origins: Where it is said, the best first, at most `MOST_SOURCES`.
        further: How many more say it.
        differs: Whether it does not agree with another.
    """

    id: str
    snapshot: Snapshot
    voice: Voice
    note: str
    figure: str
    as_of: str
    known: str
    began: str
    scope: str
    origins: tuple[Origin, ...]
    further: int
    differs: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One side of what does not agree: whose, the claim, the words of its number, and where its row is."""

    voice: Voice
    says: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two claims that do not agree, and why they stand side by side."""

    reason: str
    sides: tuple[Side, Side]


def listed_rows(listed: Iterable[Listed]) -> list[ListedRow]:
    """Lay out series, in their order."""
    return [
        ListedRow(
            one.series, say_series(one.series), one.snapshots, one.speakers, say_as_of(one.newest), one.disagreements
        )
        for one in listed
    ]


def row_id(snapshot: Snapshot) -> str:
    """Return what a page calls the row of a snapshot."""
    return f"figure-{snapshot.best.origin.statement}"


def rows_of(snapshots: Iterable[Snapshot], voices: dict[str, Voice], differing: set[Snapshot]) -> list[Row]:
    """Lay out snapshots, in their order.

    Args:
        snapshots: Some of a series.
        voices: Of all their speakers.
        differing: Those that do not agree with another.
    """
    return [
        Row(
            id=row_id(one),
            snapshot=one,
            voice=voices[one.best.speaker.key],
            note=say_who(one.best.speaker),
            figure=say_figure(one.best),
            as_of=say_as_of(one.best.as_of),
            known=str(one.best.as_of.known.label) if one.best.as_of else "",
            began=say_moment(one.best.began, one.best.began, Precision.DAY),
            scope=say_scope(one.best.scope),
            origins=tuple(said.origin for said in one.told[:MOST_SOURCES]),
            further=max(0, len(one.told) - MOST_SOURCES),
            differs=one in differing,
        )
        for one in snapshots
    ]


def side_by_side(
    found: Iterable[Disagreement], voices: dict[str, Voice], address: Callable[[Snapshot], str]
) -> list[SideBySide]:
    """Lay out what does not agree, in its order.

    Args:
        found: Of one series.
        voices: Of all its speakers.
        address: Where the row of a snapshot is.
    """

    def side(snapshot: Snapshot) -> Side:
        said = snapshot.best
        return Side(voices[said.speaker.key], say_claim(said), said.words, address(snapshot))

    return [SideBySide(str(one.reason.label), (side(one.one), side(one.other))) for one in found]


def cells_of(seen: SeriesSeen) -> Iterator[tuple[str | int, ...]]:
    """Give a series as the cells of a file: the heads, then a line for each statement of each snapshot.

    Args:
        seen: The series.
    """
    yield (
        *(_("series"), _("snapshot"), _("speaker"), _("publisher speaks"), _("number"), _("bound"), _("words")),
        *(_("running total"), _("period begins"), _("as of, first day"), _("as of, last day"), _("day known by")),
        *(_("scope"), _("source"), _("publisher"), _("grade"), _("statement")),
    )
    # Put into the reader's language once and not in each of some thousand lines.
    series, answers = say_series(seen.series), {True: _("yes"), False: _("no")}
    bounds = {bound: str(label) for bound, label in BOUND_LABELS.items()}
    knowns = {known: str(known.label) for known in AsOfKnown}
    for number, snapshot in enumerate(seen.snapshots, 1):
        for said in snapshot.told:
            day = said.as_of
            yield (
                *(series, number, said.speaker.words, answers[said.speaker.is_publisher]),
                *(round(said.number.value), bounds[said.number.bound], said.words, answers[said.cumulative]),
                said.began.isoformat() if said.began else "",
                *((day.first.isoformat(), day.last.isoformat(), knowns[day.known]) if day else ("", "", "")),
                *(say_scope(said.scope), said.origin.title, said.origin.publisher, said.origin.grade),
                str(said.origin.statement),
            )

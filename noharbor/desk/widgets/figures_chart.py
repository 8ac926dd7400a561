"""Figures of a series as a drawing: time from left to right, numbers from below, a shape and a letter for each speaker.

Running totals and single actions have a panel each. The totals of one speaker and scope are joined by steps, since a
total holds until the next, and never downwards; single actions are not joined, and nothing is added up. What is exact
is filled; "at least" is hollow with an arrow upwards; "about" is hollow with a whisker as far as the word is taken to
reach.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from django.utils.translation import gettext as _

from noharbor.desk.widgets.figures_labels import Box, Room, Rooms, sides_of
from noharbor.desk.widgets.figures_scales import NumberScale, Tick, TimeScale
from noharbor.desk.widgets.figures_voices import Voice
from noharbor.desk.widgets.figures_words import say_claim, say_figure
from noharbor.desk.widgets.labels import width_of
from noharbor.record.figures.runs import runs
from noharbor.record.figures.snapshots import Snapshot
from noharbor.science.language.events import Bound

#: Units of the drawing; some 1.2 pixels each on a desk.
WIDTH, LEFT, RIGHT = 800, 70, 780
#: Height of the panel of totals, and of that of single actions beneath; what lies above and below each.
TOTALS, SINGLES, ABOVE, BELOW = 250.0, 130.0, 30.0, 26.0
#: Snapshots that are drawn in all, and those of a panel that get a label, newest first.
MOST_MARKS, MOST_LABELS = 300, 80
#: How far a label lies from its mark, and from one with a ring around it.
ASIDE, ASIDE_RING = 9.0, 13.0


@dataclass(frozen=True, slots=True)
class Mark:
    """One snapshot.

    Attributes:
        x: Where, in units of the drawing.
        y: Where.
        voice: Whose.
        bound: How the number binds, a `Bound`.
        whisker: From where to where "about" reaches, as the `d` of a path; empty for the others.
        span: The days it may be of, as the `d` of a path; empty where it is one day.
        says: The claim in words.
        label: What stands beside it.
        room: Where the label stands; None where there was no room for it.
        address: Its row.
        differs: Whether it does not agree with another.
    """

    x: float
    y: float
    voice: Voice
    bound: str
    whisker: str
    span: str
    says: str
    label: str
    room: Room | None
    address: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Steps:
    """The totals of one speaker and scope, joined: the `d` of a path, and the speaker's number."""

    path: str
    number: int


@dataclass(frozen=True, slots=True)
class Panel:
    """One field of the drawing.

    Attributes:
        title: What stands in it.
        head: Its upper edge, in units of the drawing.
        foot: Its lower edge.
        numbers: Marks on its axis.
        is_log: Whether its scale is logarithmic.
        steps: What is joined.
        marks: What stands in it, earliest first.
    """

    title: str
    head: float
    foot: float
    numbers: tuple[Tick, ...]
    is_log: bool
    steps: tuple[Steps, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing.

    Attributes:
        height: In its units.
        days: Marks on the axis of time.
        panels: From above; none where no snapshot has a day.
        left_out: How many snapshots are not drawn: older than the newest, or of no known day.
    """

    height: float
    days: tuple[Tick, ...]
    panels: tuple[Panel, ...]
    left_out: int

    @property
    def box(self) -> str:
        """As SVG writes it."""
        return f"0 0 {WIDTH} {self.height:.0f}"

    @property
    def left(self) -> int:
        """Where the axis of time begins."""
        return LEFT

    @property
    def right(self) -> int:
        """Where it ends."""
        return RIGHT


def chart_of(
    snapshots: Sequence[Snapshot],
    voices: dict[str, Voice],
    differing: set[Snapshot],
    address: Callable[[Snapshot], str],
) -> Chart:
    """Draw the newest snapshots.

    Args:
        snapshots: Newest first.
        voices: Of all their speakers.
        differing: Those that do not agree with another.
        address: Where the row of one is.
    """
    drawn = [one for one in snapshots if one.best.as_of is not None][:MOST_MARKS]
    left_out = len(snapshots) - len(drawn)
    if not drawn:
        return Chart(0, (), (), left_out)
    pen = _Pen(_times(drawn), voices, differing, address)
    totals, singles = ([one for one in drawn if one.best.cumulative is kind] for kind in (True, False))
    panels, head = [], ABOVE
    for title, some, height in ((_("Running totals"), totals, TOTALS), (_("Single actions"), singles, SINGLES)):
        if some:
            panels.append(pen.panel(title, some, head, head + height))
            head += height + BELOW + ABOVE
    return Chart(head - ABOVE, tuple(pen.times.ticks()), tuple(panels), left_out)


def _times(drawn: Sequence[Snapshot]) -> TimeScale:
    days = [one.best.as_of for one in drawn if one.best.as_of is not None]
    first, last = min(day.first for day in days), max(day.last for day in days)
    beside = datetime.timedelta(days=max(1, (last - first).days // 40))
    return TimeScale(first - beside, last + beside, LEFT, RIGHT)


@dataclass(frozen=True, slots=True)
class _Pen:
    """What all panels of a drawing share."""

    times: TimeScale
    voices: dict[str, Voice]
    differing: set[Snapshot]
    address: Callable[[Snapshot], str]

    def panel(self, title: str, snapshots: Sequence[Snapshot], head: float, foot: float) -> Panel:
        """Draw totals, or single actions."""
        scale = NumberScale.over([one.best.number.value for one in snapshots], foot=foot, head=head)
        earliest_first = list(reversed(snapshots))
        room = Rooms((box for one in snapshots for box in self._boxes(one, scale)), LEFT, WIDTH)
        # The newest find room for their labels before older ones do.
        marks = [self._mark(one, scale, room if at < MOST_LABELS else None) for at, one in enumerate(snapshots)]
        return Panel(
            title,
            head,
            foot,
            tuple(scale.ticks()),
            scale.is_log,
            tuple(self._steps(earliest_first, scale)),
            tuple(reversed(marks)),
        )

    def _x(self, snapshot: Snapshot) -> float:
        """A total stands at the last day it may be of, a single action in the middle of its days."""
        day = snapshot.best.as_of
        if day is None:
            raise TypeError("Only what has a day is drawn.")
        return self.times.x(day.last if snapshot.best.cumulative else day.first + (day.last - day.first) / 2)

    def _boxes(self, snapshot: Snapshot, scale: NumberScale) -> Iterator[Box]:
        """What a mark covers: its shape, and the bar of the days it may be of."""
        x, y, day = self._x(snapshot), scale.y(snapshot.best.number.value), snapshot.best.as_of
        yield x - 6, y - 6, x + 6, y + 6
        if day is not None and day.first != day.last:
            yield self.times.x(day.first), y - 3, self.times.x(day.last), y + 3

    def _mark(self, snapshot: Snapshot, scale: NumberScale, room: Rooms | None) -> Mark:
        said, voice = snapshot.best, self.voices[snapshot.best.speaker.key]
        x, y = self._x(snapshot), scale.y(said.number.value)
        label = f"{voice.letter} {say_figure(said)}".strip()
        aside = ASIDE_RING if snapshot in self.differing else ASIDE
        return Mark(
            x=x,
            y=y,
            voice=voice,
            bound=said.number.bound.value,
            whisker=self._whisker(snapshot, scale) if said.number.bound is Bound.ABOUT else "",
            span=self._span(snapshot, y),
            says=say_claim(said),
            label=label,
            room=room.take(x, y, width_of(label), sides_of(snapshot, aside)) if room else None,
            address=self.address(snapshot),
            differs=snapshot in self.differing,
        )

    def _whisker(self, snapshot: Snapshot, scale: NumberScale) -> str:
        number, x = snapshot.best.number, self._x(snapshot)
        low, high = scale.y(number.lowest), scale.y(number.highest or number.value)
        return f"M{x - 4:.1f} {low:.1f}h8m-4 0V{high:.1f}m-4 0h8"

    def _span(self, snapshot: Snapshot, y: float) -> str:
        day = snapshot.best.as_of
        if day is None or day.first == day.last:
            return ""
        return f"M{self.times.x(day.first):.1f} {y:.1f}H{self.times.x(day.last):.1f}"

    def _steps(self, earliest_first: Iterable[Snapshot], scale: NumberScale) -> Iterable[Steps]:
        strands: defaultdict[object, list[Snapshot]] = defaultdict(list)
        for one in earliest_first:
            if one.best.cumulative:
                strands[one.strand].append(one)
        for run in chain.from_iterable(map(runs, strands.values())):
            places = [(self._x(one), scale.y(one.best.number.value)) for one in run]
            if len(places) > 1:
                path = f"M{places[0][0]:.1f} {places[0][1]:.1f}" + "".join(f"H{x:.1f}V{y:.1f}" for x, y in places[1:])
                yield Steps(path, self.voices[run[0].best.speaker.key].number)

"""What stands on the map and in the list beside it: one mark for each thing drawn, one row for each place named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from noharbor.desk.widgets.labels import Room, Side, Wanted, lay_out
from noharbor.desk.widgets.numbers import say_number
from noharbor.desk.widgets.places import Name, name_of, other_names_of, say_exactness
from noharbor.record.reading.placed import PlaceCount
from noharbor.science.places import Place, PlaceKind, country_place
from noharbor.science.places.drawn import Drawing, NotDrawn, Outlines, Shape, drawing_of, state_labels
from noharbor.science.places.place import all_places
from noharbor.science.places.projection import Point

#: More places than this hide each other, and nobody reads on; those with the fewest statements are only counted.
MOST_PLACES = 120
#: Where the label of a shape may stand: beside a dot, over everything else.
BESIDE = (Side.RIGHT, Side.LEFT, Side.ABOVE, Side.BELOW)
SIDES = {Shape.CIRCLE: BESIDE, Shape.SOFT_CIRCLE: BESIDE}
OVER = (Side.OVER,)
#: Names of states are set in wide letters.
STATE_STRETCH = 1.4
#: Towns that are named on the map whether or not anything is said of them are known at least this well.
TOWN_EXACT_METRES = 10_000

Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Row:
    """One place that statements name, in the list.

    Attributes:
        place: Id of the gazetteer.
        name: In the reader's language.
        others: Its names in other languages.
        statements: How many name it.
        address: The list of these statements.
        exactness: How exactly it is known, in words; empty for what is not drawn.
        mark: Id of the mark that stands for it on the map; empty where there is none.
        shown_as: The name of that mark where it is another place's.
    """

    place: str
    name: Name
    others: tuple[Name, ...]
    statements: int
    address: str
    exactness: str = ""
    mark: str = ""
    shown_as: str = ""


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle, as SVG writes it."""

    x: str
    y: str
    radius: str


@dataclass(slots=True)
class Mark:
    """One thing drawn, with all that it stands for.

    Attributes:
        id: For the page.
        drawing: Where, and in what shape.
        name: Of what is drawn.
        rows: The places it stands for; none for a town that is only named.
        room: From which scale on its label is shown, and on which side.
    """

    id: str
    drawing: Drawing
    name: Name
    rows: list[Row] = field(default_factory=list)
    room: Room = field(default_factory=lambda: Room(0, Side.OVER))

    @property
    def statements(self) -> int:
        """How many statements it stands for; each names one place, so none is counted twice."""
        return sum(row.statements for row in self.rows)

    @property
    def circles(self) -> tuple[Circle, ...]:
        """Its circles, if it has any."""
        return circles_of(self.drawing)

    @property
    def at(self) -> str:
        """Where its dot and its words are, as SVG writes it."""
        return written(self.drawing.label)

    @property
    def label(self) -> str:
        """The words beside it."""
        return f"{self.name.text} {say_number(self.statements)}" if self.rows else self.name.text

    @property
    def address(self) -> str:
        """Where a click leads: to the statements of what is drawn, or of the first it stands for."""
        own = [row for row in self.rows if row.place == self.drawing.place.id]
        return (own or self.rows)[0].address


@dataclass(frozen=True, slots=True)
class StateName:
    """The name of a state on the map."""

    name: Name
    at: str
    room: Room


@dataclass(frozen=True, slots=True)
class Marks:
    """All of it.

    Attributes:
        drawn: What statements name and the map shows, most statements first.
        towns: Towns for finding one's way, without statements in the period.
        states: Names of states.
        rows: The list of what is drawn, most statements first.
        states_only: The list of what is known only as a state.
        elsewhere: The list of what is known but not drawn: outside the map, or without a point.
        unplaced: How many statements say no place at all.
        further: How many statements name places beyond the first `MOST_PLACES`.
    """

    drawn: tuple[Mark, ...]
    towns: tuple[Mark, ...]
    states: tuple[StateName, ...]
    rows: tuple[Row, ...]
    states_only: tuple[Row, ...]
    elsewhere: tuple[Row, ...]
    unplaced: int
    further: int

    @property
    def total(self) -> int:
        """All statements of the period."""
        listed = (*self.rows, *self.states_only, *self.elsewhere)
        return self.unplaced + self.further + sum(row.statements for row in listed)


def circles_of(drawing: Drawing) -> tuple[Circle, ...]:
    """Return the circles of a place or of a haze as SVG writes them."""
    return tuple(Circle(f"{spot.x:.2f}", f"{spot.y:.2f}", f"{spot.radius:.2f}") for spot in drawing.spots)


def written(point: Point) -> str:
    """Return a point as SVG writes it."""
    return f"{point[0]:.2f} {point[1]:.2f}"


def marks_of(
    counts: Iterable[PlaceCount], outlines: Outlines, address: Address, *, around: Iterable[Wanted] = ()
) -> Marks:
    """Sort what was counted into marks and rows, and give every name its room.

    Args:
        counts: Statements by place.
        outlines: What can be drawn by its outline.
        address: From the id of a place to the list of its statements.
        around: What is written on the map already and must not be covered.
    """
    by_place, unplaced = _by_place(counts)
    drawn: dict[str, Mark] = {}
    rows: list[Row] = []
    states_only: list[Row] = []
    elsewhere: list[Row] = []
    places = sorted(by_place.items(), key=lambda one: (-one[1], one[0]))
    for place, statements in ((all_places()[place_id], count) for place_id, count in places[:MOST_PLACES]):
        drawing = drawing_of(place, outlines)
        if isinstance(drawing, NotDrawn):
            (states_only if drawing is NotDrawn.COUNTRY else elsewhere).append(_row(place, statements, address))
            continue
        mark = drawn.setdefault(drawing.place.id, Mark(f"m-{drawing.place.id}", drawing, name_of(drawing.place)))
        row = _row(place, statements, address, mark)
        mark.rows.append(row)
        rows.append(row)
    marks = sorted(drawn.values(), key=lambda mark: -mark.statements)
    towns = _towns(outlines, without=set(drawn))
    states = _with_rooms(marks, towns, list(around))
    further = sum(statements for _, statements in places[MOST_PLACES:])
    return Marks(
        tuple(marks), tuple(towns), states, tuple(rows), tuple(states_only), tuple(elsewhere), unplaced, further
    )


def _by_place(counts: Iterable[PlaceCount]) -> tuple[dict[str, int], int]:
    """Add up the rows of one place; what the gazetteer does not have counts for its state."""
    found: dict[str, int] = defaultdict(int)
    unplaced = 0
    for count in counts:
        place = count.place if count.place in all_places() else f"country-{count.country.lower()}"
        if place in all_places():
            found[place] += count.statements
        else:
            unplaced += count.statements
    return found, unplaced


def _row(place: Place, statements: int, address: Address, mark: Mark | None = None) -> Row:
    other = mark is not None and mark.drawing.place.id != place.id
    return Row(
        place=place.id,
        name=name_of(place),
        others=other_names_of(place) if place.kind is not PlaceKind.COUNTRY else (),
        statements=statements,
        address=address(place.id),
        exactness=say_exactness(mark.drawing) if mark else "",
        mark=mark.id if mark else "",
        shown_as=mark.name.text if mark and other else "",
    )


def _towns(outlines: Outlines, *, without: set[str]) -> list[Mark]:
    """The towns written into the gazetteer by hand and seen in a source: those the work turns on."""
    found = []
    for place in _towns_by_hand():
        drawing = drawing_of(place, outlines)
        if place.id not in without and isinstance(drawing, Drawing):
            found.append(Mark(f"t-{place.id}", drawing, name_of(place)))
    return found


@cache
def _towns_by_hand() -> tuple[Place, ...]:
    return tuple(
        place
        for place in all_places().values()
        if place.kind in (PlaceKind.CITY, PlaceKind.TOWN)
        and place.checked
        and not place.id.startswith(("gn-", "cn-"))
        and (place.precision_metres or TOWN_EXACT_METRES + 1) <= TOWN_EXACT_METRES
    )


def _with_rooms(marks: list[Mark], towns: list[Mark], around: list[Wanted]) -> tuple[StateName, ...]:
    """Give room to the marks first, then to the names of states, then to the towns; return the states."""
    named = [(name_of(country_place(code)), point) for code, point in state_labels().items()]
    wanted = [*around]
    wanted += [Wanted(mark.label, *mark.drawing.label, SIDES.get(mark.drawing.shape, OVER)) for mark in marks]
    wanted += [Wanted(name.text, *point, OVER, STATE_STRETCH) for name, point in named]
    wanted += [Wanted(mark.label, *mark.drawing.label, BESIDE) for mark in towns]
    rooms = lay_out(wanted)[len(around) :]
    for mark, room in zip(marks, rooms, strict=False):
        mark.room = room
    for mark, room in zip(towns, rooms[len(marks) + len(named) :], strict=True):
        mark.room = room
    return tuple(
        StateName(name, written(point), room)
        for (name, point), room in zip(named, rooms[len(marks) : len(marks) + len(named)], strict=True)
    )

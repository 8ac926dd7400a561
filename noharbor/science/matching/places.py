"""Find the places that a name may mean, whatever script it is written in and however it is spelled."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from noharbor.science.matching.place_comparison import compare_bare
from noharbor.science.matching.place_names import Bearer, PlaceNames, place_names
from noharbor.science.matching.place_reasons import reason_for
from noharbor.science.matching.place_words import BareName, bare_names
from noharbor.science.matching.results import Cut, CutReason
from noharbor.science.names.evidence import Level
from noharbor.science.names.forms import Form
from noharbor.science.names.reasons import Translate, untranslated
from noharbor.science.names.written import in_normal_form, scripts_of
from noharbor.science.places.named import areas_of
from noharbor.science.places.place import Place, PlaceKind
from noharbor.science.scripts.scripts import Script

#: A place with a lower score is no candidate.
LEAST_SCORE = 0.05
#: Log-odds that order candidates of like names and do not change their scores: the kind said is the place's, or is
#: another; the name is written out the same, with its word for a kind; an area named with it holds the place; the
#: script is that of the place's own state; and, in a line of its own, the writing is the same.
_KIND_AGREES, _KIND_DIFFERS, _WHOLE_AGREES, _AREA_AGREES, _AT_HOME = 0.4, -0.4, 0.6, 2.5, 0.7
#: Only one of the two names holds a word for its kind.
_MORE_SAID = -0.2
#: Beyond what sound alone can give; less where a word taken off may have been a part of the name.
_WRITTEN_THE_SAME, _PERHAPS_THE_SAME = 12.0, 1.5
#: An airport, a crossing or a zone is another place than the town it is called after: log-odds against it where only
#: one of the two names says so.
_OWN_KINDS = frozenset({PlaceKind.AIRPORT, PlaceKind.CROSSING, PlaceKind.ZONE})
_OTHER_OF_THAT_NAME = 2.5
_HOMES = {Script.BURMESE: "MM", Script.KHMER: "KH", Script.LAO: "LA", Script.THAI: "TH"}
#: For each kilometre from where the place is looked for, and at most.
_FAR_AWAY, _FARTHEST = 1 / 200, 3.0
_BETWEEN_NAMES = re.compile(r"\s*[()（）/|；;]\s*|\s+(?:a\.?k\.?a\.?|又名|又称|หรือ)\s+")
_BEFORE_AREA = re.compile(r"\s*[,，、]\s*")
#: Names read of one text, at most: more are no name of a place.
_MOST_NAMES = 6
_LONGEST = 120
_EARTH_KILOMETRES = 6371.0


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A place that a name may mean.

    Attributes:
        place: The place; its coordinate, precision and source are those of the gazetteer.
        name: The name of the place that fits best, as the gazetteer writes it.
        language: BCP 47 tag of that name.
        score: How well the names agree, 0 to 1, as `compare` scores names.
        level: The kind of evidence.
        areas: The places it lies in, nearest first.
        aside: Words for kinds of place, of both names, that were left aside.
        kilometres: How far it is from where it was looked for; None if that was not said or it has no point.
    """

    place: Place
    name: str
    language: str
    score: float
    level: Level
    areas: tuple[Place, ...]
    aside: tuple[str, ...]
    kilometres: float | None
    _forms: tuple[tuple[str, Form], tuple[str, Form]]

    @property
    def reason(self) -> str:
        """One English sentence that says why, for a person to read."""
        return self.told()

    def told(self, translate: Translate = untranslated) -> str:
        """Return the sentence in another language; see `noharbor.science.names.reasons`."""
        said = reason_for(*self._forms, self.level, self.aside).told(translate)
        return said[:1].upper() + said[1:]


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """The answer to a search for a place.

    Attributes:
        candidates: Best first, each place once.
        compared: Names compared in full.
        beyond_limit: Further places with at least `LEAST_SCORE` that the limit asked for kept off the list.
        cut: What was left out; None if every name that shares a key was compared.
    """

    candidates: tuple[PlaceCandidate, ...]
    compared: int
    beyond_limit: int
    cut: Cut | None


class _Met(NamedTuple):
    """How well a place's name agrees with the name looked for."""

    rank: float
    log_odds: float
    level: Level
    bearer: Bearer
    bare: tuple[BareName, BareName]
    forms: tuple[Form, Form]


def nearest_places(
    name: str,
    *,
    country: str | None = None,
    kinds: Collection[PlaceKind] | None = None,
    near: tuple[float, float] | None = None,
    limit: int = 10,
) -> FoundPlaces:
    """Find the places that a name may mean.

    Args:
        name: A place name as found, in any script or spelling, with or without words for its kind, with another name
            in brackets or the areas it lies in after commas.
        country: ISO 3166-1 alpha-2; only places of this state.
        kinds: Only places of these kinds.
        near: Latitude and longitude in degrees; of places whose names agree alike the nearer ones stand first.
        limit: Most candidates to give.

    Returns:
        The candidates, and whether the list was cut.
    """
    gallery = place_names()
    wanted = _Wanted(country.upper() if country else None, frozenset(kinds or PlaceKind), near)
    queries, areas = _queries(name)
    best: dict[str, _Met] = {}
    compared, left_out, best_left_out = 0, 0, 0.0
    for query in queries:
        listed = gallery.shortlist(query.text)
        compared += len(listed.names)
        left_out, best_left_out = left_out + listed.left_out, max(best_left_out, listed.best_left_out)
        for met in _meet(query, gallery, listed.names, wanted, areas):
            known = best.get(met.bearer.place.id)
            if known is None or met.rank > known.rank:
                best[met.bearer.place.id] = met
    ordered = sorted(best.values(), key=lambda met: (-met.rank, not met.bearer.place.checked, met.bearer.place.id))
    cut = Cut((CutReason.SHORTLIST,), left_out, 0, best_left_out) if left_out else None
    candidates = tuple(_candidate(met, near) for met in ordered[:limit])
    return FoundPlaces(candidates, compared, max(0, len(ordered) - limit), cut)


class _Wanted(NamedTuple):
    country: str | None
    kinds: frozenset[PlaceKind]
    near: tuple[float, float] | None

    def takes(self, place: Place) -> bool:
        return place.kind in self.kinds and (self.country is None or self.country in place.countries)


def _queries(name: str) -> tuple[list[BareName], frozenset[str]]:
    """The names to look for, and the names of areas given with them."""
    first, *areas = _BEFORE_AREA.split(in_normal_form(name[:_LONGEST]))
    found: dict[str, BareName] = {}
    for part in [part for part in _BETWEEN_NAMES.split(first) if part][:_MOST_NAMES]:
        for bare in bare_names(part):
            found.setdefault(bare.text, bare)
    return list(found.values()), frozenset(bare.text.casefold() for area in areas for bare in bare_names(area))


def _meet(
    query: BareName, gallery: PlaceNames, numbers: NDArray[np.int64], wanted: _Wanted, areas: frozenset[str]
) -> Iterator[_Met]:
    """The places whose names agree."""
    rows = [
        number for number in numbers.tolist() if any(wanted.takes(bearer.place) for bearer in gallery.bearers[number])
    ]
    for row, log_odds, level, forms in compare_bare(query.text, [gallery.texts[row] for row in rows]):
        for bearer in gallery.bearers[rows[row]]:
            if not wanted.takes(bearer.place):
                continue
            bare = _bare_of(bearer, gallery.texts[rows[row]])
            odds = log_odds - query.doubtful - bare.doubtful
            if (query.kinds ^ bare.kinds) & _OWN_KINDS:
                odds -= _OTHER_OF_THAT_NAME
            if 1.0 / (1.0 + np.exp(-odds)) >= LEAST_SCORE:
                rank = odds + _bonus(query, bare, bearer, wanted, areas)
                if level >= Level.SCRIPT_VARIANT:
                    rank += _PERHAPS_THE_SAME if query.doubtful or bare.doubtful else _WRITTEN_THE_SAME
                yield _Met(rank, odds, level, bearer, (query, bare), forms)


def _bare_of(bearer: Bearer, text: str) -> BareName:
    return next(bare for bare in bare_names(bearer.name) if bare.text == text)


def _bonus(query: BareName, bare: BareName, bearer: Bearer, wanted: _Wanted, areas: frozenset[str]) -> float:
    """What orders places of like names."""
    place = bearer.place
    bonus = 0.0
    if _HOMES.get(next(iter(scripts_of(query.text)), Script.OTHER)) in place.countries:
        bonus += _AT_HOME
    if query.kinds:
        bonus += _KIND_AGREES if place.kind in query.kinds else _KIND_DIFFERS
    if bool(query.aside) != bool(bare.aside):
        bonus += _MORE_SAID
    if set(query.aside) == set(bare.aside) and query.text.casefold() == bare.text.casefold():
        bonus += _WHOLE_AGREES
    if areas and any(
        bare_area.text.casefold() in areas
        for area in areas_of(place)
        for names in area.names.values()
        for name in names
        for bare_area in bare_names(name)
    ):
        bonus += _AREA_AGREES
    if wanted.near is not None:
        away = _kilometres(wanted.near, place)
        bonus -= _FARTHEST if away is None else min(away * _FAR_AWAY, _FARTHEST)
    return bonus


def _candidate(met: _Met, near: tuple[float, float] | None) -> PlaceCandidate:
    place = met.bearer.place
    query, bare = met.bare
    return PlaceCandidate(
        place=place,
        name=met.bearer.name,
        language=met.bearer.language,
        score=float(1.0 / (1.0 + np.exp(-met.log_odds))),
        level=met.level,
        areas=areas_of(place),
        aside=(*query.aside, *bare.aside),
        kilometres=_kilometres(near, place) if near is not None else None,
        _forms=((query.text, met.forms[0]), (bare.text, met.forms[1])),
    )


def _kilometres(near: tuple[float, float], place: Place) -> float | None:
    """The distance on the sphere."""
    if place.latitude is None or place.longitude is None:
        return None
    one, other = radians(near[0]), radians(place.latitude)
    across = sin(radians(place.longitude - near[1]) / 2) ** 2
    return 2 * _EARTH_KILOMETRES * asin(sqrt(sin((other - one) / 2) ** 2 + cos(one) * cos(other) * across))

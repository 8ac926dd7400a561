"""Places, nationalities, bodies and moments of a text, in the shape the English reader works with."""

from __future__ import annotations

from dataclasses import replace

from noharbor.science.language.articles import Article
from noharbor.science.language.english.context import BodySpan, CountrySpan, Mentions
from noharbor.science.language.english.states import doubtful, with_states
from noharbor.science.language.english.unlisted_places import find_unlisted
from noharbor.science.language.events import EventPlace
from noharbor.science.language.spans import PlaceSpan
from noharbor.science.moments.finder import find_moments
from noharbor.science.places.bodies import find_bodies
from noharbor.science.places.finder import find_places
from noharbor.science.places.mention import Inside, PlaceMention
from noharbor.science.places.nationalities import find_nationalities


def find_mentions(article: Article) -> Mentions:
    """Everything the gazetteers and the calendar know in an article."""
    text = article.text
    moments = find_moments(text, "en", article.published, article.published_precision)
    nationalities = [
        CountrySpan(one.start, one.end, (one.country,), of_people=one.of_people)
        for one in find_nationalities(text, "en")
    ]
    bodies = [BodySpan(one.start, one.end, one.words, one.country, one.kind) for one in find_bodies(text, "en")]
    places = [_place_span(one) for one in find_places(text, "en")]
    known = Mentions(places, nationalities, bodies, list(moments))
    taken = known.named() + [(one.start, one.end) for one in moments]
    unlisted = [one for one in find_unlisted(text, taken) if not _explained(text, one, places)]
    misplaced = doubtful(places, known)
    known.places = [one for one in places if one not in misplaced]
    unlisted = sorted([*unlisted, *misplaced], key=lambda one: one.start)
    known.places = [_lao_triangle(one, known.places) for one in known.places]
    found = [*known.places, *with_states(text, unlisted, known)]
    return Mentions(sorted(found, key=lambda one: one.start), nationalities, bodies, list(moments))


def _explained(text: str, span: PlaceSpan, places: list[PlaceSpan]) -> bool:
    """So "Prek Ta Pov village, Bavet city": the town behind the comma is the better name."""
    return any(
        0 < one.start - span.end <= 3 and "," in text[span.end : one.start] and one.kind not in ("country", "province")
        for one in places
    )


#: The region where three states meet, and the zone in the one of them that most reports mean.
_TRIANGLE, _TRIANGLE_ZONE = "rg-golden-triangle", "la-gtsez"


def _lao_triangle(span: PlaceSpan, places: list[PlaceSpan]) -> PlaceSpan:
    """The Golden Triangle lies in Laos in a text that names its zone, or Laos and none of the two other states."""
    if span.place.place_id != _TRIANGLE:
        return span
    named = {one.place.country for one in places}
    zone = any(one.place.place_id == _TRIANGLE_ZONE for one in places)
    if zone or ("LA" in named and named.isdisjoint({"MM", "TH"})):
        return replace(span, place=replace(span.place, country="LA"))
    return span


def _place_span(mention: PlaceMention) -> PlaceSpan:
    place = EventPlace(mention.words, mention.place.country, mention.place.id)
    return PlaceSpan(
        mention.start,
        mention.end,
        place,
        kind=str(mention.place.kind),
        home=mention.inside is Inside.ORGANISATION,
        demonym=mention.inside is Inside.DEMONYM,
    )

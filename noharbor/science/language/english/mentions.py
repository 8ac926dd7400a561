"""Places, nationalities, bodies and moments of a text, in the shape the English reader works with."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from noharbor.science.language.articles import Article
from noharbor.science.language.english.context import BodySpan, CountrySpan, Mentions, PlaceSpan
from noharbor.science.language.english.unlisted_places import find_unlisted
from noharbor.science.language.events import EventPlace
from noharbor.science.moments.finder import find_moments
from noharbor.science.places.bodies import find_bodies
from noharbor.science.places.finder import find_places
from noharbor.science.places.mention import Inside, PlaceMention
from noharbor.science.places.nationalities import find_nationalities
from noharbor.science.places.place import all_places, ancestors


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
    unlisted = [
        _with_state(text, one, places, bodies)
        for one in find_unlisted(text, taken)
        if not _explained(text, one, places)
    ]
    places = sorted([*places, *unlisted], key=lambda one: one.start)
    return Mentions(places, nationalities, bodies, list(moments))


def _explained(text: str, span: PlaceSpan, places: list[PlaceSpan]) -> bool:
    """So "Prek Ta Pov village, Bavet city": the town behind the comma is the better name."""
    return any(
        0 < one.start - span.end <= 3 and "," in text[span.end : one.start] and one.kind not in ("country", "province")
        for one in places
    )


def _with_state(text: str, span: PlaceSpan, places: list[PlaceSpan], bodies: list[BodySpan]) -> PlaceSpan:
    """An unlisted place with the state of what stands next to it: "Koror, Palau", "the Lao police … in Ban Mai"."""
    behind = [one for one in places if 0 <= one.start - span.end <= 6 and "," in text[span.end : one.start]]
    if behind:
        country = behind[0].place.country
    else:
        opens = text.rfind("\n", 0, span.start) + 1
        closes = text.find("\n", span.end) if "\n" in text[span.end :] else len(text)
        near = [
            (abs(one.start - span.start), one.place.country)
            for one in places
            if opens <= one.start < closes and not one.demonym
        ]
        near += [(abs(one.start - span.start), one.country) for one in bodies if opens <= one.start < closes]
        known = [(distance, country) for distance, country in near if country]
        counts = Counter(one.place.country for one in places if one.place.country and not one.demonym)
        country = min(known)[1] if known else max(counts, key=lambda code: counts[code], default=None)
    return replace(span, place=EventPlace(span.place.name, country))


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


def contains(around: EventPlace, within: EventPlace) -> bool:
    """Whether the first place lies around the second."""
    if around.place_id is None or within.place_id is None or around.place_id == within.place_id:
        return False
    place = all_places().get(within.place_id)
    return place is not None and around.place_id in ancestors(place)

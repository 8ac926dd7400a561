"""Places: the gazetteer, regions without sharp edges, and the finders of places, nationalities and bodies."""

from noharbor.science.places.bodies import find_bodies
from noharbor.science.places.finder import find_places
from noharbor.science.places.mention import BodyMention, Inside, NationalityMention, PlaceMention
from noharbor.science.places.nationalities import find_nationalities
from noharbor.science.places.place import NoSuchPlace, Place, PlaceKind, countries, country_place, place

__all__ = [
    "BodyMention",
    "Inside",
    "NationalityMention",
    "NoSuchPlace",
    "Place",
    "PlaceKind",
    "PlaceMention",
    "countries",
    "country_place",
    "find_bodies",
    "find_nationalities",
    "find_places",
    "place",
]

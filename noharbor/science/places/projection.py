"""From degrees to the plane of the map.

Equirectangular, true to scale along every meridian and along 20° N: a straight rule that anybody can check, where north
is up and nothing is bent. East to west it draws 6 % too narrow on the equator and 25 % too wide at 41° N, which is less
than what is unknown about most of what is drawn.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

#: Metres of one degree along a meridian, on a sphere of 6,371 km.
METRES_PER_DEGREE = 111_195.0
#: The parallel along which the map is true.
TRUE_PARALLEL = 20.0
#: Units across the map's whole width.
WIDTH = 1000.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the world that a map shows.

    Attributes:
        west: Degrees of longitude.
        south: Degrees of latitude.
        east: Degrees of longitude, more than west.
        north: Degrees of latitude, more than south.
    """

    west: float
    south: float
    east: float
    north: float

    @property
    def per_degree(self) -> float:
        """Units of one degree along a meridian."""
        return WIDTH / ((self.east - self.west) * math.cos(math.radians(TRUE_PARALLEL)))

    @property
    def height(self) -> float:
        """Units from top to bottom."""
        return (self.north - self.south) * self.per_degree

    def holds(self, latitude: float, longitude: float) -> bool:
        """Whether a point lies within the frame."""
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east

    def project(self, latitude: float, longitude: float) -> Point:
        """Place a point on the map.

        Args:
            latitude: Degrees, WGS 84.
            longitude: Degrees, WGS 84.

        Returns:
            Units from the left and from the top; outside 0 … width where the point lies outside the frame.
        """
        across = (longitude - self.west) * math.cos(math.radians(TRUE_PARALLEL))
        return across * self.per_degree, (self.north - latitude) * self.per_degree

    def units(self, metres: float) -> float:
        """How many units a length has, north to south."""
        return metres / METRES_PER_DEGREE * self.per_degree


#: What the desk's map shows: from Bengal to the Philippines, from Bali to Beijing.
REGION = Frame(west=85.0, south=-9.0, east=138.0, north=41.0)

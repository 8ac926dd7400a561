"""Local days: between which hours of Universal Time a day of some state may lie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

#: Minutes that a state's clocks are ahead of Universal Time, the least and the most where its parts differ. States of
#: the region and those its people come from, as long as they have not changed their clocks since 2021; all others, and
#: those who put theirs forward in summer, are left out. Source: IANA time zone database 2025b; China by its legal time.
MINUTES_AHEAD: dict[str, tuple[int, int]] = {
    "AE": (240, 240),
    "BD": (360, 360),
    "BN": (480, 480),
    "BT": (360, 360),
    "CN": (480, 480),
    "ET": (180, 180),
    "HK": (480, 480),
    "ID": (420, 540),
    "IN": (330, 330),
    "JP": (540, 540),
    "KE": (180, 180),
    "KH": (420, 420),
    "KR": (540, 540),
    "LA": (420, 420),
    "LK": (330, 330),
    "MM": (390, 390),
    "MO": (480, 480),
    "MY": (480, 480),
    "NP": (345, 345),
    "PH": (480, 480),
    "PK": (300, 300),
    "SG": (480, 480),
    "TH": (420, 420),
    "TL": (540, 540),
    "TW": (480, 480),
    "UG": (180, 180),
    "VN": (420, 420),
}
#: From the last clock on Earth to the first.
ANYWHERE = (-720, 840)


@dataclass(frozen=True, slots=True)
class LocalDays:
    """The hours of Universal Time between which local days lie.

    Attributes:
        begins: The earliest instant at which the first day may begin.
        ends: The latest instant at which the last day may end.
        least: Minutes the clocks there are ahead of Universal Time; the least of them where they differ.
        most: The most of them.
        known: Whether the state's clocks are known; otherwise the hours are those of the whole Earth.
    """

    begins: datetime
    ends: datetime
    least: int
    most: int
    known: bool

    @property
    def exact(self) -> bool:
        """Whether all clocks there agree, so that the days begin and end at these very instants."""
        return self.least == self.most


def local_days(first: date, last: date, country: str) -> LocalDays:
    """Tell between which hours of Universal Time the days of a state lie.

    Args:
        first: First day, by the clocks there.
        last: Last day, by the clocks there.
        country: ISO 3166-1 alpha-2; empty where it is not known.
    """
    least, most = MINUTES_AHEAD.get(country, ANYWHERE)
    return LocalDays(
        begins=_midnight(first) - timedelta(minutes=most),
        ends=_midnight(last) + timedelta(days=1, minutes=-least),
        least=least,
        most=most,
        known=country in MINUTES_AHEAD,
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)

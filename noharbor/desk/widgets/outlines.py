"""The outlines that set-up left for the map."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

import noharbor.desk
from noharbor.desk.widgets.countries import country_name
from noharbor.science.places.drawn import Outlines

TABLE = Path(noharbor.desk.__file__).parent / "static" / "vendor" / "outlines.json"


@dataclass(frozen=True, slots=True)
class OutlinesAtHand:
    """What the node can draw.

    Attributes:
        known: The areas and belts that have an outline.
        here: Whether there is any drawing at all.
        missing: States whose first-level areas are not there, ISO 3166-1 alpha-2.
    """

    known: Outlines
    here: bool
    missing: tuple[str, ...] = ()

    @property
    def missing_names(self) -> str:
        """The states of `missing` in words."""
        # Translators: what stands between the members of a list.
        return _(", ").join(country_name(code) for code in self.missing)


@cache
def outlines_at_hand(path: Path = TABLE) -> OutlinesAtHand:
    """Read what set-up left; without it the map has no coasts, and says so."""
    if not path.exists():
        return OutlinesAtHand(Outlines({}, {}), here=False)
    table: dict[str, Any] = json.loads(path.read_text(encoding="ascii"))
    found = Outlines(_labels(table, "area-"), _labels(table, "belt-"))
    return OutlinesAtHand(found, here=True, missing=tuple(table["missing"]))


def _labels(table: dict[str, Any], kind: str) -> dict[str, tuple[float, float]]:
    labels = table["labels"].items()
    return {name.removeprefix(kind): (point[0], point[1]) for name, point in labels if name.startswith(kind)}

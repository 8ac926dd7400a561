"""What our matcher must reach on the third-party names, whole galleries, by the scorer's own rules."""

from __future__ import annotations

from typing import NamedTuple


class Floor(NamedTuple):
    """Least share of first places (mean of both directions) and recall at precision 0.95; None: no floor."""

    first: float
    recall: float | None


#: Group of the scorer and pair of scripts.
FLOORS: dict[tuple[str, str], Floor] = {
    ("local", "Latn-Mymr"): Floor(0.95, 0.85),
    ("local", "Latn-Qaag"): Floor(0.95, 0.90),
    ("local", "Mymr-Qaag"): Floor(0.99, 0.97),
    ("local", "Latn-Thai"): Floor(0.97, 0.93),
    ("local", "Khmr-Latn"): Floor(0.90, 0.75),
    ("local", "Laoo-Latn"): Floor(0.90, 0.72),
    ("local", "Laoo-Thai"): Floor(0.97, 0.88),
    ("local", "Hani-Latn"): Floor(0.74, 0.55),
    ("local", "Hani-Thai"): Floor(0.70, None),
    ("local", "Hani-Hani"): Floor(1.00, 0.97),
    ("local", "Hang-Latn"): Floor(0.94, 0.85),
    ("local", "Hang-Hani"): Floor(0.90, 0.88),
    ("local", "Latn-Latn-vi"): Floor(0.97, 0.92),
    ("local", "Latn-Latn"): Floor(0.86, 0.65),
    ("name_type", "Latn-Mymr"): Floor(0.90, None),
    ("foreign", "Hani-Latn"): Floor(0.60, None),
    ("foreign", "Latn-Mymr"): Floor(0.70, None),
}
#: Places: each native script against Latin stands at least so far above the best peer of the same run.
PLACES_ABOVE_BEST = 0.15

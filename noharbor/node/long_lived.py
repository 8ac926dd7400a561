"""Keeps the garbage collector from going through the gazetteer and other tables again and again.

A full round over a quarter of a million objects that never become garbage holds every answer for a seventh of a second.
"""

from __future__ import annotations

import gc

#: Objects that outlived a full round; answers leave far fewer behind, tables that were loaded many more.
MANY = 20_000


def spare_what_lives_long() -> None:
    """From now on, take what was loaded since the last full round out of all that follow, if it is much."""
    gc.callbacks.append(_after_round)


def _after_round(phase: str, said: dict[str, int]) -> None:
    if phase == "stop" and said["generation"] == 2 and len(gc.get_objects(generation=2)) > MANY:
        gc.freeze()

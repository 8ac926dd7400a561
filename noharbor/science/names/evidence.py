"""How strong the evidence is that two names are one, by how they agree."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Level(IntEnum):
    """Ways two names agree, from none to the strongest; a higher one is stronger evidence."""

    DIFFERENT = 0
    SIMILAR_SOUND = 1
    SAME_SOUND_WITHOUT_TONE = 2
    SAME_SOUND_WITH_TONE = 3
    CUSTOMARY_ROMANISATION = 4
    SCRIPT_VARIANT = 5
    SAME_WRITING = 6


class Proposal(StrEnum):
    """What a machine proposes to a person, by score and level together."""

    DIFFERENT = "different"
    POSSIBLE = "possible"
    SAME = "same"


#: From this score on, and from CUSTOMARY_ROMANISATION on, a machine may propose "same"; people decide.
MERGE_SCORE = 0.9
#: From this score on two names are worth a look.
POSSIBLE_SCORE = 0.3

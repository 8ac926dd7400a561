"""How many sites an operation reached that is told without a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.events import Bound, Count, EventPlace, EventType
from noharbor.science.places.place import PlaceKind, all_places

#: Acts done to a place one can stand before.
_ENTERED = re.compile(
    r"\b(?:raid(?:ed|ing)?|storm(?:ed|ing)|search(?:ed|ing)?|swoop(?:ed)?|descended|barged|burst|broke|broken|smashed"
    r"|bust(?:ed)?|entered|enter|(?:go|goes|going|went|gone|march(?:ed)?|moved?|came|walked) (?:in|into|through|up)\b"
    r"|arrived|knocked|closed|shut|sealed|surrounded|cordoned|inspect(?:ed|ion)|forced|padlocked|demolish(?:ed)?"
    r"|blew up|operation was carried out)\b",
    re.IGNORECASE,
)
#: More than one, or no place at all.
_SEVERAL = re.compile(
    r"\b(?:raids|searches|sweeps|operations|several|multiple|various|many|dozens?|scores|hundreds|simultaneous\w*"
    r"|locations|sites|places|buildings|houses|villas|flats|apartments|offices|compounds|parks|centres|centers|dens"
    r"|hubs|rooms|homes|addresses|hotels|casinos|districts|towns|cities|provinces|states|countries|nationwide|across"
    r"|campaign|crackdown|crackdowns|task force|taskforce|directive|power|electricity|border|borders|accounts"
    r"|websites|platforms|domains|decree|licen[cs]es?)\b",
    re.IGNORECASE,
)
_WIDE = frozenset({PlaceKind.BORDER_BELT, PlaceKind.COUNTRY, PlaceKind.PROVINCE, PlaceKind.REGION})


def size_operations(text: str, drafts: Sequence[EventDraft]) -> None:
    """Give an operation told without a number one site, when its words tell of entering a single place.

    Args:
        text: The whole text.
        drafts: Merged drafts with their places.
    """
    for draft in drafts:
        if draft.type is not EventType.OPERATION or draft.count is not None or _is_wide(draft.place):
            continue
        told = [text[one.start : one.end] for one in draft.mentions] or [text[draft.start : draft.end]]
        entered = next((match for words in told if (match := _ENTERED.search(words))), None)
        if entered and not any(_SEVERAL.search(words) for words in told):
            draft.count = Count(1, Bound.EXACT, entered.group())


def _is_wide(place: EventPlace | None) -> bool:
    known = all_places().get(place.place_id or "") if place is not None else None
    return place is None or (known is not None and known.kind in _WIDE)

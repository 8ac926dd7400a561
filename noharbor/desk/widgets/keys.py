"""The keys of each page: the list that `?` opens. Browser tests press every key of it, and every other key."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: Keys that are not called by what is printed on them.
ARROWS = {"ArrowLeft": "←", "ArrowRight": "→", "ArrowUp": "↑", "ArrowDown": "↓"}
SIGNS = {**ARROWS, "Escape": "Esc"}


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that keys do on a page.

    Attributes:
        names: The keys that do it, each as the browser's `KeyboardEvent.key` calls it.
        does: What it does.
        within: Where it is heard, as a CSS selector; empty where the whole page hears it.
    """

    names: tuple[str, ...]
    does: str | Promise
    within: str = ""

    @property
    def signs(self) -> list[tuple[str, str]]:
        """Each key's name beside what is printed on it."""
        return [(name, SIGNS.get(name, name)) for name in self.names]


#: On every page for members, beneath those of the page.
EVERYWHERE = (
    Key(("/",), _("search everything")),
    Key(("?",), _("this list")),
    Key(("Escape",), _("leave a field or this list")),
)
ROWS = (
    Key(("j",), _("next row")),
    Key(("k",), _("previous row")),
    Key(("Enter",), _("open it"), within="[data-rows] td.lead a"),
)

REVIEW = (
    Key(("s",), _("the same")),
    Key(("d",), _("different")),
    Key(("u",), _("unsure")),
    Key(("n",), _("next, without judging")),
    Key(("b",), _("back to the pair before")),
    Key(("z",), _("undo your last judgement")),
    Key(("w",), _("write why")),
)

#: By the name of the page, also where what was handed in wrong shows a page again.
KEYS: dict[str, tuple[Key, ...]] = {
    **dict.fromkeys(("inbox", "inbox-files", "inbox-text"), ROWS),
    **dict.fromkeys(("events", "figures"), ROWS),
    **dict.fromkeys(("lists", "lists-files", "lists-cells", "reconciliation-start"), ROWS),
    "map": (
        Key(tuple(ARROWS), _("move the map, once it has the focus"), within=".map-frame"),
        Key(("+", "-"), _("bring it closer, send it farther"), within=".map-frame"),
        Key(("0",), _("show all of it"), within=".map-frame"),
    ),
    "search": (
        Key(("j",), _("next hit; from the words, the first")),
        Key(("k",), _("previous hit; from the first, back to the words")),
        Key(("ArrowDown", "ArrowUp"), _("the same, from the words, too"), within="[data-search] input[type='search']"),
        Key(("Enter",), _("open the hit at its lit words"), within=".hit-link"),
    ),
    "timeline": (
        Key(("ArrowLeft", "ArrowRight"), _("earlier, later, once it has the focus"), within=".timeline-frame"),
        Key(("+", "-"), _("bring it closer, send it farther"), within=".timeline-frame"),
    ),
    **dict.fromkeys(("review", "review-judge"), REVIEW),
    "source": (
        Key(("j",), _("next statement")),
        Key(("k",), _("previous statement")),
        Key(("c",), _("confirm the chosen statement")),
        Key(("e",), _("correct it")),
        Key(("x",), _("reject it: write why, then Enter")),
        Key(("u",), _("take back what was said of it")),
    ),
}


def keys_of(page: str) -> tuple[Key, ...]:
    """Return what keys do on a page, by the page's name; what they do everywhere comes last."""
    return KEYS.get(page, ()) + EVERYWHERE

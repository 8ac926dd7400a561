"""The colours of the desk are readable: WCAG 2.2 AA, computed from the tokens, light and dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import noharbor.desk

TOKENS = (Path(noharbor.desk.__file__).parent / "static/desk/css/tokens.css").read_text(encoding="utf-8")
LIGHT, DARK = (dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6});", part)) for part in TOKENS.split("@media"))

#: Words on grounds: 4.5 at least.
WORDS = [
    ("ink", "page"),
    ("ink", "surface"),
    ("ink", "surface-2"),
    ("ink", "passage"),
    ("ink-2", "page"),
    ("ink-2", "surface"),
    ("ink-2", "surface-2"),
    ("ink-2", "passage"),
    ("accent", "page"),
    ("accent", "surface"),
    ("accent", "surface-2"),
    ("accent", "passage"),
    ("accent-strong", "accent-wash"),
    ("on-accent", "accent"),
    ("bar-ink", "bar"),
    ("bar-ink-2", "bar"),
    ("good", "good-wash"),
    ("warn", "warn-wash"),
    ("bad", "bad-wash"),
    ("bad", "surface"),
    ("passage-lit-ink", "passage-lit"),
    ("ink", "map-land"),
    ("ink", "map-sea"),
    ("ink-2", "map-land"),
    ("ink-2", "map-sea"),
    ("map-route", "map-land"),
    ("map-route", "map-sea"),
]
#: Edges of fields and the focus ring: 3 at least.
EDGES = [
    ("line-strong", "surface"),
    ("line-strong", "surface-2"),
    ("focus", "surface"),
    ("focus", "page"),
    ("focus-ring", "bar"),
    ("accent", "map-land"),
    ("accent", "map-sea"),
    ("map-coast", "map-land"),
    ("map-line", "map-land"),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_are_readable(scheme, ink, ground):
    assert contrast(scheme, ink, ground) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_can_be_seen(scheme, edge, ground):
    assert contrast(scheme, edge, ground) >= 3


def contrast(scheme: str, one: str, other: str) -> float:
    tokens = LIGHT if scheme == "light" else LIGHT | DARK
    high, low = sorted((luminance(tokens[one]), luminance(tokens[other])), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

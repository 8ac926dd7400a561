"""Read the compiled tables, each once, when first asked for."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

import numpy as np


class TablesAreMissing(Exception):
    """A compiled reference table is missing; run `python -m noharbor.reference.compile` and try again."""


@cache
def table(name: str) -> Any:
    """The compiled table of this name, as plain lists and dictionaries. Do not change what it returns.

    Raises:
        TablesAreMissing: There is no such table.
    """
    path = resources.files("noharbor.reference") / "compiled" / f"{name}.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise TablesAreMissing(TablesAreMissing.__doc__) from error


@cache
def packed(name: str) -> dict[str, Any]:
    """The compiled arrays of this name. Do not change what it returns.

    Raises:
        TablesAreMissing: There are no such arrays.
    """
    path = resources.files("noharbor.reference") / "compiled" / f"{name}.npz"
    try:
        with path.open("rb") as file, np.load(file) as arrays:
            return {key: arrays[key] for key in arrays.files}
    except FileNotFoundError as error:
        raise TablesAreMissing(TablesAreMissing.__doc__) from error


@cache
def _simplified() -> dict[int, int]:
    """Traditional to simplified characters and full-width to plain digits and letters, one to one."""
    pairs = table("characters")
    return {ord(traditional): ord(simple) for traditional, simple in zip(pairs["from"], pairs["to"], strict=True)}


def simplify(text: str) -> str:
    """The text in simplified characters, of the same length, so that offsets hold for both.

    Character by character, so a few words that OpenCC would choose by context come out otherwise (乾 is 干 even in
    乾隆). Good for finding names and dates, not for showing to people.
    """
    return text.translate(_simplified())

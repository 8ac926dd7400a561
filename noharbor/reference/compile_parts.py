"""Make the table of what stands around a name: titles, marks of aliases, words of organisations, family names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Row = dict[str, Any]


class PartIsWrong(ValueError):
    """An entry in reference/names cannot stand as it is; mend the line that is named."""

    def __init__(self, entry: str, what: str) -> None:
        super().__init__(f"{entry}: {what}")


def name_parts(load: Callable[[str], Any]) -> Row:
    """One table with all of them, by file name."""
    return {
        "aliases": _aliases(load("names/aliases.yaml")),
        "families": _families(load("names/families.yaml")),
        "organisations": _organisations(load("names/organisations.yaml")),
        "remarks": {name: words.split() for name, words in load("names/remarks.yaml").items()},
        "titles": _titles(load("names/titles.yaml")),
    }


def _titles(groups: list[Row]) -> list[list[Any]]:
    """Rows of words, place, language, kind, gender, sure, whether a dot must stand, and what may not follow."""
    rows: dict[tuple[str, str, str], list[Any]] = {}
    for group in groups:
        possible, dotted = set(group.get("possible", ())), set(group.get("must_have_dot", ()))
        words = [*group.get("sure", ()), *group.get("possible", ())]
        if not dotted <= set(words):
            raise PartIsWrong(f"titles {group['language']} {group['kind']}", f"{dotted - set(words)} are no titles")
        for one in words:
            rows[(one, group["place"], group["language"])] = [
                one,
                group["place"],
                group["language"],
                group["kind"],
                group.get("gender", ""),
                one not in possible,
                one in dotted,
                group.get("not_before", []),
            ]
    return [rows[key] for key in sorted(rows)]


def _aliases(groups: list[Row]) -> list[list[Any]]:
    """Rows of words, kind, script, and whether space must stand before them."""
    rows = []
    for group in groups:
        script = next(key for key in group if key not in ("kind", "spaced"))
        rows += [[words, group["kind"], script, bool(group.get("spaced"))] for words in dict.fromkeys(group[script])]
    return sorted(rows)


def _organisations(content: Row) -> list[list[Any]]:
    """Rows of words, script, what they say, its kind, when they count alone, and whether a dot must stand."""
    never, at_end = set(content["weak"]), set(content["weak_in_front"])
    rows: list[list[Any]] = []
    for meaning, entry in content.items():
        if meaning in ("weak", "weak_in_front"):
            continue
        dotted = set(entry.get("must_have_dot", ()))
        for script, words in entry.items():
            if script in ("kind", "must_have_dot"):
                continue
            for one in words:
                counts = "never" if one in never else "at end" if one in at_end else "always"
                rows.append([one, script, meaning, entry["kind"], counts, one in dotted])
    # A word that two entries give counts for the first in the order of the alphabet.
    firsts: dict[str, list[Any]] = {}
    for row in sorted(rows):
        firsts.setdefault(row[0], row)
    return list(firsts.values())


def _families(content: Row) -> Row:
    """Family names as lists."""
    return {key: (value.split() if isinstance(value, str) else value) for key, value in content.items()}


def name_shares(files: list[Row]) -> dict[str, Row]:
    """By language: the unit that is counted, and of a million people how many have each word, and any other word."""
    found: dict[str, Row] = {}
    for content in files:
        words: dict[str, float] = {str(word): share for word, share in content["words"].items()}
        for tier in content.get("tiers", ()):
            for word in tier["words"].split():
                # A family name that is a given name, too, is borne by both kinds of people.
                words[word] = words.get(word, 0) + tier["per_million"]
        found[content["language"]] = {"unit": content["unit"], "unseen": content["unseen"], "words": words}
    return found

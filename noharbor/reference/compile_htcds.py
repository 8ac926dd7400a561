"""Make the table of the fields and codes in which cases of trafficking are written for others."""

from __future__ import annotations

from typing import Any

from noharbor.reference.compile_words import EntryIsWrong

_TOLD_BY = ("body", "case", "list", "node", "person")


def htcds(content: dict[str, Any]) -> dict[str, Any]:
    """The standard, its lists of codes and its fields.

    Raises:
        EntryIsWrong: A field or code of the node's own is not marked as such, maps back to nothing, or one of the
            standard bears the mark; or a field stands twice, or nobody can tell it.
    """
    added = content["standard"]["added"]
    for one in content["lists"]:
        for code in one["codes"]:
            _check(not code.startswith(added), code, "is marked as added and stands among the standard's")
        for code, nearest in one.get("added", {}).items():
            _check(code.startswith(added), code, "is added and not marked so")
            _check(nearest in one["codes"], code, f"maps back to {nearest}, which {one['name']} has not")
    names = [field["name"] for field in content["fields"]]
    for field in content["fields"]:
        _check(names.count(field["name"]) == 1, field["name"], "stands twice")
        _check(field["told_by"] in _TOLD_BY, field["name"], f"is told by none of {', '.join(_TOLD_BY)}")
    return content


def _check(stands: bool, entry: str, what: str) -> None:
    if not stands:
        raise EntryIsWrong(entry, what)

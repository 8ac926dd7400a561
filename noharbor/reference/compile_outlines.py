"""Check the files of outlines/ and make the table of what the map knows beside the outlines themselves."""

from __future__ import annotations

from typing import Any

Row = dict[str, Any]


class OutlineIsWrong(ValueError):
    """A line in outlines/*.yaml cannot stand as it is; mend the line that is named."""

    def __init__(self, line: Row, what: str) -> None:
        super().__init__(f"{line}: {what}")


def outlines(files: dict[str, list[Row]], places: list[list[Any]]) -> dict[str, Any]:
    """What the map is drawn by: states, names of areas, lines in dispute, regions without sharp edges.

    Args:
        files: Rows of outlines/, by file.
        places: The table of places.

    Raises:
        OutlineIsWrong: A place or a state is not there, or an area is named twice.
    """
    ids = {row[0] for row in places}
    states = {row["code"] for row in files["states.yaml"]}
    for row in (*files["areas.yaml"], *files["hazes.yaml"]):
        if row["id"] not in ids:
            raise OutlineIsWrong(row, "there is no such place")
    for row in files["disputed.yaml"]:
        if set(row.get("between", ())) - states:
            raise OutlineIsWrong(row, "the map has no such state")
    areas: dict[str, dict[str, str]] = {}
    for row in files["areas.yaml"]:
        named = areas.setdefault(row["state"], {})
        if row["name"] in named:
            raise OutlineIsWrong(row, "the area is named twice")
        named[row["name"]] = row["id"]
    return {
        "areas": areas,
        "disputed_areas": sorted(row["area"] for row in files["disputed.yaml"] if "area" in row),
        "disputed_borders": sorted(sorted(row["between"]) for row in files["disputed.yaml"] if "between" in row),
        "hazes": {row["id"]: row["spots"] for row in files["hazes.yaml"]},
        "states": {row["code"]: {key: row[key] for key in row if key != "code"} for row in files["states.yaml"]},
    }

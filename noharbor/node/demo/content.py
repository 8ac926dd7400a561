"""The reports of the demo node, as files that anyone can read and mend: a small front matter, then the words."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

REPORTS = Path(__file__).parent / "reports"

#: What every front matter holds, in this order; nothing else is allowed, so that a slip of the pen is found.
REQUIRED = (
    "title",
    "published",
    "publisher",
    "address",
    "language",
    "reliability",
    "marking",
    "owner",
    "received_by",
    "invited",
    "invented",
)
OPTIONAL = ("confirm", "purpose")


class BrokenDemoReport(Exception):
    """A report of the demo node is not well written. Compare its front matter with that of its neighbours."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"{name}: {what}. {self.__doc__}")


@dataclass(frozen=True, slots=True)
class Confirmable:
    """A statement a careful reader would confirm: its kind and its count."""

    kind: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Report:
    """One report of the demo node.

    Attributes:
        name: Its file name.
        title: What it is about, in its language.
        published: First day the date allows.
        published_precision: "day", "month" or "year".
        publisher: Who published what it tells; an invented one says so.
        address: Where the public source stands; empty for invented reports.
        language: BCP 47 tag.
        reliability: Admiralty letter, A to F.
        marking: TLP 2.0, as `access.vocabulary.Tlp` writes it.
        owner: "desk", "lao" or "aid": the body that owns it.
        received_by: User name of the member who brings it in.
        invited: User names of those who may read it besides.
        invented: True when nothing in it happened.
        confirm: What the member who brought it in has confirmed, if the reader finds it.
        purpose: What it was given for; empty when no limit is stated.
        text: The words as received: the title on the first line, as articles have it.
    """

    name: str
    title: str
    published: datetime.date
    published_precision: str
    publisher: str
    address: str
    language: str
    reliability: str
    marking: str
    owner: str
    received_by: str
    invited: tuple[str, ...]
    invented: bool
    confirm: tuple[Confirmable, ...]
    purpose: str
    text: str


def reports(folder: Path = REPORTS) -> Iterator[Report]:
    """Give the reports of a folder in the order of their names.

    Raises:
        BrokenDemoReport: One of them lacks a part or has one too many; the error says which.
    """
    for path in sorted(folder.glob("*.md")):
        yield read_report(path)


def read_report(path: Path) -> Report:
    """Read one report.

    Raises:
        BrokenDemoReport: Its front matter is not as it should be.
    """
    opening, _, rest = path.read_text(encoding="utf-8").partition("---\n")
    head, closing, text = rest.partition("\n---\n")
    if opening or not closing:
        raise BrokenDemoReport(path.name, "the front matter does not stand between two lines of three dashes")
    # Every value is read as words: YAML would turn 2025-03-15 into a date, but 2025-03 not.
    given = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506  BaseLoader makes strings, lists and mappings only.
    missing = [key for key in REQUIRED if key not in given]
    unknown = [key for key in given if key not in REQUIRED + OPTIONAL]
    if missing or unknown:
        raise BrokenDemoReport(path.name, f"missing {missing}, unknown {unknown}")
    published, precision = _day(path.name, given["published"])
    return Report(
        name=path.name,
        published=published,
        published_precision=precision,
        invited=tuple(given["invited"]),
        invented=given["invented"] == "true",
        confirm=tuple(_confirmable(item) for item in given.get("confirm", ())),
        purpose=given.get("purpose", ""),
        text=f"{given['title']}\n\n{text.strip()}\n",
        **{
            key: given[key]
            for key in ("title", "publisher", "address", "language", "reliability", "marking", "owner", "received_by")
        },
    )


def _day(name: str, words: str) -> tuple[datetime.date, str]:
    by_length = {4: ("year", "-01-01"), 7: ("month", "-01"), 10: ("day", "")}
    if len(words) not in by_length:
        raise BrokenDemoReport(name, "published is neither YYYY-MM-DD nor YYYY-MM nor YYYY")
    precision, rest = by_length[len(words)]
    return datetime.date.fromisoformat(words + rest), precision


def _confirmable(item: dict[str, str]) -> Confirmable:
    return Confirmable(item["kind"], int(item["count"]) if item.get("count") else None)

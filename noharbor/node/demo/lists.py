"""Two lists of invented people, so that a first day's visitor finds something to lay side by side."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from noharbor.record.linkage.vocabulary import ListUse

LISTS = Path(__file__).parent / "lists"
#: What the reconciliation of the two is called, and the day by which its answer is needed.
TITLE = "Who came over the bridge, and who is looked for (invented)"
DEADLINE = datetime.date(2025, 2, 15)


@dataclass(frozen=True, slots=True)
class DemoList:
    """One list of the demo node.

    Attributes:
        name: Its file name.
        title: What it is about.
        received_by: User name of the member who brought it.
        invited: User names of others who may read it.
        published: The day it was made.
        use: What it is for.
        made_by: The body that made it.
        region: Its country.
    """

    name: str
    title: str
    received_by: str
    invited: tuple[str, ...]
    published: datetime.date
    use: ListUse
    made_by: str
    region: str

    @property
    def path(self) -> Path:
        """The file."""
        return LISTS / self.name


DEMO_LISTS: tuple[DemoList, ...] = (
    DemoList(
        "handover-at-the-bridge.csv",
        "Handover list of the Friendship Bridge (invented)",
        "asha",
        ("boun",),
        datetime.date(2025, 2, 12),
        ListUse.HANDOVER,
        "Mekong Joint Desk (invented)",
        "TH",
    ),
    DemoList(
        "people-looked-for.csv",
        "People looked for by families (invented)",
        "asha",
        ("boun",),
        datetime.date(2025, 2, 10),
        ListUse.MISSING,
        "Riverside Shelter (invented)",
        "TH",
    ),
)

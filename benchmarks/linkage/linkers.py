"""The linkers that are measured: ours, and those beside which it stands.

Each is handed the lists of a world and gives the pairs it found. What a linker must load it loads within its call, so
that its time counts that too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

from benchmarks.linkage.lists import PeopleList
from benchmarks.linkage.measure import Found, Place
from benchmarks.linkage.world import TODAY
from noharbor.science.matching.people.person import Person

Linker = Callable[[Sequence[PeopleList]], list[Found]]


def ours(lists: Sequence[PeopleList]) -> list[Found]:
    """`reconcile` of this project, handed people as a careful reader takes them out of the lists."""
    return _reconciled([(one.name, [(row.row, row.person) for row in one.rows]) for one in lists])


def cells(lists: Sequence[PeopleList]) -> list[Found]:
    """The same from the cells as the bodies wrote them, headings and all, read by `noharbor.science.lists`."""
    from noharbor.science.lists import understand

    given = []
    for one in lists:
        written = [tuple(one.rows[0].cells), *(tuple(row.cells.values()) for row in one.rows)] if one.rows else []
        understood = understand(written, region="TH", today=TODAY)
        given.append((one.name, [(row.row, row.person) for row in understood.rows]))
    return _reconciled(given)


def _reconciled(given: Sequence[tuple[str, Sequence[tuple[int, Person]]]]) -> list[Found]:
    from noharbor.science.matching.people.reconciling import ListedPerson, PersonList, reconcile
    from noharbor.science.names.evidence import Proposal

    lists = [PersonList(name, tuple(ListedPerson(*row) for row in rows)) for name, rows in given]
    return [
        Found((pair.a.list, pair.a.row), (pair.b.list, pair.b.row), pair.score, pair.proposal == Proposal.SAME)
        for pair in reconcile(lists).pairs
    ]


def exact(lists: Sequence[PeopleList]) -> list[Found]:
    """Who has the same passport or national id, or name and birth letter by letter, as a spreadsheet finds it."""
    rows: dict[Hashable, list[Place]] = defaultdict(list)
    for number, one in enumerate(lists):
        for row in one.rows:
            for key in exact_keys(row.person):
                rows[key].append((number, row.row))
    agreed: dict[tuple[Place, Place], int] = defaultdict(int)
    for places in rows.values():
        for at, place in enumerate(places):
            for other in places[at + 1 :]:
                agreed[min(place, other), max(place, other)] += 1
    return [Found(a, b, float(count), same=True) for (a, b), count in agreed.items()]


def exact_keys(person: Person) -> list[Hashable]:
    """What must be equal for two people to be one by exact matching."""
    name = " ".join(person.names[0].casefold().split())
    keys: list[Hashable] = [("passport", number) for number in person.passports]
    keys += [("national id", number) for number in person.national_ids]
    if person.born:
        keys.append(("name and birth", name, person.born))
    return keys


def splink(lists: Sequence[PeopleList]) -> list[Found]:
    """Stock Splink on DuckDB."""
    from benchmarks.linkage.splink_linker import link

    return link(lists)


#: Every linker in the order of the tables: name, title, call.
LINKERS: tuple[tuple[str, str, Linker], ...] = (
    ("ours", "No Harbor", ours),
    ("cells", "No Harbor, from cells", cells),
    ("splink", "Splink", splink),
    ("exact", "exact matching", exact),
)

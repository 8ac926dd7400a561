"""What a linker did not find on a world, and whom it merged wrongly, row beside row.

python -m benchmarks.linkage.misses ours 4101 3000 --show 20
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from benchmarks.linkage.linkers import LINKERS
from benchmarks.linkage.lists import PeopleList, lists
from benchmarks.linkage.measure import Found, Place, Truth
from noharbor.science.matching.people.person import Person


def not_first(truth: Truth, found: Sequence[Found]) -> Iterator[tuple[Place, Place, Found | None]]:
    """Rows with a partner on another list who does not stand first: row, partner, and who stands first instead."""
    best: dict[tuple[Place, int], Found] = {}
    for pair in found:
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            key = (one, other[0])
            if one[0] != other[0] and (key not in best or pair.score > best[key].score):
                best[key] = Found(one, other, pair.score, pair.same)
    for place in truth.rows:
        for number, right in truth.elsewhere(place).items():
            first = best.get((place, number))
            if first is None or first.b not in right:
                yield place, right[0], first


def wrongly_merged(truth: Truth, found: Sequence[Found]) -> Iterator[Found]:
    """Pairs across lists that were merged and are two people."""
    return (one for one in found if one.same and one.a[0] != one.b[0] and not truth.same(one.a, one.b))


def doubles_missed(truth: Truth, found: Sequence[Found]) -> Iterator[tuple[Place, Place]]:
    """Two rows of one person on one list that were not proposed."""
    known = {frozenset((one.a, one.b)) for one in found}
    by_list: dict[tuple[int, int], list[Place]] = defaultdict(list)
    for place, row in truth.rows.items():
        by_list[row.human, place[0]].append(place)
    for places in by_list.values():
        for one, other in pairwise(places):
            if frozenset((one, other)) not in known:
                yield one, other


def line(person: Person) -> str:
    """A person in one line."""
    born = person.born and (str(person.born.earliest) if person.born.is_day else f"{person.born.earliest}…")
    said = (" / ".join(person.names), person.sex[:1], born or "", person.nationality, *person.passports)
    return " | ".join((*said, *person.national_ids, *person.phones, person.place))


def show(kept: Sequence[PeopleList], found: Sequence[Found], most: int) -> None:
    """Print so many of each kind."""
    truth = Truth(kept)

    def tell(mark: str, place: Place, score: str = "") -> None:
        print(f"  {mark} {kept[place[0]].name} {place[1]}: {line(truth.rows[place].person)} {score}")

    missed = list(not_first(truth, found))
    print(f"Not first: {len(missed)}")
    for place, partner, first in missed[:most]:
        tell(" ", place)
        tell("=", partner)
        if first:
            tell("≠", first.b, f"  scored {first.score:.3f}")
    merged = list(wrongly_merged(truth, found))
    print(f"\nWrongly merged: {len(merged)}")
    for pair in merged[:most]:
        tell(" ", pair.a)
        tell("≠", pair.b, f"  scored {pair.score:.3f}")
    doubles = list(doubles_missed(truth, found))
    print(f"\nDoubles not proposed: {len(doubles)}")
    for one, other in doubles[:most]:
        tell(" ", one)
        tell("=", other)


def main() -> None:
    """Show what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("linker", choices=[name for name, _, _ in LINKERS])
    parser.add_argument("seed", type=int)
    parser.add_argument("people", type=int)
    parser.add_argument("--show", type=int, default=15)
    chosen = parser.parse_args()
    kept = lists(chosen.people, chosen.seed)
    linker = next(call for name, _, call in LINKERS if name == chosen.linker)
    show(kept, linker(kept), chosen.show)


if __name__ == "__main__":
    main()

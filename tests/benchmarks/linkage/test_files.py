import csv
from itertools import islice

from benchmarks.linkage.files import asked, person_of, records, register, said_of, write_lists
from benchmarks.linkage.lists import lists
from benchmarks.linkage.world import BLOCK


def test_lists_are_written_as_their_keepers_head_them_with_the_truth_beside(tmp_path):
    kept = lists(200, 5)
    write_lists(tmp_path, kept)
    for one in kept:
        with (tmp_path / f"{one.name}.csv").open(encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
        assert head == list(one.rows[0].cells)
        assert rows == [list(row.cells.values()) for row in one.rows]
    with (tmp_path / "truth.csv").open(encoding="utf-8", newline="") as file:
        truth = {(one, int(row)): int(person) for one, row, person in list(csv.reader(file))[1:]}
    assert truth == {(one.name, row): human for one in kept for row, human in one.truth().items()}


def test_a_person_comes_back_out_of_columns_as_they_went_in():
    for one in lists(300, 5):
        for row in one.rows:
            said = said_of(row)
            assert (said.pop("human"), said.pop("script")) == (row.human, row.script)
            assert person_of(said) == row.person


def test_a_register_holds_everybody_once_and_in_order():
    assert [row.human for row in register(300, 5)] == list(range(300))


def test_six_of_ten_rows_asked_about_are_of_people_in_the_register():
    rows = list(asked(500, BLOCK, 5))
    assert len(rows) == 500
    assert sum(row.human < BLOCK for row in rows) == 300
    assert {row.script for row in rows} == {"Hani", "Khmr", "Laoo", "Latn", "Mymr", "Thai"}


def test_records_come_person_by_person_without_end_of_memory():
    rows = list(islice(records(10**7, 5), 1_000))
    assert [row.human for row in rows] == sorted(row.human for row in rows)
    assert 1.3 < len(rows) / len({row.human for row in rows}) < 2.2

"""Cells pasted out of spreadsheets, pages and notes become a table; so do the tables of a page."""

from __future__ import annotations

import time

import pytest

from noharbor.record.intake import errors
from noharbor.record.intake.formats.format import Span
from noharbor.record.intake.formats.pasted import pasted_table

ROWS = [["name", "age"], ["Invented One", "31"], ["Invented Two", "28"]]
PAGE = """<html><body><table role="presentation"><tr><td>Menu<td>
<table><caption>Of the
 bridge</caption>
<thead><tr><th rowspan=2>name<th colspan="2">born</tr><tr><th>day</th><th>place</th></tr></thead>
<tr><td>Invented<br>One<td>1 May<td><p>a</p><p>b</p></tr>
<tr><td>ต้น</td><td colspan=2>unknown</td></tr></table></table></body></html>"""


@pytest.mark.parametrize(
    "text",
    [
        "name\tage\r\nInvented One\t31\r\nInvented Two\t28\r\n",
        "| name | age |\n|---|:-:|\n| Invented One | 31 |\n| Invented Two | 28 |",
        "name | age\n--- | ---\nInvented One | 31\nInvented Two | 28",
        "+------+-----+\n| name | age |\n+------+-----+\n| Invented One | 31 |\n| Invented Two | 28 |\n+------+-----+",
        "name;age\nInvented One;31\nInvented Two;28",
        "name            age\nInvented One    31\nInvented Two    28",
        "<table><tr><td>name<td>age<tr><td>Invented One<td>31<tr><td>Invented Two<td>28</table>",
    ],
)
def test_pasted_cells_become_a_table(text):
    assert pasted_table(text).rows == ROWS


def test_names_one_on_a_line_are_a_column():
    assert pasted_table("Invented One\n\nInvented Two").rows == [["Invented One"], [], ["Invented Two"]]


def test_a_pasted_cell_with_line_ends_is_one_cell():
    assert pasted_table('a\t"one\ntwo"\nb\tc').rows == [["a", "one\ntwo"], ["b", "c"]]


def test_a_bar_in_a_markdown_cell_is_a_bar():
    assert pasted_table("|a|b|\n|--|--|\n|x\\|y|z|").rows == [["a", "b"], ["x|y", "z"]]


def test_nothing_pasted_is_told():
    with pytest.raises(errors.NoWordsFound):
        pasted_table(" \n\t\n")


def test_too_much_pasted_is_told():
    with pytest.raises(errors.TextTooLong):
        pasted_table("a\tb\n" * 1_000_000)


def test_a_page_gives_its_tables_with_what_spans(read_here):
    (table,) = read_here(PAGE.encode(), "a.html").tables
    assert table.name == "Of the bridge"
    assert table.rows == [
        ["name", "born", "born"],
        ["name", "day", "place"],
        ["Invented\nOne", "1 May", "a\nb"],
        ["ต้น", "unknown", "unknown"],
    ]
    assert table.merged == (Span(0, 0, 1, 0), Span(0, 1, 0, 2), Span(3, 1, 3, 2))


def test_pasted_markup_is_read_as_a_page_is(read_here):
    assert [pasted_table(PAGE)] == list(read_here(PAGE.encode(), "a.html").tables)


def test_spans_without_end_are_bounded():
    table = pasted_table("<table><tr><td rowspan=0 colspan=99999>a<td>b</tr><tr><td>c</table>")
    assert [len(row) for row in table.rows] == [1001, 1001]
    assert (table.rows[1][0], table.rows[1][-1]) == ("a", "c")


@pytest.mark.parametrize("piece", ["<!--", "<", "<a b='", "<![", "<?", "<table><tr><td>", "&#x", "</a", '"\t'])
def test_what_is_pasted_to_take_long_takes_no_longer(piece):
    text = "<table><tr><td>a<td>b" + piece * (500_000 // len(piece))
    started = time.process_time()
    assert pasted_table(text).rows
    assert time.process_time() - started < 2

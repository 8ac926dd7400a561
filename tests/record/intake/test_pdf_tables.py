"""Tables in PDF come out as grids, by their lines or by how their words stand; prose does not."""

from __future__ import annotations

import pypdfium2
import pytest

from noharbor.record.intake.formats.format import Span
from noharbor.record.intake.notices import NoticeCode
from tests.record.intake.papers import grid, paper

ROWS = [
    ["No", "Name", "Birth", "Remark"],
    ["1", "สมชาย ใจดี", "1987-05-06", "ส่งกลับ"],
    ["2", "အောင်မြင့်", "", "ထိုင်း"],
    ["3", "សុខ វណ្ណា", "1990-01-02", "កម្ពុជា"],
    ["4", "王某某", "1991-03-04", "移交"],
]
XS = (50, 80, 220, 330, 450)


def expected(rows=ROWS):
    rows = [[cell or None for cell in row] for row in rows]
    for row in rows:
        while row[-1] is None:
            row.pop()
    return rows


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_is_found_in_every_script(read_here, ruled):
    texts, strokes = grid(ROWS, XS, 700, ruled=ruled)
    title = (50, 730, "List handed over at the bridge")
    (table,) = read_here(paper(([title, *texts], strokes)), "a.pdf").tables
    assert table.rows == expected()
    assert table.name == title[2]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_table_is_found(read_here, ruled, turn):
    # PDFium leaves out turned characters whose font is not in the file, all but Latin ones.
    rows = [ROWS[0], *([str(n), f"Invented {n}", "1987-05-06", "left"] for n in range(5))]
    texts, strokes = grid(rows, XS, 700, ruled=ruled)
    (table,) = read_here(paper((texts, strokes), turn=turn), "a.pdf").tables
    assert table.rows == rows


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_over_several_pages_is_one_without_its_headings_repeated(read_here, ruled):
    pages = []
    for page in range(3):
        body = [[str(10 * page + n), f"Person {10 * page + n}", "1990-01-02", "left"] for n in range(10)]
        texts, strokes = grid([ROWS[0], *body], XS, 700, ruled=ruled)
        pages.append(([(50, 760, "Confidential"), *texts, (300, 30, f"{page + 1}")], strokes))
    (table,) = read_here(paper(*pages), "a.pdf").tables
    assert [row[0] for row in table.rows] == ["No", *map(str, range(30))]


def test_pages_whose_tables_cannot_be_read_are_told_and_keep_their_words(read_here, monkeypatch):
    def broken(*_: object) -> None:
        raise pypdfium2.PdfiumError("a drawing that cannot be read")

    monkeypatch.setattr("noharbor.record.intake.formats.pdf_tables.marks_of", broken)
    texts, strokes = grid(ROWS, XS, 700, ruled=True)
    reading = read_here(paper(([], []), (texts, strokes)), "a.pdf")
    assert reading.tables == ()
    assert "สมชาย ใจดี" in reading.text
    assert [notice.values for notice in reading.notices if notice.code == NoticeCode.TABLES_UNREADABLE] == [
        {"pages": "2"}
    ]


def test_two_tables_of_a_page_stay_two(read_here):
    one, lines = grid(ROWS, XS, 700, ruled=True)
    other, more = grid([["a", "b"], ["c", "d"], ["e", "f"]], (50, 150, 250), 300, ruled=True)
    tables = read_here(paper(([*one, (50, 400, "Some words between them."), *other], [*lines, *more])), "a.pdf").tables
    assert [len(table.rows) for table in tables] == [5, 3]


def test_merged_cells_are_filled_and_marked(read_here):
    texts = [(54, 686, "Name"), (154, 686, "Birth"), (154, 666, "day"), (254, 666, "place")]
    texts += [(54, 646, "Invented"), (54, 636, "One"), (154, 646, "1 May"), (254, 646, "Town")]
    strokes = [(50, 700, 350, 700), (150, 680, 350, 680), (50, 660, 350, 660), (50, 630, 350, 630)]
    strokes += [(50, 630, 50, 700), (150, 630, 150, 700), (250, 630, 250, 680), (350, 630, 350, 700)]
    (table,) = read_here(paper((texts, strokes)), "a.pdf").tables
    assert table.rows == [["Name", "Birth", "Birth"], ["Name", "day", "place"], ["Invented One", "1 May", "Town"]]
    assert table.merged == (Span(0, 0, 1, 0), Span(0, 1, 0, 2))


def test_rows_between_which_nobody_drew_lines_are_rows(read_here):
    texts, _ = grid(ROWS, XS, 700, ruled=False)
    strokes = [(50, y, 450, y) for y in (700, 680, 600)] + [(x, 600, x, 700) for x in XS]
    assert read_here(paper((texts, strokes)), "a.pdf").tables[0].rows == expected()


def test_prose_and_its_columns_are_no_table(read_here):
    line = "The police of the two countries told of eleven people and"
    prose = [(50, 700 - 14 * n, line) for n in range(20)]
    columns = [(50 + 280 * (n % 2), 380 - 14 * (n // 2), line[:40]) for n in range(40)]
    assert read_here(paper((prose, []), (columns, [])), "a.pdf").tables == ()


def test_the_text_of_a_pdf_stays_as_it_is(read_here):
    texts, strokes = grid(ROWS, XS, 700, ruled=True)
    reading = read_here(paper((texts, strokes), ([], [])), "a.pdf")
    assert "1987-05-06" in reading.text
    assert [notice.values for notice in reading.notices] == [{"pages": "2"}]

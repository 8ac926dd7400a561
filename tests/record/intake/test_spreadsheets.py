"""Spreadsheets as messy as they come: what stands in a cell comes out, and what does not is told."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from noharbor.record.intake import errors, extraction
from noharbor.record.intake.formats.format import Span
from noharbor.record.intake.formats.number_formats import number_format, shown
from noharbor.record.intake.notices import NoticeCode
from tests.record.intake.attacks import cell
from tests.record.intake.spreadsheets import markup_spreadsheet, ods, ods_row, packed, xls, xlsb, xlsx


def notices(reading):
    return {notice.code: notice.values for notice in reading.notices}


def data(rows: str, after: str = "", before: str = "") -> str:
    return f"{before}<sheetData>{rows}</sheetData>{after}"


def test_merged_cells_are_filled_and_marked(read_here):
    rows = (
        f'<row r="1">{cell("A1", "List of the bridge")}</row>'
        f'<row r="2">{cell("A2", "Name")}{cell("B2", "Birth")}</row>'
        f'<row r="3">{cell("B3", "day")}{cell("C3", "place")}</row>'
        f'<row r="4">{cell("A4", "Invented One")}{cell("B4", "x")}{cell("C4", "y")}</row>'
    )
    merges = '<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/></mergeCells>'
    table = read_here(xlsx({"S": data(rows, merges)}), "a.xlsx").tables[0]
    assert table.rows == [
        ["List of the bridge"] * 3,
        ["Name", "Birth", "Birth"],
        ["Name", "day", "place"],
        ["Invented One", "x", "y"],
    ]
    assert table.merged == (Span(0, 0, 0, 2), Span(1, 0, 2, 0), Span(1, 1, 1, 2))


def test_a_text_says_what_is_merged_once(read_here):
    rows = f'<row r="1">{cell("A1", "Title")}</row><row r="2">{cell("A2", "a")}{cell("B2", "b")}</row>'
    reading = read_here(xlsx({"S": data(rows, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')}), "a.xlsx")
    assert reading.text == "Title\na\tb"


def test_a_formula_without_a_result_is_told(read_here):
    rows = (
        f'<row r="1">{cell("A1", "name")}</row>'
        '<row r="2"><c r="A2"><f>B2&amp;C2</f></c><c r="B2"><f>1+1</f><v></v></c><c r="C2" t="str"><f>""</f><v></v></c>'
        '<c r="D2"><f>1+1</f><v>2</v></c></row>'
    )
    reading = read_here(xlsx({"S": data(rows)}), "a.xlsx")
    assert reading.tables[0].rows == [["name"], [None, None, None, 2]]
    assert notices(reading) == {NoticeCode.FORMULAS_WITHOUT_VALUES: {"count": 2, "places": "A2, B2"}}


@pytest.mark.parametrize(("book", "day"), [("", "1987-05-06"), ('<workbookPr date1904="1"/>', "1991-05-07")])
def test_days_are_counted_from_the_year_the_file_says(read_here, book, day):
    styles = (
        '<numFmts><numFmt numFmtId="164" formatCode="[$-41E]d\\ mmmm\\ bbbb"/></numFmts>'
        '<cellXfs><xf/><xf numFmtId="164"/></cellXfs>'
    )
    content = xlsx({"S": data('<row><c s="1"><v>31903</v></c></row>')}, styles=styles, book=book)
    assert read_here(content, "a.xlsx").tables[0].rows == [[day]]


@pytest.mark.parametrize(
    ("value", "code", "told"),
    [
        (812345678, "0000000000", "0812345678"),
        (812345678, "000-000-0000", "081-234-5678"),
        (66812345678, "\\+0", "+66812345678"),
        (812345678, '"0"#########', "0812345678"),
        (1234, "#,##0", 1234),
        (1234, "# ##0", 1234),
        (5, "0.00", 5),
        (5, '0" years"', 5),
        (0.5, "h:mm AM/PM", "12:00:00"),
        (1.5, "[h]:mm", "36:00:00"),
        (1, "yyyy-mm-dd", "1900-01-01"),
        (61, "d/m/yy", "1900-03-01"),
        (45000.25, 'yyyy"年"m"月"d"日" hh:mm', "2023-03-15 06:00:00"),
        (-1, "yyyy-mm-dd", -1),
        (7, "General", 7),
        (7, "0E+00", 7),
    ],
)
def test_a_number_is_given_as_its_format_shows_it(value, code, told):
    assert shown(value, number_format(164, code), from_1904=False) == told


def test_zeros_in_front_of_ids_are_kept_where_the_file_keeps_them(read_here):
    styles = (
        '<numFmts><numFmt numFmtId="164" formatCode="0000000000"/></numFmts>'
        '<cellXfs><xf/><xf numFmtId="164"/></cellXfs>'
    )
    rows = f'<row><c s="1"><v>812345678</v></c>{cell("B1", "0099")}<c><v>62220202000123456</v></c></row>'
    assert read_here(xlsx({"S": data(rows)}, styles=styles), "a.xlsx").tables[0].rows == [
        ["0812345678", "0099", 62220202000123456]
    ]


def test_ids_whose_last_digits_the_program_dropped_are_told(read_here):
    reading = read_here(xlsx({"S": data("<row><c><v>1.10101199003071E+17</v></c></row>")}), "a.xlsx")
    assert notices(reading) == {NoticeCode.DIGITS_ROUNDED: {"count": 1, "places": "A1"}}


def test_what_is_hidden_is_read_and_told(read_here):
    rows = (
        f'<row r="1">{cell("A1", "a")}{cell("B1", "b")}</row>'
        f'<row r="2" hidden="1">{cell("A2", "c")}</row><row r="3" hidden="1"/>'
    )
    columns = '<cols><col min="2" max="16384" hidden="1"/></cols>'
    content = xlsx(
        {"Shown": data(rows, before=columns), "Away": data(f"<row>{cell('A1', 'd')}</row>")}, hidden=("Away",)
    )
    reading = read_here(content, "a.xlsx")
    assert [table.rows for table in reading.tables] == [[["a", "b"], ["c"]], [["d"]]]
    assert notices(reading) == {
        NoticeCode.SHEETS_HIDDEN: {"names": "Away"},
        NoticeCode.ROWS_HIDDEN: {"count": 1, "places": "Shown!2"},
        NoticeCode.COLUMNS_HIDDEN: {"count": 1, "places": "Shown!B"},
    }


def test_cells_with_errors_are_kept_and_told(read_here):
    reading = read_here(xlsx({"S": data('<row><c t="e"><v>#REF!</v></c></row>')}), "a.xlsx")
    assert reading.tables[0].rows == [["#REF!"]]
    assert notices(reading) == {NoticeCode.CELLS_WITH_ERRORS: {"count": 1, "places": "A1"}}


def test_rows_keep_the_numbers_of_the_file_over_100_000_empty_ones(read_here):
    empty = "".join(f'<row r="{number}" spans="1:9"><c r="A{number}" s="0"/></row>' for number in range(2, 100_002))
    rows = f'<row r="1">{cell("A1", "a")}</row>{empty}<row r="100002">{cell("C100002", "b")}</row>'
    rows += "".join(f'<row r="{number}"/>' for number in range(100_003, 150_000))
    table = read_here(xlsx({"S": data(rows)}), "a.xlsx").tables[0]
    assert len(table.rows) == 100_002
    assert table.rows[100_001] == [None, None, "b"]
    assert table.rows[50_000] == []


def test_texts_of_runs_readings_and_escapes_are_put_together(read_here):
    words = "<si><r><t>王</t></r><r><t>某</t></r><rPh sb='0' eb='1'><t>おう</t></rPh></si><si><t>a_x000D_\nb</t></si>"
    content = xlsx({"S": data('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>')}, words=words)
    assert read_here(content, "a.xlsx").tables[0].rows == [["王某", "a\nb"]]


@pytest.mark.parametrize("path", ["XL\\Workbook.xml", "xl/workbook22.xml", "/xl/workbook.xml"])
def test_parts_are_found_however_their_paths_are_written(read_here, path):
    with zipfile.ZipFile(io.BytesIO(xlsx({"S": data("<row><c><v>9</v></c></row>")}))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    number = "22" if "22" in path else ""
    parts[path] = parts.pop("xl/workbook.xml")
    parts[f"xl/_rels/workbook{number}.xml.rels"] = parts.pop("xl/_rels/workbook.xml.rels")
    assert read_here(packed(parts), "a.xlsx").tables[0].rows == [[9]]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (xlsx({"S": data('<row><c t="s"><v>9</v></c></row>')}), errors.BrokenOfficeFile),
        (xlsx({"S": data('<row r="2000000"><c><v>9</v></c></row>')}), errors.TableTooLarge),
        (xlsx({"S": data("<row><c><v>9</v></row>")}), errors.BrokenOfficeFile),
        (xlsx({"S": data('<row><c r="ABCDE1"><v>9</v></c></row>')}), errors.BrokenOfficeFile),
        (xlsx({"S": data("")}), errors.NoWordsFound),
        (xlsx({"S": data("<row><c><v>9</v></c></row>")})[:-300], errors.BrokenOfficeFile),
        (ods({"S": ods_row("a")})[:-100], errors.BrokenOfficeFile),
        (
            ods({"S": ods_row("a")}, **{"META-INF__manifest.xml": "<m><encryption-data/></m>"}),
            errors.EncryptedOfficeFile,
        ),
        (ods({"S": ods_row("a")}, **{"Basic__Standard__Module1.xml": "<m/>"}), errors.MacroDocument),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), errors.UnknownFormat),
        (xls([["a"]])[:600], errors.OldOfficeFile),
        (xls([["a"]])[:512] + xls([["a"]])[700:], errors.BrokenOfficeFile),
    ],
)
def test_what_cannot_be_read_is_said_clearly(read_here, content, problem):
    with pytest.raises(problem):
        read_here(content, "list.bin")


def test_an_open_spreadsheet_gives_its_cells(read_here):
    rows = (
        '<table:table-column table:number-columns-repeated="1"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="16383"/>'
        + '<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2">'
        "<office:annotation><text:p>a note</text:p></office:annotation><text:p>Title</text:p></table:table-cell>"
        '<table:covered-table-cell/><table:table-cell table:number-columns-repeated="16382"/></table:table-row>'
        + ods_row(None, None, attributes='table:number-rows-repeated="100000"')
        + ods_row("ต้น", 7, attributes='table:visibility="filter"')
        + '<table:table-row><table:table-cell office:value-type="float" office:value="812345678">'
        "<text:p>0812345678</text:p></table:table-cell>"
        '<table:table-cell office:value-type="date" office:date-value="1987-05-06"/>'
        '<table:table-cell table:formula="of:=A1"/></table:table-row>'
        + ods_row(None, attributes='table:number-rows-repeated="900000"')
    )
    style = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    reading = read_here(ods({"ชื่อ": rows, "Away": ods_row("x")}, styles=style), "a.ods")
    table = reading.tables[0]
    assert (table.name, len(table.rows)) == ("ชื่อ", 100_003)
    assert [row for row in table.rows if row] == [["Title", "Title"], ["ต้น", 7], ["0812345678", "1987-05-06"]]
    assert table.merged == (Span(0, 0, 0, 1),)
    assert notices(reading) == {
        NoticeCode.SHEETS_HIDDEN: {"names": "Away"},
        NoticeCode.ROWS_HIDDEN: {"count": 1, "places": "ชื่อ!100002"},
        NoticeCode.COLUMNS_HIDDEN: {"count": 1, "places": "ชื่อ!B"},
        NoticeCode.FORMULAS_WITHOUT_VALUES: {"count": 1, "places": "ชื่อ!C100003"},
    }


def test_an_old_spreadsheet_gives_its_cells_and_says_what_it_cannot_tell(read_here):
    reading = read_here(xls([[], ["姓名", "phone"], ["王某", 13912345678.0, None, 1.5]]), "list.xls")
    assert reading.extractor == "xls by calamine"
    assert reading.tables[0].rows == [[], ["姓名", "phone"], ["王某", 13912345678, None, 1.5]]
    assert [notice.code for notice in reading.notices] == [NoticeCode.SPREADSHEET_OLD]


def test_a_binary_spreadsheet_gives_its_cells(read_here):
    reading = read_here(xlsb({1: {0: "姓名", 1: "phone"}, 3: {0: "王某", 1: 13912345678.0}}), "list.xlsb")
    assert reading.tables[0].rows == [[], ["姓名", "phone"], [], ["王某", 13912345678]]


def test_a_binary_spreadsheet_with_macros_is_refused(read_here):
    content = packed({"[Content_Types].xml": "<T/>", "xl/workbook.bin": "", "xl/vbaProject.bin": ""})
    with pytest.raises(errors.MacroDocument):
        read_here(content, "list.xlsb")


def test_a_cell_in_the_last_corner_of_an_old_spreadsheet_is_read(read_here):
    rows = read_here(xls([["a"], *[[]] * 65_000, [*[None] * 255, "b"]]), "list.xls").tables[0].rows
    assert (len(rows), rows[-1][-1]) == (65_002, "b")


def test_a_cell_in_the_last_corner_of_a_binary_spreadsheet_costs_no_more_than_the_bounds(tmp_path):
    (tmp_path / "sealed").write_bytes(xlsb({0: {0: "a"}, 1_048_575: {16_383: "b"}}))
    with pytest.raises((errors.ReadingTookTooMuchMemory, errors.TableTooLarge)):
        extraction.read(tmp_path / "sealed", "list.xlsb", tmp_path)


def test_a_spreadsheet_in_one_xml_file_gives_its_cells(read_here):
    rows = (
        '<Column ss:Index="3" ss:Hidden="1"/>'
        '<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">Title</Data></Cell></Row>'
        '<Row ss:Index="4" ss:Hidden="1"><Cell><Data ss:Type="String">0812</Data></Cell>'
        '<Cell ss:Index="3"><Data ss:Type="DateTime">1987-05-06T00:00:00.000</Data></Cell>'
        '<Cell><Data ss:Type="Number">7</Data></Cell><Cell ss:Formula="=R1C1"/></Row>'
    )
    reading = read_here(markup_spreadsheet(rows, options="<Visible>SheetHidden</Visible>"), "list.xls")
    assert reading.tables[0].rows == [["Title"] * 3, [], [], ["0812", None, "1987-05-06", 7]]
    assert notices(reading) == {
        NoticeCode.SHEETS_HIDDEN: {"names": "List"},
        NoticeCode.ROWS_HIDDEN: {"count": 1, "places": "List!4"},
        NoticeCode.COLUMNS_HIDDEN: {"count": 1, "places": "List!C"},
        NoticeCode.FORMULAS_WITHOUT_VALUES: {"count": 1, "places": "List!E4"},
    }


def test_what_openpyxl_writes_comes_back(read_here):
    book = openpyxl.Workbook()
    book.active.append(["name", "=1+1", True, "@", 0.1])
    book.active.merge_cells("A2:B3")
    book.active["A2"] = "wide"
    book.active["C3"] = "beside"
    out = io.BytesIO()
    book.save(out)
    reading = read_here(out.getvalue(), "a.xlsx")
    assert reading.tables[0].rows == [["name", None, True, "@", 0.1], ["wide", "wide"], ["wide", "wide", "beside"]]
    assert NoticeCode.FORMULAS_WITHOUT_VALUES in notices(reading)

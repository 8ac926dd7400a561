"""Each kind of file gives its words; type is told by content."""

from __future__ import annotations

import datetime
import io
from email.message import EmailMessage

import docx
import openpyxl
import pytest

from noharbor.record.intake.formats import FORMATS
from noharbor.record.intake.formats.format import Span
from noharbor.record.intake.formats.lines import unwrapped
from noharbor.record.intake.notices import NoticeCode
from noharbor.record.intake.vocabulary import SourceKind
from tests.record.intake import attacks, spreadsheets
from tests.record.intake.papers import small_pdf


def codes(reading):
    return [notice.code for notice in reading.notices]


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word_document() -> docx.document.Document:
    document = docx.Document()
    document.add_heading("Eleven return", 0)
    document.add_paragraph("Eleven suspects were handed over on 19 August 2023.")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        [c for row in table.rows for c in row.cells], ["Name", "Age", "Invented Person", "31"], strict=True
    ):
        cell.text = words
    document.add_paragraph("移交11名嫌疑人。")
    return document


def test_kinds_are_those_of_the_vocabulary():
    assert {form.kind for form in FORMATS} <= set(SourceKind.values)


def test_a_pdf_gives_its_pages_parted_by_form_feeds(read):
    reading = read(small_pdf("Eleven return\nPolice caught eleven.", "Second page here."), "report.pdf")
    assert reading.kind == "pdf"
    assert reading.text == "Eleven return\nPolice caught eleven.\n\fSecond page here."
    assert reading.title == "Eleven return"


def test_a_pdf_tells_of_pages_without_words(read):
    reading = read(small_pdf("Words.", ""), "report.pdf")
    assert reading.notices[0].values == {"pages": "2"}


def test_a_word_document_gives_paragraphs_and_tables_in_order(read):
    reading = read(saved(word_document()), "report.docx")
    assert reading.text.splitlines() == [
        "Eleven return",
        "Eleven suspects were handed over on 19 August 2023.",
        "Name\tAge",
        "Invented Person\t31",
        "移交11名嫌疑人。",
    ]


def test_a_word_document_gives_its_tables_as_grids(read_here):
    document = docx.Document()
    document.add_paragraph("Handed over on 19 August")
    table = document.add_table(rows=4, cols=3)
    for place, words in {
        (0, 0): "Name",
        (0, 1): "Birth",
        (1, 1): "day",
        (1, 2): "place",
        (2, 0): "ต้น",
        (3, 2): "x",
    }.items():
        table.cell(*place).text = words
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(2, 0).add_table(2, 2).cell(1, 1).text = "inner"
    table.cell(2, 1).merge(table.cell(3, 1)).text = "both"
    outer = read_here(saved(document), "a.docx").tables[0]
    assert outer.name == "Handed over on 19 August"
    assert outer.rows == [
        ["Name", "Birth", "Birth"],
        ["Name", "day", "place"],
        ["ต้น", "both"],
        [None, "both", "x"],
    ]
    assert outer.merged == (Span(0, 0, 1, 0), Span(0, 1, 0, 2), Span(2, 1, 3, 1))


def test_a_word_document_keeps_insertions_and_leaves_deletions(read):
    document = docx.Document()
    paragraph = document.add_paragraph("He was ")
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for markup in (
        f"<w:del {w}><w:r><w:delText>a victim</w:delText></w:r></w:del>",
        f"<w:ins {w}><w:r><w:t>found at a site</w:t></w:r></w:ins>",
    ):
        paragraph._p.append(docx.oxml.parse_xml(markup))
    assert read(saved(document), "a.docx").text == "He was found at a site"


def test_a_workbook_gives_its_cells_and_a_text(read):
    book = openpyxl.Workbook()
    book.active.title = "Transfers"
    book.active.append(["account", "day", "amount", "phone"])
    book.active.append(["6222020200012345678", datetime.date(2023, 8, 19), 1500.5, 13912345678.0])
    hidden = book.create_sheet("Notes")
    hidden.append(["returned to payer", True, None])
    hidden.sheet_state = "hidden"
    reading = read(saved(book), "list.xlsx")
    assert [table.name for table in reading.tables] == ["Transfers", "Notes"]
    assert reading.tables[0].rows[1] == ["6222020200012345678", "2023-08-19", 1500.5, 13912345678]
    assert reading.tables[1].rows == [["returned to payer", True]]
    assert "6222020200012345678\t2023-08-19\t1500.5\t13912345678" in reading.text
    assert codes(reading) == [NoticeCode.SHEETS_HIDDEN]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("姓名,年龄,备注\n王某,31,移交\n李某,28,遣返\n".encode("gb18030"), "list.csv"),
        ("姓名;年龄;备注\n王某;31;移交\n李某;28;遣返\n".encode(), "list.csv"),
        ("姓名\t年龄\t备注\n王某\t31\t移交\n李某\t28\t遣返\n".encode("utf-16"), "list.tsv"),
        ("sep=|\n姓名|年龄|备注\n王某|31|移交\n李某|28|遣返\n".encode("utf-8-sig"), "list.csv"),
    ],
)
def test_separated_values_are_read_in_any_encoding_and_separator(read, content, name):
    reading = read(content, name)
    assert reading.kind == "table"
    assert reading.tables[0].rows == [["姓名", "年龄", "备注"], ["王某", "31", "移交"], ["李某", "28", "遣返"]]


def test_a_list_with_tabs_is_a_table_whatever_its_name(read):
    assert read(b"a\tb\n1\t2\n3\t4\n5\t6\n7\t8\n", "list.txt").kind == "table"


def test_prose_with_commas_is_no_table(read):
    prose = b"In May, police said, ten people left.\nIn June, police said, five more left.\n"
    assert read(prose * 3, "note.txt").kind == "text"


def test_a_letter_gives_headers_body_and_attachments(read):
    message = EmailMessage()
    message["From"] = "Desk <desk@example.org>"
    message["Subject"] = "关于移交"
    message["Date"] = "Sat, 19 Aug 2023 10:00:00 +0700"
    message.set_content("The list of eleven is attached. Please confirm by Monday.")
    message.add_alternative("<p>The list of eleven is attached.</p>", subtype="html")
    message.add_attachment(b"name,age\nInvented,31\n", maintype="text", subtype="csv", filename="list.csv")
    message.add_attachment(b"\x89PNG....", maintype="image", subtype="png", filename="logo.png")
    reading = read(bytes(message), "letter.eml")
    assert reading.kind == "eml"
    assert reading.text.startswith(
        "From: Desk <desk@example.org>\nDate: Sat, 19 Aug 2023 10:00:00 +0700\nSubject: 关于移交\n"
    )
    assert "Please confirm by Monday" in reading.text
    assert (reading.title, reading.published) == ("关于移交", "2023-08-19")
    assert [one.name for one in reading.attachments] == ["list.csv"]
    assert reading.notices[0].values == {"names": "logo.png"}


def test_a_letter_of_markup_only_gives_its_words(read):
    message = EmailMessage()
    message["From"] = "desk@example.org"
    message["Subject"] = "Eleven"
    message.set_content("<html><body><p>Eleven people left on Monday by bus.</p></body></html>", subtype="html")
    text = read(bytes(message), "letter.eml").text
    assert "Eleven people left on Monday by bus." in text
    assert "<p>" not in text


def test_a_page_in_a_legacy_encoding_is_read_by_its_own_declaration_or_sense(read):
    words = "缅甸警方向中国移交十一名电信诈骗嫌疑人，会见在内比都举行。" * 3
    for meta in ('<meta charset="gb2312">', '<meta charset="utf-8">', ""):
        page = f"<html><head>{meta}<title>移交</title></head><body><article><p>{words}</p></article></body></html>"
        assert words in read(page.encode("gb18030"), "page.html").text


def test_a_day_in_the_article_is_no_day_of_publication(read):
    words = "Eleven suspects were handed over on 19 August 2023, the ministry said in a note to newspapers. "
    page = f"<html><head><title>Return</title></head><body><article><p>{words * 3}</p></article></body></html>"
    assert read(page.encode(), "page.html").published == ""
    stated = page.replace(
        "<head>", '<head><meta property="article:published_time" content="2023-08-21T08:00:00+08:00">'
    )
    assert read(stated.encode(), "page.html").published == "2023-08-21"


def test_a_small_page_gives_all_its_words(read):
    text = read(b"<html><body><nav>Menu</nav><p>Ten freed.</p><script>x()</script></body></html>", "p.html").text
    assert text == "Ten freed."


def test_a_text_with_page_furniture_is_left_as_it_is(read):
    text = "Eleven return\n\nEleven left.\n\nComments\n\nLeave a Reply\n"
    assert read(text.encode(), "saved.txt").text == text


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (small_pdf("Words."), "report.docx", "pdf"),
        (b"<!doctype html><html><body><p>Ten people were freed today.</p></body></html>", "report.txt", "html"),
        (b"Just words here.", "report.pdf", "text"),
    ],
)
def test_a_wrong_extension_is_told_and_not_fatal(read, content, name, kind):
    reading = read(content, name)
    assert reading.kind == kind
    assert codes(reading) == [NoticeCode.WRONG_EXTENSION]


def test_line_ends_and_controls_are_made_fit_to_keep(read):
    assert read("a\r\nb\rc\x0bd\x7f\ufeff e".encode(), "a.txt").text.startswith("a\nb\ncd")


def test_every_notice_has_a_sentence_that_can_be_filled(read):
    reading = read(small_pdf("Words.", ""), "report.docx")
    assert [notice.sentence for notice in reading.notices] == [
        "These pages hold no words and may be pictures: 2.",
        "The name ends in .docx, but the file is of another kind: pdf.",
    ]


def test_lines_that_the_paper_broke_are_joined_and_others_stay(read):
    page = (
        "Eleven return\n"
        "The police of the two countries told on Monday of a long co-\n"
        "operation against fraud, and of eleven people from the town of\n"
        "Myawaddy who were taken over the bridge in one morning.\n"
        "A second paragraph begins here and says a few more words on\n"
        "1. the number of people\n"
        "2. the day"
    )
    assert read(small_pdf(page), "report.pdf").text.split("\n") == [
        "Eleven return",
        "The police of the two countries told on Monday of a long cooperation against fraud, and of eleven people from "
        "the town of Myawaddy who were taken over the bridge in one morning.",
        "A second paragraph begins here and says a few more words on",
        "1. the number of people",
        "2. the day",
    ]


def test_chinese_lines_are_joined_without_a_space():
    page = (
        "据公安部消息，近日，中缅警方开展国际警务执法合作，在妙瓦底地区抓获多名嫌疑\n"
        "人。警方表示，将持续严厉打击，并提醒公民不要轻信高薪招聘，谨防被骗至境外。\n"
        "第二段。"
    )
    assert (
        unwrapped(page)
        .split("\n")[0]
        .endswith("抓获多名嫌疑人。警方表示，将持续严厉打击，并提醒公民不要轻信高薪招聘，谨防被骗至境外。")
    )
    assert unwrapped(page).count("\n") == 1


def test_lists_and_tables_keep_their_lines():
    table = "Name Age\nInvented One 31\nInvented Two 28"
    assert unwrapped(table) == table


SAMPLES = {
    "pypdfium2": ("a.pdf", lambda: small_pdf("Ten people left.")),
    "docx by lxml": ("a.docx", lambda: saved(word_document())),
    "xlsx by lxml": ("a.xlsx", lambda: attacks.workbook(f'<row r="1">{attacks.cell("A1", "ten")}</row>')),
    "ods by lxml": ("a.ods", lambda: spreadsheets.ods({"S": spreadsheets.ods_row("ten")})),
    "xls by calamine": ("a.xls", lambda: spreadsheets.xls([["ten"]])),
    "xml spreadsheet by lxml": (
        "a.xml",
        lambda: spreadsheets.markup_spreadsheet('<Row><Cell><Data ss:Type="String">ten</Data></Cell></Row>'),
    ),
    "trafilatura": ("a.html", lambda: b"<html><body><p>Ten people left.</p></body></html>"),
    "e-mail": ("a.eml", lambda: b"From: a@example.org\nSubject: Ten\nMIME-Version: 1.0\n\nTen people left."),
    "csv": ("a.csv", lambda: b"name,age\nInvented,31\n"),
    "plain text": ("a.txt", lambda: b"Ten people left."),
}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.extractor)
def test_every_format_answers_for_its_own_and_says_who_took_the_words_out(read, form):
    name, make = SAMPLES[form.extractor]
    reading = read(make(), name)
    assert (reading.extractor, reading.extractor_version) == (form.extractor, form.version)
    assert (reading.kind, reading.media_type) == (form.kind, form.media_type)
    assert any(name.endswith(extension) for extension in form.extensions if extension)
    assert any(char.isalnum() for char in reading.text)
    assert set(codes(reading)) <= {NoticeCode.SPREADSHEET_OLD}

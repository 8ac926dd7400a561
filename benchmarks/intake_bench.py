"""How long it takes to have a file read, child process and all, and how much memory the child holds at once."""

from __future__ import annotations

import io
import tempfile
import time
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

PAGES = 200
LINES = 42
LINE = "On day {0} the police of town {1} told of {2} people found in a house by the river, number {3}."


def main() -> None:
    from noharbor.record.intake import extraction

    print(f"{'file':<44}{'MB':>7}{'seconds':>9}{'child MB':>10}{'characters':>12}")
    with tempfile.TemporaryDirectory() as folder:
        for what, name, make in FILES:
            path = Path(folder) / "file"
            path.write_bytes(make())
            started = time.perf_counter()
            reading = extraction.read(path, name, Path(folder))
            seconds = time.perf_counter() - started
            size, peak = path.stat().st_size / 1e6, reading.peak_kilobytes / 1024
            print(f"{what:<44}{size:>7.1f}{seconds:>9.2f}{peak:>10.0f}{len(reading.text):>12,}")
    print("budget: a PDF of 200 pages within 20 s")


def _lines(number: int) -> Iterator[str]:
    for line in range(number):
        yield LINE.format(line, line % 97, line % 13, line * 7)


def _pdf() -> bytes:
    from tests.record.intake.test_formats import small_pdf

    lines = list(_lines(PAGES * LINES))
    return small_pdf(*("\n".join(lines[page * LINES : (page + 1) * LINES]) for page in range(PAGES)))


def _text(characters: int) -> bytes:
    line = "缅甸警方在第七号镇河边一栋楼内抓获十一名电信诈骗嫌疑人，并移交中国警方。\n"
    return (line * (characters // len(line))).encode("gb18030")


def _page() -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in _lines(2_000))
    return f"<!doctype html><html><body><article><h1>Report</h1>{paragraphs}</article></body></html>".encode()


def _document() -> bytes:
    import docx

    document = docx.Document()
    for line in _lines(PAGES * 10):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _workbook() -> bytes:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Transfers")
    for row in range(40_000):
        sheet.append([f"62220202{row:08d}", "2023-08-19", row * 1.5, "CNY", f"invented payer {row}", row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _values() -> bytes:
    return "\n".join(f"62220202{row:08d},2023-08-19,{row},CNY,付款人{row}" for row in range(150_000)).encode("gb18030")


def _letter() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "desk@example.org", "Report"
    message.set_content("\n".join(_lines(500)))
    message.add_attachment(bytes(10_000_000), maintype="application", subtype="octet-stream", filename="a.bin")
    return bytes(message)


FILES: tuple[tuple[str, str, Callable[[], bytes]], ...] = (
    (f"PDF, {PAGES} pages of {LINES} lines", "report.pdf", _pdf),
    ("text, 2,000 characters, GB18030", "report.txt", lambda: _text(2_000)),
    ("text, 5 million characters, GB18030", "long.txt", lambda: _text(5_000_000)),
    ("web page, 2,000 paragraphs", "page.html", _page),
    ("Word, 2,000 paragraphs", "report.docx", _document),
    ("spreadsheet, 40,000 transfers of 6 cells", "list.xlsx", _workbook),
    ("CSV, 150,000 rows of 5 cells, GB18030", "list.csv", _values),
    ("e-mail with a 10 MB attachment", "letter.eml", _letter),
)

if __name__ == "__main__":
    main()

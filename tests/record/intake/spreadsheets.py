"""Spreadsheets made by hand, part by part, so that a test decides what is in them."""

from __future__ import annotations

import io
import struct
import zipfile
from xml.sax.saxutils import escape, quoteattr

from tests.record.intake.attacks import RELATIONS, SHEET

_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def xlsx(sheets: dict[str, str], *, styles: str = "", words: str = "", book: str = "", hidden=()) -> bytes:
    """A workbook by hand.

    `sheets` gives for each name what stands inside its worksheet element; `styles` and `words` what stands inside those
    elements; `book` what stands before the list of sheets.
    """
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="r{number}" '
        f'state="{"hidden" if name in hidden else "visible"}"/>'
        for number, name in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="r{number}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    related += f'<Relationship Id="s" Type="{RELATIONS}/styles" Target="styles.xml"/>' * bool(styles)
    related += f'<Relationship Id="w" Type="{RELATIONS}/sharedStrings" Target="/xl/sharedStrings.xml"/>' * bool(words)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"/>',
        "xl/workbook.xml": (
            f'<workbook xmlns="{SHEET}" xmlns:r="{RELATIONS}">{book}<sheets>{listed}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATED}">{related}</Relationships>',
    }
    for number, content in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = f'<worksheet xmlns="{SHEET}">{content}</worksheet>'
    if styles:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{SHEET}">{styles}</styleSheet>'
    if words:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{SHEET}">{words}</sst>'
    return packed(parts)


def ods(sheets: dict[str, str], *, styles: str = "", **extra: str) -> bytes:
    """An OpenDocument spreadsheet by hand; each sheet's value is what stands inside its table element."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    tables = "".join(
        f'<table:table table:name={quoteattr(name)} table:style-name="ta{number}">{content}</table:table>'
        for number, (name, content) in enumerate(sheets.items(), 1)
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    return packed(
        {"mimetype": mime, "content.xml": content, **{name.replace("__", "/"): part for name, part in extra.items()}}
    )


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def ods_row(*cells: str | float | None, attributes: str = "") -> str:
    """A row of an OpenDocument sheet: texts, numbers, and None for nothing."""
    return f"<table:table-row {attributes}>{''.join(map(_ods_cell, cells))}</table:table-row>"


def _ods_cell(value: str | float | None) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
    shown = f"<text:p>{value}</text:p>"
    return f'<table:table-cell office:value-type="float" office:value="{value}">{shown}</table:table-cell>'


def xls(rows: list[list[str | float | None]], name: str = "List") -> bytes:
    """A workbook as Excel 97 wrote them: BIFF8 records in an OLE container. Source: [MS-XLS], [MS-CFB]."""

    def record(kind: int, content: bytes) -> bytes:
        return struct.pack("<HH", kind, len(content)) + content

    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)
    title = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    head = record(0x0809, begin) + record(0x0042, struct.pack("<H", 1200))
    start = len(head) + 4 + 6 + len(title) + 4
    globals_ = head + record(0x0085, struct.pack("<IH", start, 0) + title) + record(0x000A, b"")
    cells = record(0x0809, begin.replace(struct.pack("<HH", 0x0600, 0x0005), struct.pack("<HH", 0x0600, 0x0010)))
    width = max(map(len, rows), default=0)
    cells += record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            place = struct.pack("<HHH", row, column, 15)
            if isinstance(value, str):
                cells += record(0x0204, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
            elif value is not None:
                cells += record(0x0203, place + struct.pack("<d", value))
    return _container("Workbook", globals_ + cells + record(0x000A, b""))


def _container(name: str, stream: bytes) -> bytes:
    """An OLE container with one stream, whose sectors follow each other."""
    stream = stream.ljust(4096, b"\0")
    stream += bytes(-len(stream) % 512)
    sectors = len(stream) // 512
    tables = -(-(sectors + 2 + sectors // 128 + 1) // 128)
    chain = [*range(1, sectors), 0xFFFFFFFE, 0xFFFFFFFE, *[0xFFFFFFFD] * tables]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(tables * 512, b"\xff")

    def entry(title: str, kind: int, child: int, start: int, size: int) -> bytes:
        wide = title.encode("utf-16-le")
        names = wide.ljust(64, b"\0") + struct.pack("<HBB", len(wide) + 2, kind, 1)
        return names + struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child) + bytes(36) + struct.pack("<IQ", start, size)

    directory = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry(name, 2, 0xFFFFFFFF, 0, len(stream))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, sectors, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0
    )
    places = [sectors + 1 + number for number in range(tables)]
    header += struct.pack(f"<{len(places)}I", *places).ljust(436, b"\xff")
    return header + stream + directory.ljust(512, b"\0") + fat


def xlsb(rows: dict[int, dict[int, str | float]], name: str = "List") -> bytes:
    """A binary workbook of later years, cells by row and column. Source: [MS-XLSB]."""

    def record(kind: int, content: bytes = b"") -> bytes:
        head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
        size = len(content)
        return head + (bytes([size]) if size < 128 else bytes([size & 0x7F | 0x80, size >> 7])) + content

    def wide(words: str) -> bytes:
        return struct.pack("<I", len(words)) + words.encode("utf-16-le")

    last = max(rows), max(column for cells in rows.values() for column in cells)
    sheet = record(129) + record(148, struct.pack("<IIII", 0, last[0], 0, last[1])) + record(145)
    for row, cells in rows.items():
        sheet += record(0, struct.pack("<IIHHB", row, 0, 300, 0, 0) + bytes(4))
        for column, value in cells.items():
            place = struct.pack("<II", column, 0)
            sheet += (
                record(6, place + wide(value))
                if isinstance(value, str)
                else record(5, place + struct.pack("<d", value))
            )
    listed = record(143) + record(156, struct.pack("<II", 0, 1) + wide("r1") + wide(name)) + record(144)
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_TYPES}"/>',
            "xl/workbook.bin": record(131) + record(153, bytes(12)) + listed + record(132),
            "xl/_rels/workbook.bin.rels": (
                f'<Relationships xmlns="{_RELATED}"><Relationship Id="r1" Type="{RELATIONS}/worksheet" '
                'Target="worksheets/sheet1.bin"/></Relationships>'
            ),
            "xl/worksheets/sheet1.bin": sheet + record(146) + record(130),
        }
    )


def markup_spreadsheet(rows: str, name: str = "List", options: str = "") -> bytes:
    """A spreadsheet in one XML file; `rows` is what stands inside its table."""
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        f'<Workbook xmlns="{space}" xmlns:ss="{space}">'
        f"<Worksheet ss:Name={quoteattr(name)}><Table>{rows}</Table>"
        f'<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">{options}</WorksheetOptions>'
        "</Worksheet></Workbook>"
    ).encode()

"""Messy lists from a seed, shaped like those that arrive, with what must come out of each: the fuzzer of spreadsheets.

Every row of data holds a mark that stands nowhere else. `faults` says what is wrong with an outcome: a mark that is
missing, doubled or in another row, a cell that is lost, a sound file refused, a problem without a clear sentence.
"""

from __future__ import annotations

import io
import random
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

import docx

from noharbor.record.intake import errors
from noharbor.record.intake.errors import IntakeProblem
from noharbor.record.intake.extraction import Reading
from noharbor.record.intake.limits import MAX_TABLE_CELLS
from noharbor.record.intake.notices import NoticeCode
from tests.record.intake import attacks, papers
from tests.record.intake.made_lists import HEADINGS, grid_of, sheet_of
from tests.record.intake.spreadsheets import ods, packed, xls, xlsx

#: What each encoding can write of the names above.
ENCODINGS = (
    ("utf-8", range(6)),
    ("utf-8-sig", range(6)),
    ("utf-16", range(6)),
    ("utf-16-le", (1,)),
    ("gb18030", (1,)),
    ("cp874", (2,)),
)


@dataclass
class Messy:
    """One made file.

    Attributes:
        name: What it is called.
        content: Its bytes.
        what: How it was made, in words.
        rows: For each mark the number of its row in the file, from 1, or 0 where rows have none; and its other cells.
        refusals: Problems it may be refused with; none where it must be read.
        told: Notices that must come with it.
    """

    name: str
    content: bytes
    what: str
    rows: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    refusals: tuple[type[IntakeProblem], ...] = ()
    told: frozenset[NoticeCode] = frozenset()


def messy(seed: int, *, small: bool = True) -> Messy:
    """Make the file of a seed.

    Args:
        seed: The same seed makes the same file.
        small: Without those of many megabytes.
    """
    dice = random.Random(seed)  # noqa: S311  Not a secret, a seed.
    kinds = KINDS if small else (*KINDS, *LARGE)
    kind = kinds[seed % len(kinds)]
    made = kind(dice)
    made.what = f"{seed} {kind.__name__.strip('_')}: {made.what}"
    return made


def faults(made: Messy, outcome: Reading | Exception) -> list[str]:
    """Say what is wrong with an outcome; nothing where all is well."""
    if isinstance(outcome, IntakeProblem):
        sentence = str(outcome)
        wrong = [] if isinstance(outcome, made.refusals) else [f"refused: {type(outcome).__name__}"]
        return wrong if sentence.endswith(".") and "%" not in sentence else [*wrong, f"unclear: {sentence}"]
    if isinstance(outcome, Exception):
        return [f"crash: {outcome!r}"]
    if made.refusals and not made.rows:
        return ["read, though it cannot be sound"]
    wrong = [f"not told: {code}" for code in made.told - {notice.code for notice in outcome.notices}]
    found: dict[str, list[tuple[int, list[str]]]] = {}
    for table in outcome.tables:
        for number, row in enumerate(table.rows, 1):
            words = ["" if cell is None else str(cell) for cell in row]
            for mark in set(words) & made.rows.keys():
                found.setdefault(mark, []).append((number, words))
    for mark, (number, cells) in made.rows.items():
        if len(found.get(mark, ())) != 1:
            wrong.append(f"{mark} found {len(found.get(mark, ()))} times")
            continue
        at, words = found[mark][0]
        wrong += [f"{mark} in row {at}, not {number}"] * (number not in (0, at))
        wrong += [f"{mark} lost {cell!r}" for cell in cells if cell not in words]
    return wrong


def _xlsx(dice: random.Random) -> Messy:
    grid = grid_of(dice)
    words = [] if dice.random() < 0.5 else None
    told = set()
    if dice.random() < 0.3:
        grid.hidden_rows = frozenset(dice.sample(sorted(grid.cells), 2))
        told.add(NoticeCode.ROWS_HIDDEN)
    sheets = {"List": sheet_of(dice, grid, words)}
    if dice.random() < 0.4:
        sheets["Old"] = (
            f"<sheetData><row><c t='e'><v>#REF!</v></c><c><f>List!A1</f></c>{attacks.cell('C1', 'x')}</row></sheetData>"
        )
        told |= {NoticeCode.SHEETS_HIDDEN, NoticeCode.CELLS_WITH_ERRORS, NoticeCode.FORMULAS_WITHOUT_VALUES}
    content = xlsx(sheets, words="".join(words or ()), hidden=("Old",))
    name = dice.choice(("list.xlsx", "list.xls", "名单.csv", "list", "list.docx"))
    return Messy(name, content, f"{len(grid.rows)} rows", grid.rows, told=frozenset(told))


def _formatted(dice: random.Random) -> Messy:
    """Numbers that are shown as phones, ids and days, of either epoch."""
    epoch = dice.random() < 0.5
    styles = (
        '<numFmts><numFmt numFmtId="170" formatCode="0000000000"/><numFmt numFmtId="171" formatCode="yyyy\\-mm\\-dd"/>'
        '</numFmts><cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>'
    )
    rows, marks = "", {}
    for number in range(dice.randrange(2, 30)):
        phone, day = dice.randrange(8 * 10**8, 9 * 10**8), dice.randrange(10_000, 40_000)
        mark = f"0{phone}"
        rows += f'<row><c s="1"><v>{phone}</v></c><c s="2"><v>{day}</v></c><c><v>{number}</v></c></row>'
        marks[mark] = (number + 1, (_day(day, epoch), str(number)))
    book = '<workbookPr date1904="true"/>' if epoch else ""
    content = xlsx({"S": f"<sheetData>{rows}</sheetData>"}, styles=styles, book=book)
    return Messy("list.xlsx", content, f"from {1904 if epoch else 1900}", marks)


def _day(serial: int, from_1904: bool) -> str:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

    epoch = CALENDAR_MAC_1904 if from_1904 else CALENDAR_WINDOWS_1900
    return from_excel(serial, epoch).date().isoformat()


def _ods(dice: random.Random) -> Messy:
    grid = grid_of(dice)
    markup, at = "", 0
    for number, cells in sorted(grid.cells.items()):
        if number > at:
            markup += (
                f'<table:table-row table:number-rows-repeated="{number - at}"><table:table-cell/></table:table-row>'
            )
        markup += "<table:table-row>"
        for value in cells:
            lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value or "").split("\n"))
            markup += f'<table:table-cell office:value-type="string">{lines if value else ""}</table:table-cell>'
        markup += "</table:table-row>"
        at = number + 1
    markup += '<table:table-row table:number-rows-repeated="900000"><table:table-cell/></table:table-row>'
    return Messy("list.ods", ods({"List": markup}), f"{len(grid.rows)} rows", grid.rows)


def _xls(dice: random.Random) -> Messy:
    grid = grid_of(dice)
    rows = [[value or None for value in grid.cells.get(number, [])] for number in range(grid.last + 1)]
    return Messy(
        "list.xls", xls(rows), f"{len(grid.rows)} rows", grid.rows, told=frozenset((NoticeCode.SPREADSHEET_OLD,))
    )


def _csv(dice: random.Random) -> Messy:
    encoding, scripts = dice.choice(ENCODINGS)
    grid = grid_of(dice, dice.choice(list(scripts)), plain=True)
    separator = dice.choice(",;\t|")
    ends = dice.choice((("\n",), ("\r\n",), ("\r",), ("\n", "\r\n")))
    hint = f"sep={separator}\n" * (dice.random() < 0.2)
    lines = [separator.join(map(_quoted, grid.cells[number])) for number in sorted(grid.cells)]
    text = hint + "".join(line + dice.choice(ends) for line in lines)
    content = text.encode(encoding)
    return Messy(dice.choice(("list.csv", "list.tsv")), content, f"{encoding} {separator!r}", grid.rows)


def _quoted(value: object) -> str:
    words = str(value or "")
    return '"' + words.replace('"', '""') + '"' if any(sign in words for sign in ',;|\t"\n') else words


def _stray_quotes(dice: random.Random) -> Messy:
    grid = grid_of(dice, plain=True)
    numbers = sorted(grid.cells)
    lines = [",".join(map(_quoted, grid.cells[number])) for number in numbers]
    for number in dice.sample(range(1, len(lines)), 2):
        lines[number] += ',"stray'
    content = "\n".join(lines).encode()
    return Messy("list.csv", content, f"{len(lines)} rows", grid.rows, told=frozenset((NoticeCode.QUOTES_REPAIRED,)))


def _zero_bytes(dice: random.Random) -> Messy:
    grid = grid_of(dice, 0, plain=True)
    lines = [",".join(map(_quoted, grid.cells[number])) for number in sorted(grid.cells)]
    content = "\n".join([lines[0], lines[1] + "\0", *lines[2:]]).encode()
    return Messy("list.csv", content, "", grid.rows, told=frozenset((NoticeCode.ZERO_BYTES_REMOVED,)))


def _mixed_encodings(dice: random.Random) -> Messy:
    grid = grid_of(dice, 1, plain=True)
    lines = [",".join(map(_quoted, grid.cells[number])) for number in sorted(grid.cells)]
    added = f"王某某,移交给中国警方,备注说明,电话号码,E{dice.randrange(10**9):09d}"
    content = "\n".join(lines).encode() + b"\n" + added.encode("gb18030")
    rows = grid.rows | {added[-10:]: (len(lines) + 1, ("移交给中国警方",))}
    return Messy("list.csv", content, "", rows, told=frozenset((NoticeCode.ENCODINGS_MIXED,)))


def _page(dice: random.Random) -> Messy:
    grid = grid_of(dice)
    markup = "<html><head><meta charset=utf-8></head><body><table border=1>"
    for number in range(grid.last + 1):
        cells = grid.cells.get(number, [])
        markup += "<tr>" + "".join(f"<td>{escape(str(cell or '')).replace(chr(10), '<br>')}" for cell in cells)
    return Messy("list.xls", (markup + "</table></body></html>").encode(), "", grid.rows)


def _document(dice: random.Random) -> Messy:
    grid = grid_of(dice)
    document = docx.Document()
    document.add_paragraph("People at the bridge")
    table = document.add_table(rows=grid.last + 1, cols=len(HEADINGS))
    for number, cells in grid.cells.items():
        for cell, value in zip(table.rows[number].cells, cells, strict=False):
            cell.text = str(value or "")
    out = io.BytesIO()
    document.save(out)
    return Messy("list.docx", out.getvalue(), "", grid.rows)


def _paper(dice: random.Random) -> Messy:
    grid = grid_of(dice, plain=True)
    rows = [[str(cell or "") for cell in grid.cells[number]] for number in sorted(grid.cells)]
    pages = []
    for start in range(1, len(rows), 15):
        part = [rows[0], *rows[start : start + 15]]
        pages.append(papers.grid(part, (40, 190, 340, 490, 640, 780), 720, ruled=dice.random() < 0.7))
    return Messy("list.pdf", papers.paper(*pages), f"{len(pages)} pages", grid.rows)


def _huge_cells(dice: random.Random) -> Messy:
    grid = grid_of(dice)
    grid.cells[grid.last + 1] = ["x" * dice.choice((40_000, 99_000, 150_000))]
    cut = frozenset((NoticeCode.CELLS_CUT,)) if len(grid.cells[grid.last][0]) > 100_000 else frozenset()
    return Messy("list.xlsx", xlsx({"S": sheet_of(dice, grid, None)}), "", grid.rows, told=cut)


def _cut_off(dice: random.Random) -> Messy:
    whole = dice.choice((_xlsx, _ods, _document, _xls))(dice)
    content = whole.content[: dice.randrange(len(whole.content) // 4, len(whole.content) * 3 // 4)]
    return Messy(whole.name, content, whole.what, refusals=(errors.BrokenOfficeFile, errors.OldOfficeFile))


def _spoilt(dice: random.Random) -> Messy:
    """Bytes in the middle turned over: what is read may be all there is, but no crash."""
    whole = dice.choice((_xlsx, _ods, _document))(dice)
    content = bytearray(whole.content)
    for _ in range(20):
        content[dice.randrange(40, len(content) // 2)] ^= 0xFF
    refusals = (errors.BrokenOfficeFile, errors.ArchiveFile, errors.UnknownFormat, errors.ExpandsTooMuch)
    return Messy(
        whole.name, bytes(content), whole.what, refusals=(*refusals, errors.UnsafeMarkup, errors.EncryptedOfficeFile)
    )


def _bomb(dice: random.Random) -> Messy:
    blank = f"<worksheet>{' ' * 40_000_000}</worksheet>"
    content = packed({"[Content_Types].xml": "<T/>", "xl/workbook.xml": "<w/>", "xl/worksheets/sheet1.xml": blank})
    return Messy("list.xlsx", content, f"{dice.random()}", refusals=(errors.ExpandsTooMuch,))


def _locked(dice: random.Random) -> Messy:
    return Messy("list.xlsx", attacks.encrypted_office(), "", refusals=(errors.EncryptedOfficeFile,))


def _noise(dice: random.Random) -> Messy:
    head = dice.choice((b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", struct.pack("<HH", 0x0009, 4)))
    content = head + dice.randbytes(dice.randrange(200, 5000))
    refusals = (
        errors.BrokenOfficeFile,
        errors.OldOfficeFile,
        errors.BinaryFile,
        errors.UnknownFormat,
        errors.ArchiveFile,
    )
    name = dice.choice(("list.xlsx", "list.xls", "list.csv", "list.ods"))
    return Messy(name, content, "", refusals=(*refusals, errors.ProgramFile))


def _fifty_megabytes(dice: random.Random) -> Messy:
    """A list with 50 MB of pictures in it; or 50 MB of cells, of which as many may be read as the limits say."""
    grid = grid_of(dice)
    columns = dice.choice((0, 9, 24))
    if not columns:
        picture = {f"xl/media/image{number}.png": dice.randbytes(10_000_000) for number in range(5)}
        return Messy("list.xlsx", _with_parts(xlsx({"S": sheet_of(dice, grid, None)}), picture), "pictures", grid.rows)
    rows, marks = [], {}
    for number in range(1, 50_001):
        mark = f"E{number:08d}"
        marks[mark] = (number, ())
        values = dice.randbytes(1_000).hex()
        size = len(values) // columns
        cells = "".join(f"<c><v>{values[size * n : size * (n + 1)]}z</v></c>" for n in range(columns))
        rows.append(f"<row><c><v>{mark}</v></c>{cells}</row>")
    content = xlsx({"S": f"<sheetData>{''.join(rows)}</sheetData>"})
    what = f"{len(content) // 2**20} MB of {50_000 * columns:,} cells"
    if columns * len(rows) > MAX_TABLE_CELLS:
        return Messy("list.xlsx", content, what, refusals=(errors.TableTooLarge,))
    return Messy("list.xlsx", content, what, marks)


def _with_parts(content: bytes, parts: dict[str, bytes]) -> bytes:
    import zipfile

    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_STORED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


def _many_rows(dice: random.Random) -> Messy:
    """A CSV of 50 MB, of which all rows come out or none."""
    lines = [f"E{number:08d},{dice.random()}" + ",x" * 2 for number in range(199_000)]
    wide = "".join(f"{line},{'y' * 220}\n" for line in lines)
    rows = {line[:9]: (number, ()) for number, line in enumerate(lines, 1)}
    return Messy("list.csv", wide.encode(), f"{len(wide) // 2**20} MB", rows)


KINDS: tuple[Callable[[random.Random], Messy], ...] = (
    _xlsx, _csv, _ods, _xls, _xlsx, _csv, _formatted, _stray_quotes, _page, _document, _paper, _cut_off, _xlsx, _csv,
    _spoilt, _mixed_encodings, _zero_bytes, _huge_cells, _bomb, _locked, _noise,
)  # fmt: skip
LARGE: tuple[Callable[[random.Random], Messy], ...] = (_fifty_megabytes, _many_rows)

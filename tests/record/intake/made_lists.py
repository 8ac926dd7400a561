"""Made lists of invented people before they are files: titles, headings, gaps, notes, a mark in each row of data."""

from __future__ import annotations

import random
from dataclasses import dataclass
from xml.sax.saxutils import escape

from noharbor.record.intake.formats.findings import letters_of

NAMES = (
    ("Invented Person", "Maung Invented", "Nguyễn Bịa", "Somchai Invented"),
    ("王某某", "李某", "欧阳某某", "陳某某"),
    ("สมชาย ใจดี", "สมหญิง มีสุข", "ประเสริฐ ดีงาม"),
    ("အောင်မြင့်", "မစန်းစန်း", "ကိုကျော်"),
    ("សុខ វណ្ណា", "ចាន់ ដារា"),
    ("ສົມພອນ", "ບຸນມີ"),
)
HEADINGS = {
    "name": ("Name", "姓名", "ชื่อ-สกุล", "အမည်", "ឈ្មោះ", "Họ và tên"),
    "passport": ("Passport No.", "护照号码", "หนังสือเดินทาง", "Passport", "លិខិតឆ្លងដែន", "Số hộ chiếu"),
    "born": ("Date of birth", "出生日期", "วันเกิด", "မွေးနေ့", "ថ្ងៃកំណើត", "Ngày sinh"),
    "phone": ("Phone", "电话", "โทรศัพท์", "ဖုန်း", "ទូរស័ព្ទ", "Điện thoại"),
    "remark": ("Remarks", "备注", "หมายเหตุ", "မှတ်ချက်", "ផ្សេងៗ", "Ghi chú"),
}
REMARKS = ("", "handed over", "at the bridge, ill", "移交；待查", "รอส่งกลับ", 'says "not me"', "two\nlines")


@dataclass
class Grid:
    """A list before it is a file: cells by row and column, merged ones, hidden ones."""

    cells: dict[int, list[str | int | None]]
    rows: dict[str, tuple[int, tuple[str, ...]]]
    merged: list[tuple[int, int, int, int]]
    hidden_rows: frozenset[int] = frozenset()

    @property
    def last(self) -> int:
        return max(self.cells)


def grid_of(dice: random.Random, script: int | None = None, *, plain: bool = False) -> Grid:
    """A list with titles above, headings of one row or two, gaps, and notes below; plain ones have no gaps."""
    script = dice.randrange(len(NAMES)) if script is None else script
    columns = list(HEADINGS)
    dice.shuffle(columns)
    grid = Grid({}, {}, [])
    row = 0
    for _ in range(0 if plain else dice.randrange(4)):
        grid.cells[row] = [f"List of people, {dice.randrange(2020, 2026)}"]
        grid.merged.append((row, 0, row, len(columns) - 1))
        row += dice.choice((1, 1, 2))
    grid.cells[row] = [HEADINGS[column][script % 6] for column in columns]
    if not plain and dice.random() < 0.4:
        grid.cells[row + 1] = [None] * (len(columns) - 1) + ["·"]
        grid.merged += [(row, column, row + 1, column) for column in range(len(columns) - 1)]
        row += 1
    for number in range(dice.randrange(3, 40)):
        row += 1 if plain or dice.random() < 0.95 else dice.randrange(2, 5)
        mark = f"E{dice.randrange(10**4):04d}{number:04d}"
        told = {
            "name": dice.choice(NAMES[script]),
            "passport": mark,
            "born": f"{dice.randrange(1950, 2010)}-{dice.randrange(1, 13):02d}-{dice.randrange(1, 29):02d}",
            "phone": f"0{dice.randrange(8 * 10**8, 10**9)}",
            "remark": "" if plain else dice.choice(REMARKS),
        }
        grid.cells[row] = [told[column] for column in columns]
        grid.rows[mark] = (row + 1, tuple(cell for cell in told.values() if cell))
    if not plain and dice.random() < 0.5:
        row += dice.randrange(2, 4)
        grid.cells[row] = ["Note: made from what was said at the bridge."]
    return grid


def sheet_of(dice: random.Random, grid: Grid, words: list[str] | None) -> str:
    """The markup inside a worksheet: texts shared or in place, places given or left to be counted."""
    rows = []
    placed = dice.random() < 0.8
    for number, cells in sorted(grid.cells.items()):
        markup = ""
        for column, value in enumerate(cells):
            place = f' r="{letters_of(column)}{number + 1}"' if placed else ""
            if value in (None, ""):
                markup += f"<c{place}/>"
            elif words is None:
                markup += f'<c{place} t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>'
            else:
                words.append(f"<si><t>{escape(str(value))}</t></si>")
                markup += f'<c{place} t="s"><v>{len(words) - 1}</v></c>'
        hidden = ' hidden="1"' if number in grid.hidden_rows else ""
        rows.append(f'<row r="{number + 1}"{hidden}>{markup}</row>')
    merged = "".join(
        f'<mergeCell ref="{letters_of(left)}{top + 1}:{letters_of(right)}{bottom + 1}"/>'
        for top, left, bottom, right in grid.merged
    )
    empty = ""
    if dice.random() < 0.1:
        empty = "".join(f'<row r="{grid.last + 2 + number}"><c s="0"/></row>' for number in range(100_000))
    return f"<sheetData>{''.join(rows)}{empty}</sheetData><mergeCells>{merged}</mergeCells>"

"""PDFs made by hand: words at places and ruled lines, in any script, upright or turned."""

from __future__ import annotations

from collections.abc import Sequence

#: Codes are UTF-16, so that the font needs no table of its own.
_TO_UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    b"1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end"
)
_TURNS = {0: b"1 0 0 1 0 0", 90: b"0 1 -1 0 800 0", 180: b"-1 0 0 -1 800 800", 270: b"0 -1 1 0 0 800"}

Text = tuple[float, float, str]
Stroke = tuple[float, float, float, float]


def paper(*pages: tuple[Sequence[Text], Sequence[Stroke]], turn: int = 0) -> bytes:
    """Make a PDF; every page gives its words as (x, y, words) and its lines as (x0, y0, x1, y1)."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font = 3 + 2 * len(pages)
    for number, (texts, strokes) in enumerate(pages):
        stream = b"q %s cm\n" % _TURNS[turn]
        stream += b"".join(b"%f %f m %f %f l S\n" % stroke for stroke in strokes)
        stream += b"".join(
            b"BT /F1 10 Tf %f %f Td <%s> Tj ET\n" % (x, y, words.encode("utf-16-be").hex().encode())
            for x, y, words in texts
        )
        stream += b"Q"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 800 800] /Rotate %d /Contents %d 0 R "
            b"/Resources << /Font << /F1 %d 0 R >> >> >>" % (turn, 4 + 2 * number, font)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    kids = b" ".join(b"%d 0 R" % (3 + 2 * number) for number in range(len(pages)))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages))
    objects.append(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [%d 0 R] "
        b"/ToUnicode %d 0 R >>" % (font + 1, font + 3)
    )
    objects.append(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /DW 500 /FontDescriptor %d 0 R "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>" % (font + 2)
    )
    objects.append(
        b"<< /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 "
        b"/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(_TO_UNICODE), _TO_UNICODE))
    return _written(objects)


def small_pdf(*pages: str) -> bytes:
    """A PDF with the lines of each page under each other."""
    return paper(*(([(72, 720 - 14 * at, line) for at, line in enumerate(page.split("\n"))], ()) for page in pages))


def _written(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    )


def grid(rows: Sequence[Sequence[str]], xs: Sequence[float], top: float, *, ruled: bool, height: float = 20) -> tuple:
    """The words and lines of a table whose columns begin at `xs`; the last of them is its right edge."""
    texts = [
        (xs[column] + 4, top - height * row - 14, words)
        for row, cells in enumerate(rows)
        for column, words in enumerate(cells)
        if words
    ]
    bottom = top - height * len(rows)
    strokes = [(xs[0], top - height * row, xs[-1], top - height * row) for row in range(len(rows) + 1)]
    strokes += [(x, bottom, x, top) for x in xs]
    return texts, strokes if ruled else []

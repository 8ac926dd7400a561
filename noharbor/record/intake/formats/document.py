"""Word documents: paragraphs and tables in order, with insertions, without deletions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from noharbor.record.intake.errors import BrokenOfficeFile
from noharbor.record.intake.formats.document_tables import W as _W
from noharbor.record.intake.formats.document_tables import own, tables_of_document
from noharbor.record.intake.formats.format import Extracted, Sample, checked_text, first_line_as_title
from noharbor.record.intake.formats.package import opened_package, part_of

_STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


class WordDocument:
    """Word documents (.docx)."""

    kind = "docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    extensions: tuple[str, ...] = (".docx",)
    extractor = "docx by lxml"
    version = "1"

    def recognise(self, sample: Sample) -> bool:
        """A package with a document part."""
        return "word/document.xml" in sample.parts

    def extract(self, sample: Sample, carry_to: Path) -> Extracted:  # noqa: ARG002  Nothing is carried.
        """Take out paragraphs, tables (cells parted by tabs, and as grids) and notes."""
        with opened_package(sample.path) as package:
            body = part_of(package, "word/document.xml")
            notes = [content for name in _NOTES if (content := part_of(package, name))]
        root = _rooted(body)
        lines = list(_blocks(root))
        for note in notes:
            lines.extend(line for line in _blocks(_rooted(note)) if line)
        text = checked_text("\n".join(lines).strip("\n"))
        return Extracted(text=text, title=first_line_as_title(text), tables=tables_of_document(root, words_of))


def parse(markup: bytes) -> Any:
    """Parse XML without entities, network or documents of unreasonable depth.

    Raises:
        BrokenOfficeFile: It is not well formed.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(markup, parser)
    except (etree.XMLSyntaxError, ValueError) as trouble:
        raise BrokenOfficeFile from trouble


def _rooted(markup: bytes) -> Any:
    # The strict variant of the format differs in its namespace only.
    return parse(markup.replace(_STRICT_W[1:-1].encode(), _W[1:-1].encode()))


def _blocks(parent: Any) -> Iterator[str]:
    """Give a line for each paragraph and each table row; text boxes and content controls are looked into."""
    for child in parent.iterchildren():
        if child.tag == f"{_W}p":
            yield words_of(child)
        elif child.tag == f"{_W}tbl":
            yield from _rows(child)
        elif child.tag not in (f"{_W}sectPr", f"{_W}del", f"{_W}moveFrom"):
            yield from _blocks(child)


def _rows(table: Any) -> Iterator[str]:
    for row in own(table, f"{_W}tr"):
        cells = [" ".join(filter(None, map(words_of, cell.iter(f"{_W}p")))) for cell in own(row, f"{_W}tc")]
        if any(cells):
            yield "\t".join(cells)


def words_of(paragraph: Any) -> str:
    """The words of a paragraph as it stands after all insertions and deletions."""
    pieces: list[str] = []
    skipped: Any = None
    for element in paragraph.iter():
        if skipped is not None and _is_inside(element, skipped):
            continue
        skipped = None
        if element.tag in (f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", _FALLBACK):
            skipped = element
        elif element.tag == f"{_W}p" and element is not paragraph:
            pieces.append("\n")
        elif element.tag == f"{_W}t":
            pieces.append(element.text or "")
        elif element.tag in (f"{_W}tab", f"{_W}ptab"):
            pieces.append("\t" if element.getparent().tag == f"{_W}r" else "")
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("\f" if element.get(f"{_W}type") == "page" else "\n")
        elif element.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
    return "".join(pieces).strip()


def _is_inside(element: Any, ancestor: Any) -> bool:
    return any(parent is ancestor for parent in element.iterancestors())


WORD_DOCUMENT = WordDocument()

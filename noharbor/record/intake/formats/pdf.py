"""PDF by PDFium: the words of each page; pages parted by form feeds, so that a passage knows its page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from noharbor.record.intake.errors import BrokenPdf, EncryptedPdf, TooManyPages
from noharbor.record.intake.formats.format import Extracted, Sample, checked_text, clean_text, first_line_as_title
from noharbor.record.intake.formats.lines import unwrapped
from noharbor.record.intake.formats.pdf_tables import TableFinder
from noharbor.record.intake.limits import MAX_PDF_PAGES
from noharbor.record.intake.notices import Notice, NoticeCode

#: PDFium's error codes for a missing password and for a protection it does not know. Source: fpdfview.h.
_PASSWORD_ERRORS = (4, 5)
#: PDFium puts this where a line was broken inside a word.
_SOFT_HYPHEN = re.compile("\ufffe|\u00ad\n|\u0002")
_PAGES_NAMED = 20


class PdfDocument:
    """PDF files."""

    kind = "pdf"
    media_type = "application/pdf"
    extensions: tuple[str, ...] = (".pdf",)
    extractor = "pypdfium2"
    version = "1"

    def recognise(self, sample: Sample) -> bool:
        """The mark of a PDF within the first kilobyte, where readers look for it."""
        return b"%PDF-" in sample.head[:1024]

    def extract(self, sample: Sample, carry_to: Path) -> Extracted:  # noqa: ARG002  Nothing is carried.
        """Take out the words of every page, and tables as grids."""
        import pypdfium2

        try:
            document = pypdfium2.PdfDocument(sample.path)
        except pypdfium2.PdfiumError as trouble:
            # A damaged file may be an encrypted one that lost its end; what the person can do is the same.
            raise EncryptedPdf if trouble.err_code in _PASSWORD_ERRORS else BrokenPdf from trouble
        try:
            finder = TableFinder()
            pages = _pages(document, finder)
            stated = clean_text(document.get_metadata_value("Title") or "")
        except pypdfium2.PdfiumError as trouble:
            raise BrokenPdf from trouble
        finally:
            document.close()
        text = checked_text("\n\f".join(pages))
        notices = _notices(pages, finder)
        return Extracted(text=text, title=_title(stated, text), tables=finder.tables(), notices=notices)


def _pages(document: Any, finder: TableFinder) -> list[str]:
    import pypdfium2

    if len(document) == 0:
        raise BrokenPdf
    if len(document) > MAX_PDF_PAGES:
        raise TooManyPages(limit_pages=MAX_PDF_PAGES)
    pages = []
    for number in range(len(document)):
        try:
            page = document[number]
            words = page.get_textpage()
        except pypdfium2.PdfiumError:
            # One damaged page must not cost the others; it is told of as a page without words.
            pages.append("")
            continue
        pages.append(unwrapped(_SOFT_HYPHEN.sub("", words.get_text_bounded().replace("\r\n", "\n")).strip()))
        try:
            finder.look_at(page, words, pages[-1], number + 1)
        except pypdfium2.PdfiumError:
            # A drawing that cannot be read costs the tables of its page, not its words.
            finder.unread.append(number + 1)
        words.close()
        page.close()
    return pages


def _title(stated: str, text: str) -> str:
    """The stated title where the first page bears it too: programs write file names and templates into that field."""
    letters = "".join(filter(str.isalnum, stated)).casefold()
    beginning = "".join(filter(str.isalnum, text[:2000])).casefold()
    return stated.strip() if len(letters) > 3 and letters in beginning else first_line_as_title(text)


def _notices(pages: list[str], finder: TableFinder) -> tuple[Notice, ...]:
    notices = []
    empty = [number for number, words in enumerate(pages, 1) if not words]
    for code, numbers in ((NoticeCode.PAGES_WITHOUT_WORDS, empty), (NoticeCode.TABLES_UNREADABLE, finder.unread)):
        if numbers:
            shown = ", ".join(map(str, numbers[:_PAGES_NAMED])) + (" …" if len(numbers) > _PAGES_NAMED else "")
            notices.append(Notice(code, {"pages": shown}))
    if finder.stopped_at:
        notices.append(Notice(NoticeCode.TABLES_NOT_SOUGHT, {"pages": finder.stopped_at - 1}))
    return tuple(notices)


PDF_DOCUMENT = PdfDocument()

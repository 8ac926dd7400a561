"""The kinds of file that can be read. Type is decided by content, in this order; the name only tells a notice.

A further kind is a module with the shape of `format.Format` and one line here.
"""

from __future__ import annotations

from noharbor.record.intake.formats.document import WORD_DOCUMENT
from noharbor.record.intake.formats.format import Extracted, Format, Sample
from noharbor.record.intake.formats.letter import LETTER
from noharbor.record.intake.formats.markup_spreadsheet import MARKUP_SPREADSHEET
from noharbor.record.intake.formats.old_workbook import OLD_WORKBOOK
from noharbor.record.intake.formats.open_spreadsheet import OPEN_SPREADSHEET
from noharbor.record.intake.formats.page import WEB_PAGE
from noharbor.record.intake.formats.pdf import PDF_DOCUMENT
from noharbor.record.intake.formats.separated import SEPARATED_VALUES
from noharbor.record.intake.formats.text import PLAIN_TEXT
from noharbor.record.intake.formats.workbook import WORKBOOK

#: First match wins.
FORMATS: tuple[Format, ...] = (
    PDF_DOCUMENT,
    WORD_DOCUMENT,
    WORKBOOK,
    OPEN_SPREADSHEET,
    OLD_WORKBOOK,
    MARKUP_SPREADSHEET,
    WEB_PAGE,
    LETTER,
    SEPARATED_VALUES,
    PLAIN_TEXT,
)

__all__ = ["FORMATS", "Extracted", "Format", "Sample"]

"""What a person should know about something that was taken in all the same. No Django at import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum


def _(sentence: str) -> str:
    """Mark a sentence for translation; `Notice.sentence` translates it when it is shown."""
    return sentence


class NoticeCode(StrEnum):
    """The kinds of notice, alphabetical."""

    ATTACHMENTS_LEFT = "attachments_left"
    CELLS_CUT = "cells_cut"
    CELLS_WITH_ERRORS = "cells_with_errors"
    COLUMNS_HIDDEN = "columns_hidden"
    DIGITS_ROUNDED = "digits_rounded"
    ENCODINGS_MIXED = "encodings_mixed"
    ENCODING_GUESSED = "encoding_guessed"
    FORMULAS_WITHOUT_VALUES = "formulas_without_values"
    HIDDEN_CHARACTERS_IN_NAME = "hidden_characters_in_name"
    PAGES_WITHOUT_WORDS = "pages_without_words"
    QUOTES_REPAIRED = "quotes_repaired"
    ROWS_HIDDEN = "rows_hidden"
    SHEETS_HIDDEN = "sheets_hidden"
    SPREADSHEET_OLD = "spreadsheet_old"
    TABLES_NOT_SOUGHT = "tables_not_sought"
    TABLES_UNREADABLE = "tables_unreadable"
    TEXT_OF_TABLE_CUT = "text_of_table_cut"
    UNREADABLE_CHARACTERS = "unreadable_characters"
    WRONG_EXTENSION = "wrong_extension"
    ZAWGYI_REPAIRED = "zawgyi_repaired"
    ZERO_BYTES_REMOVED = "zero_bytes_removed"


SENTENCES: dict[NoticeCode, str] = {
    NoticeCode.ATTACHMENTS_LEFT: _("These attachments were not read: %(names)s."),
    NoticeCode.CELLS_CUT: _(
        "%(count)s cells hold more than %(limit_characters)s characters and were cut there: %(places)s."
    ),
    NoticeCode.CELLS_WITH_ERRORS: _("%(count)s cells show an error instead of a value: %(places)s."),
    NoticeCode.COLUMNS_HIDDEN: _("%(count)s columns are hidden in the file and were read too: %(places)s."),
    NoticeCode.DIGITS_ROUNDED: _(
        "%(count)s numbers are longer than the 15 digits a spreadsheet keeps; their last digits are lost: %(places)s. "
        "Ask for the numbers as text."
    ),
    NoticeCode.ENCODINGS_MIXED: _("%(count)s lines are not encoded as the others; they were read as %(encoding)s."),
    NoticeCode.ENCODING_GUESSED: _("The text does not say how it is encoded; it was read as %(encoding)s."),
    NoticeCode.FORMULAS_WITHOUT_VALUES: _(
        "%(count)s cells hold formulas whose results the file does not keep; they came out empty: %(places)s. "
        "Open the file in a spreadsheet program, save it and hand it in again."
    ),
    NoticeCode.HIDDEN_CHARACTERS_IN_NAME: _("The file's name held hidden characters, which were taken out."),
    NoticeCode.PAGES_WITHOUT_WORDS: _("These pages hold no words and may be pictures: %(pages)s."),
    NoticeCode.QUOTES_REPAIRED: _(
        "The quotation marks of %(count)s rows do not pair up and were taken as they stand: rows %(places)s. "
        "Compare these rows with the original."
    ),
    NoticeCode.ROWS_HIDDEN: _("%(count)s rows are hidden in the file and were read too: %(places)s."),
    NoticeCode.SHEETS_HIDDEN: _("These sheets are hidden in the file and were read too: %(names)s."),
    NoticeCode.SPREADSHEET_OLD: _(
        "This kind of spreadsheet does not tell hidden rows, errors, formulas without results or zeros in front of "
        "numbers. If something is missing, save it as .xlsx and hand that in."
    ),
    NoticeCode.TABLES_NOT_SOUGHT: _(
        "Tables were looked for on the first %(pages)s pages only. Split the document to have the others read."
    ),
    NoticeCode.TABLES_UNREADABLE: _(
        "Tables on these pages could not be read: %(pages)s. Their words were; compare them with the original."
    ),
    NoticeCode.TEXT_OF_TABLE_CUT: _("Only the first %(rows)s rows are shown as text; all cells are kept."),
    NoticeCode.UNREADABLE_CHARACTERS: _("%(count)s characters could not be read and are shown as �."),
    NoticeCode.WRONG_EXTENSION: _("The name ends in %(extension)s, but the file is of another kind: %(kind)s."),
    NoticeCode.ZAWGYI_REPAIRED: _(
        "The Burmese text was written in Zawgyi and repaired; the original stands beside it."
    ),
    NoticeCode.ZERO_BYTES_REMOVED: _("%(count)s zero bytes stood among the words and were taken out."),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to know, with what fills the placeholders of its sentence."""

    code: NoticeCode
    values: dict[str, int | str] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The notice in the reader's language."""
        from django.utils.translation import gettext

        return gettext(SENTENCES[self.code]) % self.values

    def told(self, translate: Callable[[str], str] = str) -> str:
        """The notice by a translation of one's own; in English without one, and without Django."""
        return translate(SENTENCES[self.code]) % self.values

    def as_json(self) -> dict[str, object]:
        """Return plain values, to keep or to send."""
        return {"code": self.code.value, "values": self.values}

    @classmethod
    def from_json(cls, kept: dict[str, object]) -> Notice:
        """Read back what `as_json` gave."""
        values = kept.get("values")
        return cls(NoticeCode(str(kept["code"])), dict(values) if isinstance(values, dict) else {})

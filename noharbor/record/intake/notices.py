"""What a person should know about something that was taken in all the same. No Django at import."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


def _(sentence: str) -> str:
    """Mark a sentence for translation; `Notice.sentence` translates it when it is shown."""
    return sentence


class NoticeCode(StrEnum):
    """The kinds of notice, alphabetical."""

    ATTACHMENTS_LEFT = "attachments_left"
    ENCODING_GUESSED = "encoding_guessed"
    HIDDEN_CHARACTERS_IN_NAME = "hidden_characters_in_name"
    PAGES_WITHOUT_WORDS = "pages_without_words"
    SHEETS_HIDDEN = "sheets_hidden"
    TEXT_OF_TABLE_CUT = "text_of_table_cut"
    UNREADABLE_CHARACTERS = "unreadable_characters"
    WRONG_EXTENSION = "wrong_extension"
    ZAWGYI_REPAIRED = "zawgyi_repaired"


SENTENCES: dict[NoticeCode, str] = {
    NoticeCode.ATTACHMENTS_LEFT: _("These attachments were not read: %(names)s."),
    NoticeCode.ENCODING_GUESSED: _("The text does not say how it is encoded; it was read as %(encoding)s."),
    NoticeCode.HIDDEN_CHARACTERS_IN_NAME: _("The file's name held hidden characters, which were taken out."),
    NoticeCode.PAGES_WITHOUT_WORDS: _("These pages hold no words and may be pictures: %(pages)s."),
    NoticeCode.SHEETS_HIDDEN: _("These sheets are hidden in the file and were read too: %(names)s."),
    NoticeCode.TEXT_OF_TABLE_CUT: _("Only the first %(rows)s rows are shown as text; all cells are kept."),
    NoticeCode.UNREADABLE_CHARACTERS: _("%(count)s characters could not be read and are shown as �."),
    NoticeCode.WRONG_EXTENSION: _("The name ends in %(extension)s, but the file is of another kind: %(kind)s."),
    NoticeCode.ZAWGYI_REPAIRED: _(
        "The Burmese text was written in Zawgyi and repaired; the original stands beside it."
    ),
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

    def as_json(self) -> dict[str, object]:
        """Return plain values, to keep or to send."""
        return {"code": self.code.value, "values": self.values}

    @classmethod
    def from_json(cls, kept: dict[str, object]) -> Notice:
        """Read back what `as_json` gave."""
        values = kept.get("values")
        return cls(NoticeCode(str(kept["code"])), dict(values) if isinstance(values, dict) else {})

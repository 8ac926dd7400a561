"""Lists of people as pages show them: what columns were taken for, why, and what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from noharbor.record.intake.formats.findings import letters_of
from noharbor.record.intake.models import SourceTable
from noharbor.record.linkage.models import ListReading
from noharbor.record.linkage.understood import saying_of
from noharbor.record.linkage.vocabulary import ListUse
from noharbor.science.lists.fields import Field
from noharbor.science.names.reasons import Saying

#: What a column may be, in the order in which a person looks for it.
FIELD_LABELS: dict[Field, Promise] = {
    Field.NAME: pgettext_lazy("of a person", "name"),
    Field.FAMILY_NAME: _("family name"),
    Field.GIVEN_NAME: _("given name"),
    Field.ALIAS: _("alias or name in another script"),
    Field.SEX: _("sex"),
    Field.FEMALE: _("tick for women"),
    Field.MALE: _("tick for men"),
    Field.BIRTH_DATE: _("date of birth"),
    Field.BIRTH_YEAR: _("year of birth"),
    Field.BIRTH_MONTH: _("month of birth"),
    Field.BIRTH_DAY: _("day of birth"),
    Field.AGE: _("age"),
    Field.NATIONALITY: _("nationality"),
    Field.PASSPORT: _("passport"),
    Field.NATIONAL_ID: _("national number"),
    Field.DOCUMENT: _("passport or other paper"),
    Field.PHONE: _("telephone"),
    Field.ADDRESS: _("address"),
    Field.PLACE: _("place"),
    Field.DATE: _("another date"),
    Field.GROUP: _("group, bus or room"),
    Field.NUMBER: _("running number"),
    Field.OTHER_PERSON: _("about somebody else"),
    Field.REMARKS: _("remarks"),
    Field.OTHER: _("something else"),
}
FIELD_CHOICES = [(field.value, label) for field, label in FIELD_LABELS.items()]


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column as a row of a table.

    Attributes:
        index: From 0.
        letter: As spreadsheets call it.
        heading: As written; "" where there is none.
        field: What it is taken for.
        sureness: 0..1.
        why: One sentence.
        sample: What stands in it, in the first rows of people.
        is_told: Whether a person said so.
    """

    index: int
    letter: str
    heading: str
    field: str
    sureness: float
    why: str
    sample: tuple[str, ...]
    is_told: bool

    @property
    def label(self) -> Promise:
        """What it is taken for, in words."""
        return FIELD_LABELS[Field(self.field)]


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A row of the file that is no person, or a cell of it that could not be read."""

    row: int
    letter: str
    why: str


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list as a row of the page of lists."""

    table: SourceTable
    name: str
    people: int | None
    use: str
    made_by: str
    is_chosen: bool

    @property
    def moves(self) -> bool:
        """Whether it is still to be understood, so that the page should ask again."""
        return self.people is None


def list_row(table: SourceTable, name: str, *, is_chosen: bool = False) -> ListRow:
    """Lay out a list of `queries.lists.visible_to`."""
    use = getattr(table, "use", None)
    label = str(ListUse(use).label) if use and use != ListUse.OTHER else ""
    return ListRow(table, name, table.people, label, getattr(table, "made_by", "") or "", is_chosen)  # type: ignore[attr-defined]


def column_rows(reading: ListReading) -> list[ColumnRow]:
    """Lay out what the columns of a list are taken for."""
    return [
        ColumnRow(
            column["index"],
            letters_of(column["index"]),
            column["heading"],
            column["field"],
            column["sureness"],
            _sentence(Saying(column["why"]["template"], column["why"]["values"])),
            tuple(text for text in column["sample"] if text),
            str(column["index"]) in reading.told,
        )
        for column in reading.columns
    ]


def aside_rows(kept: Sequence[dict[str, object]]) -> list[AsideRow]:
    """Lay out rows that are no person, or cells that could not be read."""
    rows = []
    for one in kept:
        column = one.get("column")
        letter = letters_of(column) if isinstance(column, int) else ""
        rows.append(AsideRow(int(str(one["row"])), letter, _sentence(saying_of(one))))
    return rows


def _sentence(saying: Saying) -> str:
    said = saying.told(gettext)
    return said[:1].upper() + said[1:]

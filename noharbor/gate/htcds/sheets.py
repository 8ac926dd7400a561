"""The sheets of an export, as tables for a workbook or for files of separated values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from noharbor.gate.htcds.people import Described, ExportedPerson, Record
from noharbor.gate.htcds.standard import Sheet, ToldBy, codes, fields, fields_of, standard
from noharbor.record.linkage.cells import Cells, ResultTable, born_told
from noharbor.science.identifiers.phone import is_mobile
from noharbor.science.names.reasons import Translate, untranslated

_ = untranslated

#: HTCDS writes several values of one field with this between them.
_BETWEEN = "; "
_GENDERS = {"female": "Feminine", "male": "Masculine"}
#: Fields that stay empty where the records of a person contradict each other, by what they differ in.
_DIFFERING = {
    "born": "prs_Birthdate", "family": "prs_SecondName", "given": "prs_FirstName", "nationality": "prs_Citizenship",
    "sex": "prs_Gender",
}  # fmt: skip
_TOLD_BY = {
    ToldBy.BODY: _("Empty: only a body with the power to decide it says so; nobody is labelled by a list."),
    ToldBy.CASE: _("Empty: for whoever takes the case."),
    ToldBy.LIST: _("As the list says; empty where it does not."),
    ToldBy.NODE: _("As this node keeps it."),
    ToldBy.PERSON: _("Empty: to be asked of the person, with consent, point by point."),
}
_NARROW, _WIDE, _LONG = 12, 24, 90


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation that made or holds a list.

    Attributes:
        name: Its name.
        type: A code of the standard's list; "" where none of them says it.
        country: ISO 3166-1 alpha-2; "" where it is not known.
    """

    name: str
    type: str = ""
    country: str = ""


class Sheets:
    """An export as tables.

    Args:
        persons: Who goes out.
        made: The day it is made.
        organisations: Who made or holds the lists.
        marking: The strictest marking of all lists; "" where there is none.
        translate: Gives the sentences in another language; names of sheets and fields are for machines too and stay.
    """

    def __init__(
        self,
        persons: Sequence[ExportedPerson],
        *,
        made: date,
        organisations: Iterable[Organisation] = (),
        marking: str = "",
        translate: Translate = untranslated,
    ) -> None:
        self.persons, self.made, self.organisations, self.marking = persons, made, organisations, marking
        self._ = translate

    def tables(self) -> Iterator[ResultTable]:
        """Every table, in the order to read them."""
        yield self._about()
        yield self._sheet(Sheet.PERSONS, _("What lists say of each person, nothing else."), self._persons())
        yield self._sheet(Sheet.RECORDS, _("What each list says by itself, and where."), self._records())
        yield self._sheet(
            Sheet.CASES,
            _("What no list can say. Empty for those who ask the person, decide, or take the case."),
            [{"x_noharbor_Person": person.name} for person in self.persons],
        )
        yield self._sheet(Sheet.ORGANISATIONS, _("Who made the lists, and who holds them here."), self._organisations())
        yield self._fields()
        yield self._codes()

    def _about(self) -> ResultTable:
        records = sum(len(person.records) for person in self.persons)
        told: list[tuple[str, str | int]] = [
            (_("Form"), f"{standard().name} {standard().version}"),
            (_("Credit"), f"{standard().credit}; {standard().licence}"),
            (
                _("Not endorsed"),
                self._("IOM has neither seen nor approved this file. What begins with %(added)s is not IOM's.")
                % {"added": standard().added},
            ),
            (_("Made"), self.made.isoformat()),
            (_("Marking"), self.marking or self._("none stated")),
            (_("Persons"), len(self.persons)),
            (_("Records"), records),
            (_("Merged"), self._("Only rows that people judged to be one person; nothing is merged by machine.")),
            (_("Guessed"), self._("Nothing: what a list does not say is empty.")),
        ]
        rows: list[Cells] = [(self._(what), said) for what, said in told]
        return ResultTable("about", self._(_("What this is.")), (self._(_("what")), self._(_("said"))), rows, (24, 120))

    def _persons(self) -> Iterator[dict[str, str | int]]:
        for person in self.persons:
            said, differing = person.together()
            yield {
                "x_noharbor_Person": person.name,
                "x_noharbor_RecordsDiffer": _BETWEEN.join(_DIFFERING[name] for name in sorted(differing)),
                **described(said),
            }

    def _records(self) -> Iterator[dict[str, str | int]]:
        for person in self.persons:
            for record in person.records:
                yield {"x_noharbor_Person": person.name, **_placed(record), **described(record.said)}

    def _organisations(self) -> Iterator[dict[str, str | int]]:
        for one in self.organisations:
            yield {"org_Name": one.name, "org_Type": one.type, "x_noharbor_Country": one.country}

    def _fields(self) -> ResultTable:
        rows: list[Cells] = [
            (
                field.name,
                field.label,
                standard().name if standard().has(field.name) else standard().added,
                field.values,
                _BETWEEN.join(field.sheets),
                self._(_TOLD_BY[field.told_by]),
            )
            for field in fields()
        ]
        heads = (_("field"), _("label"), _("whose"), _("values"), _("sheets"), _("filled"))
        return self._words("fields", _("Every field, and why it is filled or empty."), heads, rows)

    def _codes(self) -> ResultTable:
        rows: list[Cells] = [
            (
                one.list,
                one.version,
                one.code,
                standard().name if standard().has(one.code) else standard().added,
                one.nearest,
            )
            for one in codes()
        ]
        heads = (_("list"), _("version"), _("code"), _("whose"), _("for those who know only the standard's codes"))
        return self._words(
            "codes", _("Codes for the fields of cases, with those added and what they map back to."), heads, rows
        )

    def _sheet(self, sheet: Sheet, says: str, rows: Iterable[dict[str, str | int]]) -> ResultTable:
        heads = tuple(field.name for field in fields_of(sheet))
        cells: list[Cells] = [tuple(row.get(head, "") for head in heads) for row in rows]
        return ResultTable(sheet.value, self._(says), heads, cells, tuple(max(_NARROW, len(head)) for head in heads))

    def _words(self, title: str, says: str, heads: tuple[str, ...], rows: Sequence[Cells]) -> ResultTable:
        widths = [max([len(str(row[at])) for row in rows]) + 2 for at in range(len(heads))]
        return ResultTable(
            title, self._(says), tuple(map(self._, heads)), rows, tuple(min(_LONG, one) for one in widths)
        )


def described(said: Described) -> dict[str, str | int]:
    """What is said of a person, by the names of fields."""
    person = said.person
    born = person.born
    mobile, home, others = _by_line(person.phones)
    return {
        "prs_FirstName": said.given,
        "prs_SecondName": said.family,
        "x_noharbor_NameAsWritten": next(iter(person.names), ""),
        "x_noharbor_OtherNames": _BETWEEN.join(person.names[1:]),
        "prs_Birthdate": born_told(born) if born and born.is_day else "",
        "x_noharbor_BirthAsKnown": "" if born and born.is_day else born_told(born),
        "prs_Gender": _GENDERS.get(person.sex, ""),
        "prs_Citizenship": person.nationality,
        "prs_MobilePhone": mobile,
        "prs_HomePhone": home,
        "x_noharbor_OtherPhones": _BETWEEN.join(others),
        "x_noharbor_PassportNumbers": _BETWEEN.join(person.passports),
        "x_noharbor_NationalIds": _BETWEEN.join(person.national_ids),
    }


def _placed(record: Record) -> dict[str, str | int]:
    """Where a record stands, and what only it can say."""
    origin = record.origin
    return {
        "x_noharbor_List": origin.name,
        "x_noharbor_Row": record.row,
        "x_noharbor_PlaceAsWritten": record.said.person.place,
        "x_noharbor_AddressAsWritten": record.said.person.address,
        "x_noharbor_GroupAsWritten": record.said.person.group,
        "x_noharbor_ListMadeBy": origin.made_by,
        "x_noharbor_ListHeldBy": origin.held_by,
        "x_noharbor_ListUse": origin.use,
        "x_noharbor_Marking": origin.marking,
    }


def _by_line(phones: Sequence[str]) -> tuple[str, str, list[str]]:
    """The first mobile number, the first of a fixed line, and the rest, among it what no numbering plan tells."""
    mobile = next((phone for phone in phones if is_mobile(phone)), "")
    home = next((phone for phone in phones if is_mobile(phone) is False), "")
    return mobile, home, [phone for phone in phones if phone not in (mobile, home)]

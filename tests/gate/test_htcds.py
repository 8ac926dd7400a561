"""People of lists in the case data standard HTCDS: what a list says, nothing else. All people are invented."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from noharbor.gate.htcds.people import Described, ExportedPerson, Origin, Record, persons_of
from noharbor.gate.htcds.sheets import Organisation, Sheets
from noharbor.gate.htcds.standard import Sheet, ToldBy, codes, fields, fields_of, standard
from noharbor.record.linkage.cells import ResultTable
from noharbor.record.linkage.opening import OpenedList, OpenedSheet, open_list
from noharbor.record.linkage.separated import write_separated
from noharbor.record.linkage.workbook import write_workbook
from noharbor.reference.compile import load
from noharbor.reference.compile_htcds import htcds
from noharbor.reference.compile_words import EntryIsWrong
from noharbor.science.lists import understand
from noharbor.science.matching.people.person import Born, Person

TODAY = date(2025, 2, 20)
LIST = [
    ["First name", "Surname", "Chinese name", "Alias", "Sex", "DOB", "Nationality", "Passport", "NRC", "Phone", "Room"],
    ["Wei", "WANG", "王伟", "", "M", "1991-05-06", "CN", "E12345678", "", "+86 138 0013 8000", "4"],
    ["Jaidee", "Somchai", "", "Chai", "M", "2533", "TH", "", "", "081-234-5678; 02-123-4567; 12345678901234567", ""],
    ["", "", "陈海明", "", "F", "March 1988", "MM", "", "12/OUKAMA(N)123456", "", ""],
    ["", "", "李娜", "", "", "", "", "", "", "", ""],
]  # fmt: skip


def opened(rows: list[list[str]]) -> OpenedList:
    understood = understand(rows, region="TH", today=TODAY)
    return OpenedList(Path("handover.csv"), "", (OpenedSheet("", understood),))


def tables_of(persons: Iterable[ExportedPerson], **known: object) -> dict[str, ResultTable]:
    return {table.title: table for table in Sheets(list(persons), made=TODAY, **known).tables()}


def rows_of(table: ResultTable) -> Iterator[dict[str, object]]:
    return (dict(zip(table.heads, row, strict=True)) for row in table.rows)


@pytest.fixture(scope="module")
def exported() -> dict[str, ResultTable]:
    return tables_of(persons_of([opened(LIST)]))


def test_what_a_list_says_stands_in_the_fields_of_the_standard(exported: dict[str, ResultTable]) -> None:
    wang = next(rows_of(exported["persons"]))
    assert {name: value for name, value in wang.items() if value} == {
        "x_noharbor_Person": "1",
        "prs_FirstName": "Wei",
        "prs_SecondName": "WANG",
        "x_noharbor_NameAsWritten": "王伟",
        "x_noharbor_OtherNames": "WANG Wei; Wei WANG",
        "prs_Birthdate": "1991-05-06",
        "prs_Gender": "Masculine",
        "prs_Citizenship": "CN",
        "prs_MobilePhone": "+8613800138000",
        "x_noharbor_PassportNumbers": "E12345678",
    }


def test_a_birth_is_no_day_where_only_month_or_year_is_known(exported: dict[str, ResultTable]) -> None:
    births = [(row["prs_Birthdate"], row["x_noharbor_BirthAsKnown"]) for row in rows_of(exported["persons"])]
    assert births == [("1991-05-06", ""), ("", "1990"), ("", "1988-03"), ("", "")]


def test_telephones_are_told_apart_by_their_numbering_plan_alone(exported: dict[str, ResultTable]) -> None:
    somchai = list(rows_of(exported["persons"]))[1]
    assert somchai["prs_MobilePhone"] == "+66812345678"
    assert somchai["prs_HomePhone"] == "+6621234567"
    assert somchai["x_noharbor_OtherPhones"] == "12345678901234567"


def test_a_whole_name_is_not_cut_into_given_and_family(exported: dict[str, ResultTable]) -> None:
    chen = list(rows_of(exported["persons"]))[2]
    assert chen["x_noharbor_NameAsWritten"] == "陈海明"
    assert chen["prs_FirstName"] == chen["prs_SecondName"] == ""


def test_no_list_makes_a_case_a_consent_or_a_victim(exported: dict[str, ResultTable]) -> None:
    for case in rows_of(exported["cases"]):
        assert {name for name, value in case.items() if value} == {"x_noharbor_Person"}
    heads = exported["cases"].heads
    assert {"con_Consent", "vic_TraffickingStatus", "vic_TypeOfExploitation", "cas_Status"} <= set(heads)
    told = {row["field"]: row["filled"] for row in rows_of(exported["fields"])}
    assert told["con_Consent"].startswith("Empty: to be asked of the person")
    assert told["vic_TraffickingStatus"].startswith("Empty: only a body")


def test_without_a_node_each_row_is_a_person_with_its_list_and_row(exported: dict[str, ResultTable]) -> None:
    records = list(rows_of(exported["records"]))
    assert [(row["x_noharbor_Person"], row["x_noharbor_List"], row["x_noharbor_Row"]) for row in records] == [
        ("1", "handover.csv", 2), ("2", "handover.csv", 3), ("3", "handover.csv", 4), ("4", "handover.csv", 5),
    ]  # fmt: skip
    assert records[0]["x_noharbor_GroupAsWritten"] == "4"


def two_records(one: Person, other: Person) -> ExportedPerson:
    records = [Record(Origin("handover"), 4, Described(one)), Record(Origin("embassy"), 2, Described(other))]
    return ExportedPerson("5f0c", records)


YEAR = Born(date(1990, 1, 1), date(1990, 12, 31))
DAY = Born(date(1990, 5, 3), date(1990, 5, 3))
OTHER_DAY = Born(date(1990, 3, 5), date(1990, 3, 5))


def test_rows_judged_the_same_are_one_person_with_several_records() -> None:
    one = Person(("吴昂觉莫",), "male", YEAR, "MM", ("MA123456",), phones=("+66812345678",))
    other = Person(("Aung Kyaw Moe",), "", DAY, "MM", ("MA123456", "MB765432"), phones=("+66898765432",))
    tables = tables_of([two_records(one, other)])
    (person,) = rows_of(tables["persons"])
    assert person["x_noharbor_OtherNames"] == "Aung Kyaw Moe"
    assert person["prs_Birthdate"] == "1990-05-03"
    assert person["prs_Gender"] == "Masculine"
    assert person["x_noharbor_PassportNumbers"] == "MA123456; MB765432"
    assert (person["prs_MobilePhone"], person["x_noharbor_OtherPhones"]) == ("+66812345678", "+66898765432")
    assert person["x_noharbor_RecordsDiffer"] == ""
    assert [(row["x_noharbor_Person"], row["x_noharbor_List"]) for row in rows_of(tables["records"])] == [
        ("5f0c", "handover"), ("5f0c", "embassy"),
    ]  # fmt: skip


def test_where_records_contradict_each_other_neither_is_taken_and_both_stand() -> None:
    tables = tables_of([two_records(Person(("A",), "male", DAY, "MM"), Person(("A",), "female", OTHER_DAY, "CN"))])
    (person,) = rows_of(tables["persons"])
    assert person["prs_Birthdate"] == person["prs_Gender"] == person["prs_Citizenship"] == ""
    assert person["x_noharbor_RecordsDiffer"] == "prs_Birthdate; prs_Citizenship; prs_Gender"
    records = [(row["prs_Birthdate"], row["prs_Gender"]) for row in rows_of(tables["records"])]
    assert records == [("1990-05-03", "Masculine"), ("1990-03-05", "Feminine")]


@pytest.mark.parametrize("form", ["workbook", "separated"])
def test_what_is_written_is_read_again_as_the_same_people(
    form: str, exported: dict[str, ResultTable], tmp_path: Path
) -> None:
    if form == "workbook":
        path = tmp_path / "cases.xlsx"
        write_workbook(path, exported.values())
    else:
        path = write_separated(tmp_path, exported.values())[1]
    again = open_list(path, today=TODAY, region="TH", carry_to=tmp_path)
    sheet = next(sheet for sheet in again.sheets if sheet.name in ("persons", ""))
    before = [row.person for row in opened(LIST).sheets[0].understood.rows]
    after = [row.person for row in sheet.understood.rows]
    assert [set(one.names) for one in after] == [set(one.names) for one in before]
    for what in ("born", "nationality", "sex", "passports", "national_ids"):
        assert [getattr(one, what) for one in after] == [getattr(one, what) for one in before], what
    assert [set(one.phones) for one in after] == [set(one.phones) for one in before]
    assert not sheet.understood.problems


def test_the_workbook_has_its_sheets_and_no_formula(tmp_path: Path) -> None:
    rows = [LIST[0], ["", "", '=HYPERLINK("x")', *[""] * 8], ["", "", "王伟", *[""] * 8]]
    write_workbook(tmp_path / "cases.xlsx", tables_of(persons_of([opened(rows)])).values())
    book = openpyxl.load_workbook(tmp_path / "cases.xlsx")
    assert book.sheetnames == ["about", "persons", "records", "cases", "organisations", "fields", "codes"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_separated_files_begin_with_the_names_of_the_fields(exported: dict[str, ResultTable], tmp_path: Path) -> None:
    written = {path.stem: path for path in write_separated(tmp_path, exported.values())}
    with written["2-persons"].open(encoding="utf-8-sig", newline="") as file:
        assert tuple(next(csv.reader(file))) == tuple(field.name for field in fields_of(Sheet.PERSONS))


def test_the_file_credits_its_source_and_hints_at_no_endorsement(exported: dict[str, ResultTable]) -> None:
    about = {row["what"]: str(row["said"]) for row in rows_of(exported["about"])}
    assert about["Form"] == "HTCDS 2.0"
    assert "Human Trafficking Case Data Standards (HTCDS)" in about["Credit"]
    assert "CC BY 4.0" in about["Credit"]
    assert about["Not endorsed"].startswith("IOM has neither seen nor approved")


def test_every_field_a_list_or_the_node_tells_can_be_filled() -> None:
    full = Person(
        ("王伟", "WANG WEI"), "male", DAY, "CN", ("E12345678",), ("110101199005030012",),
        ("+8613800138000", "+6621234567", "12345678"), "Myawaddy", "4", "12 River Road, Myawaddy",
    )  # fmt: skip
    known = Origin("list", "Police", "Joint Desk", "people handed over or found", "TLP:AMBER")
    records = [Record(known, 2, Described(full, "Wei", "Wang")), Record(known, 3, Described(Person(born=YEAR)))]
    persons = [ExportedPerson("1", records), two_records(Person(sex="male"), Person(sex="female"))]
    tables = tables_of(persons, organisations=[Organisation("Joint Desk", "LawEnforcement", "TH")])
    filled = {
        name for sheet in Sheet for row in rows_of(tables[sheet.value]) for name, value in row.items() if value
    }  # fmt: skip
    asked = {field.name for field in fields() if field.told_by in (ToldBy.LIST, ToldBy.NODE)}
    assert asked == filled


def test_codes_of_the_nodes_own_are_marked_and_map_back_to_the_standard() -> None:
    own = {code.code for code in codes() if standard().has(code.code)}
    added = {code.code: code.nearest for code in codes() if not standard().has(code.code)}
    for gap in ("ForcedCriminality", "RestrictsMovement", "QuotaWithPunishment", "SoldBetweenSites", "RansomDemanded"):
        assert f"x_noharbor_{gap}" in added
    assert set(added.values()) <= own
    assert all(code.version for code in codes())


def spoilt(change: str) -> dict[str, object]:
    content = load("htcds.yaml")
    control = next(one for one in content["lists"] if one["name"] == "MethodsOfControl")
    if change == "unmarked":
        control["added"]["Quota"] = "Other"
    elif change == "nowhere":
        control["added"]["x_noharbor_Quota"] = "Elsewhere"
    elif change == "ours":
        control["codes"].append("x_noharbor_Quota")
    elif change == "twice":
        content["fields"].append(content["fields"][0])
    else:
        content["fields"][0]["told_by"] = "machine"
    return content


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("unmarked", "not marked"), ("nowhere", "maps back"), ("ours", "among the standard's"), ("twice", "twice"),
        ("guessed", "told by none"),
    ],
)  # fmt: skip
def test_a_table_that_hides_what_is_added_is_refused(change: str, says: str) -> None:
    with pytest.raises(EntryIsWrong, match=says):
        htcds(spoilt(change))

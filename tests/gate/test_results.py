"""The people of a reconciliation taken out of the node: who may, what is noted, and who is one. All are invented."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from noharbor.gate.htcds.results import TYPES
from noharbor.gate.htcds.standard import codes
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import BodyKind, Tlp
from noharbor.record.audit.models import Entry
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.linkage.actions.judgements import judge
from noharbor.record.linkage.models import Appearance, ListReading, Pair, Reconciliation
from noharbor.record.linkage.vocabulary import PairState, Verdict
from tests.cast import Cast, invite
from tests.desk.stage import put_source
from tests.record.linkage.lists import EMBASSY, HANDOVER, put_comparison, put_list
from tests.record.linkage.stage import put_appearance, put_pair


@pytest.fixture
def reconciliation(cast: Cast) -> Reconciliation:
    tables = [put_list(cast.asha, rows, tlp=Tlp.AMBER) for rows in (HANDOVER, EMBASSY)]
    for table in tables:
        invite(table.source, cast.boun, by=cast.asha)
    ListReading.objects.filter(table=tables[1]).update(made_by="Embassy of Ruritania")
    return put_comparison(*tables, by=cast.asha)


def asked(reconciliation: Reconciliation, member: Member | None):
    client = Client()
    if member is not None:
        client.force_login(member, backend=settings.AUTHENTICATION_BACKENDS[0])
    address = reverse("reconciliation-result", kwargs={"reconciliation": reconciliation.pk})
    return client.get(address, {"form": "htcds"})


def sheet(answer, name: str) -> list[dict[str, object]]:
    rows = openpyxl.load_workbook(io.BytesIO(answer.content))[name].iter_rows(min_row=2, values_only=True)
    heads = next(rows)
    return [dict(zip(heads, (value or "" for value in row), strict=True)) for row in rows]


def row_of(name: str) -> Appearance:
    return Appearance.objects.get(name=name)


@pytest.mark.parametrize("who", ["asha", "boun"])
def test_whoever_may_read_all_lists_takes_the_people_out_and_the_log_says_so(
    who: str, reconciliation: Reconciliation, cast: Cast
) -> None:
    member = getattr(cast, who)
    answer = asked(reconciliation, member)
    assert answer.status_code == 200
    assert '.htcds.xlsx"' in answer.headers["Content-Disposition"]
    assert len(sheet(answer, "persons")) == len(sheet(answer, "records")) == 9
    entry = Entry.objects.get(verb=Verb.RECONCILIATION_EXPORTED)
    assert (entry.member, entry.thing) == (str(member.pk), str(reconciliation.pk))
    assert "王伟" not in entry.detail


def test_who_may_not_read_a_list_finds_nothing_and_leaves_no_entry(reconciliation: Reconciliation, cast: Cast) -> None:
    absent = Reconciliation(pk="00000000-0000-0000-0000-000000000000")
    refused, missing = asked(reconciliation, cast.chai), asked(absent, cast.chai)
    assert refused.status_code == missing.status_code == 404
    assert not Entry.objects.filter(verb=Verb.RECONCILIATION_EXPORTED).exists()


def test_a_closed_list_goes_out_to_those_it_names_alone_and_is_noted(
    reconciliation: Reconciliation, cast: Cast
) -> None:
    source = reconciliation.lists.first().table.source
    source.tlp = Tlp.RED
    source.save(update_fields=["tlp"])
    assert asked(reconciliation, cast.chai).status_code == 404
    answer = asked(reconciliation, cast.asha)
    assert Entry.objects.filter(verb=Verb.SOURCE_LISTED, thing=str(source.pk)).count() == 1
    assert {row["x_noharbor_Marking"] for row in sheet(answer, "records")} == {"TLP:RED", "TLP:AMBER"}
    assert {"what": "Marking", "said": "TLP:RED"} in sheet(answer, "about")


def test_it_asks_to_sign_in(reconciliation: Reconciliation) -> None:
    assert asked(reconciliation, None).status_code == 302


def test_rows_judged_the_same_are_one_person_and_proposed_ones_stay_apart(
    reconciliation: Reconciliation, cast: Cast
) -> None:
    pair = Pair.objects.get()
    judge(pair, Verdict.SAME, by=cast.asha, why="a test", seen=PairState.OPEN)
    put_pair(row_of("吴昂觉莫"), row_of("Aung Kyaw Moe"), proposal="same", evidence=pair.evidence)
    answer = asked(reconciliation, cast.asha)
    persons = {row["x_noharbor_NameAsWritten"]: row for row in sheet(answer, "persons")}
    assert len(sheet(answer, "persons")) == 8
    assert persons["王伟"]["x_noharbor_OtherNames"] == "WANG WEI"
    assert persons["王伟"]["x_noharbor_PassportNumbers"] == "E12345678; E12345687"
    assert {"吴昂觉莫", "Aung Kyaw Moe"} <= set(persons)
    name = persons["王伟"]["x_noharbor_Person"]
    assert name == str(row_of("王伟").pk)
    assert [row["x_noharbor_Row"] for row in sheet(answer, "records") if row["x_noharbor_Person"] == name] == [4, 2]


def test_rows_that_only_a_hidden_source_joins_stay_apart(reconciliation: Reconciliation, cast: Cast) -> None:
    hidden = put_appearance(put_source(cast.chai, tlp=Tlp.RED), "Wang W.")
    rows = [row_of("王伟"), row_of("WANG WEI")]
    for row in rows:
        put_pair(row, hidden, state=PairState.SAME)
    Appearance.objects.filter(pk__in=[rows[1].pk, hidden.pk]).update(entity=rows[0].entity)
    assert len(sheet(asked(reconciliation, cast.asha), "persons")) == 9


def test_a_name_that_the_list_has_in_two_columns_goes_out_in_two(cast: Cast) -> None:
    rows = [["Surname", "First name", "DOB"], ["WANG", "Wei", "1991-05-06"], ["Chaidee", "-", "1990-08-15"]]
    answer = asked(put_comparison(put_list(cast.asha, rows), by=cast.asha), cast.asha)
    parts = [(row["prs_FirstName"], row["prs_SecondName"]) for row in sheet(answer, "persons")]
    assert parts == [("Wei", "WANG"), ("", "Chaidee")]


def test_organisations_are_those_who_hold_and_made_the_lists(reconciliation: Reconciliation, cast: Cast) -> None:
    answer = asked(reconciliation, cast.asha)
    assert [tuple(row.values()) for row in sheet(answer, "organisations")] == [
        ("Embassy of Ruritania", "", ""), ("Joint Desk", "", "TH"),
    ]  # fmt: skip
    assert {row["x_noharbor_ListMadeBy"] for row in sheet(answer, "records")} == {"", "Embassy of Ruritania"}


def test_kinds_of_body_are_told_by_codes_of_the_standard() -> None:
    assert set(TYPES.values()) <= {code.code for code in codes() if code.list == "OrganisationType"}
    assert set(BodyKind) - set(TYPES) == {BodyKind.JOINT_CENTRE, BodyKind.OTHER}

"""The pages of lists: handed in, understood, corrected, compared."""

from __future__ import annotations

import io
from functools import cache
from importlib import import_module

import openpyxl
import pytest
from django.urls import reverse

from noharbor.desk.widgets.lists import FIELD_LABELS
from noharbor.record.audit.models import Entry
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.linkage.actions.lists import Told, tell
from noharbor.record.linkage.actions.reconciliations import start
from noharbor.record.linkage.jobs import lists as list_jobs
from noharbor.record.linkage.jobs import reconciliations as jobs
from noharbor.record.linkage.models import ListReading, Pair, Reconciliation
from noharbor.record.linkage.queries.lists import reading_of
from noharbor.record.linkage.vocabulary import ListUse, RunState
from noharbor.science.lists.fields import Field
from tests.cast import invite
from tests.record.linkage.lists import EMBASSY, HANDOVER, put_comparison, put_list, put_table


@cache
def saved() -> bytes:
    """A workbook, written once: it bears the moment at which it was."""
    book, written = openpyxl.Workbook(), io.BytesIO()
    for row in HANDOVER:
        book.active.append(row)
    book.save(written)
    return written.getvalue()


def workbook() -> io.BytesIO:
    written = io.BytesIO(saved())
    written.name = "handover.xlsx"
    return written


def words(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def asha(stage):
    return stage.client(stage.cast.asha)


def told(table, **changes) -> dict[str, object]:
    """The form of a list as the page gives it, with changes."""
    reading = reading_of(table)
    columns = {f"column-{column['index']}": column["field"] for column in reading.columns}
    return {"seen": reading.pk, "use": reading.use, "made_by": "", "region": "", **columns, **changes}


def test_an_empty_desk_says_what_to_try(cast, client):
    client.force_login(cast.chai)
    assert "Hand in two lists of people" in words(client.get(reverse("lists")))


def test_files_and_pasted_cells_become_lists_that_are_chosen(stage, asha):
    cells = "\n".join("\t".join(map(str, row)) for row in EMBASSY)
    answer = asha.post(reverse("lists-files"), {"files": [workbook()]}, follow=True)
    assert "handover.xlsx is received and being understood" in words(answer)
    answer = asha.post(reverse("lists-cells"), {"cells": cells, "name": "From the embassy"}, follow=True)
    table = stage.cast.asha.body.sources.get(name="From the embassy").tables.get()
    assert f'value="{table.pk}" id="choose-{table.pk}"' in words(answer)
    assert answer.redirect_chain[0][0].endswith(f"?chosen={table.pk}")
    row = asha.get(reverse("list-state", args=[table.pk]), {"list": table.pk})
    assert " checked" in words(row)
    assert "being understood" in words(row)
    assert "hx-get" in words(row)
    list_jobs.step()
    row = words(asha.get(reverse("list-state", args=[table.pk])))
    assert "hx-get" not in row
    assert ">4<" in row


@pytest.mark.parametrize("page", ["lists-files", "lists-cells", "inbox-files", "inbox-text"])
def test_what_is_folded_away_opens_where_something_is_wrong_within(asha, page):
    prefix = "file-" if page.endswith("files") else ""
    nothing = asha.post(reverse(page), {})
    wrong = asha.post(reverse(page), {f"{prefix}published": "long ago"})
    assert [nothing.status_code, wrong.status_code] == [422, 422]
    assert '<details class="particulars" open>' not in words(nothing)
    assert words(wrong).count('<details class="particulars" open>') == 1


def test_what_is_here_already_or_no_table_is_told(stage, asha):
    asha.post(reverse("lists-files"), {"files": [workbook()]})
    again = asha.post(reverse("lists-files"), {"files": [workbook()]}, follow=True)
    assert "handover.xlsx is already here" in words(again)
    prose = io.BytesIO(b"Nothing but words here.\nAnd more of them.\n")
    prose.name = "prose.txt"
    broken = io.BytesIO(b"PK\x03\x04 nothing")
    broken.name = "broken.xlsx"
    answer = words(asha.post(reverse("lists-files"), {"files": [prose, broken]}, follow=True))
    assert "prose.txt is kept, but no table was found in it" in answer
    assert "broken.xlsx:" in answer


def test_a_list_shows_its_columns_and_what_was_left_aside(stage, asha):
    page = words(asha.get(reverse("list", args=[put_list(stage.cast.asha, HANDOVER).pk])))
    for said in ("姓名", "E12345678", "The heading “护照号” says so", "The row is a total", "selected>passport<"):
        assert said in page, said


def test_a_list_that_is_still_to_be_understood_says_so(stage, asha):
    table = put_table(stage.cast.asha, HANDOVER)
    address = reverse("list", args=[table.pk])
    assert "being understood" in words(asha.get(address))
    partial = {"HX-Request": "true"}
    assert "HX-Refresh" not in asha.get(address, headers=partial).headers
    list_jobs.step()
    assert asha.get(address, headers=partial).headers["HX-Refresh"] == "true"


def test_a_member_says_what_columns_are(stage, asha):
    table = put_list(stage.cast.asha, [["A", "B"], ["Wang Wei", "E12345678"], ["Li Qiang", "E99999999"]])
    data = told(table, use="wanted", made_by="Border Police", region="TH", **{"column-1": "national_id"})
    answer = asha.post(reverse("list-tell", args=[table.pk]), data, follow=True)
    assert "understood anew" in words(answer)
    reading = reading_of(table)
    assert (reading.told, reading.use, reading.made_by, reading.region) == (
        {"1": "national_id"}, "wanted", "Border Police", "TH",
    )  # fmt: skip
    assert "as Asha said" in words(answer)


def test_of_two_who_correct_at_once_the_second_keeps_what_they_chose(stage, asha):
    table = put_list(stage.cast.asha, EMBASSY)
    data = told(table, made_by="Border Police")
    tell(reading_of(table), Told(use=ListUse.MISSING), by=stage.cast.asha)
    answer = asha.post(reverse("list-tell", args=[table.pk]), data)
    assert answer.status_code == 409
    page = words(answer)
    assert "understood anew while you looked at it" in page
    assert 'value="Border Police"' in page
    assert f'name="seen" value="{reading_of(table).pk}"' in page
    assert ListReading.objects.filter(table=table).count() == 2


def test_nobody_else_says_what_columns_are(stage):
    table = put_list(stage.cast.asha, EMBASSY)
    invite(table.source, stage.cast.boun, by=stage.cast.asha)
    address = reverse("list-tell", args=[table.pk])
    answers = [
        stage.client(member).post(address, told(table, use="wanted")).status_code
        for member in (stage.cast.boun, stage.cast.chai)
    ]
    assert answers == [403, 404]
    assert reading_of(table).use == ListUse.OTHER
    shown = words(stage.client(stage.cast.boun).get(reverse("list", args=[table.pk])))
    assert "<select" not in shown
    assert "Ask the body that owns it" in shown


def test_chosen_lists_are_compared_and_a_list_of_the_same_bytes_is_told(stage, asha):
    one = put_list(stage.cast.asha, HANDOVER)
    twin = put_list(stage.cast.boun, HANDOVER, sha256=one.source.sha256, tlp="clear")
    other = put_list(stage.cast.asha, EMBASSY)
    data = {"list": [one.pk, twin.pk, other.pk], "title": "At the bridge", "deadline": "2030-01-02"}
    answer = asha.post(reverse("reconciliation-start"), data, follow=True)
    assert "holds the same bytes as another list and adds nothing" in words(answer)
    run = Reconciliation.objects.get(title="At the bridge")
    assert [link.table for link in run.lists.all()] == [one, other]
    assert "At the bridge" in words(asha.get(reverse("lists")))
    for member in (stage.cast.boun, stage.cast.chai):
        assert "At the bridge" not in words(stage.client(member).get(reverse("lists")))


def test_choosing_none_and_a_wrong_day_are_told(stage, asha):
    assert "No list was chosen" in words(asha.post(reverse("reconciliation-start"), {}))
    table = put_list(stage.cast.asha, EMBASSY)
    answer = asha.post(reverse("reconciliation-start"), {"list": table.pk, "deadline": "soon"})
    assert answer.status_code == 422
    assert 'aria-label="Choose list.csv" checked' in words(answer)


def test_nobody_compares_lists_they_may_not_see(stage):
    table = put_list(stage.cast.asha, EMBASSY)
    before = Reconciliation.objects.count()
    answer = stage.client(stage.cast.chai).post(reverse("reconciliation-start"), {"list": table.pk})
    assert answer.status_code == 422
    assert Reconciliation.objects.count() == before


def test_a_run_shows_how_far_it_is_and_then_its_result(stage, asha):
    run = start([put_list(stage.cast.asha, HANDOVER), put_list(stage.cast.asha, EMBASSY)], by=stage.cast.asha)
    address = reverse("reconciliation", args=[run.pk])
    assert 'hx-trigger="every 1s"' in words(asha.get(address))
    Reconciliation.objects.filter(pk=run.pk).update(state=RunState.RUNNING, doing="comparing", done=3, all=9)
    partial = asha.get(address, headers={"HX-Request": "true"})
    assert "comparing rows" in words(partial)
    assert 'max="9" value="3"' in words(partial)
    assert words(partial) in words(asha.get(address))
    Reconciliation.objects.filter(pk=run.pk).update(state=RunState.WAITING)
    jobs.step(lambda: False)
    assert asha.get(address, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    page = words(asha.get(address))
    assert "hx-trigger" not in page.split('id="run-heading"')[1].split("</section>")[0]
    for said in ("By nationality", "Review 4 pairs", "Workbook (XLSX)"):
        assert said in page, said


@pytest.mark.parametrize(
    ("show", "said"),
    [
        ("across", "WANG WEI"),
        ("doubles", "李娜"),
        ("conflicts", "Same passport number, but"),
        ("different", "No pair of rows stands here"),
        ("missing", "2 people of one list"),
        ("unread", "32/01/1960"),
    ],
)
def test_every_part_of_a_result(stage, asha, show, said):
    run = start([put_list(stage.cast.asha, HANDOVER), put_list(stage.cast.asha, EMBASSY)], by=stage.cast.asha)
    jobs.step(lambda: False)
    page = words(asha.get(reverse("reconciliation", args=[run.pk]), {"show": show}))
    assert said in page
    assert 'id="result-heading"' in page


def test_a_run_is_stopped_gone_on_with_and_done_again(stage, asha):
    run = start([stage.table], by=stage.cast.asha)
    address = reverse("reconciliation-run", args=[run.pk])
    for ask, state in (("stop", "stopped"), ("go-on", "waiting"), ("again", "waiting")):
        asha.post(address, {"ask": ask})
        run.refresh_from_db()
        assert run.state == state, ask


def test_long_results_are_paged(stage, asha, monkeypatch):
    rows = [EMBASSY[0], *[["1", f"Person {letter}", "M", "", "Thai", "", ""] for letter in "ABCDEFGH"]]
    lists = [put_list(stage.cast.asha, rows), put_list(stage.cast.asha, EMBASSY)]
    run = put_comparison(*lists, by=stage.cast.asha)
    monkeypatch.setattr(import_module("noharbor.desk.pages.reconciliation"), "SIZE", 3)
    Pair.objects.all().delete()
    address = reverse("reconciliation", args=[run.pk])
    shown = [words(asha.get(address, {"show": "missing", "page": page})) for page in (1, 2, 3)]
    assert ["Person A" in shown[0], "Person D" in shown[1], "Person H" in shown[2]] == [True] * 3
    assert "here=0&amp;there=1&amp;page=3" in shown[1] or "here=0&there=1&amp;page=3" in shown[1]
    assert "page=4" not in shown[2]
    # Four rows: Thailand on both lists, China and Myanmar on one.
    first, second = (words(asha.get(address, {"page": page})).split("By nationality")[1] for page in (1, 2))
    assert ["Thailand" in first, "Myanmar" in first, "Myanmar" in second, "Thailand" in second] == [True, False] * 2
    assert "?show=&amp;page=2#result" in first
    assert "page=3" not in second


def test_downloads_bear_the_title_and_unknown_forms_do_not_exist(stage, asha):
    address = reverse("reconciliation-result", args=[stage.reconciliation.pk])
    answer = asha.get(address, {"form": "xlsx"})
    assert answer.headers["Content-Disposition"] == 'attachment; filename="bridge.xlsx"'
    assert openpyxl.load_workbook(io.BytesIO(answer.content)).sheetnames[0] == "Lists"
    assert asha.get(address, {"form": "exe"}).status_code == 404


def test_every_field_has_words():
    assert set(FIELD_LABELS) == set(Field)


def test_seeing_rows_of_a_closed_list_is_an_entry_of_the_log(stage, asha):
    lists = [put_list(stage.cast.asha, rows, tlp="red") for rows in (HANDOVER, EMBASSY)]
    run = put_comparison(*lists, by=stage.cast.asha)
    asha.get(reverse("reconciliation", args=[run.pk]))
    asha.get(reverse("list", args=[lists[0].pk]))
    noted = Entry.objects.filter(member=str(stage.cast.asha.id)).values_list("verb", "thing")
    assert {(Verb.SOURCE_LISTED, str(one.source_id)) for one in lists} <= set(noted)
    assert (Verb.SOURCE_OPENED, str(lists[0].source_id)) in noted

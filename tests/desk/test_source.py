"""A source page: words beside statements, each lit by the other."""

from __future__ import annotations

import pytest
from django.urls import reverse

from noharbor.record.access.vocabulary import Tlp
from noharbor.record.audit.models import Entry
from noharbor.record.intake.models import Resemblance, SourceTable
from noharbor.record.intake.seals import sealed_path
from tests.desk.stage import SENTENCE, put_original, put_source, put_statement


@pytest.fixture
def asha(stage):
    return stage.client(stage.cast.asha)


def page_of(client, source, **asked) -> str:
    return client.get(reverse("source", kwargs={"source": source.pk}), asked).content.decode()


def test_the_words_of_a_statement_are_marked_in_the_text(asha, stage):
    page = page_of(asha, stage.source)
    assert f'data-statements="{stage.statement.pk}">{SENTENCE}</a>' in page


def test_a_chosen_statement_and_its_words_are_lit_without_scripting(asha, stage):
    page = page_of(asha, stage.source, statement=stage.statement.pk)
    assert f'<article class="statement statement-proposed lit" id="statement-{stage.statement.pk}"' in page
    assert page.count("passage-proposed lit") == 1
    assert f'id="passage-{stage.statement.pk}"' in page


def test_a_card_says_what_the_statement_says(asha, stage):
    page = page_of(asha, stage.source)
    for said in (
        "Handover",
        "19 Aug 2023",
        "Myanmar → China",
        "Eleven people",
        "the ministry",
        "Proposed by rules 1.0",
    ):
        assert said in page


def test_the_invited_read_but_are_told_why_they_may_not_judge(stage):
    page = page_of(stage.client(stage.cast.boun), stage.source)
    assert "You may read this but not change it" in page
    assert "data-key=" not in page


def test_opening_a_closed_source_is_noted(asha, stage):
    stage.source.tlp = Tlp.RED
    stage.source.save()
    page_of(asha, stage.source)
    assert Entry.objects.order_by("-sequence").first().verb == "source:opened"


def test_taking_out_the_original_is_noted_and_only_saves(asha, stage):
    put_original(stage.source, b"<script>alert(1)</script>")
    response = asha.get(reverse("source-original", kwargs={"source": stage.source.pk}))
    assert b"".join(response.streaming_content) == b"<script>alert(1)</script>"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert Entry.objects.order_by("-sequence").first().verb == "source:exported"


def test_a_missing_original_is_told_and_nothing_was_taken_out(asha, stage):
    sealed_path(stage.source.sha256).unlink(missing_ok=True)
    address = reverse("source-original", kwargs={"source": stage.source.pk})
    response = asha.get(address, follow=True)
    assert "The original is not at its place" in response.content.decode()
    assert not Entry.objects.filter(verb="source:exported")


def test_grade_and_marking_can_be_changed_by_who_may(asha, stage):
    asha.post(reverse("source-grade", kwargs={"source": stage.source.pk}), {"reliability": "B"})
    asha.post(
        reverse("source-marking", kwargs={"source": stage.source.pk}),
        {"tlp": "green", "purpose": "rescue", "court_use": "on"},
    )
    stage.source.refresh_from_db()
    assert (stage.source.reliability, stage.source.tlp, stage.source.purpose) == ("B", "green", "rescue")
    assert (stage.source.court_use, stage.source.onward_sharing) == (True, False)


def test_near_copies_are_shown_only_where_they_may_be_read(stage):
    twin = put_source(stage.cast.asha, "Eleven suspects return.\n\nNearly the same words.", title="The twin")
    Resemblance.objects.create(newer=twin, older=stage.source, share=0.8)
    assert "The twin" in page_of(stage.client(stage.cast.asha), stage.source)
    assert "The twin" not in page_of(stage.client(stage.cast.boun), stage.source)


def test_statements_read_anew_are_folded_away(asha, stage):
    stage.other.state = "superseded"
    stage.other.save()
    page = page_of(asha, stage.source)
    assert page.index('<details class="panel-in"') < page.index(f"statement-{stage.other.pk}")
    assert f'data-statements="{stage.other.pk}"' not in page


def test_words_of_the_source_are_shown_as_words_never_as_code(asha, stage):
    hostile = put_source(stage.cast.asha, "Title <script>alert(1)</script>\n\n<img src=x onerror=alert(1)> said so.")
    put_statement(hostile, "<img src=x onerror=alert(1)> said so.")
    page = page_of(asha, hostile)
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;img src=x" in page


def test_text_bears_its_language(asha, stage):
    burmese = put_source(stage.cast.asha, "မြဝတီမြို့\n\nတရုတ်နိုင်ငံသား ၁၁ ဦးကို လွှဲပြောင်းပေးခဲ့သည်။", language="my")
    page = page_of(asha, burmese)
    assert '<div class="text" dir="auto" lang="my">' in page
    assert "Nothing on this node reads Burmese yet" in page


def test_a_table_of_names_is_said_to_be_in_no_language(asha, stage):
    names = put_source(stage.cast.asha, "Agus\tMyawaddy\nAsep\tMuse", language="bcl", kind="table")
    stage.arrival.source = names
    stage.arrival.save()
    for page in (page_of(asha, names), asha.get(reverse("inbox")).content.decode()):
        assert "Bikol" not in page
        assert "Nothing on this node reads" not in page


def test_a_long_text_comes_in_parts_and_a_statement_leads_to_its_own(asha, stage):
    text = "".join(f"Sentence number {number} of a long report.\n" for number in range(2000)) + "The last words.\n"
    long = put_source(stage.cast.asha, text)
    statement = put_statement(long, "The last words.")
    assert "Part 1 of" in page_of(asha, long)
    assert "The last words." not in page_of(asha, long)
    assert "The last words." in page_of(asha, long, statement=statement.pk)


def test_tables_of_a_table_source_are_shown(asha, stage):
    SourceTable.objects.create(
        source=stage.source, position=0, name="Sheet 1", rows=[["name", "count"], ["A", 3]], row_count=2, column_count=2
    )
    page = page_of(asha, stage.source)
    assert "Sheet 1" in page
    assert "<td>name</td>" in page


def test_a_statement_marked_closer_than_its_source_is_hidden_from_the_invited(stage):
    stage.other.tlp = Tlp.AMBER_STRICT
    stage.other.save()
    page = page_of(stage.client(stage.cast.boun), stage.source)
    assert str(stage.other.pk) not in page
    assert "1 waits for review" in page

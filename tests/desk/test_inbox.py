"""The inbox: everything handed in has an outcome, and tells it."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from noharbor.record.intake.models import Arrival, Source
from noharbor.record.reading import jobs
from tests.cast import ELEVEN

PARTIAL = {"HX-Request": "true"}


@pytest.fixture
def asha(stage):
    return stage.client(stage.cast.asha)


def article(name: str = "article.txt", text: str = ELEVEN + "Told once more.") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode(), content_type="text/plain")


def test_files_handed_in_become_sources(asha, stage):
    response = asha.post(
        reverse("inbox-files"),
        {"files": [article("one.txt"), article("two.txt", "Another report.")], "file-publisher": "Hill Post"},
    )
    assert response.url == reverse("inbox")
    page = asha.get(reverse("inbox")).content.decode()
    assert "2 sources received." in page
    assert Source.objects.filter(publisher="Hill Post").count() == 2


def test_one_file_leads_to_its_source(asha):
    response = asha.post(reverse("inbox-files"), {"files": article()})
    assert response.url == reverse("source", kwargs={"source": Source.objects.latest("received_at").pk})


def test_with_scripting_each_file_answers_with_its_own_row(asha):
    response = asha.post(reverse("inbox-files"), {"files": article()}, headers=PARTIAL)
    row = response.content.decode().strip()
    assert row.startswith("<tr id=")
    assert "being read" in row
    assert "hx-get" in row


def test_the_row_stops_asking_once_it_is_read(asha):
    asha.post(reverse("inbox-files"), {"files": article()}, headers=PARTIAL)
    while jobs.step():
        pass
    arrival = Arrival.objects.latest("at")
    row = asha.get(reverse("arrival", kwargs={"arrival": arrival.pk}), headers=PARTIAL).content.decode()
    assert "hx-get" not in row
    assert 'data-outcome="sealed"' in row


def test_a_second_copy_is_recognised(asha):
    asha.post(reverse("inbox-files"), {"files": article()})
    page = asha.post(reverse("inbox-files"), {"files": article("again.txt")}, headers=PARTIAL).content.decode()
    assert "already here" in page


def test_what_cannot_be_read_says_what_to_do_and_loses_nothing_else(asha):
    broken = SimpleUploadedFile("scan.pdf", b"%PDF-1.7 this is no PDF", content_type="application/pdf")
    asha.post(reverse("inbox-files"), {"files": [article(), broken]})
    page = asha.get(reverse("inbox")).content.decode()
    assert "could not be read" in page
    assert "print it to a new PDF" in page
    assert "1 source received." in page


def test_no_file_chosen_is_said_beside_the_field(asha):
    response = asha.post(reverse("inbox-files"), {})
    assert response.status_code == 422
    assert "Choose at least one file first" in response.content.decode()


def test_pasted_text_becomes_a_source(asha):
    response = asha.post(
        reverse("inbox-text"), {"text": "Police freed 40 people in Poipet.", "published": "2025-03-01"}
    )
    source = Source.objects.latest("received_at")
    assert response.url == reverse("source", kwargs={"source": source.pk})
    assert (source.kind, str(source.published)) == ("pasted", "2025-03-01")


def test_a_wrong_date_keeps_what_was_pasted(asha):
    response = asha.post(reverse("inbox-text"), {"text": "Kept words.", "published": "yesterday"})
    assert response.status_code == 422
    assert "Kept words." in response.content.decode()


def test_an_empty_inbox_greets_with_three_things_to_try(stage):
    page = stage.client(stage.cast.chai).get(reverse("inbox")).content.decode()
    assert "Three things to try" in page


def test_the_stranger_sees_neither_row_nor_count(stage):
    page = stage.client(stage.cast.chai).get(reverse("inbox")).content.decode()
    assert "Myawaddy" not in page
    assert "wait for review" not in page


@pytest.mark.parametrize(("show", "seen"), [("", True), ("review", True), ("refused", False), ("duplicate", False)])
def test_filters_narrow_what_arrived(asha, show, seen):
    page = asha.get(reverse("inbox"), {"show": show}).content.decode()
    assert ("Eleven suspects return" in page) is seen


def test_the_part_equals_the_part_of_the_whole(asha):
    whole = asha.get(reverse("inbox")).content.decode()
    part = asha.get(reverse("inbox"), headers=PARTIAL).content.decode()
    assert part.strip() in whole
    assert "<html" not in part


def test_who_may_not_add_is_told_why(stage):
    from noharbor.record.access.models import Grant

    Grant.objects.filter(member=stage.cast.chai).delete()
    chai = stage.client(stage.cast.chai)
    page = chai.get(reverse("inbox")).content.decode()
    assert "Your office may not do this" in page
    assert 'type="file"' not in page
    assert chai.post(reverse("inbox-files"), {"files": article()}).status_code == 403

"""The log page: for who may read it, with filters."""

from __future__ import annotations

from django.urls import reverse

from noharbor.record.reading.actions import confirm


def test_what_was_done_stands_there(stage):
    confirm(stage.statement, by=stage.cast.asha)
    page = stage.client(stage.cast.asha).get(reverse("audit")).content.decode()
    assert "judged a statement" in page
    assert reverse("statement", kwargs={"statement": stage.statement.pk}) in page


def test_filters_narrow_the_log(stage):
    confirm(stage.statement, by=stage.cast.asha)
    asha = stage.client(stage.cast.asha)
    rows = asha.get(reverse("audit"), {"thing": str(stage.statement.pk)}).context["rows"]
    assert [row.entry.verb for row in rows] == ["statement:reviewed"]
    assert asha.get(reverse("audit"), {"verb": "member:signed_out"}).context["rows"] == []


def test_the_refused_are_told_why(stage):
    response = stage.client(stage.cast.boun).get(reverse("audit"))
    assert response.status_code == 403
    assert "Your office may not do this" in response.content.decode()


def test_the_part_equals_the_part_of_the_whole(stage):
    asha = stage.client(stage.cast.asha)
    whole = asha.get(reverse("audit")).content.decode()
    part = asha.get(reverse("audit"), headers={"HX-Request": "true"}).content.decode()
    assert part.strip() in whole

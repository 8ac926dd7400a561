"""Judging a statement: confirm, reject, take back, correct; nothing is overwritten."""

from __future__ import annotations

import pytest
from django.urls import reverse

from noharbor.record.reading.models import Statement

PARTIAL = {"HX-Request": "true"}


@pytest.fixture
def asha(stage):
    return stage.client(stage.cast.asha)


def review(client, statement, **said):
    headers = PARTIAL if said.pop("partial", False) else {}
    return client.post(reverse("statement-review", kwargs={"statement": statement.pk}), said, headers=headers)


def test_confirming_leads_back_to_the_lit_statement(asha, stage):
    response = review(asha, stage.statement, verdict="confirm", seen="proposed")
    address = reverse("source", kwargs={"source": stage.source.pk})
    assert response.url == f"{address}?statement={stage.statement.pk}#statement-{stage.statement.pk}"
    stage.statement.refresh_from_db()
    assert stage.statement.state == "confirmed"


def test_a_value_that_the_words_do_not_say_is_marked_as_taken_from_elsewhere(asha, stage):
    told = "taken from elsewhere in the text"
    page = reverse("source", kwargs={"source": stage.source.pk})
    assert told not in asha.get(page).content.decode()
    stage.statement.detail = stage.statement.detail | {"inherited": ["place"]}
    stage.statement.place_name = "Myawaddy"
    stage.statement.save()
    assert asha.get(page).content.decode().count(told) == 1


def test_with_scripting_only_the_card_comes_back(asha, stage):
    page = review(asha, stage.statement, verdict="confirm", seen="proposed", partial=True).content.decode()
    assert page.startswith("<article")
    assert "Take back" in page
    assert "1 waits for review" in page


def test_the_card_alone_equals_the_card_of_the_page(asha, stage):
    card = review(asha, stage.statement, verdict="confirm", seen="proposed", partial=True).content.decode()
    whole = asha.get(
        reverse("source", kwargs={"source": stage.source.pk}), {"statement": stage.statement.pk}
    ).content.decode()
    assert _card(card) == _card(whole[whole.index('<article class="statement statement-confirmed lit"') :])


def test_rejecting_asks_why(asha, stage):
    response = review(asha, stage.statement, verdict="reject", seen="proposed", partial=True)
    assert response.status_code == 422
    assert "Say in a few words why you reject it" in response.content.decode()
    review(asha, stage.statement, verdict="reject", seen="proposed", why="The text says arrested")
    stage.statement.refresh_from_db()
    assert stage.statement.state == "rejected"


def test_everything_can_be_taken_back_and_stays_in_the_history(asha, stage):
    review(asha, stage.statement, verdict="confirm", seen="proposed")
    review(asha, stage.statement, verdict="withdraw", seen="confirmed")
    stage.statement.refresh_from_db()
    assert stage.statement.state == "proposed"
    page = asha.get(reverse("statement", kwargs={"statement": stage.statement.pk})).content.decode()
    assert page.index("confirm") < page.index("take back")


def test_whoever_was_slower_is_told(asha, stage):
    review(asha, stage.statement, verdict="confirm", seen="proposed")
    response = review(asha, stage.statement, verdict="reject", seen="proposed", why="late", partial=True)
    assert response.status_code == 422
    assert "Somebody else judged this statement" in response.content.decode()


def test_correcting_puts_another_in_its_place_and_keeps_both(asha, stage):
    address = reverse("statement-correct", kwargs={"statement": stage.statement.pk})
    form = asha.get(address).context["form"]
    said = {name: field.value() for name, field in ((bound.name, bound) for bound in form) if field.value() is not None}
    said |= {"count": "12", "count_bound": "at_least", "place_name": "Yangon", "why": "Counted again"}
    said["moment_first"] = said["moment_last"] = "2023-08-19"
    response = asha.post(address, said)
    correction = Statement.objects.get(corrects=stage.statement)
    assert f"?statement={correction.pk}" in response.url
    assert (correction.count, correction.count_bound, correction.place_name) == (12, "at_least", "Yangon")
    assert (correction.by, correction.state) == (stage.cast.asha, "confirmed")
    stage.statement.refresh_from_db()
    assert (stage.statement.count, stage.statement.state) == (11, "corrected")
    assert correction.detail == stage.statement.detail


def test_a_correction_that_changes_nothing_is_not_kept(asha, stage):
    address = reverse("statement-correct", kwargs={"statement": stage.statement.pk})
    form = asha.get(address).context["form"]
    said = {bound.name: bound.value() for bound in form if bound.value() is not None}
    response = asha.post(address, said)
    assert response.status_code == 422
    assert "Nothing differs" in response.content.decode()
    assert not Statement.objects.filter(corrects=stage.statement).exists()


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("moment_last", "2023-08-01", "The last day lies before the first"),
        ("moment_precision", "", "Say how exactly the day is known"),
        ("count", "many", "Enter a whole number"),
        ("amount", "500", "Say in which currency"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_typed_is_lost(asha, stage, field, value, told):
    address = reverse("statement-correct", kwargs={"statement": stage.statement.pk})
    form = asha.get(address).context["form"]
    said = {bound.name: bound.value() for bound in form if bound.value() is not None}
    response = asha.post(address, said | {field: value, "place_name": "Kept place"})
    page = response.content.decode()
    assert response.status_code == 422
    assert told in page
    assert "Kept place" in page


def test_grade_and_marking_are_kept(asha, stage):
    asha.post(reverse("statement-grade", kwargs={"statement": stage.statement.pk}), {"credibility": "2"})
    asha.post(reverse("statement-marking", kwargs={"statement": stage.statement.pk}), {"tlp": "red"})
    stage.statement.refresh_from_db()
    assert (stage.statement.credibility, stage.statement.tlp) == ("2", "red")


def _card(page: str) -> str:
    import re

    card = page[: page.index("</article>")]
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", card).strip()

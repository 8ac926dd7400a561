"""A first visit is greeted once, with one sentence and three things to try."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from noharbor.record.access.models import Grant
from noharbor.record.access.vocabulary import Permission


def greeting(client) -> str | None:
    page = client.get(reverse("inbox")).content.decode()
    found = re.search(r'<section class="panel greeting".*?</section>', page, re.DOTALL)
    return found[0] if found else None


def test_an_own_node_greets_with_one_sentence_and_three_things_to_try(stage):
    words = greeting(stage.client(stage.cast.asha))
    assert words is not None
    assert words.count("<h2") == 1
    assert words.count("<li>") == 3
    assert "Hand in a first report" in words
    assert "Let a colleague in" in words
    assert f'href="{reverse("lists")}"' in words


def test_it_offers_nothing_that_the_member_may_not_do(stage):
    Grant.objects.filter(member=stage.cast.chai, permission=Permission.SOURCE_ADD).delete()
    words = greeting(stage.client(stage.cast.chai))
    assert words is not None
    assert "Hand in" not in words
    assert "colleague" not in words
    assert words.count("<li>") == 3
    assert f'href="{reverse("search")}"' in words


def test_it_is_put_away_for_good_and_for_this_member_alone(stage):
    asha = stage.client(stage.cast.asha)
    answer = asha.post(reverse("greeting-away"))
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("inbox"))
    assert greeting(asha) is None
    assert greeting(stage.client(stage.cast.asha)) is None, "another browser of the same member"
    assert greeting(stage.client(stage.cast.boun)) is not None


def test_it_is_put_away_by_a_press_only(stage):
    asha = stage.client(stage.cast.asha)
    assert asha.get(reverse("greeting-away")).status_code == 405
    assert greeting(asha) is not None


def test_the_part_that_narrows_the_inbox_holds_no_greeting(stage):
    part = stage.client(stage.cast.asha).get(reverse("inbox"), headers={"HX-Request": "true"}).content.decode()
    assert "greeting" not in part


@pytest.mark.parametrize("path", ["events", "search"])
def test_no_other_page_greets(stage, path):
    assert "panel greeting" not in stage.client(stage.cast.asha).get(reverse(path)).content.decode()

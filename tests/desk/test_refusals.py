"""When something is missing, stale or broken, the page is calm and leads on."""

from __future__ import annotations

from django.test import Client, RequestFactory
from django.urls import reverse

from noharbor.desk.pages import refusals
from tests.cast import PASSWORD


def test_a_stale_form_changes_nothing_and_says_so(cast):
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(reverse("sign-in"), {"username": "asha", "password": PASSWORD})
    assert response.status_code == 403
    assert "This page was open for too long" in response.content.decode()


def test_a_missing_page_offers_a_way_on(stage):
    page = stage.client(stage.cast.asha).get("/nothing/").content.decode()
    assert "There is nothing here that you may see" in page
    assert reverse("inbox") in page


def test_a_broken_node_tells_so_without_asking_the_database():
    response = refusals.broken(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "What was already received is safe" in response.content.decode()

"""Signing in: the right pair opens, a wrong one tells nothing."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from noharbor.record.access.actions import FAILURES_PER_NAME
from noharbor.record.audit.models import Entry
from tests.cast import PASSWORD


def words(response) -> str:
    return re.sub(r'value="[^"]*"', "", response.content.decode())


def test_the_right_pair_leads_to_the_page_asked_for(cast, client):
    address = reverse("sign-in") + "?next=/events/"
    assert client.post(address, {"username": "asha", "password": PASSWORD}).url == "/events/"


def test_it_never_leads_away_from_the_node(cast, client):
    address = reverse("sign-in") + "?next=https://elsewhere.example/"
    assert client.post(address, {"username": "asha", "password": PASSWORD}).url == reverse("inbox")


def test_a_wrong_password_and_an_unknown_name_read_alike(cast, client):
    known = client.post(reverse("sign-in"), {"username": "asha", "password": "wrong"})
    unknown = client.post(reverse("sign-in"), {"username": "nobody", "password": "wrong"})
    assert known.status_code == unknown.status_code == 422
    assert words(known) == words(unknown)
    assert "The name or the password is not right" in words(known)


def test_guessing_is_slowed_down(cast, client):
    for _ in range(FAILURES_PER_NAME):
        client.post(reverse("sign-in"), {"username": "asha", "password": "wrong"})
    response = client.post(reverse("sign-in"), {"username": "asha", "password": PASSWORD})
    assert "Too many attempts" in words(response)
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(("left", "told"), [("username", "Enter your user name"), ("password", "Enter your password")])
def test_an_empty_field_is_named(cast, client, left, told):
    given = {"username": "asha", "password": PASSWORD} | {left: ""}
    assert told in words(client.post(reverse("sign-in"), given))


def test_the_password_never_comes_back(cast, client):
    response = client.post(reverse("sign-in"), {"username": "asha", "password": "my secret"})
    assert "my secret" not in response.content.decode()


def test_signing_out_ends_the_session_and_is_noted(stage):
    asha = stage.client(stage.cast.asha)
    asha.post(reverse("sign-out"))
    assert asha.get(reverse("inbox")).status_code == 302
    assert Entry.objects.order_by("-sequence").first().verb == "member:signed_out"


def test_signing_out_takes_more_than_a_link(stage):
    asha = stage.client(stage.cast.asha)
    assert asha.get(reverse("sign-out")).status_code == 405

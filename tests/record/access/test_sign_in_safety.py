"""Signing in against those who guess in parallel, by many addresses, or read what was typed."""

from __future__ import annotations

import contextlib
import datetime

import pytest
from django.utils import timezone

from noharbor.record.access import actions
from noharbor.record.access.actions import FAILURES_PER_ADDRESS, FAILURES_PER_NAME, sign_in
from noharbor.record.access.errors import AccessError, TooManyAttempts, WrongNameOrPassword
from noharbor.record.access.models import SignInAttempt
from tests.cast import PASSWORD


def test_what_was_typed_as_a_name_is_kept_nowhere_in_plain_words(cast):
    with pytest.raises(WrongNameOrPassword):
        sign_in("my secret password", "x", address="192.0.2.1")
    kept = SignInAttempt.objects.get()
    assert "secret" not in " ".join(str(value) for value in vars(kept).values())


def test_one_household_of_addresses_counts_as_one(cast):
    for number in range(FAILURES_PER_ADDRESS):
        with pytest.raises(WrongNameOrPassword):
            sign_in(f"name{number}", "x", address=f"2001:db8:1:2::{number:x}")
    with pytest.raises(TooManyAttempts):
        sign_in("asha", PASSWORD, address="2001:db8:1:2:ffff::1")
    assert sign_in("asha", PASSWORD, address="2001:db8:1:3::1") == cast.asha


def test_guesses_at_the_same_moment_are_counted_before_they_are_tried(cast, monkeypatch):
    tried = []

    def another_comes_meanwhile(**named):
        tried.append(named)
        with contextlib.suppress(AccessError):
            sign_in("asha", "x", address="192.0.2.1")

    monkeypatch.setattr(actions, "authenticate", another_comes_meanwhile)
    with pytest.raises(WrongNameOrPassword):
        sign_in("asha", "x", address="192.0.2.1")
    assert len(tried) == FAILURES_PER_NAME


def test_a_session_ends_after_its_longest_time_whatever_is_done_in_it(cast, client, settings):
    client.force_login(cast.asha)
    client.get("/account/")
    session = client.session
    now = int(timezone.now().timestamp())
    session["last_request"] = now - 10
    session["first_request"] = now - settings.SESSION_COOKIE_AGE - 5
    session.save()
    assert client.get("/account/").status_code == 302


def test_a_page_that_asks_by_itself_keeps_no_desk_open(cast, client):
    from noharbor.record.intake.models import Arrival

    client.force_login(cast.asha)
    client.get("/account/")
    session = client.session
    earlier = int((timezone.now() - datetime.timedelta(minutes=30)).timestamp())
    session["last_request"] = earlier
    session.save()
    arrival = Arrival.objects.create(name="a", size_bytes=1, owner=cast.asha.body, by=cast.asha, at=timezone.now())
    asked = client.get(f"/inbox/arrivals/{arrival.pk}/", headers={"HX-Request": "true"})
    assert asked.status_code == 200
    assert client.session["last_request"] == earlier
    client.get("/account/")
    assert client.session["last_request"] > earlier

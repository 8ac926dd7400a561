"""Signing in: the right password, the wrong one, guessing, and desks left alone."""

from __future__ import annotations

import datetime

import pytest
from django.test import RequestFactory
from django.utils import timezone

from noharbor.record.access import actions, idle
from noharbor.record.access.actions import FAILURES_PER_ADDRESS, FAILURES_PER_NAME, WINDOW, sign_in
from noharbor.record.access.errors import TooManyAttempts, WrongNameOrPassword
from noharbor.record.access.models import Member, SignInAttempt
from noharbor.record.audit.models import Entry
from tests.cast import PASSWORD


def fail(username: str, times: int, address: str = "192.0.2.1") -> None:
    for _ in range(times):
        with pytest.raises(WrongNameOrPassword):
            sign_in(username, "not it", address=address)


def test_the_right_password_signs_in(cast):
    assert sign_in("asha", PASSWORD, address="192.0.2.1") == cast.asha
    assert Entry.objects.filter(verb="member:signed_in", member="", thing=str(cast.asha.id)).count() == 0
    assert Entry.objects.filter(verb="member:signed_in", member=str(cast.asha.id)).count() == 1


def test_passwords_are_hashed_with_argon2(cast):
    assert cast.asha.password.startswith("argon2$argon2id$")
    assert PASSWORD not in cast.asha.password


def test_a_wrong_name_and_a_wrong_password_say_the_same(cast):
    said = set()
    for username, password in (("asha", "not it"), ("nobody", PASSWORD)):
        with pytest.raises(WrongNameOrPassword) as caught:
            sign_in(username, password, address="192.0.2.1")
        said.add(str(caught.value))
    assert len(said) == 1


def test_an_ended_member_cannot_sign_in(cast):
    Member.objects.filter(pk=cast.asha.pk).update(is_active=False)
    with pytest.raises(WrongNameOrPassword):
        sign_in("asha", PASSWORD, address="192.0.2.1")


def test_guessing_one_name_must_wait_even_with_the_right_password(cast):
    fail("asha", FAILURES_PER_NAME)
    with pytest.raises(TooManyAttempts) as caught:
        sign_in("asha", PASSWORD, address="198.51.100.7")
    assert 0 < caught.value.wait_seconds <= WINDOW.total_seconds() + 1


def test_guessing_names_that_do_not_exist_is_slowed_all_the_same(cast):
    fail("nobody", FAILURES_PER_NAME)
    with pytest.raises(TooManyAttempts):
        sign_in("nobody", "x", address="198.51.100.7")


def test_one_address_trying_many_names_must_wait(cast):
    for number in range(FAILURES_PER_ADDRESS):
        fail(f"name{number}", 1)
    with pytest.raises(TooManyAttempts):
        sign_in("asha", PASSWORD, address="192.0.2.1")
    assert sign_in("asha", PASSWORD, address="198.51.100.7") == cast.asha


def test_waiting_ends(cast):
    fail("asha", FAILURES_PER_NAME)
    SignInAttempt.objects.update(at=timezone.now() - WINDOW - datetime.timedelta(seconds=1))
    assert sign_in("asha", PASSWORD, address="192.0.2.1") == cast.asha


def test_a_success_clears_the_failures_before_it(cast):
    fail("asha", FAILURES_PER_NAME - 1)
    sign_in("asha", PASSWORD, address="192.0.2.1")
    fail("asha", FAILURES_PER_NAME - 1)
    assert sign_in("asha", PASSWORD, address="192.0.2.1") == cast.asha


def test_what_was_typed_as_a_name_is_not_kept_in_the_log(cast):
    fail("my secret password typed in the wrong box", 1)
    assert not any("secret" in entry.detail for entry in Entry.objects.all())


def test_a_desk_left_alone_signs_out(cast, client, monkeypatch):
    client.force_login(cast.asha)
    session = client.session
    session["last_request"] = int(timezone.now().timestamp()) - idle.IDLE_MINUTES * 60 - 1
    session.save()
    request = RequestFactory().get("/")
    request.session = session
    request.user = cast.asha
    seen = []
    idle.close_idle_desks(lambda each: seen.append(each.user.is_authenticated))(request)
    assert seen == [False]


def test_a_desk_in_use_stays_open_and_is_not_written_at_every_request(cast, client):
    client.force_login(cast.asha)
    request = RequestFactory().get("/")
    request.session = client.session
    request.session["last_request"] = moment = int(timezone.now().timestamp()) - 10
    request.user = cast.asha
    seen = []
    idle.close_idle_desks(lambda each: seen.append(each.user.is_authenticated))(request)
    assert seen == [True]
    assert request.session["last_request"] == moment


def test_nothing_makes_a_superuser():
    assert not hasattr(Member, "is_superuser")
    assert not hasattr(actions, "create_superuser")

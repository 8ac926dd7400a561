"""Requests that mean harm: foreign charsets, NULs, bombs of fields, foreign hosts; and the headers of every answer."""

from __future__ import annotations

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import PASSWORD

#: Fixed, since tests that are shared out among processes must bear the same names in each.
SOME = uuid.UUID("cb0d0c2d-fec0-42fe-864b-f556093e4651")


@pytest.fixture
def asha(cast) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(cast.asha)
    return client


@pytest.fixture
def stranger(db) -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("charset", ["unicode_escape", "punycode", "idna", "zlib", "utf-7", "big5"])
def test_only_one_charset_is_spoken(stranger, charset):
    body = (
        '--x\r\nContent-Disposition: form-data; name="username"\r\n\r\n\\ud800\r\n'
        '--x\r\nContent-Disposition: form-data; name="password"\r\n\r\n\\ud800\r\n--x--\r\n'
    )
    kind = f"multipart/form-data; boundary=x; charset={charset}"
    assert stranger.generic("POST", reverse("sign-in"), body, content_type=kind).status_code == 400
    asked = stranger.generic("GET", "/events/?place=%5Cud800", content_type=f"text/plain; charset={charset}")
    assert asked.status_code in (302, 400)


def test_the_usual_charset_is_understood(cast, stranger):
    kind = "application/x-www-form-urlencoded; charset=UTF-8"
    body = f"username=asha&password={PASSWORD.replace(' ', '+')}"
    assert stranger.generic("POST", reverse("sign-in"), body, content_type=kind).status_code == 302


@pytest.mark.parametrize(
    "cookie", ['sessionid="aaaaaaaaaa\\000"', 'csrftoken="\\000"', 'messages="\\000"', 'django_language="\\000"']
)
def test_a_cookie_with_hidden_bytes_is_no_fault_of_the_node(stranger, cookie):
    assert stranger.get(reverse("events"), headers={"cookie": cookie}).status_code in (302, 400)


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("events", "place=%00"),
        ("events", "words=%ED%A0%80"),
        ("events", "first=0001-01-01&last=9999-12-31"),
        ("events", "first=99999-01-01"),
        ("events", f"after=9999-12-31.{SOME}"),
        ("events", f"after=0001-01-01.{SOME}"),
        ("events", "after=undated.%00"),
        ("events", "after=-1.-1"),
        ("events", "kind=%00&country=%00&state=%00"),
        ("audit", "before=" + "9" * 30),
        ("audit", "before=" + "9" * 5000),
        ("audit", "before=-1"),
        ("audit", "before=%00"),
        ("audit", "thing=%00&verb=%00"),
        ("inbox", "page=-1&show=%00"),
        ("inbox", "page=9999"),
        ("inbox", "page=%EF%BC%91"),
        ("sign-in", "next=%00"),
    ],
)
def test_an_odd_question_gets_a_page_and_never_a_fault(asha, page, query):
    assert asha.get(f"{reverse(page)}?{query}").status_code in (200, 302)


def test_a_bomb_of_fields_is_refused_calmly(asha):
    assert asha.get(reverse("events") + "?" + "a=1&" * 5000).status_code == 400
    assert asha.post(reverse("inbox-text"), {f"f{number}": "1" for number in range(3000)}).status_code == 400


@pytest.mark.parametrize(
    "next_", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/%0d%0ax"]
)
@pytest.mark.parametrize("page", ["sign-in", "language"])
def test_nobody_is_sent_to_another_host(cast, stranger, page, next_):
    data = {"username": "asha", "password": PASSWORD} if page == "sign-in" else {"language": "zh-hans", "next": next_}
    answer = stranger.post(reverse(page, query={"next": next_} if page == "sign-in" else None), data)
    assert answer.status_code == 302
    assert answer.url.startswith("/")
    assert not answer.url.startswith(("//", "/\\"))


def test_a_session_gets_a_new_key_at_sign_in(cast, stranger):
    session = stranger.session
    session["planted"] = "1"
    session.save()
    before = session.session_key
    stranger.cookies["sessionid"] = before
    stranger.post(reverse("sign-in"), {"username": "asha", "password": PASSWORD})
    assert stranger.cookies["sessionid"].value != before


def test_every_change_asks_for_the_forms_token(cast):
    from noharbor.desk.pages import PAGES

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.asha)
    for page in PAGES:
        named = re.findall(r"<(\w+):(\w+)>", page.path)
        thing = {name: uuid.uuid4() if kind == "uuid" else 1 for kind, name in named}
        assert strict.post(reverse(page.name, kwargs=thing)).status_code in (403, 405), page.name


def test_signing_out_needs_more_than_a_link(asha):
    assert asha.get(reverse("sign-out")).status_code == 405
    assert asha.get(reverse("account")).status_code == 200


@pytest.mark.parametrize("address", ["/inbox/", "/account/", "/nothing/", "/sign-in/", "/sources/x/", "/language/"])
def test_no_answer_is_kept_framed_sniffed_or_run(asha, address):
    headers = asha.get(address).headers
    assert "no-store" in headers["Cache-Control"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("secure", [False, True])
def test_a_foreign_host_is_refused_with_the_same_headers(db, settings, secure):
    settings.SECURE_SSL_REDIRECT = secure
    answer = Client(raise_request_exception=False).get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "evil" not in answer.content.decode()

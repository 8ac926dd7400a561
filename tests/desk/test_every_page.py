"""Every page × three members × what it costs the database."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from noharbor.desk.pages import PAGES
from noharbor.desk.pages.page import Who
from noharbor.record.access.models import Member
from tests.cast import PASSWORD
from tests.desk.conftest import Stage
from tests.desk.stage import put_original

BUDGETS = Path(__file__).with_name("query_counts.json")

#: What a transaction costs differs between databases and is no question.
NOT_COUNTED = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "SELECT pg_advisory_xact_lock")

#: What Asha (owns), Boun (invited) and Chai (stranger) are answered. A stranger cannot tell hidden from absent: 404.
ANSWERS = {
    "front": ("get", {}, (302, 302, 302)),
    "sign-in": ("get", {}, (302, 302, 302)),
    "sign-out": ("post", {}, (302, 302, 302)),
    "language": ("post", {"language": "zh-hans"}, (302, 302, 302)),
    "greeting-away": ("post", {}, (302, 302, 302)),
    "inbox": ("get", {}, (200, 200, 200)),
    "inbox-files": ("post", {}, (422, 422, 422)),
    "inbox-text": ("post", {"text": ""}, (422, 422, 422)),
    "arrival": ("get", {}, (200, 404, 404)),
    "events": ("get", {}, (200, 200, 200)),
    "timeline": ("get", {}, (200, 200, 200)),
    "map": ("get", {}, (200, 200, 200)),
    "search": ("get", {"q": "Myawaddy"}, (200, 200, 200)),
    "figures": ("get", {}, (200, 200, 200)),
    "figures-series": ("get", {}, (200, 200, 404)),
    "figures-table": ("get", {}, (200, 200, 404)),
    "lists": ("get", {}, (200, 200, 200)),
    "lists-files": ("post", {}, (422, 422, 422)),
    "lists-cells": ("post", {"cells": ""}, (422, 422, 422)),
    "list": ("get", {}, (200, 200, 404)),
    "list-state": ("get", {}, (200, 200, 404)),
    "list-tell": ("post", {}, (422, 403, 404)),
    "reconciliation-start": ("post", {}, (422, 422, 422)),
    "reconciliation": ("get", {}, (200, 200, 404)),
    "reconciliation-run": ("post", {"ask": "stop"}, (302, 403, 404)),
    "reconciliation-result": ("get", {"form": "lines"}, (200, 200, 404)),
    "review": ("get", {}, (200, 200, 200)),
    "review-judge": ("post", {"pair": "<pair>", "verdict": "same", "seen": "open"}, (302, 302, 404)),
    "review-withdraw": ("post", {"judgement": "<judgement>"}, (302, 302, 404)),
    "review-sitting": ("post", {"pair": "<pair>", "blind": "on"}, (302, 302, 404)),
    "pair": ("get", {}, (200, 200, 404)),
    "entity": ("get", {}, (200, 200, 404)),
    "place": ("get", {}, (200, 200, 200)),
    "names": ("post", {"one": "陈海", "other": "陳海"}, (200, 200, 200)),
    "audit": ("get", {}, (200, 403, 403)),
    "account": ("get", {}, (200, 200, 200)),
    "source": ("get", {}, (200, 200, 404)),
    "source-original": ("get", {}, (200, 200, 404)),
    "source-grade": ("post", {"reliability": "B"}, (302, 403, 404)),
    "source-marking": ("post", {"tlp": "amber"}, (302, 403, 404)),
    "source-hint": ("post", {"tell": "yes"}, (302, 403, 404)),
    "statement": ("get", {}, (200, 200, 404)),
    "statement-review": ("post", {"verdict": "confirm", "seen": "proposed"}, (302, 403, 404)),
    "statement-correct": ("get", {}, (200, 403, 404)),
    "statement-grade": ("post", {"credibility": "2"}, (302, 403, 404)),
    "statement-marking": ("post", {"tlp": "amber"}, (302, 403, 404)),
}
MEMBERS = ("asha", "boun", "chai")
PAGE_NAMES = [page.name for page in PAGES]


def things_of(stage: Stage) -> dict[str, object]:
    return {
        "source": stage.source.pk,
        "statement": stage.statement.pk,
        "arrival": stage.arrival.pk,
        "table": stage.table.pk,
        "reconciliation": stage.reconciliation.pk,
        "pair": stage.pair.pk,
        "entity": stage.pair.one_id,
        "counted": "moved",
        "scope": "MM-CN",
        "place": "mm-myawaddy",
    }


def address_of(name: str, stage: Stage) -> str:
    route = next(page.path for page in PAGES if page.name == name)
    return reverse(name, kwargs={key: value for key, value in things_of(stage).items() if f":{key}>" in route})


def filled(data: dict[str, str], stage: Stage, member: Member) -> dict[str, str]:
    """What is sent, with the things of the stage in their places."""
    things = {f"<{key}>": str(value) for key, value in things_of(stage).items()}
    if "<judgement>" in data.values():
        judged = stage.pair.judgements.create(verdict="same", by=member, at=timezone.now())
        things["<judgement>"] = str(judged.pk)
    return {key: things.get(value, value) for key, value in data.items()}


@pytest.fixture
def original(stage):
    put_original(stage.source)


def test_every_page_has_its_answers_and_its_budget():
    assert list(ANSWERS) == PAGE_NAMES
    assert list(json.loads(BUDGETS.read_text())) == PAGE_NAMES


@pytest.mark.parametrize("name", PAGE_NAMES)
@pytest.mark.parametrize("who", MEMBERS)
def test_page_answers_the_member_within_its_budget(stage, original, name, who):
    method, data, statuses = ANSWERS[name]
    member = getattr(stage.cast, who)
    client, address, data = stage.client(member), address_of(name, stage), filled(data, stage, member)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = getattr(client, method)(address, data)
    assert response.status_code == statuses[MEMBERS.index(who)]
    if response.streaming:
        list(response.streaming_content)
    asked = len([query for query in queries if not query["sql"].startswith(NOT_COUNTED)])
    if os.environ.get("RECORD_QUERIES"):
        _record(name, who, asked)
    budget = json.loads(BUDGETS.read_text())[name][who]
    assert asked <= budget, f"{asked} queries where {budget} were enough:\n" + "\n".join(
        query["sql"][:300] for query in queries
    )


@pytest.mark.parametrize("page", [page for page in PAGES if page.may is not Who.ANYBODY], ids=lambda page: page.name)
def test_nobody_reaches_a_page_for_members_without_signing_in(stage, client, page):
    response = client.get(address_of(page.name, stage))
    assert response.status_code == 302
    assert response.url.startswith(reverse("sign-in"))


@pytest.mark.parametrize("name", ["source", "statement", "source-original", "statement-correct", "pair", "entity"])
def test_hidden_and_absent_look_the_same(stage, name):
    chai = stage.client(stage.cast.chai)
    hidden = chai.get(address_of(name, stage))
    address = address_of(name, stage)
    for thing in (stage.source.pk, stage.statement.pk, stage.pair.pk, stage.pair.one_id):
        address = address.replace(str(thing), "00000000-0000-4000-8000-000000000000")
    absent = chai.get(address)
    assert hidden.status_code == absent.status_code == 404
    assert _words(hidden) == _words(absent)


def test_every_answer_bears_the_policy_that_forbids_foreign_code(stage):
    asha = stage.client(stage.cast.asha)
    for address in (reverse("inbox"), reverse("events"), "/nothing-here/"):
        policy = asha.get(address).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy


def test_an_expired_session_sends_the_whole_browser_to_sign_in(stage, client):
    open_page = "http://testserver" + reverse("events")
    response = client.get(reverse("events"), headers={"HX-Request": "true", "HX-Current-URL": open_page})
    assert response.status_code == 401
    assert response.headers["HX-Redirect"].startswith(reverse("sign-in") + "?next=")
    signed_in = client.post(response.headers["HX-Redirect"], {"username": "asha", "password": PASSWORD})
    assert signed_in.url == open_page, "back to where it was"


def test_a_refusal_within_a_page_becomes_a_notice(stage):
    boun = stage.client(stage.cast.boun)
    response = boun.post(
        reverse("statement-review", kwargs={"statement": stage.statement.pk}),
        {"verdict": "confirm"},
        headers={"HX-Request": "true"},
    )
    assert response.status_code == 403
    assert response.headers["HX-Retarget"] == "#notices"
    assert "Ask the body that owns it" in response.content.decode()
    assert "<html" not in response.content.decode()


def _words(response) -> str:
    """The page without what differs from request to request."""
    import re

    content = response.content.decode()
    content = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", content)
    return re.sub(r"/(sources|statements|review|entities)/[0-9a-f-]{36}/", "", content)


def _record(name: str, who: str, asked: int) -> None:
    budgets = json.loads(BUDGETS.read_text())
    budgets.setdefault(name, {})[who] = asked
    ordered = {page: {member: budgets.get(page, {}).get(member, 0) for member in MEMBERS} for page in PAGE_NAMES}
    BUDGETS.write_text(json.dumps(ordered, indent=2) + "\n")

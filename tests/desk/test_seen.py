"""Seen before, on the page of a source and beside a statement: as much as the member may know, byte for byte."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from noharbor.desk.widgets.seen import IDENTIFIER_LABELS
from noharbor.record.access.vocabulary import Tlp
from noharbor.record.linkage.actions.judgements import judge
from noharbor.record.linkage.queries.appearances import pairs_visible_to
from noharbor.record.linkage.queries.hints import is_hinted
from noharbor.record.linkage.vocabulary import Verdict
from noharbor.science.identifiers import IdentifierKind
from tests.desk.stage import put_source, put_statement

CALL = "Ko Min Htut calls from +66 81 234 5678."
KNOWS = "Somebody else on this node knows this."


def put_report(by, **columns):
    source = put_source(by, f"A report\n\n{CALL}\n", **columns)
    return source, put_statement(source, CALL, detail={"people": [{"name": "Ko Min Htut", "role": None}]})


def page_of(member, thing):
    client = Client()
    client.force_login(member, backend=settings.AUTHENTICATION_BACKENDS[0])
    kind = type(thing).__name__.lower()
    response = client.get(reverse(kind, kwargs={kind: thing.pk}))
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.content.decode())


def tell(member, source, word):
    client = Client()
    client.force_login(member, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client.post(reverse("source-hint", kwargs={"source": source.pk}), {"tell": word})


def test_every_kind_of_identifier_has_a_name_on_the_screen():
    assert set(IDENTIFIER_LABELS) == set(IdentifierKind)


def test_reports_and_offices_stand_beside_the_statement_and_with_the_numbers_of_the_text(cast, linkage):
    source, statement = put_report(cast.chai)
    for by in (cast.asha, cast.asha, cast.boun):
        put_report(by, tlp=Tlp.GREEN)
    linkage.step()
    page = page_of(cast.chai, source)
    assert page.count("seen before: 3 reports, 2 offices") == 2
    assert "may have been seen before:" in page
    numbers = page[page.index('id="numbers"') :]
    assert "telephone, Thailand" in numbers
    assert "seen before: 3 reports, 2 offices" in page_of(cast.chai, statement)


def test_the_card_that_comes_back_alone_says_the_same(cast, linkage):
    _source, statement = put_report(cast.asha)
    put_report(cast.boun, tlp=Tlp.GREEN)
    linkage.step()
    client = Client()
    client.force_login(cast.asha, backend=settings.AUTHENTICATION_BACKENDS[0])
    address = reverse("statement-review", kwargs={"statement": statement.pk})
    card = client.post(address, {"verdict": "confirm", "seen": "proposed"}, headers={"HX-Request": "true"})
    assert "seen before: 1 report, 1 office" in card.content.decode()


def test_what_a_stranger_may_not_know_changes_no_byte_and_no_question(cast, linkage):
    source, statement = put_report(cast.chai, tlp=Tlp.GREEN)
    linkage.step()
    before = [page_of(cast.chai, thing) for thing in (source, statement)]
    with CaptureQueriesContext(connection) as asked:
        page_of(cast.chai, source)
    for tlp in (Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED):
        put_report(cast.asha, tlp=tlp)
    linkage.step()
    for pair in pairs_visible_to(cast.asha):
        judge(pair, Verdict.SAME, by=cast.asha, seen=pair.state)
    assert [page_of(cast.chai, thing) for thing in (source, statement)] == before
    with CaptureQueriesContext(connection) as asked_then:
        page_of(cast.chai, source)
    assert len(asked_then) == len(asked)


def test_somebody_knows_where_the_owner_says_so_until_it_is_taken_back(cast, linkage):
    source, statement = put_report(cast.chai)
    known, _ = put_report(cast.asha)
    linkage.step()
    before = page_of(cast.chai, source)
    assert KNOWS not in before
    assert tell(cast.asha, known, "yes").status_code == 302
    assert KNOWS in page_of(cast.chai, source)
    assert KNOWS in page_of(cast.chai, statement)
    assert "Joint Desk" not in page_of(cast.chai, source)
    tell(cast.asha, known, "no")
    assert page_of(cast.chai, source) == before


def test_only_who_may_mark_a_source_lets_others_know_and_a_stranger_finds_nothing_there(cast, linkage):
    known, _ = put_report(cast.asha, tlp=Tlp.GREEN)
    hidden, _ = put_report(cast.asha)
    assert tell(cast.boun, known, "yes").status_code == 403
    assert tell(cast.chai, hidden, "yes").status_code == 404
    assert not is_hinted(known)
    assert not is_hinted(hidden)
    assert "Let others know" not in page_of(cast.boun, known)
    assert "Let others know" in page_of(cast.asha, known)


@pytest.mark.parametrize("words", ["yes", ""])
def test_a_closed_source_offers_no_hint(cast, linkage, words):
    closed, _ = put_report(cast.asha, tlp=Tlp.RED)
    assert "never tells that somebody knows" in page_of(cast.asha, closed)
    tell(cast.asha, closed, words)
    assert not is_hinted(closed)

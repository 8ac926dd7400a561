"""The search page: what is found, lit and counted for each member, and what is said where nothing is."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from noharbor.desk.pages.search import FEW, SIZE
from noharbor.record.audit.models import Entry
from noharbor.record.linkage.models import Appearance
from noharbor.record.reading.models import Statement
from noharbor.record.search import jobs
from tests.desk.stage import put_source, put_statement

PARTIAL = {"HX-Request": "true"}
CHINESE = "陳海被捕\n\n陳海因<電信>詐騙在妙瓦底被捕。\n\nĐức & bạn."
#: Questions of the database that a search of all kinds may cost, hits of each kind included.
MOST_QUERIES = 22


def page_of(client, **asked) -> str:
    return client.get(reverse("search"), asked).content.decode()


@pytest.fixture
def found(stage):
    """The stage, found by the index, with a Chinese source that only Asha's body may read."""
    source = put_source(stage.cast.asha, CHINESE, language="zh")
    put_statement(source, "陳海因<電信>詐騙在妙瓦底被捕。", kind="arrest", place_name="妙瓦底", speaker="公安部")
    identifier = source.pk
    Appearance.objects.create(
        id=identifier, source=source, kind="person", name="陳海", entity=identifier, made_at=timezone.now()
    )
    for waiting in jobs.waiting().values_list("pk", flat=True):
        jobs.index_one(waiting)
    return source


@pytest.fixture
def asha(stage):
    return stage.client(stage.cast.asha)


def test_a_name_of_two_characters_leads_to_its_bearer_its_statement_and_its_source(asha, found):
    page = page_of(asha, q="陈海")
    assert reverse("entity", kwargs={"entity": found.pk}) in page
    assert f"?statement={Statement.objects.get(source=found).pk}#statement-" in page
    assert f"/sources/{found.pk}/#:~:text=%E9%99%B3%E6%B5%B7" in page
    for count in ("1 name in sources", "1 statement", "1 passage of sources"):
        assert count in page


def test_what_was_found_is_lit_and_all_else_is_words(asha, found):
    page = page_of(asha, q="诈骗 duc")
    assert "陳海因&lt;電信&gt;<mark>詐騙</mark>在妙瓦底被捕。" in page
    assert "<mark>Đức</mark> &amp; bạn." in page
    assert "<電信>" not in page


def test_what_is_typed_is_shown_as_typed(asha, found):
    page = page_of(asha, q="<script>alert(1)</script>")
    assert "<script>alert" not in page
    assert "Nothing was found" in page


def test_counts_and_hits_hold_nothing_hidden(stage, found):
    for member in (stage.cast.boun, stage.cast.chai):
        page = page_of(stage.client(member), q="陈海")
        assert "Nothing was found" in page
        assert str(found.pk) not in page
    assert "1 passage of sources" in page_of(stage.client(stage.cast.boun), q="Myawaddy")
    assert "Nothing was found" in page_of(stage.client(stage.cast.chai), q="Myawaddy")


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [
        ({"kind": "arrest"}, True),
        ({"kind": "handover"}, False),
        ({"place": "妙瓦底"}, True),
        ({"speaker": "外交部"}, False),
        ({"first": "2030-01-01"}, False),
        ({"grade": "A"}, False),
        ({"what": "statement"}, True),
        ({"what": "name", "kind": "arrest"}, False),
    ],
)
def test_filters_narrow_and_stay_open(asha, found, asked, is_found):
    page = page_of(asha, q="诈骗", **asked)
    assert ("<mark>詐騙</mark>" in page) is is_found
    assert '<details id="search-filters" open>' in page


def test_a_speaker_alone_can_be_looked_for(asha, found):
    assert "<mark>公安部</mark>" in page_of(asha, speaker="公安部")


def test_nothing_asked_says_what_can_be(asha, found):
    page = page_of(asha)
    assert "What are you looking for?" in page
    assert '<details id="search-filters">' in page


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"q": "海", "first": "2024-01-02", "last": "2024-01-01"}, "The last day lies before the first"),
        ({"q": "海", "first": "yesterday"}, "Enter a valid date"),
        ({"q": " ".join(f"w{number}" for number in range(70))}, "These are too many words at once"),
        ({"q": "海", "what": "secrets"}, "Select a valid choice"),
        ({"q": "x" * 400}, "at most 300 characters"),
    ],
)
def test_a_mistake_is_said_and_nothing_is_shown_for_an_answer(asha, found, asked, sentence):
    page = page_of(asha, **asked)
    assert sentence in page
    assert "<mark>" not in page
    assert "Nothing was found" not in page


def test_seeing_what_a_closed_source_says_is_an_act(stage, asha, found):
    found.tlp = "red"
    found.save()
    page_of(asha, q="陈海")
    page_of(asha, q="陈海")
    seen = Entry.objects.filter(verb="source:listed", thing=str(found.pk), member=str(stage.cast.asha.pk))
    assert seen.count() == 1
    page_of(asha, q="Myawaddy")
    assert not Entry.objects.filter(verb="source:listed", thing=str(stage.source.pk)).exists()


def test_the_part_equals_the_part_of_the_whole(asha, found):
    whole = page_of(asha, q="陈海")
    part = asha.get(reverse("search"), {"q": "陈海"}, headers=PARTIAL).content.decode()
    assert part.strip() in whole
    assert "<html" not in part


def test_a_few_of_each_kind_lead_to_all_of_it_page_by_page(asha, stage):
    for number in range(SIZE + 5):
        put_statement(stage.source, count=number)
    jobs.index_one(stage.source.pk)
    overview = asha.get(reverse("search"), {"q": "eleven"})
    section = next(one for one in overview.context["sections"] if one.kind == "statement")
    assert (len(section.hits), section.count) == (FEW, SIZE + 6)
    seen, address = [], section.all
    while address:
        page = asha.get(reverse("search") + address)
        (section,) = page.context["sections"]
        assert section.count == SIZE + 6
        seen += [hit.statement.pk for hit in section.hits]
        address = section.later
    assert len(seen) == len(set(seen)) == SIZE + 6


def test_a_mangled_cursor_shows_the_first_page(asha, found):
    assert "1 statement" in page_of(asha, q="陈海", what="statement", after="x' OR 1=1")


def test_a_search_of_everything_keeps_to_its_budget(asha, found):
    with CaptureQueriesContext(connection) as queries:
        page_of(asha, q="陈海")
    assert len(queries) <= MOST_QUERIES, "\n".join(query["sql"][:200] for query in queries)


def test_every_page_has_the_field_and_the_search_page_its_own(asha, found):
    assert 'id="bar-words"' in asha.get(reverse("events")).content.decode()
    assert 'id="bar-words"' not in page_of(asha)

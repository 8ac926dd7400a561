"""An entity is what people put together, told as far as its reader may see and no further."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from django.urls import reverse

from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Tlp
from noharbor.record.audit.models import Entry
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.intake.models import Source
from noharbor.record.linkage.actions.judgements import judge
from noharbor.record.linkage.identity import entity_of_key
from noharbor.record.linkage.models import Appearance, Naming
from noharbor.record.linkage.vocabulary import EntityKind, PairState, Verdict
from tests.cast import invite
from tests.desk.stage import put_source, put_statement
from tests.record.linkage.stage import put_appearance, put_pair, put_row


@pytest.fixture
def asha(stage):
    return stage.client(stage.cast.asha)


@pytest.fixture
def boun(stage):
    return stage.client(stage.cast.boun)


@pytest.fixture
def three(stage) -> list[Appearance]:
    """A name in a report both see, a row both see, and one that only Asha sees; the oldest first."""
    listed, closed = put_source(stage.cast.asha, title="Handover list"), put_source(stage.cast.asha, title="Closed")
    invite(listed, stage.cast.boun, by=stage.cast.asha)
    return [
        put_appearance(stage.source, "王伟", stage.statement),
        put_row(listed, "Wang Wei", nationality="CN"),
        put_row(closed, "Ong Wee"),
    ]


def join(stage, *chain: Appearance) -> None:
    for two in pairwise(chain):
        judge(put_pair(*two), Verdict.SAME, by=stage.cast.asha, seen=PairState.OPEN, why="The same scar")


def put_sources(by: Member, number: int) -> list[Source]:
    return [put_source(by) for _ in range(number)]


def page_of(client, entity) -> str:
    answer = client.get(reverse("entity", kwargs={"entity": entity}))
    return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)


def test_it_tells_names_where_they_stand_and_what_holds_them_together(asha, stage, three):
    join(stage, *three)
    page = page_of(asha, three[0].pk)
    for told in ("王伟", "Wang Wei", "Ong Wee", "Handover list", "China", stage.statement.quote, "The same scar"):
        assert told in page
    assert f"?statement={stage.statement.pk}#statement-{stage.statement.pk}" in page
    assert page.count("?withdraw=") == 2


def test_the_identifier_of_each_appearance_leads_to_it(asha, stage, three):
    join(stage, *three)
    answer = asha.get(reverse("entity", kwargs={"entity": three[2].pk}))
    assert answer.url == reverse("entity", kwargs={"entity": three[0].pk})


def test_what_a_member_may_not_see_is_neither_shown_nor_counted(boun, stage, three):
    join(stage, *three)
    page = page_of(boun, three[0].pk)
    assert "Wang Wei" in page
    assert "Ong Wee" not in page
    assert "in 2 places" in page
    assert page.count("?withdraw=") == 1
    assert page_of(boun, three[2].pk) == "404"
    assert page_of(stage.client(stage.cast.chai), three[0].pk) == "404"


def test_two_that_only_a_hidden_one_joins_are_two_to_who_may_not_see_it(asha, boun, stage, three):
    join(stage, three[0], three[2], three[1])
    assert "in 3 places" in page_of(asha, three[0].pk)
    assert "in 1 place" in page_of(boun, three[0].pk)
    assert "in 1 place" in page_of(boun, three[1].pk)


def test_an_entity_called_by_a_hidden_appearance_opens_as_far_as_it_is_visible(boun, stage, three):
    join(stage, *three)
    Appearance.objects.filter(pk=three[2].pk).update(made_at="2020-01-01T00:00:00Z")
    Appearance.objects.filter(pk__in=[one.pk for one in three]).update(entity=three[2].pk)
    answer = boun.get(reverse("entity", kwargs={"entity": three[2].pk}))
    assert answer.url == reverse("entity", kwargs={"entity": three[0].pk})


def test_a_link_that_is_left_out_is_told_with_what_stands_against_it(asha, stage, three):
    join(stage, *three)
    invite(three[2].source, stage.cast.boun, by=stage.cast.asha)
    judge(put_pair(three[0], three[2]), Verdict.DIFFERENT, by=stage.cast.boun, seen=PairState.OPEN)
    pages = [page_of(asha, one.pk) for one in (three[0], three[2])]
    assert all("Judged the same, but left out" in page and "judged different" in page for page in pages)


def test_a_number_is_one_thing_wherever_it_stands(asha, boun, stage, three):
    key = "phone:+66812345678"
    entity = entity_of_key(EntityKind.IDENTIFIER, key)
    for source in (three[0].source, three[2].source):
        number = put_appearance(source, "+66812345678")
        said = {"kind": EntityKind.IDENTIFIER, "said": {"kind": "phone", "value": "+66812345678"}}
        Appearance.objects.filter(pk=number.pk).update(key=key, entity=entity, **said)
    assert "in 2 places" in page_of(asha, entity)
    assert "in 1 place" in page_of(boun, entity)
    assert page_of(stage.client(stage.cast.chai), entity) == "404"


def test_a_person_is_told_with_offices_names_and_where_they_are_written(asha, boun, stage, three):
    Naming.objects.filter(appearance=three[0]).update(role="Ambassador")
    closed = put_source(stage.cast.asha, title="Closed words")
    hidden = put_appearance(closed, "Wang W.", put_statement(closed, speaker="the border force", count=4321))
    Naming.objects.filter(appearance=hidden).update(role="Deputy minister")
    join(stage, *three, hidden)
    lit = f"?statement={stage.statement.pk}#statement-{stage.statement.pk}"
    page = page_of(asha, three[0].pk)
    for told in ("Ambassador", "19 Aug 2023", "Deputy minister", "at the same time as:", "Told differently", "4,321"):
        assert told in page
    assert page.count(lit) >= 3
    page = page_of(boun, three[0].pk)
    assert "Ambassador" in page
    for told in ("Deputy minister", "at the same time", "Told differently", "the border force", "Wang W.", "4,321"):
        assert told not in page


def test_what_stands_in_an_office_or_under_a_name_is_noted_as_read(asha, stage):
    closed, under_a_name = (put_source(stage.cast.asha, title=title, tlp=Tlp.RED) for title in ("Office", "Name"))
    day = datetime.date(2020, 1, 1)
    told = put_statement(closed, moment_first=day, moment_last=day)
    # Twenty newer ones take the page's list, and as many other places that of where it is written.
    places = [put_appearance(source, "Wang Wei", put_statement(source)) for source in put_sources(stage.cast.asha, 22)]
    hidden = [put_appearance(closed, "Wang Wei", told), put_row(under_a_name, "Ong Wee")]
    Naming.objects.filter(statement=told).update(role="Deputy minister")
    join(stage, *places, *hidden)
    page = page_of(asha, places[0].pk)
    assert "Deputy minister" in page
    assert "Ong Wee" in page
    noted = Entry.objects.filter(verb=Verb.SOURCE_LISTED, member=str(stage.cast.asha.pk))
    assert set(noted.values_list("thing", flat=True)) == {str(closed.pk), str(under_a_name.pk)}


def test_a_body_is_told_with_its_names_of_the_reference_and_who_speaks_for_it(asha, stage):
    body = put_appearance(stage.source, "公安部", stage.statement)
    entity = entity_of_key(EntityKind.GROUP, "body:cn-mps")
    Appearance.objects.filter(pk=body.pk).update(key="body:cn-mps", entity=entity, kind=EntityKind.GROUP, said={})
    put_appearance(stage.source, "Wang Xiaohong", stage.statement)
    Naming.objects.filter(appearance__name="Wang Xiaohong").update(role="head of the Ministry of Public Security")
    page = page_of(asha, entity)
    for told in ("公安部", "Ministry of Public Security", "Wang Xiaohong", "What is said: 1 statement"):
        assert told in page


def test_long_lists_are_cut_and_counted(asha, stage):
    for source in put_sources(stage.cast.asha, 23):
        body = put_appearance(source, "Border Guard Force", put_statement(source))
        entity = entity_of_key(EntityKind.GROUP, "body:mm-bgf")
        Appearance.objects.filter(pk=body.pk).update(key="body:mm-bgf", entity=entity, kind=EntityKind.GROUP, said={})
    page = page_of(asha, entity)
    assert "in 23 places" in page
    assert "and 3 more" in page
    assert "and 20 more" in page
    after = page[page.index("?after=") : page.index("#said", page.index("?after="))]
    later = asha.get(reverse("entity", kwargs={"entity": entity}) + after).content.decode()
    assert later.count('class="event-what"') == 3
    assert "What is said, continued" in later

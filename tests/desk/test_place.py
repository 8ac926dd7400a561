"""A place: what the gazetteer knows, for everybody; what is said of it, for those who may read it."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse

from noharbor.desk.widgets.place_shown import PLACE_KIND_LABELS
from noharbor.record.linkage.identity import entity_of_key
from noharbor.record.linkage.models import Appearance, Naming
from noharbor.record.linkage.vocabulary import EntityKind
from noharbor.science.places.place import PlaceKind
from tests.desk.stage import put_source, put_statement
from tests.record.linkage.stage import put_appearance


@pytest.fixture
def said(stage):
    """Two speakers differ about Myawaddy, in a source of Asha's that Boun may read and in one that he may not."""
    closed = put_source(stage.cast.asha, title="Closed words")
    common = {"place": "mm-myawaddy", "place_country": "MM", "kind": "arrest"}
    put_statement(stage.source, place_name="Myawaddy", count=300, speaker="the ministry", **common)
    put_statement(closed, place_name="妙瓦底", count=120, speaker="the border force", **common)
    put_statement(closed, place="mm-kk-park", place_name="KK Park", place_country="MM")


def page_of(stage, who: str, place: str = "mm-myawaddy", asked: str = "") -> str:
    answer = stage.client(getattr(stage.cast, who)).get(reverse("place", kwargs={"place": place}) + asked)
    return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)


def test_every_kind_of_place_has_a_name_on_the_screen():
    assert set(PLACE_KIND_LABELS) == set(PlaceKind)


def test_it_tells_names_in_every_script_with_their_sources_and_where_it_lies(stage, said):
    page = page_of(stage, "asha")
    for told in ("เมียวดี", "မြဝတီ", "妙瓦底", "GeoNames 1308052", "Kayin", "to about"):
        assert told in page
    assert "map/?first=2023-08&amp;last=2023-08&amp;view=moei" in page
    assert "KK Park" in page
    assert "Told differently" in page


def test_a_site_is_told_no_finer_than_its_town(stage, said):
    page = page_of(stage, "asha", "mm-kk-park")
    assert "shown at Myawaddy" in page
    assert "16.6" not in page


def test_what_a_member_may_not_read_is_neither_told_nor_counted(stage, said):
    page = page_of(stage, "boun")
    assert "What is said: 1 statement" in page
    for hidden in ("Closed words", "the border force", "Told differently", "KK Park"):
        assert hidden not in page
    nothing = page_of(stage, "chai")
    assert "No statement that you may read names this place." in nothing
    assert "เมียวดี" in nothing
    assert "Show on the map" not in nothing


def test_a_place_nobody_knows_is_no_page(stage):
    assert page_of(stage, "asha", "nowhere") == "404"


def test_later_pages_go_on_where_the_first_ended(stage):
    day = datetime.date(2024, 1, 1)
    for number in range(21):
        put_statement(stage.source, place="mm-laukkai", moment_first=day, moment_last=day, count=number, speaker="one")
    first = page_of(stage, "asha", "mm-laukkai")
    assert "What is said: 21 statements" in first
    after = first[first.index("?after=") : first.index("#said", first.index("?after="))]
    later = page_of(stage, "asha", "mm-laukkai", after)
    assert later.count('class="event-what"') == 1
    assert "In the gazetteer" not in later


def test_the_entity_of_a_site_leads_to_its_place_for_those_who_may_see_it(stage):
    entity = entity_of_key(EntityKind.SITE, "site:mm-myawaddy")
    row = put_appearance(stage.source, "Myawaddy", stage.statement)
    Appearance.objects.filter(pk=row.pk).update(kind=EntityKind.SITE, key="site:mm-myawaddy", entity=entity)
    assert Naming.objects.filter(appearance=row).exists()
    address = reverse("entity", kwargs={"entity": entity})
    assert stage.client(stage.cast.boun).get(address).url == reverse("place", kwargs={"place": "mm-myawaddy"})
    assert stage.client(stage.cast.chai).get(address).status_code == 404

"""The map: only what the member may see, no more exactly than it is known, and each mark leads to its statements."""

from __future__ import annotations

import datetime
import html
import re
from itertools import combinations

import pytest
from django.urls import reverse
from django.utils.translation import override

from noharbor.desk.pages import map as map_module
from noharbor.desk.widgets import map_marks
from noharbor.desk.widgets.labels import GAP, LEVELS, LINE, OFF, Side, Wanted, lay_out, width_of
from noharbor.desk.widgets.map_marks import marks_of
from noharbor.desk.widgets.map_sites import sites_of
from noharbor.desk.widgets.months import Month
from noharbor.desk.widgets.outlines import OutlinesAtHand, outlines_at_hand
from noharbor.desk.widgets.places import name_of, other_names_of
from noharbor.record.reading.placed import Period, PlaceCount
from noharbor.science.places import place
from noharbor.science.places.drawn import Outlines, Shape
from tests.desk.stage import put_source, put_statement

PARTIAL = {"HX-Request": "true"}
AUGUST = {"first": "2023-08", "last": "2023-08"}
OUTLINES = Outlines({"mm-17": (250.0, 430.0)}, {"bb-th-mm": (270.0, 530.0)})


def map_of(client, **asked):
    return client.get(reverse("map"), {**AUGUST, **asked})


def marks(*counts: tuple[str, str, int], outlines: Outlines = OUTLINES):
    return marks_of([PlaceCount(*count) for count in counts], outlines, lambda place: f"?at={place}")


@pytest.fixture
def asha(stage):
    return stage.client(stage.cast.asha)


# ---- what may be seen ----


def test_no_number_on_the_map_holds_a_hidden_statement(stage):
    put_statement(stage.source, place="mm-myawaddy", place_country="MM")
    hidden = put_source(stage.cast.asha)
    put_statement(hidden, place="mm-lashio", place_country="MM")
    asha, boun, chai = (map_of(stage.client(getattr(stage.cast, who))) for who in ("asha", "boun", "chai"))
    assert [answer.context["marks"].total for answer in (asha, boun, chai)] == [4, 3, 0]
    assert "Lashio 1" in asha.content.decode()
    assert "Lashio 1" not in boun.content.decode()
    assert [len(answer.context["routes"]) for answer in (asha, boun, chai)] == [1, 1, 0]
    assert "Nothing in this period" in chai.content.decode()


def test_a_stranger_does_not_learn_from_when_there_are_statements(stage):
    chai = stage.client(stage.cast.chai).get(reverse("map")).context["months"]
    assert chai.earliest == chai.latest


def test_each_row_leads_to_as_many_statements_as_it_counts(asha, stage):
    put_statement(stage.source, place="mm-kk-park", place_country="MM")
    put_statement(stage.source, place="mm-myawaddy", place_country="MM")
    put_statement(stage.source, place="country-mm", place_country="MM", kind="rescue")
    answer = map_of(asha)
    shown = answer.context["marks"]
    rows = [*shown.rows, *shown.states_only, *shown.elsewhere, *answer.context["routes"]]
    assert len(rows) == 4
    for row in rows:
        assert asha.get(row.address).context["count"] == row.statements, row.address


def test_the_list_a_mark_leads_to_says_what_it_is_narrowed_to(asha, stage):
    put_statement(stage.source, place="mm-myawaddy", place_country="MM")
    assert "Only what is said of this place: Myawaddy." in asha.get(reverse("events"), {"at": "mm-myawaddy"}).text
    route = asha.get(reverse("events"), {"route": "MM-CN"}).text
    assert "Only handovers from Myanmar to China." in route
    assert 'name="route" value="MM-CN"' in route


def test_a_mangled_route_narrows_nothing(asha):
    answer = asha.get(reverse("events"), {"route": "MM'--"})
    assert (answer.status_code, answer.context["count"]) == (200, 2)


def test_months_far_off_are_neither_shown_nor_asked_for(asha, stage):
    put_statement(stage.source, moment_first=datetime.date.min, moment_last=datetime.date.max)
    months = map_of(asha).context["months"]
    assert (str(months.earliest), str(months.latest)) == ("1900-01", "2199-12")
    answer = asha.get(reverse("map"), {"first": "9999-03", "last": "9999-10"})
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"first", "last"}


# ---- no more exactly than it is known ----


def test_a_state_is_a_row_and_never_a_point():
    found = marks(("country-mm", "MM", 3), ("", "MM", 4), ("nothing-we-know", "TH", 1))
    assert found.drawn == ()
    assert [(row.place, row.statements) for row in found.states_only] == [("country-mm", 7), ("country-th", 1)]


def test_a_site_stands_at_its_town_together_with_it():
    found = marks(("mm-kk-park", "MM", 2), ("mm-myawaddy", "MM", 5))
    (mark,) = found.drawn
    assert (mark.drawing.place.id, mark.statements) == ("mm-myawaddy", 7)
    assert [(row.name.text, row.statements, row.shown_as) for row in found.rows] == [
        ("Myawaddy", 5, ""),
        ("KK Park", 2, "Myawaddy"),
    ]
    assert mark.address == "?at=mm-myawaddy"


def test_each_kind_of_place_is_drawn_in_its_shape(asha, stage):
    for one in ("mm-myawaddy", "mm-17", "bb-th-mm", "rg-golden-triangle"):
        put_statement(stage.source, place=one, place_country="MM")
    page = map_of(asha).content.decode()
    assert re.search(r'<use class="map-area" href="[^"]+#area-mm-17"', page)
    assert re.search(r'<use class="map-belt" href="[^"]+#belt-bb-th-mm"', page)
    assert re.search(r'<circle class="map-haze"[^>]+data-mark="m-rg-golden-triangle" fill="url', page)
    assert page.count('class="map-dot" r="4.5"') == 1


def test_a_dot_is_only_in_the_middle_of_what_is_known_as_a_town():
    shapes = {mark.drawing.place.id: mark.drawing.shape for mark in marks(("mm-kokang", "MM", 1)).drawn}
    assert shapes == {"mm-kokang": Shape.SOFT_CIRCLE}


def test_what_cannot_be_drawn_is_listed():
    found = marks(("rg-southeast-asia", "", 1), ("gn-2643743", "GB", 1), ("", "", 2))
    assert {row.place for row in found.elsewhere} == {"rg-southeast-asia", "gn-2643743"}
    assert (found.unplaced, found.total) == (2, 4)


def test_places_beyond_the_most_are_counted_and_said(monkeypatch):
    monkeypatch.setattr(map_marks, "MOST_PLACES", 1)
    found = marks(("mm-muse", "MM", 3), ("mm-lashio", "MM", 2))
    assert (len(found.drawn), found.further, found.total) == (1, 2, 5)


def test_sites_are_shown_when_they_may_have_worked():
    def names(year):
        return {
            site.name.text: site.dated
            for site in sites_of(Period(datetime.date(year, 1, 1), datetime.date(year, 12, 31)), OUTLINES)
        }

    assert "KK Park" not in names(2015)
    assert names(2023)["KK Park"] is True
    assert names(2015)["Apollo Park"] is False


def test_lines_that_are_not_agreed_are_dashed_and_a_note_takes_no_side(asha):
    page = map_of(asha).content.decode()
    assert '#disputed"' in page
    assert "take no position on the status of any territory" in page


def test_without_outlines_the_page_says_so_and_still_lists(asha, stage, monkeypatch):
    put_statement(stage.source, place="mm-17", place_country="MM")
    monkeypatch.setattr(map_module, "outlines_at_hand", lambda: OutlinesAtHand(Outlines({}, {}), here=False))
    page = map_of(asha).content.decode()
    assert "The coasts and borders are not on this machine" in page
    assert "<use" not in page
    assert "at=mm-17" in page


# ---- periods ----


def test_without_a_period_the_last_twelve_months_with_statements_are_shown(asha):
    months = asha.get(reverse("map")).context["months"]
    assert (str(months.first), str(months.last)) == ("2023-08", "2023-08")
    assert (months.steps, months.first_step, months.last_step) == (0, 0, 0)


def test_earlier_and_later_move_the_period_by_its_length(asha, stage):
    put_statement(stage.source, moment_first=datetime.date(2023, 1, 3), moment_last=datetime.date(2023, 1, 3))
    answer = map_of(asha, kind="arrest")
    assert answer.context["earlier"] == "?first=2023-07&last=2023-07&kind=arrest"
    assert answer.context["later"] == ""


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"first": "2024-02", "last": "2024-01"}, "The last month lies before the first."),
        ({"first": "soon"}, "Write a year and a month"),
    ],
)
def test_a_period_that_cannot_be_is_said_and_the_page_stands(asha, asked, said):
    answer = map_of(asha, **asked)
    assert answer.status_code == 200
    assert said in answer.content.decode()


@pytest.mark.parametrize(("by", "month"), [(1, "2024-01"), (-12, "2022-12"), (0, "2023-12"), (-24, "2021-12")])
def test_months_are_reckoned_over_years(by, month):
    assert str(Month(2023, 12).after(by)) == month


def test_the_part_equals_the_part_of_the_whole(asha, stage):
    put_statement(stage.source, place="mm-myawaddy", place_country="MM")
    whole = map_of(asha).content.decode()
    part = asha.get(reverse("map"), AUGUST, headers=PARTIAL).content.decode()
    assert part.strip() in whole
    assert "<html" not in part


# ---- names and labels ----


def test_names_stand_in_the_readers_language_and_the_others_beside(asha, stage):
    put_statement(stage.source, place="mm-myawaddy", place_country="MM")
    with override("zh-hans"):
        assert name_of(place("mm-myawaddy")).text == "妙瓦底"
        assert name_of(place("country-mm")).text != "Myanmar"
    assert {name.language for name in other_names_of(place("mm-myawaddy"))} >= {"my", "th", "zh"}
    page = map_of(asha).content.decode()
    assert '<span lang="my" dir="auto">မြဝတီ</span>' in page


def test_a_label_that_would_cover_another_waits_for_a_closer_look():
    wanted = [Wanted("Myawaddy 9", 270, 538, (Side.RIGHT,)), Wanted("Mae Sot 2", 271.3, 538, (Side.RIGHT,))]
    first, second = lay_out(wanted)
    assert first.level == 0
    assert second.level > 0


def test_no_two_labels_cover_each_other_at_any_scale():
    names = [Wanted(f"Town {number}", 400 + number % 7 * 3, 400 + number // 7 * 3, tuple(Side)) for number in range(40)]
    rooms = lay_out(names)
    for level, scale in enumerate(LEVELS[:-1]):
        shown = [(label, room.side) for label, room in zip(names, rooms, strict=True) if room.level <= level]
        lines = [words_at(label, side, scale) for label, side in shown]
        for one, other in combinations(lines, 2):
            assert abs(one[0] - other[0]) >= (one[2] + other[2]) / 2 - 0.01 or abs(one[1] - other[1]) >= LINE - 0.01


def words_at(label: Wanted, side: Side, scale: float) -> tuple[float, float, float]:
    """The middle of a label's line and its width, in pixels, as the stylesheet sets it."""
    width = width_of(label.text)
    across = {Side.RIGHT: GAP + width / 2, Side.LEFT: -GAP - width / 2}.get(side, 0)
    return label.x * scale + across, label.y * scale + OFF.get(side, 0), width


def test_a_label_is_not_cut_by_the_edge_of_the_map():
    (room,) = lay_out([Wanted("A rather long name of a place", 5, 100, (Side.LEFT, Side.RIGHT))])
    assert room.side is Side.RIGHT


def test_every_outline_the_page_refers_to_is_in_the_drawing(asha, stage):
    known = outlines_at_hand().known
    for one in [*list(known.areas)[:5], *known.belts]:
        put_statement(stage.source, place=one, place_country="MM")
    page = html.unescape(map_of(asha).content.decode())
    drawing = (map_module.outlines_at_hand.__wrapped__.__defaults__[0]).with_suffix(".svg").read_text()
    referred = set(re.findall(r'href="[^"]*outlines\.svg#([^"]+)"', page))
    assert len(referred) > 10
    assert referred <= set(re.findall(r'id="([^"]+)"', drawing))

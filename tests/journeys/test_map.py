"""On the map: July 2023 and February 2025, by form, by slider, by keyboard, without scripting, on a phone."""

from __future__ import annotations

import datetime

import pytest
from playwright.sync_api import expect

from tests.desk.stage import put_source, put_statement

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

FIRST_SIGHT = "() => document.querySelector('.map-land').getBBox().width"
CLIPPED = """
() => [...document.querySelectorAll('.map-list th, .map-list td, .map-list span, .map-legend li')]
    .filter(one => one.clientHeight > 0 && getComputedStyle(one).overflowY === 'hidden'
        && one.scrollHeight > one.clientHeight + 1 && !one.matches('.hidden-visually'))
    .map(one => one.textContent)
"""


def view_of(page) -> list[float]:
    return [float(number) for number in page.locator(".map-drawing").get_attribute("viewBox").split()]


@pytest.fixture
def told(people):
    """What happened in two months: arrests in Laukkai and talks, then handovers over the Moei."""
    source = put_source(people.asha, tlp="green")

    def put(day: datetime.date, place: str, **columns) -> None:
        said = {"kind": "arrest", "place_country": "MM", "from_country": "", "to_country": "", "tlp": "green"}
        put_statement(source, place=place, moment_first=day, moment_last=day, **{**said, **columns})

    put(datetime.date(2023, 7, 11), "mm-laukkai")
    put(datetime.date(2023, 7, 20), "rg-northern-myanmar")
    put(datetime.date(2023, 7, 26), "country-mm", kind="meeting")
    over = {"kind": "handover", "from_country": "MM", "to_country": "CN"}
    for number in (20, 21):
        put(datetime.date(2025, 2, number), "mm-myawaddy", **over)
    put(datetime.date(2025, 2, 22), "mm-kk-park", kind="operation")
    put(datetime.date(2025, 2, 24), "bb-th-mm", place_country="")


def test_asha_sees_july_2023_and_february_2025(desks, told):
    desk = desks()
    page = desk.sign_in("asha")
    desk.follow(page.get_by_role("link", name="Map", exact=True))
    desk.open("/map/?first=2023-07&last=2023-07")
    expect(page.get_by_role("heading", name="July 2023: 3 statements")).to_be_visible()
    expect(page.locator(".map-drawing .map-label", has_text="Laukkai 1")).to_be_visible()
    expect(page.locator(".map-haze")).not_to_have_count(0)
    states = page.get_by_role("table", name="Known only as a state")
    expect(states.get_by_role("row", name="Myanmar 1")).to_be_visible()
    assert page.evaluate(FIRST_SIGHT) > 500, "the coasts are drawn"

    page.get_by_label("From month").fill("2025-02")
    page.get_by_label("To month").fill("2025-02")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_role("heading", name="February 2025: 4 statements")).to_be_visible()
    expect(page.locator(".map-drawing .map-label", has_text="Myawaddy 3")).to_be_visible()
    expect(page.locator(".map-belt[data-mark]")).to_have_count(1)
    expect(page.locator(".map-route-number")).to_have_text("2")
    assert "first=2025-02" in page.url

    desk.follow(page.get_by_role("table", name="On the map").get_by_role("link", name="Myawaddy", exact=True))
    expect(page.get_by_role("heading", name="2 events")).to_be_visible()
    expect(page.get_by_text("Only what is said of this place: Myawaddy.")).to_be_visible()


def test_by_keyboard_alone_the_slider_chooses_the_month_and_the_map_moves(desks, told):
    desk = desks()
    page = desk.sign_in("asha")
    desk.open("/map/?first=2023-07&last=2023-07")
    last = page.get_by_role("slider", name="To")
    last.press("End")
    expect(last).to_have_attribute("aria-valuetext", "February 2025")
    expect(page.get_by_role("heading", name="July 2023 to February 2025: 7 statements")).to_be_visible()
    page.get_by_role("slider", name="From").press("End")
    expect(page.get_by_role("heading", name="February 2025: 4 statements")).to_be_visible()
    page.get_by_role("slider", name="From").press("ArrowLeft")
    expect(page.get_by_label("From month")).to_have_value("2025-01")
    expect(page.get_by_role("heading", name="January 2025 to February 2025: 4 statements")).to_be_visible()

    frame = page.locator(".map-frame")
    whole = view_of(page)
    frame.press("+")
    closer = view_of(page)
    frame.press("ArrowRight")
    assert whole != closer != view_of(page)
    frame.press("0")
    assert view_of(page) == whole

    row = page.get_by_role("table", name="On the map").get_by_role("row").filter(has_text="KK Park")
    row.get_by_role("link").focus()
    expect(page.locator(".map-drawing a.lit .map-label")).to_have_text("Myawaddy 3")
    expect(row).to_have_class("lit")
    expect(row).to_contain_text("shown at Myawaddy")


def test_the_view_stays_when_the_period_changes_and_dragging_follows_no_link(desks, told):
    desk = desks()
    page = desk.sign_in("asha")
    desk.open("/map/?first=2025-02&last=2025-02")
    page.get_by_role("button", name="Closer").click()
    page.get_by_role("button", name="Closer").click()
    closer = view_of(page)
    page.get_by_role("link", name="← Earlier").wait_for()
    page.get_by_label("Kind").select_option("arrest")
    expect(page.get_by_role("heading", name="February 2025: 1 statement", exact=True)).to_be_visible()
    assert view_of(page) == closer
    box = page.locator(".map-drawing").bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    address = page.url
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + 120, middle[1] + 40, steps=4)
    page.mouse.up()
    assert view_of(page) != closer
    assert page.url == address


def test_without_scripting_the_map_and_its_parts_are_there(desks, told):
    desk = desks(java_script_enabled=False)
    page = desk.sign_in("asha")
    desk.open("/map/?first=2025-02&last=2025-02")
    expect(page.locator(".map-slider")).to_be_hidden()
    page.get_by_label("Part of the map").select_option("Moei river")
    desk.follow(page.get_by_role("button", name="Show", exact=True))
    assert view_of(page)[2] < 100
    expect(page.locator(".map-drawing .map-label", has_text="Myawaddy 3")).to_be_visible()
    desk.follow(page.get_by_role("link", name="← Earlier"))
    expect(page.get_by_role("heading", name="January 2025: 0 statements")).to_be_visible()


@pytest.mark.parametrize("language", ["English", "简体中文"])
def test_on_a_phone_the_map_comes_first_and_nothing_is_clipped_or_too_wide(desks, told, language):
    desk = desks(viewport={"width": 360, "height": 740})
    page = desk.sign_in("asha")
    desk.open("/map/?first=2023-07&last=2025-02")
    if language != "English":
        desk.follow(page.get_by_role("button", name=language))
        expect(page.locator(".map-drawing .map-label", has_text="妙瓦底")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(CLIPPED) == []
    tops = [page.locator(part).bounding_box()["y"] for part in (".map-frame", ".map-list", ".map-legend")]
    assert tops == sorted(tops)

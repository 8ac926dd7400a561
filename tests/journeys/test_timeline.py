"""On the timeline: from July 2023 to February 2025, by form, by link and by keyboard, without scripting, on a phone."""

from __future__ import annotations

import datetime

import pytest
from playwright.sync_api import expect

from tests.desk.stage import put_source, put_statement

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

CHAIN = "/timeline/?first=2023-07&last=2025-02&kind=meeting&party=CN"
#: Labels that stand wider than the room they were laid out for, and texts cut off by what they stand in.
CLIPPED = """
() => [...document.querySelectorAll('.timeline-name, .timeline-table td, .timeline-legend li')]
    .filter(one => one.clientHeight > 0 && getComputedStyle(one).overflowY === 'hidden'
        && one.scrollHeight > one.clientHeight + 1)
    .concat([...document.querySelectorAll('.timeline-drawing text')].filter(one => {
        const text = one.getBoundingClientRect(), lane = one.closest('svg').getBoundingClientRect();
        return text.left < lane.left - 1 || text.right > lane.right + 1;
    }))
    .map(one => one.textContent)
"""


@pytest.fixture
def told(people):
    """The chain of meetings on one promise, arrests of a month, and a haze."""
    source = put_source(people.asha, tlp="green", published=datetime.date(2025, 2, 20))

    def put(first: datetime.date | None, last: datetime.date | None, precision: str, **columns) -> None:
        said = {"place_country": "MM", "from_country": "", "to_country": "", "tlp": "green", "detail": {}}
        moment = {"moment_first": first, "moment_last": last, "moment_precision": precision}
        put_statement(source, **{**said, **moment, **columns})

    meeting = {"kind": "meeting", "detail": {"countries": ["CN", "MM"]}, "count": None}
    for day, place in (
        (datetime.date(2023, 7, 25), "နေပြည်တော်"),
        (datetime.date(2024, 8, 16), "Chiang Mai"),
        (datetime.date(2025, 1, 21), "Kunming"),
        (datetime.date(2025, 2, 14), "နေပြည်တော်"),
    ):
        put(day, day, "day", place_name=place, **meeting)
    put(datetime.date(2025, 2, 1), datetime.date(2025, 2, 28), "month", kind="arrest")
    put(None, None, "recent", kind="operation")


def test_asha_follows_a_promise_and_comes_closer_to_the_day(desks, told):
    desk = desks()
    page = desk.sign_in("asha")
    desk.follow(page.get_by_role("link", name="Timeline", exact=True))
    desk.open(CHAIN)
    expect(page.get_by_role("heading", name="July 2023 to February 2025: 4 statements")).to_be_visible()
    expect(page.locator(".timeline-dot[cx]")).to_have_count(5)  # One is the legend's.
    assert page.evaluate(CLIPPED) == []

    frame = page.locator(".timeline-frame")
    frame.press("+")
    expect(page.get_by_role("heading", name="2025: 2 statements")).to_be_visible()
    expect(frame).to_be_focused()
    expect(page.get_by_label("From day")).to_have_value("2025-01-01")
    frame.press("+")
    expect(page.get_by_role("heading", name="February 2025: 1 statement")).to_be_visible()
    assert "first=2025-02" in page.url
    page.get_by_label("Kind").select_option("all kinds")
    page.get_by_label("Party").select_option("all parties")
    expect(page.get_by_role("heading", name="February 2025: 2 statements")).to_be_visible()
    expect(page.locator(".timeline-drawing .timeline-haze")).to_have_count(1)
    expect(page.locator(".timeline-drawing .timeline-band")).to_have_count(1)

    page.locator(".timeline-axis a", has_text="14").click()
    expect(page.get_by_role("heading", name="14 Feb 2025: 1 statement")).to_be_visible()
    expect(page.get_by_text("UTC+6:30: 13 Feb 17:30 to 14 Feb 17:30 UTC")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="February 2025: 2 statements")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="14 Feb 2025")
    row.get_by_role("link").focus()
    expect(page.locator(".timeline-drawing a.lit")).to_have_count(1)
    desk.follow(row.get_by_role("link"))
    expect(page.locator(".passage.lit")).not_to_have_count(0)


def test_without_scripting_and_on_a_phone_the_same_links_lead_closer(desks, told):
    desk = desks(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = desk.sign_in("asha")
    desk.open(CHAIN)
    desk.follow(page.get_by_role("link", name="+ Closer: 2025"))
    expect(page.get_by_role("heading", name="2025: 2 statements")).to_be_visible()
    desk.follow(page.get_by_role("link", name="← Earlier"))
    expect(page.get_by_role("heading", name="2024: 1 statement")).to_be_visible()
    assert page.locator("main").evaluate("one => one.scrollWidth") <= 360

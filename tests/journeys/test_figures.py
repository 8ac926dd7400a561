"""Counts of one camp: from the list of figures to what does not agree, to a mark, to its row, to the lit words."""

from __future__ import annotations

import datetime

import pytest
from playwright.sync_api import expect

from tests.desk.stage import put_source, put_statement

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

CLIPPED = """
() => [...document.querySelectorAll('.figure-table td, .figure-pairs p, .figure-legend li')]
    .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)
"""


@pytest.fixture
def told(people):
    source = put_source(people.asha, tlp="green")
    total = {"kind": "statistic", "measure": "foreigners sent home", "cumulative": True, "to_country": "", "detail": {}}
    for day, count, speaker in ((11, 2763, "缅甸政府"), (15, 7968, "ကရင်နယ်ခြားစောင့်တပ်"), (28, 8100, "ကရင်နယ်ခြားစောင့်တပ်")):
        moment = datetime.date(2025, 3, day)
        put_statement(source, count=count, speaker=speaker, moment_first=moment, moment_last=moment, **total)


def test_asha_sees_who_counts_what_and_comes_to_the_words(desks, told):
    desk = desks()
    page = desk.sign_in("asha")
    desk.follow(page.get_by_role("link", name="Figures", exact=True))
    row = page.get_by_role("row", name="People handed over or sent home: out of Myanmar")
    expect(row).to_contain_text("1 pair does not agree")
    desk.follow(row.get_by_role("link"))
    pair = page.get_by_role("region", name="What does not agree")
    expect(pair).to_contain_text("缅甸政府 says 2,763 as of 11 Mar 2025.")
    expect(pair).to_contain_text("ကရင်နယ်ခြားစောင့်တပ် says 7,968 as of 15 Mar 2025.")
    expect(page.locator(".figure-drawing a")).to_have_count(3)
    expect(page.locator(".figure-drawing .figure-steps")).to_have_count(1)

    page.locator(".figure-drawing a", has_text="2,763").locator(".figure-shape").click()
    lit = page.locator(".figure-table tr:target")
    expect(lit).to_contain_text("2,763")
    desk.follow(lit.get_by_role("link", name="Eleven suspects return from Myawaddy"))
    expect(page.locator("#text .lit").first).to_be_visible()


def test_on_a_phone_in_the_dark_nothing_is_clipped_or_too_wide(desks, told):
    desk = desks(viewport={"width": 360, "height": 740}, color_scheme="dark", java_script_enabled=False)
    page = desk.sign_in("asha")
    desk.open("/figures/moved/MM-any/")
    expect(page.locator(".figure-drawing")).to_be_visible()
    desk.follow(page.locator(".figure-voices").get_by_role("link", name="缅甸政府"))
    expect(page.get_by_text("Only what 缅甸政府 says.")).to_be_visible()
    expect(page.locator(".figure-table tbody tr")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(CLIPPED) == []

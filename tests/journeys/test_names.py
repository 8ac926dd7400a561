"""Two names are compared on the desk: with scripting, without, by keyboard, on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

#: The first comparison of a process reads the tables and may compile the loops.
PATIENCE = 60_000
CLIPPED = """
() => [...document.querySelectorAll('#main bdi, #main p, #main td, #main input')]
    .filter(one => one.clientHeight > 0 && getComputedStyle(one).overflowY === 'hidden'
        && one.scrollHeight > one.clientHeight + 1)
    .map(one => one.textContent || one.value)
"""


def test_asha_compares_two_names_by_keyboard_and_sees_why(desks, people):
    desk = desks()
    page = desk.sign_in("asha")
    desk.follow(page.get_by_role("link", name="Names", exact=True))
    expect(page.get_by_text("Nothing compared yet")).to_be_visible()
    page.get_by_label("One name").fill("အောင်ကျော်မိုး")
    page.get_by_label("Another").fill("U Aung Kyaw Moe")
    page.get_by_label("Another").press("Enter")
    result = page.locator("#result")
    expect(result.get_by_role("row", name="ကျော် Kyaw")).to_be_visible(timeout=PATIENCE)
    expect(result.locator(".name-sentence")).to_contain_text("titles left aside: “U”")
    expect(result.get_by_role("meter", name="Score")).to_be_visible()
    expect(page.get_by_label("One name")).to_have_value("အောင်ကျော်မိုး")
    assert page.url.endswith("/names/")

    page.get_by_label("Another").fill("2025")
    page.get_by_role("button", name="Compare").click()
    expect(result.get_by_role("alert")).to_contain_text("There are no letters in this.")


def test_the_same_without_scripting_by_an_example(desks, people):
    desk = desks(java_script_enabled=False)
    page = desk.sign_in("asha")
    desk.open("/names/")
    page.get_by_role("button", name="Two people who sound alike").click(timeout=PATIENCE)
    expect(page.locator(".name-sentence")).to_contain_text("sound alone proves little")
    expect(page.get_by_label("One name")).to_have_value("王伟")


@pytest.mark.parametrize("example", ["Burmese", "Khmer", "Lao and Thai"])
def test_nothing_is_clipped_or_too_wide_on_a_phone(desks, people, example):
    desk = desks(viewport={"width": 360, "height": 740})
    page = desk.sign_in("asha")
    desk.open("/names/")
    with page.expect_navigation(wait_until="load", timeout=PATIENCE):
        page.get_by_role("button", name=example, exact=True).click()
    expect(page.locator(".name-sentence")).to_be_visible()
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

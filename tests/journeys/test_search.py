"""Somebody finds what they look for, by keyboard, by hand, on a phone, without scripting."""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from noharbor.record.linkage.models import Appearance, Naming
from noharbor.record.search import jobs
from tests.desk.stage import put_source, put_statement

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

SENTENCE = "陳海因電信詐騙在妙瓦底被捕。"
OTHERS = ("ตำรวจแม่สอดจับกุมสมชาย", "မြဝတီမြို့တွင် ရဲက ဖမ်းဆီးခဲ့သည်", "នគរបាលបានចាប់ខ្លួននៅភ្នំពេញ", "ຕຳຫຼວດແຂວງບໍ່ແກ້ວຈັບຕົວ")


@pytest.fixture
def found(people):
    source = put_source(people.asha, f"通報\n\n{SENTENCE}\n\n" + "\n\n".join(OTHERS), language="zh")
    statement = put_statement(source, SENTENCE, kind="arrest", place_name="妙瓦底", speaker="公安部")
    bearer = Appearance.objects.create(
        id=source.pk,
        source=source,
        kind="person",
        name="陳海",
        said={"names": ["陳海"]},
        entity=source.pk,
        made_at=timezone.now(),
    )
    Naming.objects.create(appearance=bearer, statement=statement, role="suspect")
    jobs.index_one(source.pk)
    return source


def test_from_a_chinese_name_of_two_characters_to_its_bearer_by_keyboard_alone(desks, found):
    desk = desks()
    page = desk.sign_in("asha")
    page.keyboard.press("/")
    page.keyboard.insert_text("陈海")
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="1 name in sources")).to_be_visible()
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="陳海", exact=True)).to_be_focused()
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("陳海")
    office = page.get_by_role("row").filter(has=page.get_by_text("suspect", exact=True))
    expect(office).to_contain_text("19 Aug 2023")
    with page.expect_navigation(wait_until="load"):
        office.get_by_role("link", name="where it is said").click()
    expect(page.locator("#text .lit").first).to_contain_text(SENTENCE)


def test_hits_come_as_one_types_and_are_walked_to_the_lit_words(desks, found):
    desk = desks()
    desk.sign_in("asha")
    page = desk.open("/search/")
    page.keyboard.press("/")
    page.keyboard.insert_text("诈骗")
    hit = page.locator(".hit").filter(has=page.get_by_role("link", name="Arrest"))
    expect(hit.locator("mark").first).to_have_text("詐騙")
    expect(page.get_by_role("status").filter(has_text="1 statement. 1 passage of sources")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name="Arrest")).to_be_focused()
    page.keyboard.press("k")
    expect(page.get_by_label("Words", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Words", exact=True)).to_have_value("诈骗")
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    expect(page.locator("#text .lit").first).to_contain_text(SENTENCE)

    page.keyboard.press("/")
    expect(page.get_by_label("Search everything")).to_be_focused()


def test_filters_narrow_at_once(desks, found):
    desk = desks()
    desk.sign_in("asha")
    page = desk.open("/search/?q=诈骗")
    expect(page.get_by_role("heading", name="1 passage of sources")).to_be_visible()
    page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Kind of event").select_option("arrest")
    expect(page.get_by_role("heading", name="1 passage of sources")).to_have_count(0)
    expect(page.get_by_role("link", name="Arrest")).to_be_visible()
    page.get_by_label("Kind of event").select_option("handover")
    expect(page.get_by_role("heading", name="Nothing was found")).to_be_visible()


def test_the_keys_explain_themselves_and_nothing_found_is_said(desks, found):
    desk = desks(viewport={"width": 360, "height": 740})
    desk.sign_in("asha")
    page = desk.open("/search/?q=诈骗")
    expect(page.locator("mark").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    desk.open("/search/?q=zebra")
    expect(page.get_by_role("heading", name="Nothing was found")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("next hit")


def test_the_same_without_scripting_on_a_phone_in_every_script(desks, found):
    desk = desks(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = desk.sign_in("asha")
    for word in ("แม่สอด", "မြဝတီ", "ភ្នំពេញ", "ບໍ່ແກ້ວ"):
        desk.open("/search/")
        page.get_by_label("Words", exact=True).fill(word)
        page.get_by_role("button", name="Search").click()
        expect(page.locator("mark").first).to_have_text(word)

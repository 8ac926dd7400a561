"""Every page in every look: axe, the room there is, the letters of each script, the keys; and when the node is gone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from urllib.parse import urlsplit

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from noharbor.desk.pages import PAGES
from noharbor.desk.widgets.keys import keys_of
from noharbor.node.catalogues import compile_catalogues
from noharbor.record.search.jobs import index_one
from tests.cast import PASSWORD
from tests.desk.conftest import Stage, make_stage
from tests.desk.stage import put_original, put_source, put_statement
from tests.desk.test_every_page import ANSWERS, address_of, filled
from tests.journeys.conftest import Desk
from tests.journeys.page_checks import OF_LOOKS, clipped, foreign_letters, too_wide, violations

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

#: By language: a heading and a sentence with the tallest stacks of its script, a place, and who says so.
WRITTEN = {
    "km": ("ស្ត្រីត្រូវបានជួយសង្គ្រោះនៅក្រុងព្រះសីហនុ", "នគរបាលបានឃាត់ខ្លួនមនុស្ស ១២ នាក់នៅភ្នំពេញ។", "ភ្នំពេញ", "ស្នងការដ្ឋាន"),
    "lo": ("ຕຳຫຼວດຊ່ວຍເຫຼືອຜູ້ຍິງຢູ່ບໍ່ແກ້ວ", "ຕຳຫຼວດແຂວງບໍ່ແກ້ວຈັບຕົວຜູ້ຕ້ອງສົງໄສ ໓ ຄົນ.", "ບໍ່ແກ້ວ", "ຕຳຫຼວດແຂວງ"),
    "my": ("တရုတ်နိုင်ငံသား ၁၁ ဦးကို လွှဲပြောင်းပေးခဲ့", "မြဝတီမြို့တွင် ရဲက ရှမ်းပြည်နယ်သား ၃ ဦးကို ဖမ်းဆီးခဲ့သည်။", "မြဝတီ", "ပြည်ထဲရေးဝန်ကြီးဌာန"),
    "th": ("ตำรวจช่วยผู้หญิงที่ถูกกักขังไว้ที่เมืองเมียวดี", "ตำรวจแม่สอดจับกุมผู้ต้องหา ๓ คนที่ริมแม่น้ำ", "แม่สอด", "ปู่จ๋าน ณ เชียงใหม่"),
    "zh": ("一百一十名涉诈嫌疑人由金边包机押解回国", "陳海因電信詐騙在妙瓦底被捕。", "妙瓦底", "公安部"),
}
#: A variable typeface is called by its first weight, so these are how the names begin.
TYPEFACES = ("Noto Sans Khmer", "Noto Sans Lao", "Noto Sans Myanmar", "Noto Sans SC", "Noto Sans Thai")
DESKTOP = {"viewport": {"width": 1280, "height": 860}, "color_scheme": "light"}
PHONE = {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"}

HAND_IN = """
([address, fields]) => {
  const form = document.createElement("form");
  form.method = "post";
  form.action = address;
  fields.csrfmiddlewaretoken = document.querySelector("[name=csrfmiddlewaretoken]").value;
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}
"""

FOCUS = """
() => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  const above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const seen = one.contains(above) || above?.contains(one) || false;
  return { what: one.outerHTML.slice(0, 120), outline: parseFloat(getComputedStyle(one).outlineWidth), seen };
}
"""

# Whoever hears a key keeps the browser from using it, too.
HEARD = """
() => {
  const pressed = (key) => new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  const hears = (where, key) => !where.dispatchEvent(pressed(key));
  const dialog = document.getElementById("keys");
  const heard = [];
  const stop = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const kind of ["click", "submit"]) addEventListener(kind, stop, { capture: true });
  for (const key of ["/", "?", ..."abcdefghijklmnopqrstuvwxyz0123456789"]) {
    if (hears(document.body, key)) heard.push(key);
    dialog.close();
    document.activeElement.blur();
  }
  const within = [...dialog.querySelectorAll("[data-within]")].filter(({ dataset }) => dataset.name !== "Enter");
  const deaf = within.filter(({ dataset }) => !hears(document.querySelector(dataset.within), dataset.name));
  return { heard, deaf: deaf.map(({ dataset }) => dataset.name) };
}
"""


@pytest.fixture
def written(people) -> Stage:
    """The stage of the tests of pages, with a source, a statement and a place in each script."""
    compile_catalogues()
    stage = make_stage(people)
    put_original(stage.source)
    for language, (title, sentence, place, speaker) in WRITTEN.items():
        source = put_source(people.asha, f"{title}\n\n{sentence}", language=language, publisher=speaker)
        put_statement(source, sentence, kind="arrest", place_name=place, speaker=speaker)
        index_one(source.pk)
    return stage


@dataclass(frozen=True)
class Shown:
    """A page that Asha is shown: how it is asked for, what is sent there, and how it answers."""

    name: str
    method: str
    address: str
    data: dict[str, str]
    status: int


def shown(stage: Stage) -> list[Shown]:
    """Every page that Asha is shown. What answers with a part or a file, or leads elsewhere, is none."""
    asha = stage.client(stage.cast.asha)
    found = []
    for page in PAGES:
        method, data, (status, _boun, _chai) = ANSWERS[page.name]
        if status not in (200, 422):
            continue
        one = Shown(page.name, method, address_of(page.name, stage), filled(data, stage, stage.cast.asha), status)
        if is_whole_page(asha, one):
            found.append(one)
    return found


def is_whole_page(asha: Client, one: Shown) -> bool:
    response = getattr(asha, one.method)(one.address, one.data)
    assert response.status_code == one.status, one
    if response.streaming:
        response.close()
        return False
    return b"<html" in response.content


def show(desk: Desk, one: Shown) -> None:
    """Open a page, and no other one in its stead: an error and the sign-in can be read and used, too."""
    if one.method == "get":
        query = "&".join(f"{name}={value}" for name, value in one.data.items())
        response = desk.page.goto(f"{desk.address}{one.address}?{query}")
    else:
        with desk.page.expect_navigation(wait_until="load") as navigation:
            desk.page.evaluate(HAND_IN, [one.address, one.data])
        response = navigation.value
    assert (response.status, urlsplit(response.url).path) == (one.status, one.address), one.name


@contextmanager
def narrow_and_dark(page: Page) -> Iterator[None]:
    """Look at the page that is open as on a phone at night."""
    page.set_viewport_size(PHONE["viewport"])
    page.emulate_media(color_scheme="dark")
    yield
    page.set_viewport_size(DESKTOP["viewport"])
    page.emulate_media(color_scheme="light")


def keys_that_lie(page: Page, name: str) -> list[str]:
    """Press every key of the list and every other one; what they would click on is not clicked."""
    heard = page.evaluate(HEARD)
    listed = {key for one in keys_of(name) if not one.within for key in one.names} - {"Escape"}
    wrong = [f"{key} is listed and does nothing" for key in (listed - set(heard["heard"])) | set(heard["deaf"])]
    return wrong + [f"{key} does something and is not listed" for key in set(heard["heard"]) - listed]


def test_every_page_can_be_read_and_used_in_every_look(desks, written):
    pages = shown(written)
    assert {"account", "events", "inbox", "lists", "map", "review", "search", "source"} <= {one.name for one in pages}
    desktop, phone = desks(**DESKTOP), desks(**PHONE)
    desktop.sign_in("asha")
    phone.follow(phone.sign_in("asha").get_by_role("button", name="简体中文"))
    wrong: dict[str, list[str]] = {}
    letters: set[str] = set()
    for one in pages:
        page, name = desktop.page, one.name
        show(desktop, one)
        wrong[f"{name}, wide and light"] = violations(page) + too_wide(page) + clipped(page)
        letters |= foreign_letters(page)
        with narrow_and_dark(page):
            wrong[f"{name}, narrow and dark"] = violations(page, OF_LOOKS) + too_wide(page) + clipped(page)
        wrong[f"the keys of {name}"] = keys_that_lie(page, name)
        if one.method == "get":
            show(phone, one)
            wrong[f"{name} in Chinese on a phone"] = too_wide(phone.page) + clipped(phone.page)
    desktop.open("/nothing/")
    wrong["what is not there"] = violations(desktop.page)
    desktop.page.keyboard.press("?")
    wrong["the list of keys"] = violations(desktop.page, part="#keys")
    desktop.context.clear_cookies()
    desktop.open("/sign-in/")
    wrong["sign-in"] = violations(desktop.page)
    assert {look: problems for look, problems in wrong.items() if problems} == {}
    assert [font for font in letters if "of the system" in font] == []
    assert [face for face in TYPEFACES if not any(font.startswith(face) for font in letters)] == []


def test_the_checks_find_what_is_wrong(desks, people):
    page = desks(**PHONE).page
    page.set_content(
        """
        <html lang="en"><title>A page</title><main><h1>A page</h1>
        <p style="color: #999; background: #fff">Pale words</p><img src="data:,">
        <button style="width: 9px; height: 9px; padding: 0">x</button><button style="width: 9px; padding: 0">y</button>
        <div style="width: 900px">Wide</div>
        <p style="font: 16px/1 sans-serif; overflow: hidden; height: 1em">ကျွန်ုပ်တို့၏ ပြည်ထဲရေးဝန်ကြီးဌာန</p>
        <label>Place <input name="place" style="font: 16px/1 sans-serif"></label>
        </main></html>
        """
    )
    found = " ".join(violations(page))
    assert [rule for rule in ("color-contrast", "image-alt", "target-size") if rule not in found] == []
    assert "target-size" in " ".join(violations(page, OF_LOOKS))
    told = " ".join(clipped(page))
    assert [what for what in ("clipped: ", "cut off in place") if what not in told] == []
    assert too_wide(page) != []
    assert all("of the system" in font for font in foreign_letters(page))


@pytest.mark.parametrize("method", ["get", "post"])
def test_neither_the_sign_in_nor_an_error_is_taken_for_the_page_asked_for(desks, people, monkeypatch, method):
    def fail(*_things: object, **_named: object) -> None:
        raise RuntimeError

    events = Shown("events", method, "/events/", {}, 200)
    desk = desks(**DESKTOP)
    desk.open("/sign-in/")
    with pytest.raises(AssertionError, match="/sign-in/"):
        show(desk, events)
    desk.sign_in("asha")
    show(desk, events)
    monkeypatch.setattr(import_module("noharbor.desk.pages.events"), "render", fail)
    with pytest.raises(AssertionError, match="500"):
        show(desk, events)


def test_by_keyboard_alone_the_focus_is_seen_and_stays_where_it_was(desks, written):
    desk = desks(**DESKTOP)
    page = desk.sign_in("asha")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["outline"] >= 2, focus
        assert focus["seen"], focus
    choice = page.get_by_role("link", name="With statements to review")
    with page.expect_response("**/inbox/?show=review"):
        choice.press("Enter")
    expect(page.locator("#show-review[aria-current]")).to_be_focused()


def test_rows_are_walked_and_opened_by_key(desks, written):
    desk = desks(**DESKTOP)
    desk.sign_in("asha")
    page = desk.open("/events/")
    rows = page.locator("td.lead a")
    for key, row in (("j", 0), ("j", 1), ("k", 0)):
        page.keyboard.press(key)
        expect(rows.nth(row)).to_be_focused()
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    expect(page.locator(".statement.lit")).to_be_visible()


def test_single_keys_can_be_switched_off(desks, people):
    desk = desks(**DESKTOP)
    page = desk.sign_in("asha")
    page.keyboard.press("?")
    page.get_by_label("Single keys work on this browser").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("/")
    expect(page.get_by_label("Search everything")).not_to_be_focused()
    page.get_by_role("button", name="Keys of this page").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_a_node_that_is_gone_is_told_and_when_it_answers_again(desks, written):
    desk = desks(**DESKTOP)
    desk.sign_in("asha")
    page = desk.open("/events/")
    desk.context.set_offline(True)
    page.get_by_label("Speaker").fill("the ministry")
    page.get_by_label("Kind").select_option("handover")
    gone = page.get_by_role("status").filter(has_text="The node does not answer")
    expect(gone).to_be_in_viewport()
    expect(page.get_by_label("Speaker")).to_have_value("the ministry")
    desk.context.set_offline(False)
    expect(page.get_by_role("status").filter(has_text="The node answers again")).to_be_visible()
    page.get_by_label("Kind").select_option("arrest")
    expect(page.get_by_role("heading", name="1 event", exact=True)).to_be_visible()
    desk.complaints.clear()


def test_who_was_signed_out_comes_back_to_where_they_were(desks, people):
    desk = desks(**DESKTOP)
    desk.sign_in("asha")
    page = desk.open("/events/?kind=handover")
    desk.context.clear_cookies(name="sessionid")
    with page.expect_navigation(wait_until="load"):
        page.get_by_label("State").select_option("confirmed")
    expect(page.get_by_text("Sign in first; then the page you asked for opens.")).to_be_visible()
    page.get_by_label("User name").fill("asha")
    page.get_by_label("Password").fill(PASSWORD)
    desk.follow(page.get_by_role("button", name="Sign in"))
    assert page.url.endswith("/events/?kind=handover")

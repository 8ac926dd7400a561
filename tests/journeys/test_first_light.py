"""A source comes in, becomes statements, and shows on the desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from noharbor.node.demo.content import REPORTS, read_report
from noharbor.node.demo.greeting import RELEASE
from noharbor.node.demo.members import BODIES
from noharbor.record.access.models import Body
from noharbor.record.reading.models import Statement
from noharbor.record.search import jobs as search
from tests.desk.stage import put_source, put_statement
from tests.journeys.conftest import PATIENCE

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

HANDOVER = Path(__file__).parent / "files" / "handover.html"
BURMESE = "မြဝတီသတင်း\n\nတရုတ်နိုင်ငံသား ၁၁ ဦးကို မြန်မာနိုင်ငံမှ တရုတ်နိုင်ငံသို့ လွှဲပြောင်းပေးခဲ့သည်ဟု သံရုံးက ပြောသည်။"


def lit_words(page):
    """The lit words that tell the handover; the headline that tells it again is lit, too."""
    return page.locator("#text .lit").filter(has_text="handed over eleven suspects").first


@pytest.fixture
def release(people):
    """The demo's release with its number, on a desk that bears the name of the demo's."""
    Body.objects.filter(pk=people.asha.body_id).update(name=BODIES["desk"].name)
    source = put_source(people.asha, read_report((REPORTS / RELEASE).with_suffix(".md")).text, name=RELEASE)
    words = "Teams sent to the Philippines, Cambodia, Myanmar and Laos have captured more than 300 suspects"
    put_statement(source, words, kind="statistic", count=300, count_bound="at_least", count_words="more than 300")
    search.index_one(source.pk)


def lit_number(page):
    """The lit words that say the number."""
    return page.locator("#text .lit").filter(has_text="more than 300 suspects")


@pytest.mark.parametrize("look", [{}, {"viewport": {"width": 360, "height": 740}, "is_mobile": True}])
def test_a_first_visit_is_one_action_from_the_sentence_behind_more_than_300_suspects(desks, release, look):
    desk = desks(**look)
    desk.sign_in("asha")
    page = desk.open("/")
    desk.follow(page.get_by_role("link", name="more than 300 suspects"))
    expect(lit_number(page)).to_be_in_viewport()


def test_the_greeting_is_put_away_by_keyboard_and_the_sentence_stays_within_three_actions(desks, release):
    desk = desks()
    desk.sign_in("asha")
    page = desk.open("/")
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Put this away").press("Enter")
    expect(page.get_by_role("heading", name="What arrived")).to_be_visible()
    expect(page.get_by_text("Three things to try")).to_have_count(0)
    # To the search, the words, the hit.
    page.keyboard.press("/")
    page.keyboard.insert_text("more than 300 suspects")
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    desk.follow(page.locator(".hit").get_by_role("link").first)
    expect(lit_number(page)).to_be_in_viewport()


def test_asha_drops_an_article_and_confirms_the_handover_by_keyboard(desks, people, read_all):
    desk = desks()
    page = desk.sign_in("asha")
    page.get_by_label("Drop files here, or choose them").set_input_files(HANDOVER)
    row = page.locator("#arrival-rows tr").first
    expect(row).to_contain_text("Eleven fraud suspects brought across the border")
    read_all()
    expect(row).to_contain_text("review", timeout=15_000)

    desk.follow(row.get_by_role("link", name="Eleven fraud suspects"))
    card = page.locator(".statement").filter(has=page.get_by_role("heading", name="Handover")).first
    expect(card).to_contain_text("11")
    expect(card).to_contain_text("Myanmar → China")
    expect(card).to_contain_text("20 Aug 2023")
    expect(page.locator("#statements")).not_to_contain_text("warehouse")

    for _ in range(page.locator(".statement").count()):
        page.keyboard.press("j")
        if "lit" in card.get_attribute("class"):
            break
    expect(lit_words(page)).to_contain_text("handed over eleven suspects")
    page.keyboard.press("c")
    expect(card).to_contain_text("confirmed")
    expect(card).to_be_focused()

    desk.follow(page.get_by_role("link", name="Events"))
    page.get_by_label("State").select_option("confirmed")
    expect(page.get_by_role("heading", name="1 event", exact=True)).to_be_visible()
    desk.follow(page.get_by_role("link", name="Handover"))
    expect(lit_words(page)).to_be_in_viewport()
    expect(lit_words(page)).to_contain_text("handed over eleven suspects")


def test_the_same_without_scripting(desks, people, read_all):
    desk = desks(java_script_enabled=False)
    page = desk.sign_in("asha")
    page.get_by_label("Drop files here, or choose them").set_input_files(HANDOVER)
    page.get_by_role("button", name="Hand in the files").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Eleven fraud suspects")
    read_all()
    page.reload()
    page.locator(".passage").filter(has_text="handed over eleven suspects").first.click()
    card = page.locator(".statement.lit")
    expect(card).to_contain_text("Handover")
    expect(lit_words(page)).to_contain_text("handed over eleven suspects")
    card.get_by_role("button", name="Confirm").click()
    expect(page.locator(".statement.lit")).to_contain_text("confirmed")
    page.get_by_role("link", name="Events").click()
    page.get_by_label("Kind").select_option("handover")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Handover").click()
    expect(lit_words(page)).to_be_visible()


def test_the_keys_reject_with_a_reason_take_back_and_explain_themselves(desks, people):
    source = put_source(people.asha)
    statement = put_statement(source)
    desk = desks()
    desk.sign_in("asha")
    page = desk.open(f"/sources/{source.pk}/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("next statement")
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.type("The words say arrested")
    page.keyboard.press("Enter")
    card = page.locator(f"#statement-{statement.pk}")
    expect(card).to_contain_text("rejected")
    page.keyboard.press("u")
    expect(card).to_contain_text("proposed")
    page.keyboard.press("e")
    expect(page.get_by_role("heading", level=1)).to_have_text("Correct a statement")
    page.get_by_label("How many").fill("12")
    page.get_by_role("button", name="Put this in its place").click()
    expect(page.locator(".statement.lit")).to_contain_text("Stated by Asha")
    assert Statement.objects.filter(corrects=statement, count=12).exists()


def test_letters_typed_into_a_field_judge_nothing(desks, people):
    source = put_source(people.asha)
    statement = put_statement(source)
    desk = desks()
    desk.sign_in("asha")
    page = desk.open(f"/sources/{source.pk}/?statement={statement.pk}")
    page.keyboard.press("x")
    page.keyboard.type("cccuuu")
    statement.refresh_from_db()
    assert statement.state == "proposed"


def test_a_file_that_cannot_be_read_says_what_to_do(desks, people):
    desk = desks()
    page = desk.sign_in("asha")
    broken = {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 no PDF at all"}
    page.get_by_label("Drop files here, or choose them").set_input_files(broken)
    row = page.locator("#arrival-rows tr").first
    expect(row).to_contain_text("could not be read")
    expect(row).to_contain_text("print it to a new PDF")


def test_wrong_input_keeps_what_was_typed(desks, people):
    desk = desks()
    page = desk.sign_in("asha", "a wrong password")
    expect(page.get_by_role("alert")).to_contain_text("The name or the password is not right")
    page = desk.sign_in("asha")
    page.get_by_role("button", name="Hand in the text").click()
    expect(page.get_by_role("alert")).to_contain_text("Paste the text first")


def test_burmese_words_are_shown_in_their_own_letters(desks, people):
    desk = desks()
    page = desk.sign_in("asha")
    page.get_by_label("Or paste a text").fill(BURMESE)
    page.get_by_role("button", name="Hand in the text").click()
    text = page.locator("#text [lang=my]")
    expect(text).to_contain_text("တရုတ်နိုင်ငံသား ၁၁ ဦး")
    # Asked once and awaited there: to ask again and again, the page would have to allow eval.
    loaded = "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    faces = page.evaluate(f"async () => {{ await document.fonts.ready; return {loaded}; }}")
    assert any("Noto Sans Myanmar" in face for face in faces)


def test_a_stranger_finds_nothing(desks, people):
    source = put_source(people.asha)
    put_statement(source)
    desk = desks()
    page = desk.sign_in("chai")
    expect(page.locator("body")).not_to_contain_text("Myawaddy")
    desk.open("/events/")
    expect(page.get_by_role("heading", name="0 events")).to_be_visible()
    desk.open(f"/sources/{source.pk}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing here that you may see")


def wait(page, comes: Callable[[], object]) -> None:
    """Wait until something has come, while the browser goes on."""
    for _ in range(PATIENCE // 20):
        if comes():
            return
        page.wait_for_timeout(20)
    pytest.fail("it did not come")


def test_many_files_go_one_by_one_and_one_can_be_stopped(desks, people):
    desk = desks()
    page = desk.sign_in("asha")
    files = [
        {"name": f"report-{number}.txt", "mimeType": "text/plain", "buffer": f"Report number {number}.".encode()}
        for number in range(4)
    ]
    held = []
    page.route("**/inbox/files/", lambda route: held.append(route) if held is not None else route.continue_())
    # The first table is answered late, and what was asked last comes first.
    tables = []
    page.route(page.url, lambda route: tables.append((route, route.fetch())))
    page.get_by_label("Drop files here, or choose them").set_input_files(files)
    # Two are on their way and held up; the last one waits its turn, and is stopped.
    last = page.locator("#uploads li", has_text="report-3.txt")
    last.get_by_role("button", name="Cancel").click()
    expect(last).to_contain_text("Nothing of it was kept")
    wait(page, lambda: len(held) == 2)
    (first, second), held = held, None
    first.continue_()
    wait(page, lambda: tables)
    second.continue_()
    expect(page.locator("#uploads li")).to_have_count(1)
    for route, answer in reversed(tables):
        route.fulfill(response=answer)
    page.wait_for_timeout(300)
    expect(page.locator("#arrival-rows tr")).to_have_count(3)
    expect(page.locator("#arrival-rows")).not_to_contain_text("Report number 3")
    expect(page.locator("#uploads li")).to_have_count(1)

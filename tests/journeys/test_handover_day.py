"""Two lists come in, are understood, laid side by side, judged by keyboard, taken out; a judgement is taken back."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from noharbor.node.demo.lists import LISTS
from noharbor.node.worker import Workers

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]

#: Invented people; the second list names those of the first in their own scripts.
HANDOVER, LOOKED_FOR = LISTS / "handover-at-the-bridge.csv", LISTS / "people-looked-for.csv"


@pytest.fixture
def work():
    """What the workers do beside the desk."""

    def until_nothing_waits() -> None:
        workers = Workers()
        while workers.step():
            pass

    return until_nothing_waits


def test_asha_lays_two_lists_side_by_side_and_judges_by_keyboard(desks, people, work, tmp_path):
    desk = desks()
    page = desk.sign_in("asha")
    desk.follow(page.get_by_role("link", name="Lists", exact=True))
    page.get_by_label("Choose lists, two or more").set_input_files([HANDOVER, LOOKED_FOR])
    desk.follow(page.get_by_role("button", name="Hand in the lists"))
    work()

    # What was understood is shown, can be corrected, and is then understood so.
    desk.open("/lists/")
    desk.follow(page.get_by_role("link", name="people-looked-for.csv"))
    column = page.get_by_role("row", name=re.compile("Last heard from"))
    expect(column.get_by_role("combobox")).to_have_value("place")
    page.get_by_label("What the list is for").select_option(label="people looked for")
    desk.follow(page.get_by_role("button", name="Understand it so"))
    expect(page.get_by_text("as Asha said")).to_be_visible()

    desk.open("/lists/")
    for checkbox in page.get_by_role("checkbox", name=re.compile("Choose")).all():
        checkbox.check()
    page.get_by_label("What to call it").last.fill("The bridge, 12 February")
    desk.follow(page.get_by_role("button", name="Compare the chosen lists"))
    work()
    expect(page.get_by_text("done", exact=True)).to_be_visible()

    desk.open(page.url.removeprefix(desk.address))
    expect(_part(page, "On several lists")).to_be_visible()
    first_result = _workbook(page, tmp_path / "before.xlsx")
    assert not [row for row in first_result if "the same" in row]

    desk.follow(page.get_by_role("link", name=re.compile(r"Review \d+ pairs")))
    _judge_all_by_keyboard(page)
    expect(page.get_by_role("heading", name="You have looked at everything")).to_be_visible()

    desk.open("/lists/")
    desk.follow(page.get_by_role("link", name="The bridge, 12 February"))
    desk.follow(_part(page, "Judged different"))
    expect(page.get_by_text("劉洋").first).to_be_visible()
    judged = _workbook(page, tmp_path / "judged.xlsx")
    [same] = [row for row in judged if "U Aung Kyaw Moe" in row and "อ่องจ่อโม" in row]
    assert "the same" in same

    # The judgement is taken back, and the result is as it was.
    desk.follow(_part(page, "On several lists"))
    row = page.get_by_role("row").filter(has_text="อ่องจ่อโม").first
    desk.follow(row.get_by_role("link").first)
    desk.follow(page.get_by_role("link", name=re.compile("^Take back")))
    expect(page.get_by_role("heading", name="What rests on it")).to_be_visible()
    desk.follow(page.get_by_role("button", name="Take it back"))
    desk.open("/lists/")
    desk.follow(page.get_by_role("link", name="The bridge, 12 February"))
    after = _workbook(page, tmp_path / "after.xlsx")
    [open_again] = [row for row in after if "U Aung Kyaw Moe" in row and "อ่องจ่อโม" in row]
    assert "the same" not in open_again


def _part(page: Page, name: str):
    return page.get_by_label("Parts of the result").get_by_role("link", name=re.compile(f"^{name}"))


def _judge_all_by_keyboard(page: Page) -> None:
    """Say "same" of all but the two who share a passport and are years apart; say the first one twice."""
    heading = page.locator("#pair-heading")
    first = heading.inner_text()
    _judge(page, first)
    page.keyboard.press("z")
    expect(heading).to_have_text(first)
    for _ in range(60):
        told = heading.inner_text()
        if "one person?" not in told:
            return
        _judge(page, told)


def _judge(page: Page, told: str) -> None:
    if page.get_by_text("Needed for").is_visible():
        page.keyboard.press("w")
        page.keyboard.type("The passport number was typed into the wrong row.")
        page.keyboard.press("Escape")
    page.keyboard.press("d" if "劉洋" in told else "s")
    expect(page.locator("#pair-heading")).not_to_have_text(told)


def _workbook(page: Page, path: Path) -> list[list[str]]:
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("XLSX")).click()
    download.value.save_as(path)
    book = openpyxl.load_workbook(path, read_only=True)
    return [[str(cell) for cell in row if cell] for sheet in book for row in sheet.iter_rows(values_only=True)]

"""Takes the pictures of README and docs from a demo node, in Debian's Chromium. Run by `make pictures`."""

from __future__ import annotations

import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.node import home, running

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
#: So long a page may take to show what it is taken for, in seconds: the demo is filled and read while it is asked.
PATIENCE_SECONDS = 300.0


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture.

    Attributes:
        name: What its file is called.
        address: Where it is taken.
        shows: What must be there before, as a CSS selector.
        follow: A link to be followed from there first; the picture is of the page it leads to.
    """

    name: str
    address: str
    shows: str
    follow: str = ""


PICTURES = (
    Picture("desk", "/events/?words=eleven", "#text .lit", follow="main a[href*='/sources/']"),
    Picture("entity", "/search/?q=陈海", "main h1", follow="main a[href*='/entities/']"),
    Picture("events", "/events/?words=eleven", "main tbody tr"),
    Picture("figures", "/figures/", ".figure-drawing", follow="main a[href^='/figures/moved/']"),
    Picture("inbox", "/inbox/", ".greeting"),
    Picture("map", "/map/?first=2025-02&last=2025-02", ".map-route-number"),
    Picture("reconciliation", "/lists/", "main table", follow="main a[href*='/reconciliations/']"),
    Picture("review", "/review/", ".pair"),
    Picture("search", "/search/?q=诈骗", ".hit mark"),
    Picture("timeline", "/timeline/?first=2025-02-01&last=2025-03-31", ".timeline-lane"),
)


def main() -> None:
    """Start a demo node, sign in as its first member, and take the pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with home() as folder, running(folder, "--demo") as (_process, address, _seconds), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 900}, base_url=address)
        _sign_in(page, folder)
        # The lists are the last that the demo brings in, and a pair to review the last that is worked out.
        _come_to(page, "/review/", ".pair")
        for picture in PICTURES:
            _take(page, picture)
        browser.close()
    print("\n".join(f"docs/pictures/{picture.name}.png" for picture in PICTURES))


def _take(page: Page, picture: Picture) -> None:
    address = picture.address
    if picture.follow:
        _come_to(page, address, picture.follow)
        # Without the fragment the page stays at its top, so that the picture shows the whole desk.
        address = (page.locator(picture.follow).first.get_attribute("href") or "").partition("#")[0]
    _come_to(page, address, picture.shows)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{picture.name}.png")


def _come_to(page: Page, address: str, shows: str) -> None:
    """Open a page again and again until it shows what is looked for."""
    begun = time.monotonic()
    page.goto(address)
    while not page.locator(shows).count():
        if time.monotonic() - begun > PATIENCE_SECONDS:
            sys.exit(f"{address} does not show {shows}")
        time.sleep(1)
        page.goto(address)


def _sign_in(page: Page, folder: Path) -> None:
    lines = (folder / "demo-members.txt").read_text("utf-8")
    found = re.search(r"\basha\b\W+(\S+)", lines)
    if not found:
        sys.exit("demo-members.txt names no password for asha")
    page.goto("/sign-in/")
    page.fill("[name=username]", "asha")
    page.fill("[name=password]", found.group(1))
    page.keyboard.press("Enter")
    page.wait_for_url("**/inbox/**")


if __name__ == "__main__":
    main()

"""Takes the pictures of README and docs from a demo node, in Debian's Chromium. Run by `make pictures`."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.node import home, running

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def main() -> None:
    """Start a demo node, sign in as its first member, and take the pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with home() as folder, running(folder, "--demo") as (_process, address, _seconds), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 900}, base_url=address)
        _sign_in(page, folder)
        time.sleep(5)
        page.goto("/events/?words=eleven")
        page.screenshot(path=PICTURES / "events.png")
        lit = page.locator("main a[href*='/sources/']").first.get_attribute("href") or ""
        # Without the fragment the page stays at its top, so that the picture shows the whole desk.
        page.goto(lit.partition("#")[0])
        page.wait_for_load_state("networkidle")
        page.screenshot(path=PICTURES / "desk.png")
        for name in ("inbox", "review"):
            page.goto(f"/{name}/")
            page.screenshot(path=PICTURES / f"{name}.png")
        page.goto("/lists/")
        page.locator("a[href*='/reconciliations/']").first.click()
        page.screenshot(path=PICTURES / "reconciliation.png")
        browser.close()
    print("\n".join(str(path.relative_to(PICTURES.parent.parent)) for path in sorted(PICTURES.glob("*.png"))))


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

"""How soon every page can be used in a browser: from the click until it is loaded and drawn, its scripts run.

Each visit is a whole one, in a window that has been at other pages before: scripts, styles and fonts are in its cache,
as for whoever works. The browser runs on the same machine as the node.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from benchmarks.node import percentile
from benchmarks.pages.addresses import NOBODY, Visit

BUDGET_MILLISECONDS = 1_000
TIMES = 5
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"]
#: Until two frames were drawn after everything was loaded.
_DRAWN = """
() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))
"""


def measure(address: str, visits: Iterable[Visit], password: str) -> None:
    """Visit every page a few times as each member, and print how long the slowest took.

    Args:
        address: Of the node.
        visits: What to visit; what is no page of HTML is left out.
        password: Of all members.
    """
    by_member: dict[str, list[Visit]] = {}
    for visit in visits:
        by_member.setdefault(visit.who, []).append(visit)
    taken: list[tuple[float, float, Visit]] = []
    for who, own in by_member.items():
        with _window(address, who, password) as page:
            for visit in own:
                if times := _times(page, address + visit.address):
                    taken.append((percentile(times, 0.5), times[-1], visit))
    taken.sort(key=lambda one: one[0], reverse=True)
    print(f"\nin the browser, milliseconds until usable, budget {BUDGET_MILLISECONDS}: median, longest of {TIMES}")
    late = [one for one in taken if one[1] > BUDGET_MILLISECONDS]
    for middle, longest, visit in [*taken[:10], *(one for one in late if one not in taken[:10])]:
        print(f"{visit.page:24}{visit.address.partition('?')[2]:32}{visit.who:>8}{middle:8.0f}{longest:8.0f}")
    print(f"{len(taken)} pages, {len(late)} of them above budget at their longest")


@contextmanager
def _window(address: str, who: str, password: str) -> Iterator:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        if who != NOBODY:
            page.goto(f"{address}/sign-in/")
            page.fill("input[name=username]", who)
            page.fill("input[name=password]", password)
            page.press("input[name=password]", "Enter")
            page.wait_for_url(lambda url: "/sign-in/" not in url)
        yield page
        browser.close()


def _times(page, address: str) -> list[float]:
    """Milliseconds of each visit, shortest first; none where a file is sent and no page."""
    from playwright.sync_api import Error

    times = []
    for _ in range(TIMES):
        try:
            page.goto(address, wait_until="load")
        except Error as problem:
            if "Download is starting" in str(problem):
                return []
            raise
        times.append(page.evaluate(_DRAWN))
    return sorted(times)

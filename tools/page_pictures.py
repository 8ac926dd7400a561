"""Takes a picture of every page in every look, to be looked at: `python -m tools.page_pictures FOLDER`.

Every page of the desk × English and Chinese × desktop and phone × light and dark, then states that no link leads to
(nothing found, wrong input, nothing to see, refused), and pages on paper. `FOLDER/index.html` shows each page's looks
side by side. The pages are those of a demo node; `--home` keeps that node for the next time.
"""

from __future__ import annotations

import argparse
import html
import os
import re
import struct
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from playwright.sync_api import Browser, Error, Page, sync_playwright

from benchmarks.node import running

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
SIZES = {"desktop": (1280, 860), "phone": (360, 740)}
#: What each language calls itself in the footer; none for the one that stands at first.
LANGUAGES = {"en": "", "zh-hans": "zh-hans"}
#: Pages whose answer is a file, or nothing that is looked at.
NOT_SEEN = {"figures-table", "language", "reconciliation-result", "sign-out", "source-original"}
#: Languages a source is shown in, one each.
SOURCES = ("my", "th", "km", "lo", "zh")
#: How many sheets of a page are looked at.
SHEETS = 3
LOOK = re.compile(r"-(?:en|zh-hans)-(?:desktop|phone)-(?:light|dark)$|-\d+$")
HREF = re.compile(r'href="(/[^"]*)"')
#: States that no link leads to, by the address that leads there.
ADDRESSES = {
    "events-nothing-fits": "/events/?words=zzzz",
    "map-july-2023": "/map/?first=2023-07&last=2023-07",
    "map-wrong-period": "/map/?first=2025-09&last=2021-01",
    "not-here": "/nothing/",
    "search-burmese": "/search/?q=မြဝတီ",
    "search-chinese": "/search/?q=诈骗",
    "search-khmer": "/search/?q=ភ្នំពេញ",
    "search-nothing-found": "/search/?q=zzzz",
    "search-thai": "/search/?q=แม่สอด",
}
#: Forms handed in empty: the page they stand on, and where they go.
WRONG = {
    "inbox-nothing-pasted": ("/inbox/", "/inbox/text/"),
    "lists-nothing-chosen": ("/lists/", "/reconciliations/"),
    "lists-nothing-handed-in": ("/lists/", "/lists/files/"),
    "names-nothing-typed": ("/names/", "/names/"),
}
#: What somebody sees whose body owns nothing here.
STRANGER = ("/inbox/", "/events/", "/timeline/", "/figures/", "/lists/", "/map/", "/review/", "/log/")
ON_PAPER = ("entity", "events", "figures-series", "map", "reconciliation", "source", "statement", "timeline")


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at."""

    language: str
    size: str
    scheme: str

    @property
    def name(self) -> str:
        """The look in a file's name."""
        return f"{self.language}-{self.size}-{self.scheme}"


LOOKS = [Look(*one) for one in product(LANGUAGES, SIZES, ("light", "dark"))]


def main() -> None:
    """Start a demo node, and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--home", type=Path, help="The demo node's folder, kept for the next time.")
    parser.add_argument("--only", nargs="*", default=[], help="Names of pages and states; all where none is given.")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="noharbor-pictures-") as spare:
        home = asked.home or Path(spare)
        with running(home, "--demo") as (_process, address, _seconds), sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
            _take_all(browser, address, home, Camera(asked.folder, frozenset(asked.only)))
            browser.close()
    _write_index(asked.folder)


@dataclass(frozen=True, slots=True)
class Camera:
    """What takes the pictures.

    Attributes:
        folder: Where they are put.
        only: Names of pages and states that are taken; all where it is empty.
    """

    folder: Path
    only: frozenset[str]

    def wants(self, name: str) -> bool:
        """Return whether something is to be taken."""
        return not self.only or name in self.only

    def take(self, page: Page, name: str, look: Look, go: Callable[[], object]) -> None:
        """Go to the page and take its whole length; say so when it is wider than its window."""
        if not self.wants(name):
            return
        try:
            go()
        except Error as problem:
            print(f"{name}: {problem.message.splitlines()[0]}")
            return
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(250)
        width = page.evaluate("document.documentElement.scrollWidth")
        window = page.viewport_size["width"] if page.viewport_size else width
        if width > window:
            print(f"{name}, {look.name}: {width} pixels wide in a window of {window}")
        page.screenshot(path=self.folder / f"{name}-{look.name}.png", full_page=name != "keys")


def _take_all(browser: Browser, address: str, home: Path, camera: Camera) -> None:
    with _member(browser, address, home, LOOKS[0]) as page:
        found = _settled(page)
        _print(page, found, camera)
    for look in LOOKS:
        with _member(browser, address, home, look) as page:
            for name, where in {**found, **ADDRESSES}.items():
                camera.take(page, name, look, lambda where=where: page.goto(where))
            for name, (where, action) in WRONG.items():
                camera.take(page, name, look, lambda w=where, a=action: _hand_in(page, w, a))
            camera.take(page, "keys", look, lambda: _open_keys(page, found["source"]))
        with _member(browser, address, home, look, who="chai") as page:
            for where in STRANGER:
                camera.take(page, f"stranger-{where.strip('/')}", look, lambda where=where: page.goto(where))
            page.context.clear_cookies(name="sessionid")
            camera.take(page, "sign-in", look, lambda: page.goto("/sign-in/"))


@contextmanager
def _member(browser: Browser, address: str, home: Path, look: Look, who: str = "asha") -> Iterator[Page]:
    """Sign a member of the demo in, in the look."""
    width, height = SIZES[look.size]
    on_phone = look.size == "phone"
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": height},
        color_scheme="dark" if look.scheme == "dark" else "light",
        is_mobile=on_phone,
        has_touch=on_phone,
    )
    page = context.new_page()
    page.set_default_timeout(60_000)
    told = (home / "demo-members.txt").read_text("utf-8")
    password = re.search(rf"\b{who}\b\W+(\S+)", told)
    if not password:
        raise SystemExit(f"demo-members.txt names no password for {who}")
    page.goto("/sign-in/")
    page.fill("[name=username]", who)
    page.fill("[name=password]", password.group(1))
    page.keyboard.press("Enter")
    page.wait_for_url("**/inbox/**")
    if LANGUAGES[look.language]:
        page.locator(f"footer button[value='{LANGUAGES[look.language]}']").click()
        page.wait_for_load_state("load")
    yield page
    context.close()


def _settled(page: Page) -> dict[str, str]:
    """Wait until the node has read and linked what the demo handed in, and return an address of every page.

    Raises:
        SystemExit: After some minutes there is still a page that no link leads to.
    """
    for _ in range(60):
        found = _addresses(page)
        if set(ON_PAPER) <= set(found):
            return found
        time.sleep(5)
    raise SystemExit(f"no link leads to {set(ON_PAPER) - set(found)}")


def _addresses(page: Page) -> dict[str, str]:
    """Find an address of every page that can be opened, by following links from those that need none."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "noharbor.node.settings")
    import django
    from django.urls import Resolver404, resolve

    django.setup()
    from noharbor.desk.pages import PAGES

    found = {one.name: f"/{one.path}" for one in PAGES if one.label or one.name == "account"}
    waiting = list(found.values())
    while waiting:
        for href in HREF.findall(page.request.get(waiting.pop()).text()):
            where = html.unescape(href)
            try:
                name = resolve(where.partition("?")[0].partition("#")[0]).url_name or ""
            except Resolver404:
                continue
            if name not in found and name not in NOT_SEEN | {"front"}:
                found[name] = where
                waiting.append(where)
    inbox = "".join(page.request.get(f"/inbox/?page={number}").text() for number in range(1, 9))
    for language in SOURCES:
        source = re.search(rf'href="(/sources/[^"]+)"[^>]* lang="{language}', inbox)
        if source:
            found[f"source-in-{language}"] = source.group(1)
    return found


def _hand_in(page: Page, where: str, action: str) -> None:
    page.goto(where)
    with page.expect_response(f"**{action}"):
        page.locator(f"form[action='{action}'] .button-main").first.click()
    page.wait_for_load_state("load")


def _open_keys(page: Page, where: str) -> None:
    page.goto(where)
    page.locator("footer [data-opens=keys]").click()


def _print(page: Page, found: dict[str, str], camera: Camera) -> None:
    """Print pages, and take pictures of their first sheets."""
    for name in filter(camera.wants, ON_PAPER):
        page.goto(found[name])
        sheets = pypdfium2.PdfDocument(page.pdf(format="A4"))
        for number in range(min(len(sheets), SHEETS)):
            drawn = sheets[number].render(scale=1.3, rev_byteorder=True).to_numpy()
            (camera.folder / f"paper-{name}-{number + 1}.png").write_bytes(_png(drawn))


def _png(drawn: NDArray[np.uint8]) -> bytes:
    """Return a picture of height × width × (red, green, blue) as a PNG file, as PNG 1.2 lays it down."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    height, width, _colours = drawn.shape
    lines = np.concatenate([np.zeros((height, 1), np.uint8), drawn.reshape(height, -1)], axis=1)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(lines.tobytes()))
        + chunk(b"IEND", b"")
    )


def _write_index(folder: Path) -> None:
    """Write one page that shows all pictures, those of one page of the desk side by side."""
    pictures: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.png")):
        pictures.setdefault(LOOK.sub("", path.stem), []).append(path.name)
    rows = [
        f"<h2>{name}</h2><p>"
        + " ".join(f'<a href="{one}"><img src="{one}" alt="{one}" height="480"></a>' for one in shown)
        for name, shown in pictures.items()
    ]
    (folder / "index.html").write_text("<!doctype html><meta charset=utf-8>" + "\n".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()

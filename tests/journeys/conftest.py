"""A desk that runs, a browser that looks at it, and a hand on the keyboard."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from importlib import import_module

import pytest
from django.db import connection
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from noharbor.record.reading import jobs
from tests.cast import PASSWORD, Cast, make_cast

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
)
#: How long a page may take to show what is expected, in milliseconds: a machine that runs other tests beside is slow,
#: and what the pages take is measured elsewhere.
PATIENCE = 20_000

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright keeps an event loop running in this thread; Django's guard against that is for servers, not for tests.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    # A profile on disk under a short path: Chromium's socket names have a limit.
    with tempfile.TemporaryDirectory(prefix="nh-") as folder, sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS, downloads_path=folder)
        yield found
        found.close()


class Desk:
    """One member at the desk of the running node."""

    def __init__(self, browser: Browser, address: str, **look: object) -> None:
        self.address = address
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 860}, **look})
        self.page: Page = self.context.new_page()
        #: Whatever the browser complained of; a journey ends with none.
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._note)

    def _note(self, message) -> None:
        # A page that is refused on purpose shows up as a failed load; all else counts.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

    def sign_in(self, username: str, password: str = PASSWORD) -> Page:
        self.page.goto(f"{self.address}/sign-in/")
        self.page.get_by_label("User name").fill(username)
        self.page.get_by_label("Password").fill(password)
        return self.follow(self.page.get_by_role("button", name="Sign in"))

    def follow(self, control: Locator) -> Page:
        """Click what leads to another page, and wait for that page's scripts.

        Modules come after the page; whoever is quicker than them gets the page without scripting.
        """
        with self.page.expect_navigation(wait_until="load"):
            control.click()
        return self.page

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page


@pytest.fixture
def desks(browser, live_server, people) -> Iterator[object]:
    opened: list[Desk] = []

    def open_desk(**look: object) -> Desk:
        opened.append(Desk(browser, live_server.url, **look))
        return opened[-1]

    yield open_desk
    complaints = [complaint for desk in opened for complaint in desk.complaints]
    for desk in opened:
        desk.context.close()
    assert complaints == []


@pytest.fixture
def people(transactional_db) -> Iterator[Cast]:
    yield make_cast()
    _empty_the_log()


def _empty_the_log() -> None:
    """Take the log's guard off, empty it, and put the guard back: the database is emptied between journeys."""
    guard = import_module("noharbor.record.audit.migrations.0002_only_grows")
    with connection.cursor() as cursor:
        for statement in (*guard.SQLITE_BACK, "DELETE FROM audit_entry", *guard.SQLITE):
            cursor.execute(statement)


@pytest.fixture
def read_all():
    """What the worker does beside the desk: read whatever waits."""

    def read() -> None:
        while jobs.step():
            pass

    return read

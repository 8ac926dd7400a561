"""Every page of the desk is measured: one that is added asks for what it shows."""

from __future__ import annotations

from benchmarks.pages.addresses import FURTHER, THINGS, things_of_paths
from noharbor.desk.pages import PAGES


def test_what_pages_show_can_be_found_for_each_of_them():
    assert things_of_paths() <= set(THINGS)


def test_more_is_asked_of_pages_that_are_there():
    assert set(FURTHER) <= {page.name for page in PAGES}

"""`noharbor relink` links what waits, goes on after it was stopped, and links everything anew when asked."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from noharbor.node.commands import app
from noharbor.record.linkage.models import Appearance, Pair
from tests.record.linkage.test_statements import put_report


@pytest.fixture
def reports(cast, linkage):
    return [put_report(cast.asha, name) for name in ("Hun Manet", "Hun Maneth", "Paetongtarn Shinawatra")]


def relink(*arguments):
    return CliRunner().invoke(app, ["relink", *arguments])


def test_what_waits_is_linked_and_a_second_run_has_nothing_to_do(reports):
    assert "3 texts and people of lists linked." in relink().stdout
    assert Pair.objects.count() == 1
    assert "0 texts" in relink().stdout


def test_everything_is_linked_anew_with_the_same_identifiers(reports):
    relink()
    before = set(Appearance.objects.values_list("pk", flat=True))
    assert "3 texts" in relink("--anew").stdout
    assert set(Appearance.objects.values_list("pk", flat=True)) == before
    assert Pair.objects.count() == 1


def test_a_run_that_is_stopped_is_gone_on_with(reports, linkage, monkeypatch):
    link_one, linked = linkage.link_one, []

    def stopped_after_one(text, names, is_time_up):
        if linked:
            raise KeyboardInterrupt
        linked.append(text)
        return link_one(text, names, is_time_up)

    monkeypatch.setattr(linkage, "link_one", stopped_after_one)
    stopped = relink()
    assert (stopped.exit_code, "goes on with the rest" in stopped.output) == (1, True)
    monkeypatch.setattr(linkage, "link_one", link_one)
    assert "2 texts" in relink().stdout


def test_what_cannot_be_linked_is_told(reports, linkage, monkeypatch):
    monkeypatch.setattr(linkage, "named_by", lambda *_: 1 / 0)
    failed = relink()
    assert failed.exit_code == 1
    assert "still wait" in failed.output

"""`noharbor reconcile` is interrupted, and the same command goes on from there. All people are invented."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from noharbor.node.commands import app
from noharbor.node.commands.interrupts import interruptible
from noharbor.node.commands.unfinished import Unfinished, keys_of
from noharbor.record.linkage import versions
from noharbor.record.linkage.opening import open_list
from noharbor.science.lists.fields import Field

_SYLLABLES = ("an", "bo", "chi", "da", "fen", "gu", "hai", "jin", "ka", "lin", "mo", "nu", "ping", "qi", "ra", "su")


def write_list(path: Path, people: int) -> None:
    words = [one + other for one in _SYLLABLES for other in _SYLLABLES]
    lines = ["Name,Passport"]
    for number in range(people):
        name = " ".join(words[number * step % len(words)].capitalize() for step in (1, 7, 31))
        lines.append(f"{name},E{10_000_000 + number}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def interrupted(folder: Path, command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run the command, and press Ctrl-C once the first pair of lists is done."""
    process = subprocess.Popen(
        [sys.executable, "-m", "noharbor", *command],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        # Whatever runs the tests in the background may have told all below it to ignore the key.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    waited = time.monotonic() + 60
    while not list(folder.glob("*.unfinished/*.json")):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < waited
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)
    out, error = process.communicate(timeout=60)
    return subprocess.CompletedProcess(command, process.returncode, out, error)


def test_an_interrupted_run_keeps_what_is_done_and_the_same_command_goes_on(tmp_path: Path) -> None:
    write_list(tmp_path / "few.csv", 5)
    # Long enough to be still at work on it when the key is pressed, on any machine.
    write_list(tmp_path / "many.csv", 1_000)
    out = tmp_path / "result.xlsx"
    command = ["reconcile", str(tmp_path / "few.csv"), str(tmp_path / "many.csv"), "--out", str(out)]
    ended = interrupted(tmp_path, command)
    assert ended.returncode == 130, ended
    assert "the same command goes on from there" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not out.exists()
    kept = tmp_path / "result.xlsx.unfinished"
    assert 1 <= len(list(kept.glob("*.json"))) < 3

    again = CliRunner().invoke(app, command)
    assert again.exit_code == 0, again.output
    assert "of 3 comparisons were done before" in again.output
    assert not kept.exists()
    assert openpyxl.load_workbook(out)["Lists"].max_row == 4


def test_what_other_lists_or_another_version_left_is_not_taken(tmp_path: Path, monkeypatch) -> None:
    out = tmp_path / "result.xlsx"
    Unfinished(out, ["a", "b"]).keep(0, 1, [], 7)
    assert Unfinished(out, ["a", "b"]).get(0, 1) == ([], 7)
    assert Unfinished(out, ["a", "b"]).done == 1
    assert Unfinished(out, ["a", "c"]).get(0, 1) is None
    assert (tmp_path / "result.xlsx.unfinished").stat().st_mode & 0o077 == 0
    monkeypatch.setattr(versions, "of_comparing", lambda: "newer")
    assert Unfinished(out, ["a", "b"]).get(0, 1) is None


def test_a_list_that_is_read_otherwise_is_another_list(tmp_path: Path) -> None:
    write_list(tmp_path / "few.csv", 5)
    day = date(2025, 2, 20)

    def keys(*, region: str = "", **options: object) -> list[str]:
        opened = open_list(tmp_path / "few.csv", today=day, region=region, carry_to=tmp_path, **options)
        return keys_of([opened], today=day, region=region)

    alike = [keys(), keys(region="TH"), keys(told={1: Field.PHONE})]
    write_list(tmp_path / "few.csv", 6)
    assert len({str(one) for one in (*alike, keys())}) == 4


def test_an_interrupt_in_a_compiled_loop_is_told_as_one() -> None:
    def interrupted_while_types_are_looked_at() -> None:
        with interruptible():
            raise SystemError("CPUDispatcher returned a result with an exception set") from KeyboardInterrupt()

    with pytest.raises(KeyboardInterrupt):
        interrupted_while_types_are_looked_at()
    with pytest.raises(SystemError), interruptible():
        raise SystemError("something else")

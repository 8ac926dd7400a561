"""The command line, run as people run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from noharbor.node.commands import app

REPORT = """Police free nine people at Poipet

POIPET, March 4 -- Cambodian police rescued nine Thai nationals from a scam compound in Poipet on Monday, officers said.
"""


def noharbor(*arguments: object, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "noharbor", *map(str, arguments)],
        env={**os.environ, "NOHARBOR_HOME": str(home), "COLUMNS": "160", **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def report(tmp_path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def in_this_process(*arguments: object) -> Result:
    """The same without a process of its own, which would load the readers anew."""
    return CliRunner().invoke(app, list(map(str, arguments)))


def test_read_prints_a_table_and_needs_no_node(report, tmp_path):
    done = noharbor("read", report, "--published", "2025-03-05", home=tmp_path / "home")
    assert done.returncode == 0, done.stderr
    assert "rescue" in done.stdout
    assert "Poipet" in done.stdout
    assert not (tmp_path / "home" / "node.sqlite3").exists()


def test_read_prints_json_lines_whose_quotes_stand_in_the_text(report):
    done = in_this_process("read", report, "--published", "2025-03-05", "--json")
    line = json.loads(done.stdout)
    assert (line["id"], line["published"], line["lang"]) == ("report", "2025-03-05", "en")
    assert [event["type"] for event in line["events"]] == ["rescue"]
    assert line["events"][0]["count"] == 9
    assert line["events"][0]["quote"] in REPORT


def test_read_takes_id_day_and_language_from_a_meta_file(report, tmp_path):
    meta = tmp_path / "meta.jsonl"
    row = {"id": "r1", "file": "report.txt", "published": "2025-03", "lang": "en"}
    meta.write_text(json.dumps(row) + "\n", encoding="utf-8")
    line = json.loads(in_this_process("read", report, "--meta", meta, "--json").stdout)
    assert (line["id"], line["published"]) == ("r1", "2025-03")


def test_one_bad_file_does_not_stop_the_others(report, tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 this is where it ends")
    done = in_this_process("read", broken, tmp_path / "absent.txt", report, "--json")
    assert_told(done, 1)
    assert len(done.stdout.splitlines()) == 1
    assert "broken.pdf" in done.stderr
    assert "absent.txt: There is no such file" in done.stderr


@pytest.mark.parametrize(
    "arguments", [["--published", "yesterday"], ["--published", "2025-13-01"], ["--meta", "absent.jsonl"]]
)
def test_a_wrong_option_is_told_in_words(report, arguments):
    assert_told(in_this_process("read", report, *arguments), 2)


def test_a_language_without_a_reader_is_told(report):
    done = in_this_process("read", report, "--lang", "sw")
    assert_told(done, 1)
    assert "no reader for the language" in done.stderr


def assert_told(done: Result, status: int) -> None:
    """Check that a command ended with a status of its own, in words and not in a fault."""
    assert done.exit_code == status
    assert isinstance(done.exception, SystemExit)
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_members_sources_and_the_log_go_together(report, tmp_path):
    home = tmp_path / "home"
    options = ("--name", "Dao", "--body", "Desk", "--may", "source:add", "--may", "statement:judge")
    added = noharbor("member", "add", "dao", *options, home=home, NOHARBOR_PASSWORD="seven small boats at dawn")
    assert added.returncode == 0, added.stderr
    received = noharbor("receive", report, "--as", "dao", "--published", "2025-03-05", home=home)
    assert received.returncode == 0, received.stderr
    assert noharbor("receive", report, "--as", "dao", home=home).returncode == 0
    assert noharbor("receive", report, "--as", "nobody", home=home).returncode == 1
    assert noharbor("work", "--once", home=home).returncode == 0
    verified = noharbor("audit", "verify", home=home)
    assert "all whole" in verified.stdout


def test_weak_passwords_are_refused_in_words(tmp_path):
    home = tmp_path / "home"
    done = noharbor(
        "member", "add", "eva", "--name", "Eva", "--body", "Desk", home=home, NOHARBOR_PASSWORD="password123"
    )
    assert done.returncode == 1
    assert "password" in done.stderr


def test_processes_that_start_at_once_do_not_trip_over_the_tables(tmp_path):
    home = tmp_path / "home"
    program = "from noharbor.node.commands.node import open_node, prepare_tables; open_node(); prepare_tables()"
    environment = {**os.environ, "NOHARBOR_HOME": str(home), "DJANGO_SETTINGS_MODULE": "noharbor.node.settings"}
    started = [
        subprocess.Popen([sys.executable, "-c", program], env=environment, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for process in started:
        _out, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors

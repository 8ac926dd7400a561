"""What the how-to on names tells to type can be typed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from typer.testing import CliRunner

from noharbor.node.commands import app
from noharbor.science.names.comparison import compare

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "how-to" / "compare-names.md").read_text(encoding="utf-8")


def test_every_command_of_the_page_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lines = [line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()]
    commands = [line for line in lines if line.startswith("noharbor ")]
    listed = next(line for line in lines if line.startswith("printf "))
    names = listed.split("'")[1].encode().decode("unicode_escape").encode("latin-1").decode()
    (tmp_path / "list.txt").write_text(names, encoding="utf-8")
    assert len(commands) == 3
    for command in commands:
        done = CliRunner().invoke(app, shlex.split(command)[1:])
        assert done.exit_code == 0, done.output


def test_the_python_of_the_page_runs(capsys):
    code = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert code
    exec(compile(code[1], "compare-names.md", "exec"), {})  # noqa: S102  Our own page.
    assert compare("陳大文", "Chan Tai Man").reason in capsys.readouterr().out


def test_every_script_has_an_example():
    rows = [line for line in PAGE.splitlines() if line.startswith("| ")]
    told = "".join(rows)
    for letter in "အทສហ陳김ạ":
        assert letter in told

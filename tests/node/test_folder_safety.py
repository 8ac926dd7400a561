"""What the node writes is for its owner's eyes only, even in a folder that was open before."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

import pytest


@pytest.mark.parametrize("made_before", [False, True])
def test_everything_in_the_folder_is_its_owners_only(tmp_path, made_before):
    home = tmp_path / "node"
    if made_before:
        home.mkdir(mode=0o755)
        (home / "node.sqlite3").touch(mode=0o644)
    report = tmp_path / "report.txt"
    report.write_text("Police arrested 11 scam suspects in Myawaddy.")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("NOHARBOR")}
    environment |= {"NOHARBOR_HOME": str(home), "NOHARBOR_PASSWORD": "a long walk to the river bridge"}

    def run(*arguments: str) -> None:
        command = [sys.executable, "-c", "from noharbor.node.commands import main; main()", *arguments]
        done = subprocess.run(command, env=environment, umask=0o022, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    run("member", "add", "asha", "--name", "Asha", "--body", "Joint Desk", "--may", "source:add")
    run("receive", str(report), "--as", "asha")
    found = [home, *home.rglob("*")]
    assert any(path.parent.parent.name == "sealed" for path in found)
    open_to_others = [str(path) for path in found if stat.S_IMODE(path.stat().st_mode) & 0o077]
    assert open_to_others == []

"""The README's worked example gives what the README says it gives, and its numbers of demo reports are true."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from noharbor.node.demo.content import reports
from noharbor.science.language.readers import Article, reader_for

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_worked_example_reads_as_shown():
    words = re.search(r"<<'END'\n(.*?)END\n", README, re.DOTALL)
    shown = re.search(r"```\nrelease\.txt \(en\)(.*?)```", README, re.DOTALL)
    assert words
    assert shown
    reader = reader_for("en")
    assert reader is not None
    events = reader.read(Article(words[1], datetime.date(2023, 8, 25), "en"))
    rows = [[cell.strip() for cell in line.split("│")[1:3]] for line in shown[1].splitlines() if line.startswith("│")]
    told = [(event.type.value, event.moment.iso) for event in events if event.moment]
    assert [(kind, when) for kind, when in rows if kind] == told


def test_the_numbers_of_demo_reports_are_true():
    told = list(reports())
    invented = {20: "twenty", 21: "twenty-one", 22: "twenty-two"}[sum(report.invented for report in told)]
    assert f"{sum(not report.invented for report in told)} public events" in README
    assert f"{invented}\ninvented reports" in README
    assert f"Filling the node with {len(told)} demo reports" in README

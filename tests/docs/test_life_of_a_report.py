"""docs/life-of-a-report.md names files, functions, classes and lists; each of them must be there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "life-of-a-report.md"
ANCHORS = re.findall(r"\[`([\w.]+)`\]\(([^)#]+)\)", PAGE.read_text(encoding="utf-8"))


@cache
def names_in(path: Path) -> frozenset[str]:
    """Names a module gives: its own, its classes' methods as Class.method, and all again after the module's name."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{part.name}" for part in node.body if isinstance(part, ast.FunctionDef)}
        if isinstance(node, ast.Assign):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return frozenset(found | {f"{path.stem}.{name}" for name in found})


def test_the_page_has_anchors_in_every_stage():
    files = " ".join(file for _name, file in ANCHORS)
    assert len(ANCHORS) >= 40
    for part in ("record/intake", "record/reading", "record/access", "record/audit", "science/", "desk/", "node/"):
        assert part in files


@pytest.mark.parametrize(("name", "file"), ANCHORS, ids=[f"{name} in {file}" for name, file in ANCHORS])
def test_what_the_page_names_is_there(name, file):
    path = (PAGE.parent / file).resolve()
    assert path.is_file(), f"{file} has moved; mend docs/life-of-a-report.md"
    assert name in names_in(path), f"{file} has no {name} any more; mend docs/life-of-a-report.md"

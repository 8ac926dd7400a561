"""What holds for all templates and all browser code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import noharbor.desk

DESK = Path(noharbor.desk.__file__).parent
TEMPLATES = sorted((DESK / "templates").rglob("*.html"))
SCRIPTS = sorted((DESK / "static" / "desk").rglob("*.js"))
STYLES = sorted((DESK / "static" / "desk").rglob("*.css"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_template_holds_no_inline_code_or_style(template):
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\son[a-z]+=", text), "handlers belong in a module"
    assert not re.search(r"\sstyle=", text), "style belongs in a stylesheet"
    assert "<style" not in text
    assert not re.search(r"<script(?![^>]*\ssrc=)", text), "scripts come from a file"
    assert "javascript:" not in text
    assert not re.search(r"hx-(on|vals|headers)", text), "these may hold code"
    assert not re.search(r"""(?:src|href)=["']https?://""", text), "nothing comes from elsewhere"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_template_marks_its_words_for_translation(template):
    text = re.sub(r"{%\s*blocktranslate.*?endblocktranslate\s*%}", "", template.read_text(encoding="utf-8"), flags=re.S)
    text = re.sub(r"{%\s*block width\s*%}\w*", "", text)
    text = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", text, flags=re.S)
    text = re.sub(r"<(kbd|title|script)[^>]*>.*?</\1>", "", text, flags=re.S)
    text = re.sub(r"<!doctype html>|<[^>]+>", " ", text, flags=re.I)
    left = [word for word in re.findall(r"[A-Za-z]{3,}", text) if word not in {"SHA", "UTC", "amp"}]
    assert left == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_script_runs_nothing_it_is_given(script):
    text = script.read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|new Function|innerHTML\s*=|document\.write|\.setAttribute\(\"style", text)
    assert "http" not in text.replace("XMLHttpRequest", "")


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_style_takes_nothing_from_elsewhere(style):
    assert "url(" not in style.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "style", [path for path in STYLES if path.name not in {"tokens.css", "print.css"}], ids=lambda p: p.name
)
def test_style_takes_its_colours_from_the_tokens(style):
    text = re.sub(r"/\*.*?\*/", "", style.read_text(encoding="utf-8"), flags=re.S)
    found = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", text))
    # The mark's own yellow and the colours of Traffic Light Protocol 2.0, which the standard lays down.
    assert found <= {"#f2b84b", "#000", "#fff", "#33ff00", "#ffc000", "#ff2b2b"}

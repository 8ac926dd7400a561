"""Gathers the words of the interface from code and templates into the catalogues. Run by `make messages`.

Translations already there are kept; words that are gone are kept as obsolete comments.
"""

from __future__ import annotations

import ast
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract, extract_python
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "noharbor" / "desk" / "locale"
#: Catalogue folder by language; English needs none.
LANGUAGES = {"zh_Hans": "zh_Hans"}
#: Files whose docstrings are sentences people see, translated when they are shown.
TOLD_BY_DOCSTRING = ("noharbor/record/reading/errors.py",)
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}


def main() -> None:
    """Gather, merge, compile."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "noharbor.node.settings")
    import django

    django.setup()
    template = Catalog(project="noharbor", charset="utf-8")
    for words, context, place in sorted(_found(), key=lambda found: (found[2], str(found[0]), found[1] or "")):
        template.add(words, context=context, locations=[(place, 1)])
    for folder, locale in LANGUAGES.items():
        _merge(template, LOCALE / folder / "LC_MESSAGES" / "django.po", locale)

    from noharbor.node.catalogues import compile_catalogues

    compile_catalogues()


def _merge(template: Catalog, path: Path, locale: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue = Catalog(locale=locale, project="noharbor", charset="utf-8")
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=locale)
    catalogue.update(template, no_fuzzy_matching=True)
    with path.open("wb") as file:
        write_po(file, catalogue, omit_header=False, sort_by_file=True, include_lineno=False, width=120)
    missing = sum(1 for message in catalogue if message.id and not any(message.string or ()))
    print(f"{path.relative_to(ROOT)}: {len(catalogue)} messages, {missing} not translated")


def _found() -> Iterator[tuple[str | tuple[str, ...], str | None, str]]:
    """Yield words, their context and the file they stand in."""
    from django.utils.translation.template import templatize

    sources = [(path, path.read_text("utf-8")) for path in (ROOT / "noharbor").rglob("*.py")]
    for path in (ROOT / "noharbor").rglob("*.html"):
        sources.append((path, templatize(path.read_text("utf-8"), origin=str(path))))
    for path, text in sources:
        if "migrations" in path.parts:
            continue
        stream = io.BytesIO(text.encode("utf-8"))
        place = str(path.relative_to(ROOT))
        for _line, words, _comments, context in extract(_calls, stream, KEYWORDS, [], {"encoding": "utf-8"}):
            yield words, context, place
        if place in TOLD_BY_DOCSTRING:
            for sentence in _docstrings(text):
                yield sentence, None, place


def _calls(*arguments: Any, **options: Any) -> Iterator[Any]:
    """Yield what marks words in Python; a call on a variable marks none."""
    return (found for found in extract_python(*arguments, **options) if found[2])


def _docstrings(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef) and (sentence := ast.get_docstring(node)):
            yield " ".join(sentence.split())


if __name__ == "__main__":
    main()

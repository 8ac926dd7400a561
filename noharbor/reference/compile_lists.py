"""Make the tables by which lists of people are understood."""

from __future__ import annotations

from typing import Any

from noharbor.reference.compile_words import EntryIsWrong


def list_headings(content: dict[str, dict[str, list[str]]]) -> dict[str, list[str]]:
    """Words of headings by field, languages put together; those that count only alone under the field with "!" behind.

    Raises:
        EntryIsWrong: One word stands for two fields, or YAML took it for something else than text.
    """
    found: dict[str, list[str]] = {}
    seen: dict[str, str] = {}
    for field, languages in content.items():
        words = [word for language in languages.values() for word in language]
        for word in words:
            if not isinstance(word, str):
                raise EntryIsWrong(f"{field}: {word}", "is no text; put it in quotes")
            if seen.setdefault(word, field) != field:
                raise EntryIsWrong(word, f"stands for {seen[word]} and for {field}")
        found[field] = [word for language, these in languages.items() if language != "alone" for word in these]
        found[f"{field}!"] = languages.get("alone", [])
    return {field: words for field, words in found.items() if words}


def list_cells(content: dict[str, Any]) -> dict[str, Any]:
    """Words of cells by what they say.

    Raises:
        EntryIsWrong: YAML took a word for something else than text.
    """
    for name, words in content.items():
        if isinstance(words, list) and name != "months" and not all(isinstance(word, str) for word in words):
            raise EntryIsWrong(name, "holds something that is no text; put it in quotes")
    return content

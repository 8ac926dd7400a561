"""Words that make a name an organisation's, and what is left without them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from noharbor.reference.tables import table
from noharbor.science.names.numbers import take_numbers
from noharbor.science.names.parsed import Form, FormKind
from noharbor.science.names.titles import key_of

#: Words between the parts of an organisation's name that say nothing.
_EMPTY = frozenset(
    ["the", "of", "and", "&", "no", "de", "for", "in", "ของ", "แห่ง", "နှင့်", "และ", "ແລະ", "និង", "và", "的", "第"]
)
_SIGNS = re.compile(r"[()\[\]\"“”,;:#]+|\.(?=\s|$)")


class FormRow(NamedTuple):
    """One word of the table."""

    words: str
    script: str
    meaning: str
    kind: str
    strong: bool
    dotted: bool


class Organisation(NamedTuple):
    """An organisation's name taken apart."""

    core: tuple[str, ...]
    forms: tuple[Form, ...]
    numbers: tuple[int, ...]


@cache
def _rows() -> tuple[FormRow, ...]:
    return tuple(FormRow(*row) for row in table("name_parts")["organisations"])


@cache
def latin_forms() -> dict[str, tuple[tuple[tuple[str, ...], FormRow], ...]]:
    """Words in Latin letters by their first, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], FormRow]]] = {}
    for row in _rows():
        if row.script == "latin":
            keys = tuple(key for word in row.words.split() if (key := key_of(word)))
            found.setdefault(keys[0], []).append((keys, row))
    return {first: tuple(sorted(rows, key=lambda one: -len(one[0]))) for first, rows in found.items()}


@cache
def _native() -> tuple[re.Pattern[str], dict[str, FormRow]]:
    """One pattern for all words in other scripts.

    Thai, Lao, Khmer and Burmese ones begin a word of the text, Korean ones end one, since their syllables are common in
    people's names; a single Chinese character counts after a number.
    """
    rows = {row.words: row for row in _rows() if row.script != "latin"}
    groups: dict[str, list[str]] = {"anywhere": [], "single": [], "first": [], "last": []}
    for row in rows.values():
        if row.script == "han":
            groups["single" if len(row.words) == 1 else "anywhere"].append(row.words)
        elif row.script in ("kana", "burmese") or row.words.startswith(("จำกัด", "ຈ", "(", "มหาชน", "ມະຫາຊົນ")):
            groups["anywhere"].append(row.words)
        else:
            groups["last" if row.script == "hangul" else "first"].append(row.words)
    pattern = {name: "|".join(map(re.escape, sorted(words, key=len, reverse=True))) for name, words in groups.items()}
    return (
        re.compile(
            rf"{pattern['anywhere']}|(?<=[\d一二三四五六七八九十百零〇])(?:{pattern['single']})"
            rf"|(?:(?<=[\s)\"'])|^)(?:{pattern['first']})(?![\u0e30-\u0e3a\u0e47-\u0e4e\u0eb0-\u0ebc\u0ec8-\u0ecd\u17b4-\u17d3])"
            rf"|(?:{pattern['last']})(?=[\s)]|$)"
        ),
        rows,
    )


def is_form(words: str) -> bool:
    """Whether words in brackets are part of a firm's form: (มหาชน), (주), (Pte)."""
    rows = _native()[1]
    return words in rows or f"({words})" in rows or key_of(words) in ("pte", "pvt", "private", "ltd")


def is_organisation(keys: list[str], written: str) -> bool:
    """Whether a name is an organisation's by its words.

    Args:
        keys: Its words, as `key_of` gives them.
        written: All of it, in the normal form.
    """
    forms = latin_forms()
    weak = 0
    for at, key in enumerate(keys):
        for sequence, row in forms.get(key, ()):
            if tuple(keys[at : at + len(sequence)]) == sequence and (not row.dotted or _has_dot(written, row)):
                if row.strong:
                    return True
                weak += 1
                break
    if weak > 1:
        return True
    if written.isascii():
        return False
    pattern, rows = _native()
    for found in pattern.finditer(written):
        if rows[found.group()].strong and len(written) > len(found.group()):
            return True
        weak += 1
    return weak > 1 or (weak == 1 and bool(re.search(r"\d|第", written)))


def _has_dot(written: str, row: FormRow) -> bool:
    return f"{row.words.split()[-1]}".casefold() in written.casefold()


def take_apart(written: str) -> Organisation:
    """Take an organisation's name apart.

    Args:
        written: The name in its normal form, without its aliases.
    """
    left, forms = _take_native(written)
    left, numbers = take_numbers(left)
    left = _SIGNS.sub(" ", left.replace(".,", " ").replace("-", " "))
    words = left.split()
    keys = [key_of(word) for word in words]
    core: list[str] = []
    at = 0
    table_of_forms = latin_forms()
    while at < len(words):
        for sequence, row in table_of_forms.get(keys[at], ()):
            if tuple(keys[at : at + len(sequence)]) == sequence:
                forms.append(Form(" ".join(words[at : at + len(sequence)]), row.meaning, FormKind(row.kind)))
                at += len(sequence)
                break
        else:
            if keys[at] and keys[at] not in _EMPTY and any(map(str.isalnum, words[at])):
                core.append(words[at].strip(".'"))
            at += 1
    return Organisation(tuple(core), tuple(forms), numbers)


def _take_native(written: str) -> tuple[str, list[Form]]:
    pattern, rows = _native()
    forms: list[Form] = []

    def take(found: re.Match[str]) -> str:
        row = rows[found.group()]
        forms.append(Form(found.group(), row.meaning, FormKind(row.kind)))
        # A number before the word must still be seen as one.
        return " " + found.group() if len(found.group()) == 1 and row.script == "han" else " "

    left = pattern.sub(take, written)
    singles = {form.text for form in forms if len(form.text) == 1}
    return (_blank_after_numbers(left, singles) if singles else left), forms


def _blank_after_numbers(left: str, singles: set[str]) -> str:
    for single in singles:
        left = left.replace(" " + single, " ")
    return left

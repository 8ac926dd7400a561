"""Words that make a name an organisation's, and what is left without them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from noharbor.reference.tables import table
from noharbor.science.names.numbers import UNIT_STOOD_HERE, take_numbers
from noharbor.science.names.parsed import Form, FormKind
from noharbor.science.names.titles import key_of
from noharbor.science.names.written import scripts_of
from noharbor.science.scripts.normal_form import normal_form
from noharbor.science.scripts.scripts import Script

#: Words between the parts of an organisation's name that say nothing.
_EMPTY = frozenset(
    ["the", "of", "and", "&", "no", "de", "for", "in", "ของ", "แห่ง", "နှင့်", "และ", "ແລະ", "និង", "và", "的", "第"]
)
_SIGNS = re.compile(rf"[{UNIT_STOOD_HERE}()\[\]\"“”,;:#]+|\.(?=\s|$)")
#: Scripts as the table names them.
_TABLE_SCRIPTS = {
    Script.BURMESE: "burmese",
    Script.HAN: "han",
    Script.HANGUL: "hangul",
    Script.KANA: "kana",
    Script.KHMER: "khmer",
    Script.LAO: "lao",
    Script.THAI: "thai",
}
#: Forms that end a name and may be glued to it.
_ANYWHERE = tuple(map(normal_form, ("จำกัด", "ຈຳກັດ", "(", "มหาชน", "ມະຫາຊົນ")))
_VOWELS_AND_TONES = "\u0e30-\u0e3a\u0e47-\u0e4e\u0eb0-\u0ebc\u0ec8-\u0ecd\u17b4-\u17d3"


class FormRow(NamedTuple):
    """One word of the table."""

    words: str
    script: str
    meaning: str
    kind: str
    counts: str
    dotted: bool


class Organisation(NamedTuple):
    """An organisation's name taken apart."""

    core: tuple[str, ...]
    forms: tuple[Form, ...]
    numbers: tuple[int, ...]


@cache
def _rows() -> tuple[FormRow, ...]:
    return tuple(FormRow(normal_form(row[0]), *row[1:]) for row in table("name_parts")["organisations"])


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
def _native(script: str) -> tuple[re.Pattern[str], dict[str, FormRow]] | None:
    """One pattern for the words of a script other than Latin, and what they say.

    Thai, Lao and Khmer words begin a word of the text and Korean ones end one, since their syllables are common in
    people's names; a single Chinese character counts after a number.
    """
    rows = {row.words: row for row in _rows() if row.script == script}
    if not rows:
        return None
    words = sorted(rows, key=len, reverse=True)
    free = [one for one in words if script == "burmese" or one.startswith(_ANYWHERE)]
    if script in ("han", "kana"):
        free = [one for one in words if len(one) > 1]
    bound = "|".join(re.escape(one) for one in words if one not in free)
    pattern = "|".join(map(re.escape, free)) or "(?!)"
    if bound and script == "han":
        pattern += rf"|(?<=[\d一二三四五六七八九十百零〇])(?:{bound})"
    elif bound and script == "hangul":
        pattern += rf"|(?:{bound})(?=[\s)]|$)"
    elif bound:
        pattern += rf"|(?:(?<=[\s)\"'])|^)(?:{bound})(?![{_VOWELS_AND_TONES}])"
    return re.compile(pattern), rows


def is_form(words: str) -> bool:
    """Whether words in brackets are part of a firm's form: (มหาชน), (주), (Pte)."""
    return words in _bracketed()


@cache
def _bracketed() -> frozenset[str]:
    rows = [row.words for row in _rows() if row.script != "latin"]
    return frozenset([*rows, *(words.strip("()") for words in rows), "Pte", "Pvt", "Private", "PTE", "PVT"])


def is_organisation(keys: list[str], written: str, scripts: tuple[Script, ...]) -> bool:
    """Whether a name is an organisation's by its words.

    Args:
        keys: Its words, as `key_of` gives them.
        written: All of it, in the normal form.
        scripts: Of its letters.
    """
    found = _latin_signs(keys, written)
    weak = len(found)
    if any(row.counts == "always" or (row.counts == "at end" and at_end) for row, at_end in found):
        return True
    for script in scripts:
        native = _native(_TABLE_SCRIPTS.get(script, ""))
        for sign in native[0].finditer(written) if native else ():
            whole = len(sign.group()) == len(written)
            if native and native[1][sign.group()].counts == "always" and (not whole or len(written) > 2):
                return True
            weak += 1
    return weak > 1 or (weak == 1 and bool(re.search(r"\d|第", written)))


def _latin_signs(keys: list[str], written: str) -> list[tuple[FormRow, bool]]:
    """Words of the table among the words of a name, and whether each ends it."""
    forms = latin_forms()
    found: list[tuple[FormRow, bool]] = []
    for at, key in enumerate(keys):
        for sequence, row in forms.get(key, ()):
            if tuple(keys[at : at + len(sequence)]) == sequence and (not row.dotted or _has_dot(written, row)):
                found.append((row, at > 0 and at + len(sequence) == len(keys)))
                break
    return found


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
    forms: list[Form] = []
    left = written
    for script in scripts_of(written):
        native = _native(_TABLE_SCRIPTS.get(script, ""))
        if native:
            left = _taken(left, native, forms)
    return left, forms


def _taken(left: str, native: tuple[re.Pattern[str], dict[str, FormRow]], forms: list[Form]) -> str:
    pattern, rows = native

    def take(found: re.Match[str]) -> str:
        row = rows[found.group()]
        forms.append(Form(found.group(), row.meaning, FormKind(row.kind)))
        # After a number, a mark stays until the number is read: 三 alone is a name, 三旅 is a number.
        return UNIT_STOOD_HERE if len(found.group()) == 1 else " "

    return pattern.sub(take, left)

"""The forms a name is compared by: what was written, without its titles, in each of its scripts and aliases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import icu

from noharbor.science.names.parsed import AliasKind, NameKind, ParsedName
from noharbor.science.names.parsing import parse
from noharbor.science.names.plain import plain_name
from noharbor.science.names.written import script_of_sign
from noharbor.science.scripts.han_names import family_and_given
from noharbor.science.scripts.latin import LATIN
from noharbor.science.scripts.latin_letters import latin_words
from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.writings import WRITINGS

#: How much less likely (natural logarithm) a name is meant by it than by the first: without what may be a title, and by
#: an alias of each kind; nicknames are shared by many.
_WITHOUT_POSSIBLE_TITLES = 0.2
_ONE_WORD_LEFT = 1.0
_BY_ALIAS = {
    AliasKind.ALSO: 0.2,
    AliasKind.FORMAL: 0.0,
    AliasKind.FORMER: 0.2,
    AliasKind.NICKNAME: 1.0,
    AliasKind.OTHER_SCRIPT: 0.0,
}


#: What joins or follows letters of a Latin word.
_JOINED = re.compile("[^a-z ]")


class Form(NamedTuple):
    """One way a name may stand.

    Attributes:
        script: ISO 15924 code of its script; "Latn" too for scripts that no table of spellings covers.
        words: Its words, canonical; for Latin plain letters a to z.
        written: What was written, for the level "same writing": NFC, without case and signs.
        doubtful: Natural logarithm, at or above 0, of how unlikely it is that this is the name meant.
    """

    script: str
    words: tuple[str, ...]
    written: str
    doubtful: float


class Taken(NamedTuple):
    """What is compared of a name.

    Attributes:
        forms: The likeliest first; () for a text without letters.
        numbers: Numbers in it, which must agree.
        is_body: Whether it is an organisation's.
    """

    forms: tuple[Form, ...]
    numbers: tuple[int, ...]
    is_body: bool


def forms_of(text: str) -> tuple[Form, ...]:
    """Return the forms of a name, the likeliest first; () for a text without letters."""
    return taken(text).forms


def taken(text: str) -> Taken:
    """Return what is compared of a name. Not remembered: lists are kept as `Prepared`."""
    plain = plain_name(text)
    if plain is not None:
        forms = [_form(plain.script, plain.core, 0.0)]
        if plain.bare != plain.core:
            forms.append(_form(plain.script, plain.bare, doubt_of_bare(plain.core, plain.bare)))
        return Taken(tuple(form for form in forms if form is not None), (), is_body=False)
    name = parse(text)
    return Taken(_distinct(readings(name)), name.numbers, name.kind is NameKind.ORGANISATION)


def doubt_of_bare(core: tuple[str, ...], bare: tuple[str, ...]) -> float:
    """How unlikely it is that what may be titles are, in nats: more so where a single word is left of several."""
    return _WITHOUT_POSSIBLE_TITLES + (_ONE_WORD_LEFT if len(bare) == 1 < len(core) else 0.0)


def _distinct(readings: Iterable[tuple[tuple[str, ...], float]]) -> tuple[Form, ...]:
    """The forms of words, each once, as the first that gives it."""
    found: dict[tuple[str, tuple[str, ...]], Form] = {}
    for words, doubtful in readings:
        for form in forms_by_script(words, doubtful):
            found.setdefault((form.script, form.words), form)
    return tuple(found.values())


def readings(name: ParsedName) -> Iterator[tuple[tuple[str, ...], float]]:
    """Yield the words a name may stand for, the likeliest first, each with how unlikely: 0 or more, in nats.

    The core, the core without possible titles, and the same of each alias. An organisation without words of its own
    ("3rd Brigade") has the kind of body it is, said alike in every language.
    """
    core = name.core or tuple(word for form in name.forms for word in form.meaning.split("_"))
    if core:
        yield core, 0.0
    if name.bare and name.bare != core:
        yield name.bare, doubt_of_bare(core, name.bare)
    for alias in name.aliases:
        for words, doubtful in readings(alias.name):
            yield words, doubtful + _BY_ALIAS[alias.kind]


def forms_by_script(words: tuple[str, ...], doubtful: float) -> list[Form]:
    """Return the forms of words that are all part of the name: one for each run of a script."""
    runs: list[tuple[Script, list[str]]] = []
    for word in words:
        for script, run in _runs(word):
            if runs and runs[-1][0] is script:
                runs[-1][1].append(run)
            else:
                runs.append((script, [run]))
    return [form for script, run in runs if (form := _form(script, run, doubtful)) is not None]


def _runs(word: str) -> list[tuple[Script, str]]:
    """Cut a word where its script changes; signs and digits stay with what stands before them."""
    if word.isascii():
        return [(Script.LATIN, word)] if any(map(str.isalpha, word)) else []
    present = set(map(script_of_sign, word))
    present.discard(Script.OTHER)
    if len(present) <= 1:
        return [(script, word) for script in present]
    scripts: list[Script] = []
    for char in word:
        script = script_of_sign(char)
        scripts.append(scripts[-1] if script is Script.OTHER and scripts else script)
    cut = []
    for script, pairs in groupby(zip(scripts, word, strict=True), key=lambda pair: pair[0]):
        if script is not Script.OTHER:
            cut.append((script, "".join(char for _, char in pairs)))
    return cut


def _form(script: Script, words: Sequence[str], doubtful: float) -> Form | None:
    written = " ".join(words).casefold()
    if script is Script.LATIN and written.isascii() and not _JOINED.search(written):
        return Form(Script.LATIN.value, tuple(written.split(" ")), written, doubtful)
    writing = WRITINGS.get(script, LATIN)
    if writing is LATIN:
        text = written if script is Script.LATIN else _latin().transliterate(written)
        plain = latin_words(text)
        return Form(Script.LATIN.value, plain, written, doubtful) if plain else None
    if script is Script.HAN:
        # All other scripts are canonical in the normal form already; there characters stay as they are written.
        words = [writing.canonical(word) for word in words]
        if len(words) == 1:
            # Apart, so that a family name alone can meet: many have a Western given name in Latin letters.
            words = [part for part in family_and_given(words[0]) if part]
    return Form(script.value, tuple(words), written, doubtful)


@lru_cache(maxsize=1)
def _latin() -> icu.Transliterator:
    return icu.Transliterator.createInstance("Any-Latin")

"""Why two names compare as they do: which parts met, what was left aside, and one sentence that says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor, log10
from typing import TYPE_CHECKING

import numpy as np

from noharbor.science.names import reasons
from noharbor.science.names.engine import compare_groups
from noharbor.science.names.evidence import Level
from noharbor.science.names.features import CHARACTERS
from noharbor.science.names.forms import Form
from noharbor.science.names.forms import forms_by_script as by_script
from noharbor.science.names.frequencies import bearers_per_million
from noharbor.science.names.han_meetings import shared_sound, with_mark
from noharbor.science.names.meetings import How, Meeting, Met, meet
from noharbor.science.names.parsed import ParsedName
from noharbor.science.names.parsing import parse
from noharbor.science.names.prepared import Group, Prepared
from noharbor.science.names.reasons import Saying, Translate, joined, listed
from noharbor.science.names.spelled_alike import spelled_alike_per_million
from noharbor.science.names.stretches import HAN, LATIN, shortened
from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.writing import System

if TYPE_CHECKING:
    from noharbor.science.names.comparison import Comparison

#: Letters or signs of a name that are told part by part.
_LONGEST = 64
#: Parts that a sentence names; a table shows all.
_MOST_PARTS = 8
_LANGUAGES = {
    Script.BURMESE.value: "my",
    Script.HANGUL.value: "ko",
    Script.KHMER.value: "km",
    Script.LAO.value: "lo",
    Script.THAI.value: "th",
}


@dataclass(frozen=True, slots=True)
class Aside:
    """What a name held beside the words that were compared.

    Attributes:
        titles: Titles left aside, as written.
        alias: The other name given with it, where that was compared; "" where the name itself was.
    """

    titles: tuple[str, ...]
    alias: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A comparison explained.

    Attributes:
        parts: Which words, syllables or characters met, in the order of the first name.
        turned: Whether the words of one stand in another order in the other.
        asides: What was left aside of the first name, and of the second.
        clauses: What the sentence is made of, still to be told in some language.
    """

    parts: tuple[Meeting, ...]
    turned: bool
    asides: tuple[Aside, Aside]
    clauses: tuple[Saying, ...]

    @property
    def saying(self) -> Saying:
        """The sentence, still to be told in some language."""
        return joined(self.clauses)

    @property
    def sentence(self) -> str:
        """One English sentence that says why, for a person to read."""
        return self.told()

    def told(self, translate: Translate = reasons.untranslated) -> str:
        """Return the sentence in another language.

        Args:
            translate: Gives the translation of a template of `reasons`, as gettext does.
        """
        said = self.saying.told(translate)
        return said[:1].upper() + said[1:]


def reason(comparison: Comparison) -> str:
    """Return one English sentence that says why two names compare as they do."""
    return explain(comparison).sentence


def explain(comparison: Comparison) -> Explanation:
    """Explain a comparison.

    Args:
        comparison: What `compare` returned.

    Returns:
        The parts that met by the forms of both names that agree best, and the sentence.
    """
    forms = _best_forms(comparison.one, comparison.other)
    one, other = parse(comparison.one), parse(comparison.other)
    if forms is None:
        asides = (_aside(one, None), _aside(other, None))
        return Explanation((), turned=False, asides=asides, clauses=(Saying(reasons.NO_LETTERS),))
    told = [form._replace(words=shortened(form.words, _LONGEST)) for form in forms]
    met = meet(told[0], told[1], comparison.one, comparison.other)
    asides = (_aside(one, forms[0]), _aside(other, forms[1]))
    return Explanation(met.meetings, _turned(met), asides, tuple(_clauses(comparison, forms, met, asides)))


def _best_forms(one: str, other: str) -> tuple[Form, Form] | None:
    """The forms by which two names agree best: those the score comes from."""
    from noharbor.science.names.comparison import compare_forms

    best: tuple[float, Form, Form] | None = None
    for mine in Prepared([one]).groups:
        for theirs in Prepared([other]).groups:
            pairs = np.array([(a, b) for a in range(len(mine.forms)) for b in range(len(theirs.forms))], dtype=np.int32)
            odds = compare_forms(mine, theirs, pairs)[0] - mine.doubtful[pairs[:, 0]] - theirs.doubtful[pairs[:, 1]]
            at = int(np.argmax(odds))
            if best is None or odds[at] > best[0]:
                best = float(odds[at]), mine.forms[pairs[at, 0]], theirs.forms[pairs[at, 1]]
    return (best[1], best[2]) if best else None


def _aside(name: ParsedName, form: Form | None) -> Aside:
    """What of a name was not compared."""
    if form is None:
        return Aside(tuple(title.text for title in name.titles if title.sure), "")
    for alias in (None, *name.aliases):
        meant = alias.name if alias else name
        for words, possible_too in ((meant.core, False), (meant.bare, True)):
            if _holds(words, form):
                titles = tuple(title.text for title in meant.titles if title.sure or possible_too)
                return Aside(titles, alias.name.text if alias else "")
    return Aside(tuple(title.text for title in name.titles if title.sure), "")


def _holds(words: tuple[str, ...], form: Form) -> bool:
    return any((found.script, found.words) == (form.script, form.words) for found in by_script(words, 0.0))


def _turned(met: Met) -> bool:
    return met.turned and sum(part.agrees for part in met.meetings) > 1


def _clauses(
    comparison: Comparison, forms: tuple[Form, Form], met: Met, asides: tuple[Aside, Aside]
) -> Iterator[Saying]:
    level = comparison.level
    if level is Level.SIMILAR_SOUND and _meet_in_characters(forms):
        # Parts are told letter by letter, which says nothing of names that meet in characters.
        names = {"one": comparison.one.strip(), "other": comparison.other.strip()}
        yield Saying(reasons.IN_CHARACTERS, names)
    else:
        yield _first(comparison, forms, met)
        yield from _by_parts(level, met)
    titles = [f"“{title}”" for aside in asides for title in aside.titles]
    if titles:
        yield Saying(reasons.TITLES, {"titles": listed(titles)})
    aliases = [f"“{aside.alias}”" for aside in asides if aside.alias]
    if aliases:
        yield Saying(reasons.ALIAS, {"aliases": listed(aliases)})
    if level >= Level.CUSTOMARY_ROMANISATION:
        yield from _bearers(forms, met)


def _by_parts(level: Level, met: Met) -> Iterator[Saying]:
    """Which parts meet, which do not, and in which order they stand."""
    if level in {Level.SAME_SOUND_WITH_TONE, Level.SAME_SOUND_WITHOUT_TONE}:
        yield Saying(reasons.SOUND_PROVES_LITTLE)
    agreed = sum(part.agrees for part in met.meetings)
    if agreed and level not in {Level.SAME_WRITING, Level.SCRIPT_VARIANT}:
        yield Saying(reasons.MET, {"met": str(agreed), "all": str(len(met.meetings))})
        alone = [f"“{part.one_part or part.other_part}”" for part in met.meetings if part.how is How.NO_COUNTERPART]
        apart = [f"{part.one_part} ≠ {part.other_part}" for part in met.meetings if part.how is How.UNEXPECTED]
        if apart:
            yield Saying(reasons.APART, {"pairs": listed(apart[:_MOST_PARTS])})
        if alone:
            yield Saying(reasons.ALONE, {"words": listed(alone[:_MOST_PARTS])})
    if _turned(met):
        yield Saying(reasons.TURNED)


def _meet_in_characters(forms: tuple[Form, Form]) -> bool:
    """Whether two Latin spellings agree better as readings of Chinese characters than letter by letter."""
    one, other = (Group(form.script, [0], [form]) for form in forms)
    if not one.script == other.script == LATIN:
        return False
    return bool(compare_groups(one, other, np.zeros((1, 2), dtype=np.int32)).rows[0, CHARACTERS])


def _first(comparison: Comparison, forms: tuple[Form, Form], met: Met) -> Saying:
    """How the two names stand to each other."""
    parts = met.meetings
    values: dict[str, str | Saying] = {
        "one": comparison.one.strip(),
        "other": comparison.other.strip(),
        "parts": listed(_told_parts(parts, forms)),
    }
    scripts = {form.script for form in forms}
    match comparison.level:
        case Level.SAME_WRITING:
            template = reasons.SAME_WRITING
        case Level.SCRIPT_VARIANT:
            template = reasons.SAME_CHARACTERS if scripts == {HAN} else reasons.SAME_LETTERS
        case Level.SAME_SOUND_WITH_TONE:
            template = reasons.SAME_SOUND_WITH_TONE
        case Level.SAME_SOUND_WITHOUT_TONE:
            template = reasons.SAME_SOUND_WITHOUT_TONE
        case Level.DIFFERENT:
            template = reasons.DIFFERENT
        case level if not values["parts"]:
            template = reasons.DIFFERENT
        case level if LATIN in scripts and len(scripts) > 1:
            return _written(values, forms, parts, whole=level is Level.CUSTOMARY_ROMANISATION)
        case Level.CUSTOMARY_ROMANISATION:
            template = reasons.SPELLED_TWICE if scripts == {LATIN} else reasons.SOUNDS_LIKE
        case _:
            template = reasons.PARTLY_ALIKE
    return Saying(template, values)


def _written(
    values: dict[str, str | Saying], forms: tuple[Form, Form], parts: tuple[Meeting, ...], *, whole: bool
) -> Saying:
    latin, native = ("one", "other") if forms[0].script == LATIN else ("other", "one")
    said = {"latin": values[latin], "native": values[native], "parts": values["parts"]}
    if not whole:
        return Saying(reasons.WRITES_PARTLY, said)
    systems = {part.system for part in parts if part.system}
    template = reasons.BY_SYSTEM[System(systems.pop())] if len(systems) == 1 else reasons.BY_SEVERAL
    return Saying(reasons.WRITES, {**said, "system": Saying(template)})


def _told_parts(parts: tuple[Meeting, ...], forms: tuple[Form, Form]) -> list[str]:
    """The parts that met as words of the sentence: the native one first, then how it is spelled."""
    latin_first = forms[0].script == LATIN != forms[1].script
    told = []
    for part in parts:
        pair = (part.other_part, part.one_part) if latin_first else (part.one_part, part.other_part)
        if part.how in {How.SAME_SOUND_WITH_TONE, How.SAME_SOUND_WITHOUT_TONE}:
            told.append(f"{pair[0]} / {pair[1]} {with_mark(shared_sound(*pair))}")
        elif part.agrees and part.how is How.READING:
            told.append(f"{pair[0]} {pair[1]}")
        elif part.agrees:
            told.append(pair[0] if pair[0] == pair[1] else f"{pair[0]} = {pair[1]}")
    return [*told[:_MOST_PARTS], "…"] if len(told) > _MOST_PARTS else told


def _bearers(forms: tuple[Form, Form], met: Met) -> Iterator[Saying]:
    """How many people may be meant: the more, the less a name says."""
    native = next((form for form in forms if form.script != LATIN), None)
    if native is None or not all(part.agrees for part in met.meetings):
        return
    words = tuple(native.written.split())
    number, some, few = None, reasons.BEARERS, reasons.FEW_BEARERS
    if native.script == HAN:
        if any(part.system == System.PINYIN for part in met.meetings):
            number, some, few = spelled_alike_per_million(native.written), reasons.SPELLED_SO, reasons.FEW_SPELLED_SO
        elif all(part.how in {How.SAME_WRITING, How.SCRIPT_VARIANT} for part in met.meetings):
            number = bearers_per_million(words, "zh")
    elif native.script in _LANGUAGES:
        number = bearers_per_million(words, _LANGUAGES[native.script])
    if number is not None:
        yield Saying(few) if number < 1.5 else Saying(some, {"number": _rounded(number)})


def _rounded(number: float) -> str:
    """A number with two figures that mean something: 5,300."""
    return f"{round(number, 1 - floor(log10(number))):,.0f}"

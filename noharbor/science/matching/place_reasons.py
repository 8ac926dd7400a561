"""Why a place may be meant by a name, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from noharbor.science.names import reasons
from noharbor.science.names.evidence import Level
from noharbor.science.names.forms import Form
from noharbor.science.names.meetings import How, Meeting, meet
from noharbor.science.names.reasons import Saying, joined, listed
from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.writing import System

#: Parts that a sentence names.
_MOST_PARTS = 8


def reason_for(one: tuple[str, Form], other: tuple[str, Form], level: Level, aside: tuple[str, ...]) -> Saying:
    """Say why two names compare as they do.

    Args:
        one: A name as it is shown, and the form it was compared by.
        other: The name of the place, and its form.
        level: The level that the comparison gave.
        aside: Words for kinds of place that were left aside.
    """
    return joined(_clauses(one, other, level, aside))


def _clauses(one: tuple[str, Form], other: tuple[str, Form], level: Level, aside: tuple[str, ...]) -> Iterator[Saying]:
    parts = meet(one[1], other[1], one[0], other[0]).meetings
    yield _first(one, other, level, parts)
    if level in {Level.SAME_SOUND_WITH_TONE, Level.SAME_SOUND_WITHOUT_TONE}:
        yield Saying(reasons.SOUND_PROVES_LITTLE)
    agreed = sum(part.agrees for part in parts)
    if level < Level.SCRIPT_VARIANT and agreed:
        yield Saying(reasons.MET, {"met": str(agreed), "all": str(len(parts))})
        apart = [f"{part.one_part} ≠ {part.other_part}" for part in parts if part.how is How.UNEXPECTED]
        if apart:
            yield Saying(reasons.APART, {"pairs": listed(apart[:_MOST_PARTS])})
        alone = [f"“{part.one_part or part.other_part}”" for part in parts if part.how is How.NO_COUNTERPART]
        if alone:
            yield Saying(reasons.ALONE, {"words": listed(alone[:_MOST_PARTS])})
    if aside:
        yield Saying(reasons.KINDS_ASIDE, {"words": listed([f"“{word}”" for word in dict.fromkeys(aside)])})


def _first(one: tuple[str, Form], other: tuple[str, Form], level: Level, parts: tuple[Meeting, ...]) -> Saying:
    """How the two names stand to each other."""
    scripts = [one[1].script, other[1].script]
    met: list[str | Saying] = list(_told(parts, latin_first=scripts[0] == Script.LATIN != scripts[1]))
    values = {"one": one[0], "other": other[0], "parts": listed(met)}
    if level is Level.SAME_WRITING:
        return Saying(reasons.SAME_WRITING, values)
    if level is Level.SCRIPT_VARIANT:
        han = set(scripts) == {Script.HAN.value}
        return Saying(reasons.SAME_CHARACTERS if han else reasons.SAME_LETTERS, values)
    if level is Level.SAME_SOUND_WITH_TONE:
        return Saying(reasons.SAME_SOUND_WITH_TONE, values)
    if level is Level.SAME_SOUND_WITHOUT_TONE:
        return Saying(reasons.SAME_SOUND_WITHOUT_TONE, values)
    if not met:
        return Saying(reasons.DIFFERENT, values)
    if (scripts[0] == Script.LATIN) != (scripts[1] == Script.LATIN):
        latin, native = (one[0], other[0]) if scripts[0] == Script.LATIN else (other[0], one[0])
        written: dict[str, str | Saying] = {"latin": latin, "native": native, "parts": values["parts"]}
        if level < Level.CUSTOMARY_ROMANISATION:
            return Saying(reasons.WRITES_PARTLY, written)
        systems = {part.system for part in parts if part.system}
        system = reasons.BY_SYSTEM[System(systems.pop())] if len(systems) == 1 else reasons.BY_SEVERAL
        return Saying(reasons.WRITES, {**written, "system": Saying(system)})
    if level < Level.CUSTOMARY_ROMANISATION:
        return Saying(reasons.PARTLY_ALIKE, values)
    return Saying(reasons.SPELLED_TWICE if scripts[0] == Script.LATIN else reasons.SOUNDS_LIKE, values)


def _told(parts: tuple[Meeting, ...], *, latin_first: bool) -> Iterator[str]:
    """The parts that met: the native one first, then how it is spelled."""
    agreed = [part for part in parts if part.agrees]
    for part in agreed[:_MOST_PARTS]:
        first, then = (part.other_part, part.one_part) if latin_first else (part.one_part, part.other_part)
        yield first if first == then else f"{first} = {then}"
    if len(agreed) > _MOST_PARTS:
        yield "…"

"""Which parts of two names met, and how: the best alignment told syllable by syllable, in the names' own letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import NamedTuple

from noharbor.science.names.alignment import LONGEST_LETTERS
from noharbor.science.names.forms import Form
from noharbor.science.names.han_meetings import By, characters_met
from noharbor.science.names.pivots import pivots_of
from noharbor.science.names.spellings import SYSTEMS, spellings
from noharbor.science.names.stretches import HAN, LATIN, Read, Stretch, parts_of, read_in, shortened, shown_words
from noharbor.science.names.written_letters import WrittenLetters
from noharbor.science.scripts.writing import System
from noharbor.science.scripts.writings import pieces_of

#: Where several systems write the same letters equally often, the first of these is told.
_FIRST = (System.PINYIN, System.CANTONESE, System.WADE_GILES, System.HOKKIEN, System.TEOCHEW, System.HAKKA)


#: Squares of letters that are read, over all spellings that are tried of two native names.
_MOST_LETTERS = 12_000


class How(StrEnum):
    """How a part of one name stands to its counterpart, the strongest first."""

    SAME_WRITING = "same writing"
    SCRIPT_VARIANT = "script variant"
    READING = "reading"
    ANOTHER_SPELLING = "another spelling"
    SAME_SOUND_WITH_TONE = "same sound with tone"
    SAME_SOUND_WITHOUT_TONE = "same sound without tone"
    UNEXPECTED = "unexpected"
    NO_COUNTERPART = "no counterpart"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A part of one name and what it met in the other.

    Attributes:
        one_part: Word, syllable or character of the first name as written; "" where the other's part met nothing.
        other_part: The same of the second name.
        how: How they meet.
        system: The way of spelling that writes one as the other, a value of System; "" for the other ways to meet.
        agrees: Whether this part speaks for one name; the same sound alone does not.
    """

    one_part: str
    other_part: str
    how: How
    system: str
    agrees: bool


class Met(NamedTuple):
    """What the alignment of two forms says.

    Attributes:
        meetings: Part by part, in the order of the first name.
        turned: Whether the words of one stand in another order in the other.
    """

    meetings: tuple[Meeting, ...]
    turned: bool


def meet(one: Form, other: Form, one_text: str, other_text: str) -> Met:
    """Tell which parts of two forms met.

    Args:
        one: A form of the first name.
        other: A form of the second name.
        one_text: The first name as given, from which its letters are shown.
        other_text: The second name as given.
    """
    if one.script == other.script == HAN:
        return Met(tuple(_by_characters(one, other)), turned=False)
    if one.script == other.script and one.words == other.words:
        return Met(tuple(_equal(one, other, one_text, other_text)), turned=False)
    if one.script == LATIN and other.script == LATIN:
        return _between_latin(one, other, one_text, other_text)
    if one.script == LATIN:
        met = meet(other, one, other_text, one_text)
        return Met(tuple(_swapped(met.meetings)), met.turned)
    if other.script == LATIN:
        return _in_letters(one, other, other_text)
    return _through_letters(one, other)


def _by_characters(one: Form, other: Form) -> Iterable[Meeting]:
    hows = {
        By.WITH_TONE: How.SAME_SOUND_WITH_TONE,
        By.WITHOUT_TONE: How.SAME_SOUND_WITHOUT_TONE,
        By.OTHER: How.UNEXPECTED,
        By.EXTRA: How.NO_COUNTERPART,
    }
    mine, theirs = "".join(shown_words(one)), "".join(shown_words(other))
    for found in characters_met("".join(one.words), "".join(other.words)):
        left = mine[found.one] if found.one is not None else ""
        right = theirs[found.other] if found.other is not None else ""
        if found.by is By.EQUAL:
            how = How.SAME_WRITING if left == right else How.SCRIPT_VARIANT
            yield Meeting(left, right, how, "", agrees=True)
        else:
            yield Meeting(left, right, hows[found.by], "", agrees=False)


def _equal(one: Form, other: Form, one_text: str, other_text: str) -> Iterable[Meeting]:
    how = How.SAME_WRITING if one.written == other.written else How.SCRIPT_VARIANT
    if one.script == LATIN:
        mine, theirs = WrittenLetters(one_text, one.words).words(), WrittenLetters(other_text, other.words).words()
        same = [How.SAME_WRITING if a.casefold() == b.casefold() else how for a, b in zip(mine, theirs, strict=True)]
        return [Meeting(a, b, each, "", agrees=True) for a, b, each in zip(mine, theirs, same, strict=True)]
    return [Meeting(text, text, how, "", agrees=True) for text, _ in parts_of(one)]


def _swapped(meetings: Iterable[Meeting]) -> Iterable[Meeting]:
    return (Meeting(m.other_part, m.one_part, m.how, m.system, m.agrees) for m in meetings)


def _between_latin(one: Form, other: Form, one_text: str, other_text: str) -> Met:
    """Both in Latin letters: the words of one, read in the letters of the other, whichever way goes better."""
    there, back = read_in(one, other.words), read_in(other, one.words)
    if back.gain > there.gain:
        met = _between(other, back, one, one_text, other_text)
        return Met(tuple(_swapped(met.meetings)), met.turned)
    return _between(one, there, other, other_text, one_text)


def _between(pieces: Form, read: Read, latin: Form, latin_text: str, pieces_text: str) -> Met:
    letters = WrittenLetters(latin_text, latin.words)
    own = WrittenLetters(pieces_text, pieces.words).words()
    met = _whole_words(read, latin.words)
    meetings = []
    for stretch, word, plain in zip(read.stretches, own, pieces.words, strict=True):
        taken = "".join(latin.words)[stretch.start : stretch.end]
        how = How.SAME_WRITING if taken == plain else How.ANOTHER_SPELLING
        if stretch not in met:
            how = How.UNEXPECTED if taken else How.NO_COUNTERPART
        shown = letters.shown(stretch.start, stretch.end)
        meetings.append(Meeting(word, shown, how, "", agrees=stretch in met))
    return Met((*meetings, *_left_over(read, letters)), read.start != 0)


def _whole_words(read: Read, latin: tuple[str, ...]) -> list[Stretch]:
    """Those that met more than by chance, from one border of words to another: Min did not meet the mi of Smith."""
    likely = [stretch for stretch in read.stretches if stretch.met and stretch.gain > 0]
    borders = {0, *accumulate(map(len, latin))}
    starts = borders | {stretch.end for stretch in likely}
    ends = borders | {stretch.start for stretch in likely}
    return [stretch for stretch in likely if stretch.start in starts and stretch.end in ends]


def _in_letters(native: Form, latin: Form, latin_text: str) -> Met:
    """A native name read in Latin letters."""
    read = read_in(native, latin.words)
    letters = WrittenLetters(latin_text, latin.words)
    system = _system_of(native.script, [stretch for stretch in read.stretches if stretch.met])
    meetings = []
    for stretch in read.stretches:
        how = How.READING if stretch.met else How.UNEXPECTED if stretch.end > stretch.start else How.NO_COUNTERPART
        said = (system or _alone(native.script, stretch)) if stretch.met else ""
        shown = letters.shown(stretch.start, stretch.end)
        meetings.append(Meeting(stretch.text, shown, how, said, agrees=stretch.met))
    return Met((*meetings, *_left_over(read, letters)), read.start != 0)


def _alone(script: str, stretch: Stretch) -> str:
    """The system of a part in a name that mixes them; in scripts with letters a mixture is what custom is."""
    return (_system_of(script, [stretch]) if script == HAN else "") or System.CUSTOMARY


def _left_over(read: Read, letters: WrittenLetters) -> list[Meeting]:
    return [Meeting("", letters.shown(*span), How.NO_COUNTERPART, "", agrees=False) for span in read.extra]


def _through_letters(one: Form, other: Form) -> Met:
    """Two native scripts: both read in the Latin letters by which they agree best."""
    best: tuple[tuple[int, float], Read, Read] | None = None
    for pivot in _spellings_of(one, other):
        mine, theirs = read_in(one, pivot), read_in(other, pivot)
        unmet = sum(not stretch.met for read in (mine, theirs) for stretch in read.stretches)
        worth = (-unmet, mine.gain + theirs.gain)
        if best is None or worth > best[0]:
            best = worth, mine, theirs
    if best is None:
        shown = [[text for text, _ in parts_of(form)] for form in (one, other)]
        left = [Meeting(text, "", How.NO_COUNTERPART, "", agrees=False) for text in shown[0]]
        return Met((*left, *(Meeting("", text, How.NO_COUNTERPART, "", agrees=False) for text in shown[1])), False)
    return Met(tuple(_between_borders(best[1], best[2])), best[1].start != best[2].start)


def _spellings_of(one: Form, other: Form) -> list[tuple[str, ...]]:
    spelled = [
        shortened(spelling, LONGEST_LETTERS)
        for form in (one, other)
        for spelling in pivots_of(form.script, [pieces_of(form.script, word) for word in form.words])
    ]
    longest = max((sum(map(len, spelling)) for spelling in spelled), default=1)
    # Reading takes time with the square of the length; of very long names fewer spellings are tried, from both sides.
    return spelled[:: max(1, len(spelled) * longest**2 // _MOST_LETTERS)]


def _between_borders(mine: Read, theirs: Read) -> Iterable[Meeting]:
    """Lay two readings of the same letters side by side, cut where both have a border."""
    ends = [{stretch.end for stretch in read.stretches} for read in (mine, theirs)]
    starts = [{stretch.start for stretch in read.stretches} for read in (mine, theirs)]
    borders = sorted((ends[0] & ends[1]) | (starts[0] & starts[1]))
    for start, end in pairwise(borders):
        within = [
            [s for s in read.stretches if start <= s.start and s.end <= end and s.end > s.start]
            for read in (mine, theirs)
        ]
        if not any(within):
            continue
        met = all(within) and all(stretch.met for side in within for stretch in side)
        left, right = ("".join(stretch.text for stretch in side) for side in within)
        how = How.ANOTHER_SPELLING if met else How.UNEXPECTED if left and right else How.NO_COUNTERPART
        yield Meeting(left, right, how, "", agrees=met)
    for read, is_mine in ((mine, True), (theirs, False)):
        for stretch in read.stretches:
            if stretch.end == stretch.start:
                sides = (stretch.text, "") if is_mine else ("", stretch.text)
                yield Meeting(*sides, How.NO_COUNTERPART, "", agrees=False)


def _system_of(script: str, stretches: Iterable[Stretch]) -> str:
    """The one system that writes all these stretches as they stand, the likeliest of several; "" where none does."""
    total: dict[str, float] | None = None
    entries = spellings(script).entries
    for stretch in stretches:
        for step in stretch.steps:
            if not step.letters and script != HAN:
                continue
            known = {
                system: gain for piece in step.pieces for chunk, system, gain in entries[piece] if chunk == step.letters
            }
            total = known if total is None else {one: total[one] + known[one] for one in total if one in known}
    return max(total or {"": 0.0}, key=lambda one: ((total or {}).get(one, 0.0), one in _FIRST, -_place(one)))


def _place(system: str) -> int:
    return _FIRST.index(System(system)) if system in _FIRST else SYSTEMS.index(system)

"""What bare consonants do: Thai writes neither the inherent vowels nor where a syllable ends.

A run is a stretch of consonants without a written vowel. Each way to read it has a price; the cheapest is taken. The
prices say what is usual in names, many of them Pali and Sanskrit compounds.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import NamedTuple

from noharbor.science.scripts.thai.order import KILLER, listed


class Before(IntEnum):
    """What stands before a run."""

    START = 0
    CLOSED = 1  # A syllable that takes no further final.
    OPEN = 2  # A vowel that may take a final.
    NEEDS = 3  # A vowel that must take one, such as mai han-akat.


class Role(StrEnum):
    """What a part of a syllable is."""

    ONSET = "onset"
    OPEN = "open"  # The inherent vowel of an open syllable.
    CLOSED = "closed"  # The inherent vowel with its final.
    FRAME = "frame"  # A written vowel.
    FINAL = "final"
    EXTRA = "extra"  # A further consonant after the final: silent at the end, a linking syllable before another.
    KILLED = "killed"
    SHORT = "short"  # A final with a short vowel sign that is spoken in some compounds only: ชาติ.
    JOINED = "joined"  # The first consonant of a cluster whose second has the vowel.


#: Consonants spoken together, and leading ห and อ, which are silent.
CLUSTERS = listed("กร กล กว ขร ขล ขว คร คล คว ดร ตร ทร บร บล ปร ปล ผล พร พล ฟร ฟล ศร ซร สร หง หญ หน หม หย หร หล หว อย")
#: A final and the consonant after it that Pali and Sanskrit words write in one; besides a letter doubled.
_STACKS = listed(
    "กข กร กษ ขม คร งข งค งฆ งศ งษ จฉ จน ชฌ ชญ ชร ญจ ญช ฎฐ ฏฐ ฑฒ ณฐ ณฑ ณย ณห ดฒ ดร ตถ ตน ตม ตย ตร ตว ทธ ทม ทย ทร ทว "
    "ธย นต นถ นท นธ นร ฒน พภ พย พธ มพ มภ มห รค รช รณ รท รธ รม รย ลป ลย ลล ศน ศว ษฎ ษฏ ษฐ ษณ ษม สต สถ สน สย สว"
)
#: Those that also follow a final after the inherent vowel.
_AFTER_INHERENT = listed("จน งข งค งฆ งศ งษ ณฐ ณฑ ณย ญจ นต นถ นท นธ มพ มภ มห ทธ ตถ ลย ลป ศย ษย ทย")
_TAILS = frozenset({"ตร", "ทร", "ชร", "จน", "ดร", "ศร", "ฎร"})
#: Clusters whose letters more often stand in two syllables, or open and close one, where no vowel is written.
_OFTEN_APART = frozenset({"กร", "พร", "พล", "สร", "ศร", "คร"})
#: Letters that close no syllable.
_NO_FINAL = frozenset("ฉฌผฝหอฮ")
_FEW_FINALS = frozenset("วย")
_FEW_ONSETS = frozenset("งญณฬ")
_SHORT = frozenset("ิุ")
#: A first consonant spoken as a short syllable of its own before the second: ถนน, สวัสดิ์, ตลาด.
_LEADS = listed("ขจ ขน ขย ฉล ชล ตล ถน ถล ถว ผล ผย พญ มณ สง สถ สน สม สย สล สว ทว ธว")

#: Clusters that begin words with ะ: พระ, ประ-, กระ-, ตระ-, สระ.
_WORDS_WITH_A = listed("กร ตร ปร พร สร")
_OPENING = {Before.START: "start", Before.CLOSED: "", Before.OPEN: "may", Before.NEEDS: "must"}
_CLOSING = frozenset({Role.CLOSED, Role.EXTRA, Role.FINAL})

Parts = tuple[tuple[Role, int, int], ...]


def _closing(letter: str) -> float:
    if letter in _NO_FINAL:
        return 3.0
    return 0.6 if letter in _FEW_FINALS else 0.0


def _extra(run: str, at: int, closed: str) -> float:
    """The price of one more consonant after a final; closed says what the syllable has: final, inherent or nothing."""
    pair = run[at - 1 : at + 1]
    doubled = pair[:1] == pair[1:]
    if closed in ("bound", "final") and (pair in _STACKS or doubled):
        return 1.5 if closed == "final" and pair in ("กร", "คร", "ดร") else 0.3
    if closed == "inherent" and (pair in _AFTER_INHERENT or doubled):
        return 0.8 if doubled else 0.4
    if closed == "extra" and pair in _TAILS:
        return 0.4
    return 2.5 if run[at] in "งม" else 1.5


def _ending(state: str, end: str) -> float:
    """The price of leaving a run; a killed letter likes a final before it."""
    if state == "must":
        return 1.0
    return 0.8 if end == KILLER and state == "extra" else 0.0


class Run(NamedTuple):
    """Bare consonants and what stands around them.

    Attributes:
        letters: The consonants.
        before: What stands before them.
        short: Whether the written vowel before them is ิ or ุ.
        after: The consonant that follows with its own vowel sign behind it, and ะ where that is the sign (พระ, ประ are
            words of their own); "" at the end, before a killed letter, and before a vowel written in front.
        end: "$" where the word ends after the run, the sign thanthakhat before a killed letter, else "".
        toned: Which of the consonants bear a tone mark; these close no syllable.
    """

    letters: str
    before: Before
    short: bool = False
    after: str = ""
    end: str = ""
    toned: frozenset[int] = frozenset()


def run_of(letters: str, before: Before, vowel: str, after: str, end: str) -> Run:
    """Make a run of what matters only, so that equal runs are read once.

    Args:
        letters: The consonants.
        before: What stands before them.
        vowel: The written vowel before them, "" where there is none.
        after: See `Run`.
        end: See `Run`.
    """
    meets = letters[-1] + after[:1]
    return Run(letters, before, vowel in _SHORT, after if meets in CLUSTERS or meets in _LEADS else "", end)


@lru_cache(maxsize=100_000)
def read_run(run: Run) -> Parts:
    """Read a run of bare consonants.

    Returns:
        Parts as (role, first, after last) within the run, in order.
    """
    length = len(run.letters)
    best: list[dict[str, tuple[float, Parts]]] = [{} for _ in range(length + 1)]
    best[0][_OPENING[run.before]] = (0.0, ())
    for at in range(length):
        for state, (price, parts) in list(best[at].items()):
            for reached, then, more, added in _steps(run, at, state):
                total = price + more + _against_tones(run.toned, added)
                held = best[reached].get(then)
                if held is None or total < held[0]:
                    best[reached][then] = (total, parts + added)
    left = [(price + _ending(state, run.end), parts) for state, (price, parts) in best[length].items()]
    return min(left, key=lambda found: found[0])[1] if left else ()


def _against_tones(toned: frozenset[int], parts: Parts) -> float:
    """The price of closing a syllable with a consonant that bears a tone mark."""
    if not toned:
        return 0.0
    return 3.0 * sum(first in toned for role, first, _ in parts if role in _CLOSING)


_Step = tuple[int, str, float, Parts]


def _steps(run: Run, at: int, state: str) -> list[_Step]:
    """Every reading of what comes next in a run."""
    letters, after = run.letters, run.after
    steps = _continuing(letters, at, state)
    if state == "must":
        return steps
    steps += _syllables(letters, at, after, run.end)
    joined = letters[at] + after[:1]
    if at < len(letters) - 1 or not after:
        return steps
    if joined in CLUSTERS:
        price = (-0.5 if joined in _WORDS_WITH_A else 0.6) if after[1:] else _joining(joined, state, short=run.short)
        steps.append((at + 1, "", price, ((Role.JOINED, at, at + 1),)))
    if joined in _LEADS and state == "may":
        steps = [(*step[:2], step[2] + 0.4, step[3]) if step[3][0][0] is Role.FINAL else step for step in steps]
    return steps


def _joining(cluster: str, state: str, *, short: bool) -> float:
    """The price of taking a consonant as the first of a cluster rather than as a final."""
    if state != "may":
        return 0.2
    if cluster in ("ทร", "ศร", "สร"):
        return -0.3
    return -0.2 if short and cluster[1] in "รล" else 0.5


def _continuing(run: str, at: int, state: str) -> list[_Step]:
    """Readings that belong to the syllable before."""
    if state in ("may", "must"):
        price = -0.1 if run[at] in _FEW_FINALS else _closing(run[at]) - 0.1
        return [(at + 1, "bound" if state == "must" else "final", price, ((Role.FINAL, at, at + 1),))]
    if state == "start":
        return []
    steps: list[_Step] = [(at + 1, "extra", _extra(run, at, state), ((Role.EXTRA, at, at + 1),))]
    if state in ("bound", "final", "inherent") and run[at : at + 2] in _TAILS and run[at - 1] != run[at]:
        steps.append((at + 2, "extra", 0.5, ((Role.EXTRA, at, at + 2),)))
    return steps


def _syllables(run: str, at: int, after: str, end: str) -> list[_Step]:
    """Readings that begin a new syllable."""
    rest = run[at:]
    leads = rest[:2] in _LEADS or (len(rest) == 1 and rest + after[:1] in _LEADS)
    price = 3.0 if end == "$" and len(rest) == 1 else (0.2 if len(rest) == 1 else 0.5) if leads else 1.2
    steps: list[_Step] = [(at + 1, "", price, ((Role.ONSET, at, at + 1), (Role.OPEN, at + 1, at + 1)))]
    if rest.startswith("นคร"):
        town = ((Role.ONSET, at, at + 1), (Role.OPEN, at + 1, at + 1), (Role.ONSET, at + 1, at + 2))
        steps.append((at + 3, "inherent", 0.8, (*town, (Role.CLOSED, at + 2, at + 3))))
    rare = 0.8 if run[at] in _FEW_ONSETS else 0.0
    steps += _closed(run, at, at + 1, 1.0 + rare)
    if rest[:2] in CLUSTERS:
        steps += _closed(run, at, at + 2, 1.4 if rest[:2] in _OFTEN_APART else 0.7 if rest[:3] == "ทรง" else 1.1)
    if end == KILLER and rest[1:] == "วง":  # วงศ์ and วงษ์ are words of their own.
        return [(*step[:2], step[2] + 1.0, step[3]) if step[3][1][0] is Role.FRAME else step for step in steps]
    return steps


def _closed(run: str, at: int, middle: int, price: float) -> list[_Step]:
    """Readings of a syllable whose vowel is inherent, or is ว or อ."""
    if middle >= len(run):
        return []
    onset = (Role.ONSET, at, middle)
    odd = 0.6 if run[at] == "ร" and run[middle] in "รล" else 0.3 if run[at] == "ว" and run[middle] not in "งจร" else 0.0
    inherent = (onset, (Role.CLOSED, middle, middle + 1))
    steps: list[_Step] = [(middle + 1, "inherent", price + odd + _closing(run[middle]), inherent)]
    if run[middle] not in "วอ":
        return steps
    spoken = (onset, (Role.FRAME, middle, middle + 1))
    if run[middle] == "อ":
        price -= 0.1
        steps.append((middle + 1, "", price, spoken))
    if middle + 1 < len(run):
        final = 0.0 if run[middle + 1] == "ย" else _closing(run[middle + 1])
        steps.append((middle + 2, "final", price + final, (*spoken, (Role.FINAL, middle + 1, middle + 2))))
    return steps

"""A comparison of two names as the page shows it, in the reader's language."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from noharbor.science.names.explain import Aside
    from noharbor.science.names.meetings import Meeting

#: Pairs to try: invented people, and public office holders whose governments spell them so. By key, what each shows.
EXAMPLES: dict[str, tuple[str, str, Promise]] = {
    "burmese": ("မင်းအောင်လှိုင်", "Min Aung Hlaing", gettext_lazy("Burmese")),
    "cantonese": ("陳大文", "Chan Tai Man", gettext_lazy("Cantonese")),
    "homophones": ("王伟", "汪伟", gettext_lazy("Two people who sound alike")),
    "khmer": ("ហ៊ុន ម៉ាណែត", "Hun Manet", gettext_lazy("Khmer")),
    "korean": ("김민준", "Kim Min-jun", gettext_lazy("Korean")),
    "lao": ("ສອນໄຊ ສີພັນດອນ", "Sonexay Siphandone", gettext_lazy("Lao")),
    "lao-thai": ("ສອນໄຊ ສີພັນດອນ", "สอนไซ สีพันดอน", gettext_lazy("Lao and Thai")),
    "pinyin": ("王毅", "Wang Yi", gettext_lazy("Pinyin")),
    "thai": ("อนุทิน ชาญวีรกูล", "Mr Anutin Charnvirakul", gettext_lazy("Thai")),
    "vietnamese": ("Phạm Minh Chính", "PHAM MINH CHINH", gettext_lazy("Vietnamese")),
}
#: Language by script, so that a name is set in the right face with room for its marks.
_LANGUAGES = {"Hang": "ko", "Hani": "zh", "Kana": "ja", "Khmr": "km", "Laoo": "lo", "Mymr": "my", "Thai": "th"}
#: Tag of each proposal: its class and icon, so that none is told by colour alone.
_TAGS = {"different": ("rejected", "cross"), "possible": ("proposed", "circle"), "same": ("confirmed", "check")}


@dataclass(frozen=True, slots=True)
class Spellings:
    """The spellings of one form by one system."""

    system: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two names and what was found in it."""

    name: str
    language: str
    titles: tuple[str, ...]
    alias: str
    spellings: tuple[Spellings, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A row of the table of parts."""

    one: str
    other: str
    how: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class Result:
    """All that the page says of two names; `percent` is a whole number of hundredths."""

    one: Side
    other: Side
    score: str
    percent: int
    proposal: str
    level: str
    tag: str
    icon: str
    sentence: str
    parts: tuple[Part, ...]

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both names, in their order."""
        return self.one, self.other


def has_letters(name: str) -> bool:
    """Return whether a name has anything to compare."""
    from noharbor.science.names.forms import forms_of

    return bool(forms_of(name))


def compared(one: str, other: str) -> Result:
    """Compare two names, for the page."""
    from noharbor.science.names.comparison import compare
    from noharbor.science.names.explain import explain
    from noharbor.science.names.reasons import LEVEL_NAMES, PROPOSAL_NAMES, score_told

    found = compare(one, other)
    explained = explain(found)
    tag, icon = _TAGS[found.proposal.value]
    return Result(
        one=_side(one, explained.asides[0]),
        other=_side(other, explained.asides[1]),
        score=score_told(found.score),
        percent=round(found.score * 100),
        proposal=_(PROPOSAL_NAMES[found.proposal]),
        level=_(LEVEL_NAMES[found.level]),
        tag=tag,
        icon=icon,
        sentence=explained.told(_),
        parts=tuple(map(_part, explained.parts)),
    )


@cache
def get_ready() -> None:
    """Load tables and compiled loops in the background, so that the first comparison need not wait for them."""

    def load() -> None:
        from noharbor.science.names.comparison import compare

        compare("陈大文", "Chan Tai Man")
        compare("陈大文", "陈大汶")

    threading.Thread(target=load, name="names", daemon=True).start()


def _part(part: Meeting) -> Part:
    from noharbor.science.names.reasons import HOW_NAMES, SYSTEM_NAMES
    from noharbor.science.scripts.writing import System

    how = SYSTEM_NAMES[System(part.system)] if part.system else HOW_NAMES[part.how.value]
    return Part(part.one_part, part.other_part, _(how), part.agrees)


def spelled(name: str) -> tuple[str, tuple[Spellings, ...]]:
    """Return the language a name is set in, "" for Latin letters, and how others may spell it, by system."""
    from noharbor.science.names.reasons import SYSTEM_NAMES
    from noharbor.science.names.romanise import romanise

    forms = romanise(name)
    found = forms[0].spellings if forms else ()
    ordered = sorted(found, key=lambda one: [other.system for other in found].index(one.system))
    return _LANGUAGES.get(forms[0].script.value, "") if forms else "", tuple(
        Spellings(_(SYSTEM_NAMES[system]), tuple(one.spelling for one in group))
        for system, group in groupby(ordered, key=lambda one: one.system)
    )


def _side(name: str, aside: Aside) -> Side:
    language, spellings = spelled(name)
    return Side(name, language, aside.titles, aside.alias, spellings)

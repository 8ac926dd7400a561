"""The words in which a comparison is explained, in one table; catalogues of other languages translate them by these.

Science has no translations of its own: whoever shows an explanation hands over the function that translates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from noharbor.science.names.evidence import Level, Proposal
from noharbor.science.scripts.writing import System

Translate = Callable[[str], str]


def untranslated(words: str) -> str:
    """Return the words as they are, in English."""
    return words


#: Marks words for the catalogues.
_ = untranslated


@dataclass(frozen=True, slots=True)
class Saying:
    """A template and what goes into it.

    Attributes:
        template: One of the messages of this module, with named placeholders.
        values: What the placeholders stand for; sayings are told in the same language.
    """

    template: str
    values: Mapping[str, str | Saying] = field(default_factory=dict)

    def told(self, translate: Translate = untranslated) -> str:
        """Return the words, translated."""
        values = {
            name: value.told(translate) if isinstance(value, Saying) else value for name, value in self.values.items()
        }
        return translate(self.template) % values


#: What stands first: how the two names stand to each other.
NO_LETTERS = _("one of the two has no letters, so nothing can be compared")
SAME_WRITING = _("“%(one)s” and “%(other)s” are written the same")
SAME_CHARACTERS = _(
    "“%(one)s” and “%(other)s” are the same characters in simplified and traditional or other forms (%(parts)s)"
)
SAME_LETTERS = _("“%(one)s” and “%(other)s” are the same letters but for marks, spaces or signs (%(parts)s)")
WRITES = _("“%(latin)s” writes “%(native)s” %(system)s (%(parts)s)")
WRITES_PARTLY = _("“%(latin)s” may write “%(native)s” in part (%(parts)s)")
SOUNDS_LIKE = _("“%(one)s” and “%(other)s” come out alike in Latin letters (%(parts)s)")
SPELLED_TWICE = _("“%(one)s” and “%(other)s” can be two spellings of one name (%(parts)s)")
IN_CHARACTERS = _("“%(one)s” and “%(other)s” may be the same Chinese characters, each read in another language")
PARTLY_ALIKE = _("“%(one)s” and “%(other)s” are alike in part only (%(parts)s)")
SAME_SOUND_WITH_TONE = _("“%(one)s” and “%(other)s” are different characters with the same sound and tone (%(parts)s)")
SAME_SOUND_WITHOUT_TONE = _(
    "“%(one)s” and “%(other)s” are different characters that sound the same only when tones are left out (%(parts)s)"
)
DIFFERENT = _("“%(one)s” and “%(other)s” have too little in common")

#: What may follow.
SOUND_PROVES_LITTLE = _("many names share such a sound, so sound alone proves little")
MET = _("%(met)s of %(all)s parts meet")
APART = _("these do not meet: %(pairs)s")
ALONE = _("without counterpart: %(words)s")
TURNED = _("the words stand in another order")
TITLES = _("titles left aside: %(titles)s")
KINDS_ASIDE = _("words for the kind of place left aside: %(words)s")
ALIAS = _("compared by another name given with it: %(aliases)s")
BEARERS = _("about %(number)s people in a million may bear such a name")
FEW_BEARERS = _("about one person in a million, or fewer, may bear such a name")
SPELLED_SO = _("about %(number)s people in a million could be spelled so")
FEW_SPELLED_SO = _("about one person in a million, or fewer, could be spelled so")

#: How sayings are put together.
AND_ALSO = _("%(said)s; %(more)s")
STOP = _("%(said)s.")
LIST = _("%(first)s, %(then)s")

#: How one name writes another: goes into WRITES.
BY_SYSTEM: dict[System, str] = {
    System.BGN_PCGN: _("by the BGN/PCGN system"),
    System.CANTONESE: _("as Cantonese is spelled, in Hong Kong and overseas"),
    System.CUSTOMARY: _("in a customary spelling"),
    System.HAKKA: _("as Hakka is spelled overseas"),
    System.HEPBURN: _("as Japanese, by Hepburn"),
    System.HOKKIEN: _("as Hokkien is spelled overseas"),
    System.MCCUNE_REISCHAUER: _("by McCune–Reischauer"),
    System.MLC: _("by the system of the Myanmar Language Commission"),
    System.PINYIN: _("in Hanyu Pinyin without tones"),
    System.PLAIN: _("in plain letters"),
    System.REVISED: _("by the Revised Romanisation of Korean"),
    System.RTGS: _("by the Royal Thai General System"),
    System.SINO_KOREAN: _("as Korean reads characters"),
    System.SINO_VIETNAMESE: _("as Vietnamese reads characters"),
    System.SOUNDS: _("as Chinese writes foreign names by sound"),
    System.TEOCHEW: _("as Teochew is spelled overseas"),
    System.THAI_CHINESE: _("as Chinese names are spelled in Thailand"),
    System.UNGEGN: _("by the UNGEGN system for Khmer"),
    System.WADE_GILES: _("by Wade–Giles"),
}
BY_SEVERAL = _("by more than one way of spelling")

#: Names of systems as they stand alone, in a table.
SYSTEM_NAMES: dict[System, str] = {
    System.BGN_PCGN: _("BGN/PCGN"),
    System.CANTONESE: _("Cantonese"),
    System.CUSTOMARY: _("customary spelling"),
    System.HAKKA: _("Hakka"),
    System.HEPBURN: _("Japanese (Hepburn)"),
    System.HOKKIEN: _("Hokkien"),
    System.MCCUNE_REISCHAUER: _("McCune–Reischauer"),
    System.MLC: _("Myanmar Language Commission"),
    System.PINYIN: _("Hanyu Pinyin"),
    System.PLAIN: _("plain letters"),
    System.REVISED: _("Revised Romanisation"),
    System.RTGS: _("Royal Thai General System"),
    System.SINO_KOREAN: _("Korean reading"),
    System.SINO_VIETNAMESE: _("Vietnamese reading"),
    System.SOUNDS: _("foreign name by sound"),
    System.TEOCHEW: _("Teochew"),
    System.THAI_CHINESE: _("Thai-Chinese"),
    System.UNGEGN: _("UNGEGN"),
    System.WADE_GILES: _("Wade–Giles"),
}

LEVEL_NAMES: dict[Level, str] = {
    Level.DIFFERENT: _("nothing in common that counts"),
    Level.SIMILAR_SOUND: _("similar sound"),
    Level.SAME_SOUND_WITHOUT_TONE: _("same sound without tone"),
    Level.SAME_SOUND_WITH_TONE: _("same sound with tone"),
    Level.CUSTOMARY_ROMANISATION: _("a customary way to write it"),
    Level.SCRIPT_VARIANT: _("another form of the same writing"),
    Level.SAME_WRITING: _("same writing"),
}

PROPOSAL_NAMES: dict[Proposal, str] = {
    Proposal.DIFFERENT: _("different"),
    Proposal.POSSIBLE: _("may be the same"),
    Proposal.SAME: _("proposed: the same name"),
}

#: How parts stand to each other, by the values of `meetings.How`.
HOW_NAMES: dict[str, str] = {
    "same writing": _("written the same"),
    "script variant": _("another form of the same"),
    "reading": _("read so"),
    "another spelling": _("another spelling"),
    "same sound with tone": _("only the same sound and tone"),
    "same sound without tone": _("only the same sound, without tone"),
    "unexpected": _("do not meet"),
    "no counterpart": _("without counterpart"),
}


def score_told(score: float) -> str:
    """Write a score with two places behind the point, or four where it comes near 1: only what is certain is 1."""
    return f"{score:.2f}" if score < 0.995 else f"{min(score, 0.9999):.4f}"


def joined(clauses: Iterable[Saying]) -> Saying:
    """Put clauses together into one sentence."""
    first, *others = clauses
    for other in others:
        first = Saying(AND_ALSO, {"said": first, "more": other})
    return Saying(STOP, {"said": first})


def listed(words: Iterable[str | Saying]) -> str | Saying:
    """Put words into a list; "" for none."""
    said: str | Saying = ""
    for word in words:
        said = Saying(LIST, {"first": said, "then": word}) if said else word
    return said

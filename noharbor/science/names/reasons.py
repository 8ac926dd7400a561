"""The words in which a comparison is explained, in one table; catalogues of other languages translate them by these.

Science has no translations of its own: whoever shows an explanation hands over the function that translates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from noharbor.science.names.evidence import Level, Proposal
from noharbor.science.scripts.writing import System

Translate = Callable[[str], str]


def to_translate(words: str) -> str:
    """Mark words for the catalogues; returned as they are."""
    return words


@dataclass(frozen=True, slots=True)
class Saying:
    """A template and what goes into it.

    Attributes:
        template: One of the messages of this module, with named placeholders.
        values: What the placeholders stand for; sayings are told in the same language.
    """

    template: str
    values: Mapping[str, str | Saying] = field(default_factory=dict)

    def told(self, translate: Translate = to_translate) -> str:
        """Return the words, translated."""
        values = {
            name: value.told(translate) if isinstance(value, Saying) else value for name, value in self.values.items()
        }
        return translate(self.template) % values


#: What stands first: how the two names stand to each other.
NO_LETTERS = to_translate("one of the two has no letters, so nothing can be compared")
SAME_WRITING = to_translate("“%(one)s” and “%(other)s” are written the same")
SAME_CHARACTERS = to_translate(
    "“%(one)s” and “%(other)s” are the same characters in simplified and traditional or other forms (%(parts)s)"
)
SAME_LETTERS = to_translate("“%(one)s” and “%(other)s” are the same letters but for marks, spaces or signs (%(parts)s)")
WRITES = to_translate("“%(latin)s” writes “%(native)s” %(system)s (%(parts)s)")
WRITES_PARTLY = to_translate("“%(latin)s” may write “%(native)s” in part (%(parts)s)")
SOUNDS_LIKE = to_translate("“%(one)s” and “%(other)s” come out alike in Latin letters (%(parts)s)")
SPELLED_TWICE = to_translate("“%(one)s” and “%(other)s” can be two spellings of one name (%(parts)s)")
PARTLY_ALIKE = to_translate("“%(one)s” and “%(other)s” are alike in part only (%(parts)s)")
SAME_SOUND_WITH_TONE = to_translate(
    "“%(one)s” and “%(other)s” are different characters with the same sound and tone (%(parts)s)"
)
SAME_SOUND_WITHOUT_TONE = to_translate(
    "“%(one)s” and “%(other)s” are different characters that sound the same only when tones are left out (%(parts)s)"
)
DIFFERENT = to_translate("“%(one)s” and “%(other)s” have too little in common")

#: What may follow.
SOUND_PROVES_LITTLE = to_translate("many names share such a sound, so sound alone proves little")
MET = to_translate("%(met)s of %(all)s parts meet")
APART = to_translate("these do not meet: %(pairs)s")
ALONE = to_translate("without counterpart: %(words)s")
TURNED = to_translate("the words stand in another order")
TITLES = to_translate("titles left aside: %(titles)s")
ALIAS = to_translate("compared by another name given with it: %(aliases)s")
BEARERS = to_translate("about %(number)s people in a million may bear such a name")
FEW_BEARERS = to_translate("fewer than one person in a million may bear such a name")
SPELLED_SO = to_translate("about %(number)s people in a million could be spelled so")
FEW_SPELLED_SO = to_translate("fewer than one person in a million could be spelled so")

#: How sayings are put together.
AND_ALSO = to_translate("%(said)s; %(more)s")
STOP = to_translate("%(said)s.")
LIST = to_translate("%(first)s, %(then)s")

#: How one name writes another: goes into WRITES.
BY_SYSTEM: dict[System, str] = {
    System.BGN_PCGN: to_translate("by the BGN/PCGN system"),
    System.CANTONESE: to_translate("as Cantonese is spelled, in Hong Kong and overseas"),
    System.CUSTOMARY: to_translate("in a customary spelling"),
    System.HAKKA: to_translate("as Hakka is spelled overseas"),
    System.HEPBURN: to_translate("as Japanese, by Hepburn"),
    System.HOKKIEN: to_translate("as Hokkien is spelled overseas"),
    System.MCCUNE_REISCHAUER: to_translate("by McCune–Reischauer"),
    System.MLC: to_translate("by the system of the Myanmar Language Commission"),
    System.PINYIN: to_translate("in Hanyu Pinyin without tones"),
    System.PLAIN: to_translate("in plain letters"),
    System.REVISED: to_translate("by the Revised Romanisation of Korean"),
    System.RTGS: to_translate("by the Royal Thai General System"),
    System.SINO_KOREAN: to_translate("as Korean reads characters"),
    System.SINO_VIETNAMESE: to_translate("as Vietnamese reads characters"),
    System.SOUNDS: to_translate("as Chinese writes foreign names by sound"),
    System.TEOCHEW: to_translate("as Teochew is spelled overseas"),
    System.THAI_CHINESE: to_translate("as Chinese names are spelled in Thailand"),
    System.UNGEGN: to_translate("by the UNGEGN system for Khmer"),
    System.WADE_GILES: to_translate("by Wade–Giles"),
}
BY_SEVERAL = to_translate("by more than one way of spelling")

#: Names of systems as they stand alone, in a table.
SYSTEM_NAMES: dict[System, str] = {
    System.BGN_PCGN: to_translate("BGN/PCGN"),
    System.CANTONESE: to_translate("Cantonese"),
    System.CUSTOMARY: to_translate("customary spelling"),
    System.HAKKA: to_translate("Hakka"),
    System.HEPBURN: to_translate("Japanese (Hepburn)"),
    System.HOKKIEN: to_translate("Hokkien"),
    System.MCCUNE_REISCHAUER: to_translate("McCune–Reischauer"),
    System.MLC: to_translate("Myanmar Language Commission"),
    System.PINYIN: to_translate("Hanyu Pinyin"),
    System.PLAIN: to_translate("plain letters"),
    System.REVISED: to_translate("Revised Romanisation"),
    System.RTGS: to_translate("Royal Thai General System"),
    System.SINO_KOREAN: to_translate("Korean reading"),
    System.SINO_VIETNAMESE: to_translate("Vietnamese reading"),
    System.SOUNDS: to_translate("foreign name by sound"),
    System.TEOCHEW: to_translate("Teochew"),
    System.THAI_CHINESE: to_translate("Thai-Chinese"),
    System.UNGEGN: to_translate("UNGEGN"),
    System.WADE_GILES: to_translate("Wade–Giles"),
}

LEVEL_NAMES: dict[Level, str] = {
    Level.DIFFERENT: to_translate("nothing in common that counts"),
    Level.SIMILAR_SOUND: to_translate("similar sound"),
    Level.SAME_SOUND_WITHOUT_TONE: to_translate("same sound without tone"),
    Level.SAME_SOUND_WITH_TONE: to_translate("same sound with tone"),
    Level.CUSTOMARY_ROMANISATION: to_translate("a customary way to write it"),
    Level.SCRIPT_VARIANT: to_translate("another form of the same writing"),
    Level.SAME_WRITING: to_translate("same writing"),
}

PROPOSAL_NAMES: dict[Proposal, str] = {
    Proposal.DIFFERENT: to_translate("different"),
    Proposal.POSSIBLE: to_translate("may be the same"),
    Proposal.SAME: to_translate("the same name"),
}

#: How parts stand to each other, by the values of `meetings.How`.
HOW_NAMES: dict[str, str] = {
    "same writing": to_translate("written the same"),
    "script variant": to_translate("another form of the same"),
    "reading": to_translate("read so"),
    "another spelling": to_translate("another spelling"),
    "same sound with tone": to_translate("only the same sound and tone"),
    "same sound without tone": to_translate("only the same sound, without tone"),
    "unexpected": to_translate("do not meet"),
    "no counterpart": to_translate("without counterpart"),
}


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

"""Cuts English paragraphs into sentences, keeping their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BOUNDARY = re.compile(
    r"""(?<=[.!?…])(?P<close>["”’')\]]{0,3})\s+(?=["“‘'(\[]{0,2}[A-Z0-9$€£¥])|;\s+(?=[a-z]{2,})|"""
    # Only from where the blanks begin: tried at each of a hundred thousand tabs, it would take a minute.
    r"""(?<!\s)\s+(?=[•▪●]\s)"""
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Lt-Gen|Maj|Maj-Gen|Brig|Brig-Gen|Col|Lt-Col|Capt|Cpl|Sgt|Pvt|Adm|Cmdr|Pol|Insp|"
    r"Supt|Sr|Jr|St|Gov|Sen|Rep|Hon|Rev|Amb|Atty|Asst|Dep|Dir|No|Nos|Art|Sec|Para|Vol|Fig|approx|est|Rs|Rp|vs|v|cf|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|Co|Ltd|Inc|Corp|"
    r"Dept|Univ|Assn|Bros|Mt|Ft|Ave|Blvd|Datuk|Tan|ACP|DCP|SP)|\b[A-Z](?:\.[A-Z])*|\b(?:a|p)\.m|\be\.g|\bi\.e)\.$"
)
# "p.m." and "U.S." may end a sentence; then a capital that opens a clause follows.
_OPENS_ANYWAY = re.compile(
    r"\s*(?:The|A|An|He|She|It|They|In|On|At|But|And|Police|Officials|Officers|Authorities|This|That|These|Those|After|"
    r"Before|Meanwhile|According|All|Some|Most|His|Her|Their|Its|As|By|For|From|Since|When|While)\s"
)
_MAY_END = re.compile(r"(?:[ap]\.m|U\.S|U\.K|U\.N|Co|Ltd|Inc|Corp)\.$")
#: "On Tue 4 Nov. 73 foreigners …": a month that has its day already ends the sentence.
_DATED_MONTH = re.compile(r"\b\d{1,2}\s(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\.$")
_COUNTED = re.compile(r"\s*\d{1,3}(?:,\d{3})*\s[a-z]")
#: Characters before a boundary that can hold an abbreviation.
_LOOK_BACK = 40

#: What goes on longer is no sentence of prose: it is cut, so that the time for a text grows with its length only.
LONGEST_SENTENCE = 5000


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters `start` to `end` (end excluded) of the text."""

    start: int
    end: int


def split_sentences(text: str, start: int, end: int) -> list[Sentence]:
    """The sentences of a paragraph.

    Args:
        text: The whole text.
        start: First character of the paragraph.
        end: Character after its last.

    Returns:
        Sentences without surrounding white space, in order.
    """
    sentences: list[Sentence] = []
    begin = start
    for match in _BOUNDARY.finditer(text, start, end):
        cut = match.end("close") if match.group("close") is not None else match.start()
        if not _ends_here(
            text[max(begin, match.start() - _LOOK_BACK) : match.start()], text[match.end() : match.end() + 24]
        ):
            continue
        _add(sentences, text, begin, cut)
        begin = match.end()
    _add(sentences, text, begin, end)
    return sentences


def _ends_here(before: str, after: str) -> bool:
    if not _ABBREVIATION.search(before):
        return True
    if _DATED_MONTH.search(before) and _COUNTED.match(after):
        return True
    return bool(_MAY_END.search(before) and _OPENS_ANYWAY.match(after))


def _add(sentences: list[Sentence], text: str, start: int, end: int) -> None:
    for first in range(start, end, LONGEST_SENTENCE):
        piece = text[first : min(first + LONGEST_SENTENCE, end)]
        stripped = piece.strip()
        if stripped:
            begin = first + piece.index(stripped[0])
            sentences.append(Sentence(begin, begin + len(stripped)))

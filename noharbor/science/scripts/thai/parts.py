"""A Thai word as parts of syllables: onsets, vowels with their signs gathered, finals, silent letters."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from noharbor.science.scripts.thai.order import BEFORE, CONSONANTS, KILLER, SIGNS, listed
from noharbor.science.scripts.thai.runs import CLUSTERS, Before, Role, read_run, run_of


class Part(NamedTuple):
    """A part of a syllable.

    Attributes:
        role: What it is.
        letters: Its consonants, or the vowel with ◌ where its consonant stands.
        start: Where its first sign stands in the word without tone marks.
        medial: Whether another syllable of the word follows at once.
    """

    role: Role
    letters: str
    start: int
    medial: bool = False


_C = f"[{CONSONANTS}]"
_BARE = f"(?![{SIGNS}{KILLER}ฤ])"
_CLUSTER = "(?:" + "|".join(sorted(CLUSTERS)) + ")"
#: Clusters that a vowel before them spans, unless their second consonant has a vowel of its own or ends the syllable.
_SPANNED = (
    f"(?:ศร(?=ษฐ)|กษ(?=ม|ตร)|(?:[กขคตทปพบฟด]ร|[กขคปผพบฟ]ล){_BARE}|[กขค]ว(?={_C}{_BARE})|(?<=แ)คว{_BARE}"
    f"|(?<=[ไใแ])ห[งญนมยรลว]{_BARE}|ห[งญนมยรลว](?={_C}{_BARE}))"
)
#: Two consonants under one written vowel of which the first is a short syllable of its own: เจริญ, แสวง, เสมอ.
_LEAD = "(?:จร|ฉ[ลนวมพ]|ชล|ตล|ถ[ลนมวก]|ผ[ชนย]|ส[งดถนมยลว]|ข[นมย]|ต[นว]|ดล|ช[นม]|อ[นร]|พ[นย])"
_ENDED = f"(?=(?!อ){_C}(?:$|{_C}[{SIGNS}]|[{BEFORE}]))"
_ANY = f"(?:{_CLUSTER}|{_LEAD}|{_C})"
_IN_FRONT = re.compile(
    f"(?P<honour>เกียรติ){_BARE}|เ(?P<ia>{_C}?{_C})ียะ?{_BARE}|เ(?P<uea>{_C}?{_C})ือะ?{_BARE}"
    f"|เ(?P<oe>(?!{_C}ว){_CLUSTER}|{_LEAD}|{_C})ิ|เ(?P<e_short>{_C}?{_C})็|แ(?P<ae_short>{_C}?{_C})็|เ(?P<oe_long>ห[งญนมยรลว]|{_C})ี{_BARE}"
    f"|เ(?P<o_short>{_ANY})าะ|เ(?P<ao>{_CLUSTER}|{_C})า|เ(?P<oei>{_CLUSTER}|{_C})ย{_BARE}|เ(?P<er>{_ANY})อ{_BARE}"
    f"|[เแโ](?P<with_a>{_CLUSTER}|{_C})ะ|ไ(?P<aiy>{_C})ย{_BARE}"
    f"|[{BEFORE}](?P<plain>{_SPANNED}|{_LEAD}{_ENDED}|{_C})"
)
_BEHIND = re.compile(
    f"(?P<brahma>พรา?หม)(?=ณ?{KILLER}|{_C}|[{BEFORE}]|$)"
    f"|(?P<nation>(?<=ชา|ญา|โช)ติ|(?<=ภู)มิ|(?<=วุ)ฒิ|(?<=ธา|เก|เห)ตุ)(?!(?:นทร?|{_C}){KILLER})"
    f"|(?P<killed>(?:(?<={_C})(?:[ตทดชฎค]ร|ษ[ณม]|(?<=ญ)จน)|(?<=ต)ริย|{_C})[ิุ]?{KILLER})"
    f"|{_C}(?P<ua>ัวะ?){_BARE}|{_C}(?P<ai>ัย){_BARE}|{_C}(?P<ue>ือ){_BARE}|{_C}(?P<o_closed>็อ){_BARE}"
    f"|{_C}(?P<rr>รร){_BARE}|{_C}(?P<sign>[{SIGNS}])|(?<![ั็])(?![รล]){_C}(?P<ri_sign>ฤๅ?)"
    f"|(?P<ri>[ฤฦ]ๅ?)|(?P<bare>{_C})|(?P<other>.)",
    re.DOTALL,
)
_NAMED = {
    "ia": "เ◌ีย",
    "uea": "เ◌ือ",
    "oe": "เ◌ิ",
    "e_short": "เ◌็",
    "ae_short": "แ◌็",
    "o_short": "เ◌าะ",
    "ao": "เ◌า",
    "oe_long": "เ◌ี",
    "oei": "เ◌ย",
    "er": "เ◌อ",
    "aiy": "ไ◌ย",
    "ua": "ัว",
    "ai": "ัย",
    "ue": "ื",
    "o_closed": "อ",
    "rr": "รร",
}
_SIGNED = frozenset({"sign", "ri_sign", "ua", "ai", "ue", "o_closed", "rr"})
_TAKES_NONE = listed("ะ ำ ไ ใ ัว ัย ไ◌ย เ◌า เ◌ย เ◌าะ เ◌ะ แ◌ะ โ◌ะ ํ")
_TAKES_ONE = listed("ั ็ เ◌็ แ◌็ เ◌ิ ึ")
_LONG = listed("า ี ู เ โ แ เ◌ีย เ◌ือ รร ◌")
#: No word has so many bare consonants in a row; what is longer is read in stretches, so that time stays bounded.
_LONGEST_RUN = 32
_TONES = re.compile("[\u0e48-\u0e4b\u0e3a\u0e4e]")


class _Reader:
    """Gathers parts while a word is scanned."""

    def __init__(self, toned: frozenset[int]) -> None:
        self.parts: list[Part] = []
        self.run = ""
        self.run_start = 0
        self.before = Before.START
        self.vowel = ""
        #: Places in the word without tone marks of consonants that bear one: they begin their syllable.
        self.toned = toned

    def flush(self, after: str = "", end: str = "") -> str:
        """Read the run so far; returns the consonant that joins the next onset, or ""."""
        if not self.run:
            return ""
        joined, begun = "", self.run_start
        run = run_of(self.run, self.before, self.vowel, after, end)
        if self.toned:
            toned = frozenset(place for place in range(len(self.run)) if begun + place in self.toned)
            run = run._replace(toned=toned) if toned else run
        for role, first, last in read_run(run):
            letters = self.run[first:last]
            if role is Role.JOINED:
                joined = letters
            else:
                self.parts.append(Part(role, letters, begun + first))
        self.run = ""
        return joined

    def syllable(self, onset: str, frame: str, start: int) -> None:
        """A syllable with a written vowel begins."""
        if len(onset) == 2 and onset not in CLUSTERS:
            self.parts += [Part(Role.ONSET, onset[0], start), Part(Role.OPEN, "", start)]
            onset = onset[1]
            start = -1
        self.parts += [Part(Role.ONSET, onset, start), Part(Role.FRAME, frame, start)]
        self.vowel = frame
        if frame in _TAKES_NONE:
            self.before = Before.CLOSED
        else:
            self.before = Before.NEEDS if frame in _TAKES_ONE else Before.OPEN

    def single(self, role: Role, letters: str, start: int) -> None:
        """A part that ends a syllable, or is none."""
        self.parts.append(Part(role, letters, start))
        self.before, self.vowel = Before.CLOSED, ""


def _take_in_front(reader: _Reader, match: re.Match[str]) -> int:
    """Take a syllable whose vowel begins before its consonant; returns how far the word was taken."""
    reader.flush()
    name, start = match.lastgroup or "", match.start()
    if name == "honour":
        reader.syllable("ก", "เ◌ีย", start)
        reader.single(Role.SHORT, "รติ", start + 4)
        return match.end()
    onset, before = match[name], match.string[start]
    frame = _NAMED.get(name) or (f"{before}◌ะ" if name == "with_a" else before)
    if name == "plain" and len(onset) > 1 and start + 1 in reader.toned:
        # The tone mark stands on the last consonant of an onset, so this one has no second: ไผ่ล้อม.
        reader.syllable(onset[0], frame, start)
        return start + 2
    reader.syllable(onset, frame, start)
    return match.end()


def _take_behind(reader: _Reader, match: re.Match[str]) -> int:
    """Take a consonant, with what stands on, under or after it; returns how far the word was taken."""
    name, start = match.lastgroup or "", match.start()
    if name == "bare":
        if len(reader.run) >= _LONGEST_RUN:
            reader.flush()
        if not reader.run:
            reader.run_start = start
        reader.run += match.group()
    elif name in _SIGNED:
        _take_signed(reader, match, _NAMED.get(name) or match[name])
    else:
        reader.flush(end=KILLER if name == "killed" else "")
        _take_word(reader, name, match.group(), start)
    return match.end()


def _take_signed(reader: _Reader, match: re.Match[str], sign: str) -> None:
    """A consonant with its sign; the last of the run before may join it as a cluster."""
    start, onset = match.start(), match.group()[0]
    joined = reader.flush(onset + ("ะ" if sign == "ะ" else ""))
    if _is_short(reader, onset, sign, match):
        reader.single(Role.SHORT, onset + sign, start)
    else:
        reader.syllable(joined + onset, sign, start - len(joined))


def _take_word(reader: _Reader, name: str, text: str, start: int) -> None:
    """A killed letter, a vowel letter, a word that no rule reads (พรหม, พราหมณ์, ชาติ, ภูมิ), or a sign astray."""
    if name == "killed":
        reader.single(Role.KILLED, text, start)
    elif name == "nation":
        reader.single(Role.SHORT, text, start)
    elif name == "ri":
        reader.single(Role.ONSET, text, start)
        reader.before, reader.vowel = Before.OPEN, "ฤ"
    elif name == "brahma":
        reader.parts.append(Part(Role.ONSET, "พร", start))
        if "า" in text:
            reader.parts.append(Part(Role.FRAME, "า", start))
        reader.single(Role.FINAL if "า" in text else Role.CLOSED, "หม", start)
    elif text.isalnum():
        reader.single(Role.ONSET, text, start)


def _is_short(reader: _Reader, onset: str, sign: str, match: re.Match[str]) -> bool:
    """Whether a last consonant with a short vowel is a final in truth: เหตุ, จักรพรรดิ."""
    if sign not in "ิุ" or match.end() != len(match.string) or not reader.parts:
        return False
    last = reader.parts[-1]
    return onset in "ดตฏฐฒทธ" and last.role is Role.FRAME and last.letters in _LONG


def parts_of(word: str) -> tuple[Part, ...]:
    """Cut one word, already canonical, into parts of syllables.

    Args:
        word: A word; other scripts and signs in it become onsets of their own.

    Returns:
        Parts in the order they are spoken.
    """
    bare = _TONES.split(word)
    reader = _Reader(frozenset(length - 1 for length in accumulate(map(len, bare[:-1]))))
    text, place = "".join(bare), 0
    while place < len(text):
        if text[place] in BEFORE and (match := _IN_FRONT.match(text, place)):
            place = _take_in_front(reader, match)
        elif match := _BEHIND.match(text, place):
            place = _take_behind(reader, match)
    reader.flush(end="$")
    return _placed(reader.parts)


def _placed(parts: list[Part]) -> tuple[Part, ...]:
    """Let finals know whether another syllable follows, and ro han whether it closes its own."""
    for number, part in enumerate(parts):
        follows = parts[number + 1].role if number + 1 < len(parts) else None
        if part.role is Role.FRAME:
            if part.letters == "ว":
                parts[number] = Part(Role.FRAME, "ัว◌", part.start)
            elif part.letters == "รร" and (follows is Role.FINAL or follows is Role.SHORT):
                parts[number] = Part(Role.FRAME, "รร◌", part.start)
        elif follows is Role.ONSET and part.role is not Role.ONSET:
            parts[number] = Part(part.role, part.letters, part.start, True)
    return tuple(parts)

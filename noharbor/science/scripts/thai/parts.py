"""A Thai word as parts of syllables: onsets, vowels with their signs gathered, finals, silent letters."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from noharbor.science.scripts.thai.order import BEFORE, CONSONANTS, KILLER, SIGNS, listed
from noharbor.science.scripts.thai.runs import CLUSTERS, Before, Role, Run, read_run


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
_WORDS = (
    f"(?P<honour>เกียรติ{_BARE})|(?P<brahma>พร(?P<brahman>า?)หม(?=ณ?{KILLER}|{_C}|[{BEFORE}]|$))"
    f"|(?P<nation>(?<=ชา|ญา|โช)ติ|(?<=ภู)มิ|(?<=วุ)ฒิ|(?<=ธา|เก|เห)ตุ)(?!{_C}(?:{KILLER}|{_C}?{_C}{KILLER}))"
)
_KILLED = f"(?P<killed>(?:(?<={_C})(?:[ตทดชฎค]ร|ษ[ณม]|(?<=ญ)จน)|(?<=[ตต])ริย|{_C})[ิุ]?{KILLER})"
_FRAMES = (
    f"เ(?P<ia>{_C}?{_C})ียะ?{_BARE}|เ(?P<uea>{_C}?{_C})ือะ?{_BARE}"
    f"|เ(?P<oe>{_CLUSTER}|{_LEAD}|{_C})ิ|เ(?P<e_short>{_C}?{_C})็|แ(?P<ae_short>{_C}?{_C})็"
    f"|เ(?P<oe_long>{_CLUSTER}|{_C})ี{_BARE}|เ(?P<o_short>{_CLUSTER}|{_LEAD}|{_C})าะ|เ(?P<ao>{_CLUSTER}|{_C})า|เ(?P<oei>{_CLUSTER}|{_C})ย{_BARE}"
    f"|เ(?P<er>{_CLUSTER}|{_LEAD}|{_C})อ{_BARE}|(?P<closed>[เแโ])(?P<closed_onset>{_CLUSTER}|{_C})ะ"
    f"|ไ(?P<aiy>{_C})ย{_BARE}"
    f"|(?P<before>[{BEFORE}])(?P<onset>{_SPANNED}|{_LEAD}{_ENDED}|{_C})"
)
_SIGNED = (
    f"(?P<ua>{_C})ัวะ?{_BARE}|(?P<ai>{_C})ัย{_BARE}|(?P<ue>{_C})ือ{_BARE}|(?P<rr>{_C})รร{_BARE}"
    f"|(?P<signed>(?<![ั็]){_C})(?P<sign>[{SIGNS}]|ฤๅ?)|(?P<signed_after>(?<=[ั็]){_C})(?P<sign_after>[{SIGNS}])"
)
_SCAN = re.compile(f"{_WORDS}|{_KILLED}|{_FRAMES}|{_SIGNED}|(?P<ri>[ฤฦ]ๅ?)|(?P<bare>{_C})|(?P<other>.)", re.DOTALL)
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
    "rr": "รร",
}
_TAKES_NONE = listed("ะ ำ ไ ใ ัว ัย ไ◌ย เ◌า เ◌ย เ◌าะ เ◌ะ แ◌ะ โ◌ะ ํ")
_TAKES_ONE = listed("ั ็ เ◌็ แ◌็ เ◌ิ ึ")
_LONG = listed("า ี ู เ โ แ เ◌ีย เ◌ือ รร ◌")
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
        joined = ""
        if self.run:
            toned = frozenset(place - self.run_start for place in self.toned if place >= self.run_start)
            run = Run(self.run, self.before, self.vowel, after, end, toned)
            for role, first, last in read_run(run):
                letters = self.run[first:last]
                if role is Role.JOINED:
                    joined = letters
                else:
                    self.parts.append(Part(role, letters, self.run_start + first))
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


def _take(reader: _Reader, match: re.Match[str]) -> int:
    """Let the reader take one match of the scan; returns how far it was taken."""
    groups = {name: found for name, found in match.groupdict().items() if found is not None}
    start = match.start()
    if "bare" in groups:
        if not reader.run:
            reader.run_start = start
        reader.run += match.group()
    elif not _take_signed(reader, match, groups):
        reader.flush(end=KILLER if "killed" in groups else "")
        if "honour" in groups or "brahma" in groups or "nation" in groups:
            _take_word(reader, groups, start)
        elif "killed" in groups:
            reader.single(Role.KILLED, match.group(), start)
        else:
            return _take_framed(reader, match, groups)
    return match.end()


def _take_signed(reader: _Reader, match: re.Match[str], groups: dict[str, str]) -> bool:
    """A consonant with a sign on, under or after it; the last of the run before may join it as a cluster."""
    name = next((name for name in ("sign", "sign_after", "ua", "ai", "ue", "rr") if name in groups), "")
    if not name:
        return False
    onset = groups.get("signed") or groups.get("signed_after") or groups[name]
    sign = _NAMED.get(name) or groups[name]
    joined = reader.flush(onset + ("ะ" if sign == "ะ" else ""))
    if _is_short(reader, onset, sign, match):
        reader.single(Role.SHORT, onset + sign, match.start())
    else:
        reader.syllable(joined + onset, sign, match.start() - len(joined))
    return True


def _take_word(reader: _Reader, groups: dict[str, str], start: int) -> None:
    """Words that no rule reads: เกียรติ, พรหม, พราหมณ์, ชาติ, ภูมิ."""
    if "honour" in groups:
        reader.syllable("ก", "เ◌ีย", start)
        reader.single(Role.SHORT, "รติ", start + 4)
    elif "nation" in groups:
        reader.single(Role.SHORT, groups["nation"], start)
    else:
        reader.parts.append(Part(Role.ONSET, "พร", start))
        if groups["brahman"]:
            reader.parts.append(Part(Role.FRAME, "า", start))
        reader.single(Role.FINAL if groups["brahman"] else Role.CLOSED, "หม", start)


def _take_framed(reader: _Reader, match: re.Match[str], groups: dict[str, str]) -> int:
    """A vowel written in front or around, a vowel letter, or a sign that is no part of a syllable."""
    start = match.start()
    if "ri" in groups:
        reader.single(Role.ONSET, groups["ri"], start)
        reader.before, reader.vowel = Before.OPEN, "ฤ"
    elif "before" in groups and len(groups["onset"]) > 1 and start + 1 in reader.toned:
        # The tone mark stands on the last consonant of an onset, so this one has no second: ไผ่ล้อม.
        reader.syllable(groups["onset"][0], groups["before"], start)
        return start + 2
    elif "before" in groups:
        reader.syllable(groups["onset"], groups["before"], start)
    elif "closed" in groups:
        reader.syllable(groups["closed_onset"], f"{groups['closed']}◌ะ", start)
    else:
        name = next((name for name in _NAMED if name in groups), "")
        if name:
            reader.syllable(groups[name], _NAMED[name], start)
        elif match.group().isalnum():
            reader.single(Role.ONSET, match.group(), start)
    return match.end()


def _is_short(reader: _Reader, onset: str, sign: str, match: re.Match[str]) -> bool:
    """Whether a last consonant with a short vowel is a final in truth: เหตุ, จักรพรรดิ."""
    if sign not in "ิุ" or match.end() != len(match.string) or not reader.parts:
        return False
    last = reader.parts[-1]
    return onset in "ดตฏฐฒทธ" and last.role is Role.FRAME and last.letters in _LONG


@lru_cache(maxsize=100_000)
def parts_of(word: str) -> tuple[Part, ...]:
    """Cut one word, already canonical, into parts of syllables.

    Args:
        word: A word; other scripts and signs in it become onsets of their own.

    Returns:
        Parts in the order they are spoken.
    """
    bare = _TONES.split(word)
    lengths = list(accumulate(map(len, bare)))
    reader = _Reader(frozenset(length - 1 for length in lengths[:-1]))
    text, place = "".join(bare), 0
    while match := _SCAN.match(text, place):
        place = _take(reader, match)
    reader.flush(end="$")
    found = reader.parts
    return tuple(_placed(found, number) for number in range(len(found)))


def _placed(parts: list[Part], number: int) -> Part:
    """A part that knows whether another syllable follows, and whether ro han closes its own."""
    part = parts[number]
    follows = parts[number + 1].role if number + 1 < len(parts) else None
    if part.role is Role.FRAME and part.letters == "ว":
        return part._replace(letters="ัว◌")
    if part.role is Role.FRAME and part.letters == "รร" and follows in (Role.FINAL, Role.SHORT):
        return part._replace(letters="รร◌")
    return part._replace(medial=follows is Role.ONSET) if follows else part

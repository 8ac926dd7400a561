"""Other names given beside a name: after a mark (a.k.a., @, 又名, หรือ …), in brackets, quotes or another script."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from noharbor.reference.tables import table
from noharbor.science.names.organisations import is_form
from noharbor.science.names.parsed import AliasKind, NameKind
from noharbor.science.names.remarks import is_remark
from noharbor.science.names.written import script_of_sign
from noharbor.science.scripts.normal_form import normal_form
from noharbor.science.scripts.scripts import Script

_SIGNS = re.compile(r"""[@/|;、"()\[\]{}【】〔〕「」『』《》<>]|(?:^|\s)'""")
_BRACKETS = re.compile(r"\(([^()]*)\)?|\[([^\[\]]*)\]?|【([^【】]*)】?|〔([^〔〕]*)〕?|\{([^{}]*)\}?|<([^<>]*)>")
_QUOTES = re.compile(
    r"\"([^\"]{1,60})\"|「([^」]{1,60})」?|『([^』]{1,60})』?|《([^》]{1,60})》?|(?<!\S)'([^']{1,60})'(?!\w)"
)
#: Slashes that part no names: s/o, a/l, d/o, M/s, fractions.
_SLASHES_KEPT = re.compile(r"(?<![^\W\d_])(?:[sdwc]/o|a/[lp]|m/s|đ/c|n/a)\b\.?|\d/\d", re.IGNORECASE)
_BETWEEN = re.compile(r"[@/|;、]")
_EDGES = " ,;:、,-–.，。；："
_MOST_ALIASES = 20
#: Between several names after one mark.
_PARTING = re.compile(r"[,，]|\s(?:and also|and|or|và|和|与|และ|ແລະ|និង)\s")


class Piece(NamedTuple):
    """A part of a text that holds one name.

    Attributes:
        text: The text with all else made blank, so that positions stay.
        kind: What it is beside the first; None for the first.
        mark: What announced it.
    """

    text: str
    kind: AliasKind | None
    mark: str


class Cut(NamedTuple):
    """A text cut into the names it gives, the first one first, and remarks."""

    pieces: tuple[Piece, ...]
    remarks: tuple[str, ...]


@cache
def _rows() -> tuple[tuple[str, str, str, bool], ...]:
    """Marks in the normal form, what they mean, their script, and whether space must stand before them."""
    return tuple((normal_form(row[0]), row[1], row[2], row[3]) for row in table("name_parts")["aliases"])


@cache
def _marks() -> tuple[re.Pattern[str], dict[str, AliasKind]]:
    """One pattern for all marks, and what each means."""
    kinds: dict[str, AliasKind] = {}
    words: list[str] = []
    glued: list[str] = []
    for mark, kind, script, spaced in _rows():
        kinds[_key(mark)] = AliasKind(kind)
        if script == "latin":
            forms = {mark, mark.upper(), mark.replace(".", "").upper()}
            forms |= {mark.capitalize()} if mark.startswith(("a.k.a", "aka", "alias", "bí", "còn", "also")) else set()
            words += [re.escape(form) for form in forms]
        elif spaced:
            words.append(re.escape(mark))
        else:
            glued.append(re.escape(mark))
    spaced_marks = "|".join(sorted(set(words), key=len, reverse=True))
    glued_marks = "|".join(sorted(set(glued), key=len, reverse=True))
    # A mark in Latin letters ends with its word; one in Thai may be glued to what follows.
    pattern = (
        rf"(?:(?<=[\s,(\[])|^)(?:{spaced_marks})(?![a-zà-ỹA-ZÀ-Ỹ])[\s:.]*|(?:{glued_marks})[:：\s]*(?:是|为|叫|為)?"
    )
    return re.compile(pattern), kinds


def _key(mark: str) -> str:
    return mark.replace(".", "").replace(" ", "").casefold()


@cache
def _may_have_marks(*, ascii_only: bool) -> re.Pattern[str]:
    """A quick test that most names fail."""
    rows = _rows()
    latin = {re.escape(mark.split()[0].rstrip(".")) for mark, _, script, _ in rows if script == "latin"}
    spaced = {re.escape(mark) for mark, _, script, spaced in rows if script != "latin" and spaced}
    glued = {re.escape(mark) for mark, _, script, spaced in rows if script != "latin" and not spaced}
    if ascii_only:
        return re.compile(rf"\s(?i:{'|'.join(sorted(one for one in latin if one.isascii()))})(?![A-Za-z])")
    return re.compile(
        rf"\s(?:(?i:{'|'.join(sorted(latin))})(?![^\W\d_])|{'|'.join(sorted(spaced))})|{'|'.join(sorted(glued))}"
    )


def cut(written: str) -> Cut:
    """Cut a text into the names it gives.

    Args:
        written: A name in its normal form.
    """
    if not _SIGNS.search(written) and not _may_have_marks(ascii_only=written.isascii()).search(written):
        return Cut((Piece(written, None, ""),), ())
    cutter = _Cutter(written)
    cutter.brackets()
    cutter.quotes()
    cutter.marks()
    return cutter.result()


class _Cutter:
    """The state of cutting: what is left of the text, with blanks for what was taken."""

    def __init__(self, written: str) -> None:
        self.left = list(written)
        self.pieces: list[Piece] = []
        self.remarks: list[str] = []
        self.starts: list[tuple[int, int, str, AliasKind]] = []

    @property
    def text(self) -> str:
        return "".join(self.left)

    def take(self, start: int, end: int) -> None:
        """Make a part blank."""
        self.left[start:end] = " " * (end - start)

    def alone(self, start: int, end: int) -> str:
        """A part with all else blank."""
        return " " * start + "".join(self.left[start:end]) + " " * (len(self.left) - end)

    def brackets(self) -> None:
        """Take what stands in brackets: a mark, a remark or another name."""
        pattern, kinds = _marks()
        for found in list(_BRACKETS.finditer(self.text)):
            if found.lastindex is None:
                continue
            start, end = found.span(found.lastindex)
            inner = found.group(found.lastindex).strip()
            kind = kinds.get(_key(f"({inner})")) or kinds.get(_key(inner))
            if kind is not None:
                self.starts.append((found.start(), found.end(), inner, kind))
            elif is_form(inner):
                continue
            elif is_remark(inner):
                if inner and any(map(str.isalnum, inner)):
                    self.remarks.append(inner)
                self.take(found.start(), found.end())
            elif found.start() == 0 and found.end() >= len(self.left):
                self.take(0, start)
                self.take(end, found.end())
            else:
                mark = pattern.match(inner)
                if mark and mark.end() < len(inner):
                    start = self.text.index(inner, start) + mark.end()
                    self._add(start, end, kinds.get(_key(mark.group().strip(" :：.是为叫為"))), mark.group().strip())
                else:
                    self._add(start, end, AliasKind.ALSO, found.group()[0])
                self.take(found.start(), found.end())

    def quotes(self) -> None:
        """Take nicknames in quotes, unless all of the name is quoted."""
        text = self.text
        for found in list(_QUOTES.finditer(text)):
            if found.lastindex is None:
                continue
            start, end = found.span(found.lastindex)
            rest = text[: found.start()] + text[found.end() :]
            if any(map(str.isalnum, rest)):
                self._add(start, end, AliasKind.NICKNAME, found.group()[0])
                self.take(found.start(), found.end())

    def marks(self) -> None:
        """Cut what is left at marks and signs."""
        pattern, kinds = _marks()
        text = self.text
        kept = [found.span() for found in _SLASHES_KEPT.finditer(text)]
        cuts = list(self.starts)
        for found in pattern.finditer(text):
            kind = kinds.get(_key(found.group().strip(" :：.")), AliasKind.ALSO)
            cuts.append((found.start(), found.end(), found.group().strip(), kind))
        for found in _BETWEEN.finditer(text):
            if not any(start <= found.start() < end for start, end in kept):
                cuts.append((found.start(), found.end(), found.group(), AliasKind.ALSO))
        self._split(sorted(cuts))

    def _split(self, cuts: list[tuple[int, int, str, AliasKind]]) -> None:
        ends: list[tuple[int, int, str, AliasKind | None]] = []
        start, mark, kind = 0, "", None
        for begin, end, next_mark, next_kind in cuts:
            if begin < start:
                continue
            ends.append((start, begin, mark, kind))
            start, mark, kind = end, next_mark, next_kind
        ends.append((start, len(self.left), mark, kind))
        for start, end, mark, kind in ends:
            for begin, stop in self._listed(start, end) if kind else [(start, end)]:
                self._add(begin, stop, kind, mark)

    def _listed(self, start: int, end: int) -> list[tuple[int, int]]:
        """Several names after one mark, with commas between; a comma after one word may part family and given name."""
        found: list[tuple[int, int]] = []
        begin = start
        for parting in _PARTING.finditer("".join(self.left[start:end])):
            words = "".join(self.left[begin : start + parting.start()]).split()
            if len(words) > 1 or (words and not words[0].isascii()):
                found.append((begin, start + parting.start()))
                begin = start + parting.end()
        return [*found, (begin, end)]

    def _add(self, start: int, end: int, kind: AliasKind | None, mark: str) -> None:
        if len(self.pieces) < _MOST_ALIASES and any(map(str.isalnum, self.left[start:end])):
            self.pieces.append(Piece(self.alone(start, end), kind, mark))

    def result(self) -> Cut:
        """The first name first: the one that nothing announced, else the first of all."""
        if not self.pieces:
            return Cut((Piece(self.text, None, ""),), tuple(self.remarks))
        first = next((one for one in self.pieces if one.kind is None), None)
        if first is None:
            outer = [one for one in self.pieces if one.mark not in "([【〔{<\"'「『《"] or self.pieces
            first = min(outer, key=lambda one: len(one.text) - len(one.text.lstrip()))
        others = [one for one in self.pieces if one is not first]
        others.sort(key=lambda one: len(one.text) - len(one.text.lstrip()))
        return Cut((Piece(first.text, None, ""), *others), tuple(self.remarks))


def by_script(piece: Piece, kind: NameKind | None = None) -> tuple[Piece, ...]:
    """Cut a name that is given in two scripts side by side ("Wang Wei 王伟") into two.

    A single Latin letter beside another script is an initial and stays; Han and Kana are one name. The name of an
    organisation is cut at a space only, and where both sides are long enough to be names: KK园区 is one.
    """
    least = 2 if kind is not NameKind.ORGANISATION else 4
    parts: list[tuple[int, int, Script]] = []
    for at, sign in enumerate(piece.text):
        script = _family(script_of_sign(sign))
        if script is Script.OTHER:
            continue
        if parts and parts[-1][2] is script:
            parts[-1] = (parts[-1][0], at + 1, script)
        else:
            parts.append((at, at + 1, script))
    if len(parts) != 2 or min(end - start for start, end, _ in parts) < least:
        return (piece,)
    size, text, middle = len(piece.text), piece.text, parts[1][0]
    if kind is NameKind.ORGANISATION and text[middle - 1] != " ":
        return (piece,)
    first, second = text[:middle] + " " * (size - middle), " " * middle + text[middle:]
    return (Piece(first, piece.kind, piece.mark), Piece(second, AliasKind.OTHER_SCRIPT, ""))


def _family(script: Script) -> Script:
    return Script.HAN if script is Script.KANA else script

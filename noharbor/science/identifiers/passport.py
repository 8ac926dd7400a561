"""Passport numbers: capitals and digits. ICAO Doc 9303-4; the check digit only where a machine-readable line is given.

Outside of the line, a number says nothing of its state, and no state publishes rules by which it could: the country is
"" then. In the line, the digit behind the number shows whether it was read right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel.core import get_global

from noharbor.science.identifiers.check_digits import icao_digit
from noharbor.science.identifiers.finding import found, in_order, never, pattern_of
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind
from noharbor.science.identifiers.written import Written, compact, typed

#: Second line of a passport: number, its check digit, nationality, birth and its check digit, sex, expiry and its own.
_LINE = re.compile(
    r"(?P<number>[A-Z0-9<]{9})(?P<digit>[0-9])(?P<state>[A-Z<]{3})\d{6}\d[MFX<]\d{6}\d[A-Z0-9<]{0,16}", re.ASCII
)
_LINE_IN_TEXT = re.compile(rf"(?<![A-Z0-9<]){_LINE.pattern}(?![A-Z0-9<])", re.ASCII)
_FORM = re.compile(r"(?=[A-Z]*\d)[A-Z]{0,3}\d{4,10}[A-Z]{0,2}|(?=(?:[A-Z]*\d){4})[A-Z0-9]{6,10}", re.ASCII)
#: A number with a remark beside it: letters in front are capitals or touch the digits.
_AMONG_WORDS = re.compile(
    r"(?<![A-Za-z0-9<])(?:[A-Z]{1,3}[ \-]?|[a-z]{1,2})?\d{6,10}[A-Z]{0,2}(?![A-Za-z0-9<])", re.ASCII
)
_LABELS = (
    "passport", "passport number", "passport no", "passport no.", "PP", "PPT", "paspor", "hộ chiếu", "số hộ chiếu",
    "護照", "护照", "护照号", "护照号码", "護照號碼", "หนังสือเดินทาง", "พาสปอร์ต", "ໜັງສືຜ່ານແດນ", "ပတ်စ်ပို့", "ပတ်စပို့",
    "နိုင်ငံကူးလက်မှတ်", "နိုင်ငံကူးလက်မှတ်အမှတ်", "លិខិតឆ្លងដែន", "여권", "여권번호", "паспорт",
)  # fmt: skip
_PATTERN = pattern_of(r"[A-Z]{0,3}[ \-]?(?:\d{3,4}(?:[ \-]\d{3,4}){1,2}|\d{4,10}[A-Z]{0,2})", _LABELS)
_LABEL_BEFORE = re.compile("^(?:PASSPORT|PASPOR|PPT?)?(?:NUMBER|NO|NR)?(?=[A-Z]{0,3}[0-9]{4})")


class Passport:
    """Reads passport numbers and the second machine-readable line of passports."""

    kind = IdentifierKind.PASSPORT

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read a passport number.

        Args:
            text: The number, or the second line of the machine-readable zone.
            region: Plays no part: people carry passports of other states than the source's.

        Returns:
            The number, with state and check only out of a machine-readable line. None for words and for what has
            fewer than four digits, or holds several numbers.
        """
        written = typed(text)
        line = _LINE.fullmatch(written.replace(" ", "").upper())
        if line is not None and "<" not in line["number"].rstrip("<"):
            return self._of_line(line)
        value = _LABEL_BEFORE.sub("", compact(written), count=1)
        if len(value) <= 14 and _FORM.fullmatch(value):
            return Identifier(self.kind, value)
        among_words = _AMONG_WORDS.findall(written)
        return Identifier(self.kind, compact(among_words[0])) if len(among_words) == 1 else None

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find announced passport numbers, and machine-readable lines."""
        return in_order(
            found(self, _PATTERN, text, region, alone=never),
            self._lines(text),
        )

    def _lines(self, text: str) -> Iterator[tuple[int, int, Identifier]]:
        written = Written(text)
        for line in _LINE_IN_TEXT.finditer(written.plain):
            if line["number"].strip("<"):
                yield (*written.span(*line.span()), self._of_line(line))

    def _of_line(self, line: re.Match[str]) -> Identifier:
        checked = icao_digit(line["number"]) == line["digit"]
        return Identifier(self.kind, line["number"].replace("<", ""), country_of_zone(line["state"]), checked=checked)


def country_of_zone(state: str) -> str:
    """ISO 3166-1 alpha-2 of a state as machine-readable zones write it ("THA", "D<<"); "" for bodies and specimens."""
    code = state.rstrip("<")
    if code == "D":
        return "DE"
    states: list[str] = get_global("territory_aliases").get(code, [])
    return states[0] if len(code) == 3 and len(states) == 1 else ""


PASSPORT = Passport()

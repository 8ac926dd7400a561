"""Tell from the cells of a column what it may hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from statistics import median

from noharbor.science.lists import papers
from noharbor.science.lists.ages import read_age
from noharbor.science.lists.births import habits_of, read_birth
from noharbor.science.lists.date_parts import date_parts
from noharbor.science.lists.fields import Field
from noharbor.science.lists.forms import Cell, any_of, is_unknown, plain, says, written
from noharbor.science.lists.known_places import is_place
from noharbor.science.lists.nations import nationalities_in
from noharbor.science.names.parsed import NameKind
from noharbor.science.names.parsing import parse
from noharbor.science.scripts.scripts import Script, main_script

#: Cells looked at in one column, and in all columns of a sheet.
_SAMPLE = 200
_SAMPLES_IN_ALL = 20_000
_NAMES_LOOKED_AT = 40
_LONGEST_NAME = 60
_LONG_TEXT = 40
_SHORTEST_ADDRESS = 8
#: Dates whose middle one lies this many years back are births.
_YEARS_OF_BIRTHS = 12
_UNLIKE_NAMES = re.compile(r"[0-9@:;!?#%=_+*]")


@dataclass(frozen=True, slots=True)
class Contents:
    """What the cells of a column look like.

    Attributes:
        filled: How many cells of the sample say something.
        shares: By field, the share of these that look like it, 0..1; fields that cannot be told by cells are missing.
        words: How many words a cell has, in the middle.
        digits: How many digits a cell has, in the middle.
        script: Of most of their letters; None without letters.
    """

    filled: int = 0
    shares: dict[Field, float] = field(default_factory=dict)
    words: float = 0.0
    digits: float = 0.0
    script: Script | None = None

    def share(self, of: Field) -> float:
        """The share of cells that look like a field."""
        return self.shares.get(of, 0.0)


def contents_of(cells: Sequence[Cell], latest: date, columns: int) -> Contents:
    """Look at cells of a column, evenly spread.

    Args:
        cells: The column below its header.
        latest: The day of the list.
        columns: How many columns the sheet has; with many, fewer cells of each are looked at.
    """
    most = min(_SAMPLE, max(8, _SAMPLES_IN_ALL // max(1, columns)))
    filled = [cell for cell in cells if cell is not None and cell != ""]
    sample = filled[:: max(1, len(filled) // most)][:most]
    sample = [cell for cell in sample if not is_unknown(written(cell))]
    if not sample:
        return Contents()
    texts = [written(cell)[:200] for cell in sample]
    shares = {one: sum(map(test, texts)) / len(texts) for one, test in _TESTS.items()}
    shares |= _shares_of_dates(sample, latest) | _shares_of_numbers(sample, filled)
    shares[Field.NAME] = _share_of_names(texts)
    return Contents(
        len(texts),
        {one: share for one, share in shares.items() if share},
        words=median(len(text.split()) for text in texts),
        digits=median(sum(map(str.isdigit, text)) for text in texts),
        script=main_script("".join(texts)),
    )


def _is_sex(text: str) -> bool:
    return len(text) < 16 and (says("female", text) or says("male", text) or text[:1] in "男女")


def is_group(text: str) -> bool:
    """Whether a text names a bus, room or group by a word for it and a number."""
    return len(text) < 24 and bool(any_of("groups").search(plain(text))) and any(map(str.isdigit, plain(text)))


def _is_address(text: str) -> bool:
    """Whether a text has a number and a word of streets, houses or villages."""
    form = plain(text)
    return len(form) >= _SHORTEST_ADDRESS and any(map(str.isdigit, form)) and bool(any_of("streets").search(form))


_TESTS: dict[Field, Callable[[str], bool]] = {
    Field.ADDRESS: _is_address,
    Field.GROUP: is_group,
    Field.NATIONALITY: lambda text: bool(nationalities_in(text)),
    Field.NATIONAL_ID: papers.looks_like_national_id,
    Field.PASSPORT: papers.looks_like_passport,
    Field.PHONE: lambda text: papers.looks_like_phone(text) and not papers.looks_like_national_id(text),
    Field.PLACE: is_place,
    Field.REMARKS: lambda text: len(text) >= _LONG_TEXT,
    Field.SEX: _is_sex,
}


def _shares_of_dates(sample: Sequence[Cell], latest: date) -> dict[Field, float]:
    """Dates, parted into births and others by their years."""
    habits = habits_of(sample, latest)
    births = [read_birth(cell, habits).born for cell in sample if _is_built_as_date(cell)]
    years = [born.earliest.year for born in births if born]
    if not years:
        built = sum(map(_is_built_as_date, sample))
        return {Field.DATE: built / len(sample)} if built else {}
    kind = Field.BIRTH_DATE if median(years) <= latest.year - _YEARS_OF_BIRTHS else Field.DATE
    return {kind: len(years) / len(sample)}


def _is_built_as_date(cell: Cell) -> bool:
    """Whether a cell has a day, a month and a year; numbers that may be something else do not count."""
    if isinstance(cell, int) and not isinstance(cell, bool):
        return 19_000_101 <= cell <= 20_991_231
    parts = date_parts(cell.strip()) if isinstance(cell, str) else None
    if parts is None:
        return False
    digits = sum(map(len, parts.numbers))
    if len(parts.numbers) == 1 and not parts.month:
        return digits == 8 and parts.numbers[0][:2] in ("19", "20")
    return len(parts.numbers) + bool(parts.month) >= 2 and digits <= 8 and "+" not in str(cell)


def _shares_of_numbers(sample: Sequence[Cell], filled: Sequence[Cell]) -> dict[Field, float]:
    """Ages, years of birth and running numbers."""
    numbers = [number for number in map(_whole, filled[: 4 * _SAMPLE]) if number is not None]
    steps = sum(later - earlier == 1 for earlier, later in pairwise(numbers))
    found: dict[Field, float] = {}
    if len(numbers) >= 2 and len(numbers) >= 0.7 * min(len(filled), 4 * _SAMPLE):
        found[Field.NUMBER] = steps / (len(numbers) - 1)
    ages = [age.lowest for age in map(read_age, sample) if age]
    if ages and 12 <= median(ages) <= 75 and found.get(Field.NUMBER, 0) < 0.7:
        found[Field.AGE] = len(ages) / len(sample)
    years = [number for number in map(_whole, sample) if number and (1920 <= number <= 2020 or 2463 <= number <= 2563)]
    if years:
        found[Field.BIRTH_YEAR] = len(years) / len(sample)
    return found


def _whole(cell: Cell) -> int | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int):
        return cell
    text = plain(cell).strip(" .)") if isinstance(cell, str) and len(cell) < 12 else ""
    return int(text) if text.isascii() and text.isdigit() else None


def _share_of_names(texts: list[str]) -> float:
    """The share of cells built like names of people, and of those a few that are looked at as names."""
    built = [text for text in texts if _is_built_as_name(text)]
    if len(built) < 0.5 * len(texts):
        return 0.0
    looked_at = built[:: max(1, len(built) // _NAMES_LOOKED_AT)][:_NAMES_LOOKED_AT]
    good = sum(map(_reads_as_person, looked_at)) / len(looked_at)
    return good * len(built) / len(texts)


def _is_built_as_name(text: str) -> bool:
    if len(text) > _LONGEST_NAME or _UNLIKE_NAMES.search(plain(text)) or not any(map(str.isalpha, text)):
        return False
    if _is_sex(text) or nationalities_in(text) or is_place(text):
        return False
    return len(text.split()) <= 8


def _reads_as_person(text: str) -> bool:
    name = parse(text)
    if name.kind is not NameKind.PERSON or not name.core:
        return False
    if main_script(text) is Script.HAN:
        return bool(name.family) or len(text) in (2, 3)
    return len("".join(name.core)) >= 3

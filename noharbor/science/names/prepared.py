"""Names made ready once, to be compared many times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from noharbor.science.names.alignment import Pieced, Spelled
from noharbor.science.names.characters import pack_characters
from noharbor.science.names.forms import Form, taken
from noharbor.science.names.packing import pack_letters, pack_pieces
from noharbor.science.names.pivots import likeliest, pivots_of
from noharbor.science.names.shared import Words, pack_words
from noharbor.science.names.spellings import SYLLABLES, Spellings, chinese_syllables, spellings
from noharbor.science.scripts.writings import pieces_of

LATIN = "Latn"
#: What a piece that no table knows would give if it met.
_UNKNOWN_EXPECTED = np.float32(3.0)


class Owned(NamedTuple):
    """Latin spellings, and the number of the form each belongs to, in order; every form has one at least."""

    spelled: Spelled
    owners: NDArray[np.int64]


class Group:
    """The forms of one script among prepared names.

    Args:
        names: How many names the rows are of; where it is not told, up to the last that has a form.

    Attributes:
        script: ISO 15924 code.
        rows: (forms,) the number of the name each form belongs to, rising.
        forms: The forms.
    """

    def __init__(self, script: str, rows: Sequence[int], forms: Sequence[Form], names: int = 0) -> None:
        self.script = script
        self.rows: NDArray[np.int64] = np.array(rows, dtype=np.int64)
        self._names = names or (int(self.rows[-1]) + 1 if len(self.rows) else 0)
        self.forms = tuple(forms)
        self.doubtful: NDArray[np.float32] = np.array([form.doubtful for form in forms], dtype=np.float32)

    @property
    def table(self) -> Spellings:
        """The table of spellings of this script."""
        return spellings(self.script)

    @cached_property
    def bounds(self) -> NDArray[np.int64]:
        """(names + 1,) where the forms of each name begin."""
        return np.searchsorted(self.rows, np.arange(self._names + 1)).astype(np.int64)

    @cached_property
    def written(self) -> NDArray[np.int64]:
        """(forms,) numbers that are equal where the same was written."""
        return np.array([hash(form.written) for form in self.forms], dtype=np.int64)

    @cached_property
    def words(self) -> NDArray[np.int64]:
        """(forms,) numbers that are equal where the canonical words are."""
        return np.array([hash("".join(form.words)) for form in self.forms], dtype=np.int64)

    @cached_property
    def pieced(self) -> Pieced:
        """The forms as pieces."""
        return pack_pieces([_pieces(self.script, form) for form in self.forms], self.table.numbers)

    @cached_property
    def pieces_gain(self) -> NDArray[np.float32]:
        """(forms,) what a form's pieces give on average when the other name is the same."""
        # The last stands for pieces the table does not know, which have the number -1.
        expected = np.append(self.table.expected, _UNKNOWN_EXPECTED)
        # In double precision, or the sums of a long list would leave little of what one form adds to them.
        sums = np.concatenate([[0.0], np.cumsum(expected[self.pieced.pieces], dtype=np.float64)])
        found: NDArray[np.float32] = (sums[self.pieced.offsets[1:]] - sums[self.pieced.offsets[:-1]]).astype(np.float32)
        return found

    @cached_property
    def pieces_count(self) -> NDArray[np.float32]:
        """(forms,) number of pieces."""
        return np.diff(self.pieced.offsets).astype(np.float32)

    @cached_property
    def characters(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """The forms of a Han group as characters with their sounds."""
        return pack_characters(["".join(form.words) for form in self.forms])

    @cached_property
    def spelled(self) -> Spelled:
        """The forms of a Latin group as letters."""
        return pack_letters(form.words for form in self.forms)

    @cached_property
    def latin_words(self) -> Words:
        """The words of a Latin group's forms."""
        return pack_words(form.words for form in self.forms)

    @cached_property
    def syllables(self) -> tuple[list[list[tuple[str, ...]]], NDArray[np.bool_]]:
        """The words of a Latin group as syllables that write Chinese characters; and which forms look Chinese."""
        cut = [[chinese_syllables(word) or (word,) for word in form.words] for form in self.forms]
        known = [sum(bool(chinese_syllables(word)) for word in form.words) * 2 > len(form.words) for form in self.forms]
        return cut, np.array(known, dtype=np.bool_)

    @cached_property
    def syllabled(self) -> Pieced:
        """The forms of a Latin group as Chinese syllables."""
        return pack_pieces(self.syllables[0], spellings(SYLLABLES).numbers)

    @cached_property
    def likeliest(self) -> Owned:
        """The one or few likeliest Latin spellings of a native group's forms, and the form each belongs to."""
        return _owned(likeliest(self.script, _pieces(self.script, form)) for form in self.forms)

    @cached_property
    def pivots(self) -> Owned:
        """The likely Latin spellings of a native group's forms, and the form each belongs to."""
        return _owned(pivots_of(self.script, _pieces(self.script, form)) for form in self.forms)

    def pivots_of_some(self, numbers: NDArray[np.int64]) -> Owned:
        """The same of some forms only, owners counted among those."""
        if len(numbers) == len(self.forms):
            return self.pivots
        some = (self.forms[number] for number in numbers)
        return _owned(pivots_of(self.script, _pieces(self.script, form)) for form in some)


class Prepared(Sequence[str]):
    """A list of names, ready to be compared; behaves as the list of their texts."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        rows: dict[str, list[int]] = {}
        forms: dict[str, list[Form]] = {}
        #: (names,) a number for the numbers in each name, 0 where it has none.
        self.numbers: NDArray[np.int64] = np.zeros(len(self.names), dtype=np.int64)
        #: (names,) whether a name is an organisation's.
        self.bodies: NDArray[np.bool_] = np.zeros(len(self.names), dtype=np.bool_)
        for number, name in enumerate(self.names):
            found = taken(name)
            for form in found.forms:
                rows.setdefault(form.script, []).append(number)
                forms.setdefault(form.script, []).append(form)
            if found.numbers:
                self.numbers[number] = hash(found.numbers)
            if found.is_body:
                self.bodies[number] = True
        self.groups = tuple(Group(script, rows[script], forms[script], len(self.names)) for script in sorted(rows))

    def __len__(self) -> int:
        return len(self.names)

    def __getitem__(self, at):  # type: ignore[no-untyped-def]
        return self.names[at]


def _pieces(script: str, form: Form) -> list[tuple[str, ...]]:
    return [pieces_of(script, word) for word in form.words]


def _owned(spellings_of: Iterable[Sequence[tuple[str, ...]]]) -> Owned:
    found = [(number, words) for number, given in enumerate(spellings_of) for words in given or ((),)]
    return Owned(pack_letters(words for _, words in found), np.array([number for number, _ in found], dtype=np.int64))

"""Make a person of each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from noharbor.science.lists import papers
from noharbor.science.lists.ages import Age, born_of_age, read_age
from noharbor.science.lists.births import BirthRead, read_birth
from noharbor.science.lists.fields import Field
from noharbor.science.lists.forms import LOOKED_INTO, Cell, is_unknown, looked_into, says, written
from noharbor.science.lists.layout import Layout
from noharbor.science.lists.naming import names_in, put_together
from noharbor.science.lists.nations import nationalities_in
from noharbor.science.lists.problems import Problem, ProblemCode
from noharbor.science.lists.sexes import sex_beside_age, sex_of
from noharbor.science.matching.people.person import Born, Person

#: Fields of which nothing longer than a word or two is expected.
_READ = (
    Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.ALIAS, Field.BIRTH_DATE, Field.AGE, Field.NATIONALITY,
    Field.PASSPORT, Field.NATIONAL_ID, Field.DOCUMENT, Field.PHONE, Field.SEX,
)  # fmt: skip


class PersonReader:
    """Reads the person of one row; problems gather on the way."""

    def __init__(self, number: int, row: Sequence[Cell], layout: Layout) -> None:
        self.number, self.row, self.layout = number, row, layout
        self.problems: list[Problem] = []

    def person(self, section: str = "") -> Person:
        """The person.

        Args:
            section: What stood above the row as its group; taken where the row has none of its own.
        """
        self._look_for_long_cells()
        nationality = self._nationality()
        sex, birth_of_tick = self._sex()
        places, addresses = self._places()
        passports, national_ids = self._papers(nationality)
        return Person(
            names=self._names(nationality),
            sex=sex,
            born=self._born(birth_of_tick),
            nationality=nationality,
            passports=passports,
            national_ids=national_ids,
            phones=self._phones(nationality),
            place=", ".join(places),
            group=", ".join(self._lines(Field.GROUP)) or section,
            address=", ".join(addresses),
        )

    def _cell(self, at: int) -> Cell:
        """A cell; None where the row ends before it."""
        return self.row[at] if at < len(self.row) else None

    def _cells(self, field: Field) -> Iterator[tuple[int, Cell]]:
        """Columns of a field and their cells, those that say something."""
        for at in self.layout.at(field):
            cell = self._cell(at)
            if cell is not None and not is_unknown(written(cell)):
                yield at, cell

    def _texts(self, field: Field) -> Iterator[tuple[int, str]]:
        for at, cell in self._cells(field):
            yield at, written(cell)[:LOOKED_INTO]

    def _tell(self, code: ProblemCode, at: int | None, text: str = "") -> None:
        self.problems.append(Problem(self.number, at, code, text[:LOOKED_INTO]))

    def _look_for_long_cells(self) -> None:
        for field in _READ:
            for at in self.layout.at(field):
                cell = self._cell(at)
                if isinstance(cell, str) and len(cell) > LOOKED_INTO:
                    self._tell(ProblemCode.CELL_TOO_LONG, at, cell)

    def _lines(self, field: Field) -> list[str]:
        return [" ".join(looked_into(text).split()) for _, text in self._texts(field)]

    def _places(self) -> tuple[list[str], list[str]]:
        """Places, and addresses; what stands as an address without any number is a place."""
        addresses = self._lines(Field.ADDRESS)
        numbered = [text for text in addresses if any(map(str.isdigit, text))]
        return [*self._lines(Field.PLACE), *(text for text in addresses if text not in numbered)], numbered

    def _nationality(self) -> str:
        for at, text in self._texts(Field.NATIONALITY):
            found = nationalities_in(text)
            if len(found) == 1:
                return found[0]
            code = ProblemCode.TWO_NATIONALITIES if found else ProblemCode.NATIONALITY_UNREADABLE
            self._tell(code, at, text)
        return ""

    def _names(self, nationality: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for at, text in self._whole_names():
            self._add_names(found, at, text)
        for name in self._from_two_columns(nationality):
            found.setdefault(name)
        for at, text in self._texts(Field.ALIAS):
            self._add_names(found, at, text)
        if not found:
            self._tell(ProblemCode.NO_NAME, None)
        return tuple(found)

    def _add_names(self, found: dict[str, None], at: int, text: str) -> None:
        names = names_in(text)
        if not names:
            self._tell(ProblemCode.NAME_UNREADABLE, at, text)
        for name in names:
            found.setdefault(name)

    def _whole_names(self) -> list[tuple[int, str]]:
        """The cells of whole names; one that goes on in the next column is put together."""
        names: list[tuple[int, str]] = []
        for at, text in self._texts(Field.NAME):
            if at in self.layout.continued and names:
                names[-1] = (names[-1][0], f"{names[-1][1]} {text}")
            else:
                names.append((at, text))
        return names

    def _from_two_columns(self, nationality: str) -> Iterator[str]:
        """Family and given names put together, the first family column with the first given column and so on."""
        families, givens = self.layout.at(Field.FAMILY_NAME), self.layout.at(Field.GIVEN_NAME)
        texts = dict(self._texts(Field.FAMILY_NAME)) | dict(self._texts(Field.GIVEN_NAME))
        if len(families) == 1 and len(givens) > 1:
            # First, middle: given names in two columns.
            yield from _two(
                texts.get(families[0], ""), " ".join(texts[at] for at in givens if at in texts), nationality
            )
            return
        for number in range(max(len(families), len(givens))):
            family = texts.get(families[number], "") if number < len(families) else ""
            given = texts.get(givens[number], "") if number < len(givens) else ""
            is_first = bool(families) and (not givens or families[0] < givens[0])
            yield from _two(family, given, nationality, family_stands_first=is_first)

    def _sex(self) -> tuple[str, Born | None]:
        """The sex, and a birth where it stands in a column for women or men."""
        for at, text in self._texts(Field.SEX):
            sex = sex_of(text) or sex_beside_age(text)[0]
            if sex:
                return sex, None
            self._tell(ProblemCode.SEX_UNREADABLE, at, text)
        for field, sex in ((Field.FEMALE, "female"), (Field.MALE, "male")):
            for at in self.layout.at(field):
                cell = self._cell(at)
                if cell is None or not written(cell) or says("unticked", written(cell)):
                    continue
                if says("ticks", written(cell)) or sex_of(written(cell)) == sex:
                    return sex, None
                born = self._age_or_birth(at, cell).born
                if born:
                    return sex, born
                self._tell(ProblemCode.SEX_UNREADABLE, at, written(cell))
        return "", None

    def _born(self, birth_of_tick: Born | None) -> Born | None:
        """The birth: a date before an age, the first column before others."""
        born = self._of_parts() or birth_of_tick
        for at, cell in self._cells(Field.BIRTH_DATE):
            read = self._age_or_birth(at, cell)
            if read.problem:
                self._tell(read.problem, at, written(cell))
            if born and read.born and not _meet(born, read.born):
                self._tell(ProblemCode.BIRTHS_DIFFER, at, written(cell))
            born = born or read.born
        for at, cell, age in self._ages():
            of_age = age if isinstance(age, Born) else born_of_age(age, self.layout.dated)
            if born and not _meet(_widened(of_age), born):
                self._tell(ProblemCode.AGE_AGAINST_BIRTH, at, written(cell))
            born = born or of_age
        return born

    def _ages(self) -> Iterator[tuple[int, Cell, Age | Born]]:
        for at, cell in self._cells(Field.AGE):
            age = read_age(cell)
            read = None if age else self._read_birth(at, cell)
            if age:
                yield at, cell, age
            elif read and read.born:
                yield at, cell, read.born
            else:
                self._tell(ProblemCode.AGE_UNREADABLE, at, written(cell))
        for at, text in self._texts(Field.SEX):
            age = sex_beside_age(text)[1]
            if age:
                yield at, text, age

    def _age_or_birth(self, at: int, cell: Cell) -> BirthRead:
        """A birth; a number of a hundred or less is an age."""
        read = self._read_birth(at, cell)
        age = read_age(cell) if read.born is None else None
        return BirthRead(born_of_age(age, self.layout.dated)) if age and age.lowest <= 100 else read

    def _read_birth(self, at: int, cell: Cell) -> BirthRead:
        return read_birth(cell, self.layout.habits_at(at))

    def _of_parts(self) -> Born | None:
        """A birth whose year, month and day stand in columns of their own."""
        year = next(self._texts(Field.BIRTH_YEAR), None)
        if year is None:
            return None
        rest = [next(self._texts(field), (0, "0"))[1] for field in (Field.BIRTH_MONTH, Field.BIRTH_DAY)]
        for text in ("-".join((year[1], *rest)), f"{rest[1]} {rest[0]} {year[1]}"):
            read = self._read_birth(year[0], text)
            if read.born:
                return read.born
        self._tell(ProblemCode.BIRTH_UNREADABLE, year[0], year[1])
        return None

    def _papers(self, nationality: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Passports and identity numbers; a number built like the other kind is the other kind."""
        passports: dict[str, None] = {}
        national_ids: dict[str, None] = {}
        for field in (Field.PASSPORT, Field.NATIONAL_ID, Field.DOCUMENT):
            for at, piece in self._pieces(field):
                is_national = _is_national(field, piece)
                state = nationality or self.layout.region
                values = papers.read_national_ids(piece, state) if is_national else papers.read_passports(piece)
                for value in values:
                    (national_ids if is_national else passports).setdefault(value)
                if not values:
                    self._tell(ProblemCode.PAPER_UNREADABLE, at, piece)
        return tuple(passports), tuple(national_ids)

    def _phones(self, nationality: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for at, piece in self._pieces(Field.PHONE):
            value = papers.read_phone(piece, self.layout.region, nationality)
            if value and papers.with_digits(piece) != piece:
                self._tell(ProblemCode.LETTERS_AS_DIGITS, at, piece)
            if value:
                found.setdefault(value)
            else:
                self._tell(ProblemCode.PHONE_UNREADABLE, at, piece)
        return tuple(found)

    def _pieces(self, field: Field) -> Iterator[tuple[int, str]]:
        """The numbers in the cells of a field, without those a spreadsheet has rounded."""
        for at, text in self._texts(field):
            for piece in papers.pieces(text):
                if is_unknown(piece):
                    continue
                if papers.digits_are_lost(piece, is_number=not isinstance(self.row[at], str)):
                    self._tell(ProblemCode.DIGITS_LOST, at, piece)
                else:
                    yield at, piece


def _is_national(field: Field, piece: str) -> bool:
    if field is Field.NATIONAL_ID:
        return True
    return papers.looks_like_national_id(piece)


def _two(family: str, given: str, nationality: str, *, family_stands_first: bool = False) -> Iterator[str]:
    for name in put_together(family, given, nationality, family_stands_first=family_stands_first):
        yield from names_in(name)


def _meet(one: Born, other: Born) -> bool:
    """Whether two births can be the same."""
    return one.earliest <= other.latest and other.earliest <= one.latest


def _widened(born: Born) -> Born:
    """A birth by age with a year more on either side: ages are counted in several ways and lists are late."""
    return Born(
        born.earliest.replace(year=born.earliest.year - 1, day=1),
        born.latest.replace(year=born.latest.year + 1, day=28),
    )

"""The lists that bodies keep of an invented world, each in its own script and with its own faults; the truth beside."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

import icu

from benchmarks.linkage.ear import Ear
from benchmarks.linkage.keepers import KEEPERS, Keeper, Way
from benchmarks.linkage.naming import Name, Word, spelled
from benchmarks.linkage.slips import date_slip, letter_slip, misread, number_slip, traditional, zawgyi
from benchmarks.linkage.world import TODAY, Human, people
from noharbor.science.matching.people.person import Born, Person

#: The row of the first person on a list; the headings stand in row 1.
FIRST_ROW = 2
_BUDDHIST = 543
#: Titles before names, by the language of the name as written: of men, of women.
_TITLES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "my": (("ဦး", "ကို", "မောင်"), ("ဒေါ်", "မ")),
    "th": (("นาย",), ("นาง", "นางสาว", "น.ส.")),
    "lo": (("ທ້າວ ", "ທ່ານ "), ("ນາງ ",)),
    "km": (("លោក ",), ("អ្នកស្រី ", "កញ្ញា ")),
    "latin": (("Mr. ", "MR ", "Mr "), ("Ms. ", "MISS ", "Mrs ")),
    "my latin": (("U ", "Ko ", "Mg "), ("Daw ", "Ma ")),
}
_SEXES = {"my": ("ကျား", "မ"), "en": ("M", "F"), "th": ("ชาย", "หญิง")}


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody on a list.

    Attributes:
        row: As the file numbers it.
        cells: As the body wrote them, by heading.
        person: What a careful reader takes out of the cells; nothing that they do not say.
        human: Who it truly is.
        script: In which script the name is, as ISO 15924 has it.
    """

    row: int
    cells: dict[str, str]
    person: Person
    human: int
    script: str


@dataclass(frozen=True, slots=True)
class PeopleList:
    """A list: its name, its rows."""

    name: str
    rows: tuple[Row, ...]

    def truth(self) -> dict[int, int]:
        """For each row who it truly is."""
        return {row.row: row.human for row in self.rows}


def lists(count: int, seed: int, keepers: Iterable[Keeper] = KEEPERS) -> tuple[PeopleList, ...]:
    """The lists that are kept of a world of so many people; many of them are on none, some on all."""
    kept = tuple(keepers)
    written: dict[str, list[Row]] = {keeper.name: [] for keeper in kept}
    desks = [Desk(keeper, seed) for keeper in kept]
    for human in people(count, seed):
        for desk in desks:
            written[desk.keeper.name].extend(desk.rows(human))
    return tuple(_in_order(name, rows, seed) for name, rows in written.items())


def _in_order(name: str, rows: list[Row], seed: int) -> PeopleList:
    """A list in an order of its own, numbered."""
    random.Random(f"order of {name} in {seed}").shuffle(rows)
    numbered = (Row(at, row.cells, row.person, row.human, row.script) for at, row in enumerate(rows, start=FIRST_ROW))
    return PeopleList(name, tuple(numbered))


class Desk:
    """Where a keeper's list is written: some clerks, each with an ear.

    Args:
        keeper: Whose list.
        seed: Of the world.
        all_of_them: Whether everybody is written down, not only the share that the keeper holds.
    """

    def __init__(self, keeper: Keeper, seed: int, *, all_of_them: bool = False) -> None:
        self.keeper = keeper
        self._holds = 1.0 if all_of_them else keeper.holds
        self._dice = random.Random(f"{keeper.name} in {seed}")
        self._ears = [Ear(self._dice) for _ in range(keeper.clerks)]
        self._written = 0

    def rows(self, human: Human) -> Iterator[Row]:
        """The rows about somebody: none, one, or two."""
        if self._dice.random() < self._holds:
            yield self.row(human)
            if self._dice.random() < self.keeper.twice:
                yield self.row(human)

    def row(self, human: Human) -> Row:
        """One row about somebody, numbered as it is written."""
        keeper, dice = self.keeper, self._dice
        self._written += 1
        ear = dice.choice(self._ears)
        names, script = self._names(human, ear)
        born_cell, born = self._born(human)
        said = {
            "sex": human.sex,
            "nationality": human.origin.state,
            "passport": self._number(human.passport),
            "national_id": self._number(human.national_id),
            "phone": self._number(human.phone, 0.5),
            "place": human.place[script != "Latn" and human.name.language != "latin"],
            "group": f"{self._written // 50 + 1}",
        }
        kept = {what: said[what] if dice.random() < often else "" for what, often in keeper.has.items()}
        cells = {"name": names[0], "alias": names[1] if len(names) > 1 else "", "born": born_cell, **kept}
        if kept.get("nationality"):
            cells["nationality"] = _state(kept["nationality"], keeper.language)
        if kept.get("sex"):
            cells["sex"] = _SEXES[keeper.language][kept["sex"] == "female"]
        person = Person(
            names=names,
            sex=kept.get("sex", ""),
            born=born,
            nationality=kept.get("nationality", ""),
            passports=tuple(filter(None, (kept.get("passport"),))),
            national_ids=tuple(filter(None, (_plain_id(kept.get("national_id", "")),))),
            phones=tuple(filter(None, (kept.get("phone"),))),
            place=kept.get("place", ""),
            group=kept.get("group", ""),
        )
        headed = {heading: cells.get(what, "") for what, heading in keeper.headings.items()}
        return Row(self._written + FIRST_ROW - 1, headed, person, human.number, script)

    def _number(self, number: str, part: float = 1.0) -> str:
        return number_slip(self._dice, number) if self._dice.random() < self.keeper.number_slips * part else number

    # ---- names ----

    def _names(self, human: Human, ear: Ear) -> tuple[tuple[str, ...], str]:
        dice, keeper, name = self._dice, self.keeper, human.name
        ways = keeper.ways.get(name.language, keeper.ways[""])
        way = dice.choices(list(ways), list(ways.values()))[0]
        native = way == Way.NATIVE
        main = self._native(human) if native else self._latin(human, ear, way)
        main = self._title(human, native=native) + main if dice.random() < keeper.titled else main
        script = _SCRIPTS.get(name.language, "Latn") if native else "Latn"
        if human.alias is None or dice.random() >= keeper.known_as:
            return (main,), script
        called = human.alias.native if native else spelled(name.language, human.alias, ear).title()
        return (main, called), script

    def _native(self, human: Human) -> str:
        dice, keeper, name = self._dice, self.keeper, human.name
        words = self._with_part_lost([word.native for word in name.words])
        text = Name(name.language, tuple(map(Word, words)), spaced=name.spaced).native
        if name.language == "latin":
            return letter_slip(dice, text) if dice.random() < keeper.letter_slips else text
        if name.language in ("zh", "yue", "nan"):
            old = human.origin.state in ("TW", "HK") or dice.random() < keeper.traditional
            return traditional(text) if old else text
        if dice.random() < keeper.letter_slips + keeper.misreadings:
            text = misread(dice, text)
        return zawgyi(text) if name.language == "my" and dice.random() < keeper.zawgyi else text

    def _latin(self, human: Human, ear: Ear, way: Way) -> str:
        dice, keeper, name = self._dice, self.keeper, human.name
        words = list(human.latin) if way == Way.PASSPORT else self._heard(name, ear)
        if dice.random() < keeper.letter_slips:
            at = dice.randrange(len(words))
            words[at] = letter_slip(dice, words[at])
        words = self._with_part_lost(words)
        if dice.random() < keeper.swapped and len(words) > 1:
            words = [*words[1:], words[0]] if name.family == 0 or name.family < 0 else [words[-1], *words[:-1]]
        text = " ".join(words)
        text = text.upper() if dice.random() < keeper.capitals else text.title()
        return misread(dice, text) if dice.random() < keeper.misreadings else text

    def _heard(self, name: Name, ear: Ear) -> list[str]:
        words = name.spelled(ear)
        given = name.words[-1]
        if name.language in ("zh", "yue", "nan") and len(given.sounds) > 1 and self._dice.random() < 0.35:
            parts = [spelled(name.language, Word("", (sound,)), ear) for sound in given.sounds]
            words[-1] = self._dice.choice((" ", "-")).join(parts)
        return words

    def _with_part_lost(self, words: list[str]) -> list[str]:
        if len(words) > 2 and self._dice.random() < self.keeper.part_lost:
            lost = self._dice.randrange(1, len(words))
            return words[:lost] + words[lost + 1 :]
        return words

    def _title(self, human: Human, *, native: bool) -> str:
        language = human.name.language
        kind = language if native else "my latin" if language == "my" and self._dice.random() < 0.6 else "latin"
        titles = _TITLES.get(kind)
        return self._dice.choice(titles[human.sex == "female"]) if titles else ""

    # ---- birth ----

    def _born(self, human: Human) -> tuple[str, Born | None]:
        dice, keeper = self._dice, self.keeper
        shares = keeper.born
        kind = dice.choices([*shares, ""], [*shares.values(), 1 - sum(shares.values())])[0]
        born = date_slip(dice, human.born) if dice.random() < keeper.date_slips else human.born
        if human.origin.state == "ET" and kind != "age" and dice.random() < 0.1:
            # Written after the Ethiopian calendar, seven or eight years behind.
            born = born.replace(year=born.year - dice.choice((7, 8)), day=min(born.day, 28))
        era = _BUDDHIST if keeper.buddhist else 0
        if kind == "day":
            return f"{born.day:02}/{born.month:02}/{born.year + era}", Born(born, born)
        if kind == "year":
            return str(born.year + era), Born(date(born.year, 1, 1), date(born.year, 12, 31))
        if kind == "age":
            age = _age(born) + dice.choices((0, 1, -1), (90, 6, 4))[0]
            return str(age), born_at_age(age)
        return "", None


#: The own scripts of names.
_SCRIPTS = {"zh": "Hani", "yue": "Hani", "nan": "Hani", "my": "Mymr", "th": "Thai", "lo": "Laoo", "km": "Khmr"}


def _age(born: date) -> int:
    return TODAY.year - born.year - ((TODAY.month, TODAY.day) < (born.month, born.day))


def born_at_age(age: int) -> Born:
    """The days on which somebody of this age may have been born."""
    return Born(date(TODAY.year - age - 1, TODAY.month, TODAY.day + 1), date(TODAY.year - age, TODAY.month, TODAY.day))


@cache
def _state(state: str, language: str) -> str:
    return str(icu.Locale("", state).getDisplayCountry(icu.Locale(language)))


def _plain_id(written: str) -> str:
    """Letters and digits only, as a reader of lists keeps them."""
    return "".join(char for char in written if char.isalnum() or unicodedata.category(char)[0] == "M")

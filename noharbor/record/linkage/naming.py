"""What a source names: people, bodies and places by its statements, numbers and addresses by its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from uuid import UUID

from noharbor.record.intake.models import Source, SourceText
from noharbor.record.linkage.persons import as_json
from noharbor.record.linkage.vocabulary import EntityKind
from noharbor.record.reading.models import Statement
from noharbor.science.identifiers import KINDS
from noharbor.science.identifiers.domain import host_of
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind
from noharbor.science.matching.people.person import Person
from noharbor.science.places.bodies import find_bodies
from noharbor.science.places.place import NoSuchPlace, PlaceKind, place

#: The widths of the columns that hold names and keys.
LONGEST_NAME, LONGEST_KEY = 300, 200
#: Languages that one state alone has as its own.
_SPOKEN_IN = {"km": "KH", "lo": "LA", "my": "MM", "th": "TH", "vi": "VN"}
#: Characters of a text searched at once: some tenths of a second.
_BLOCK = 20_000
#: Places that are no sites: whoever acts somewhere acts in a country.
_TOO_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})


@dataclass
class Named:
    """Somebody or something a source names, once for each canonical form.

    Attributes:
        kind: What it is.
        name: As first written; the canonical form of an identifier.
        key: What makes it one with others of that form; "" where a name alone says nothing of the kind.
        said: As `Appearance.said`.
        text: The text it stands in; None for a row of a list.
        span: Its first and one past its last character there, or those of the statement that names it.
        row: The row of a list it stands in.
        roles: The statements that name it, and as what.
    """

    kind: EntityKind
    name: str
    key: str = ""
    said: dict[str, Any] = field(default_factory=dict)
    text: int | None = None
    span: tuple[int, int] | None = None
    row: int | None = None
    roles: dict[UUID, str] = field(default_factory=dict)

    @property
    def form(self) -> tuple[EntityKind, str]:
        """What it is named once for: its key, else its name as written, a body's in whatever capitals."""
        return self.kind, self.key or (self.name.casefold() if self.kind is EntityKind.GROUP else self.name)


class Names:
    """What a source names, gathered."""

    def __init__(self) -> None:
        self.found: dict[tuple[EntityKind, str], Named] = {}

    def add(self, named: Named, statement: UUID | None = None, role: str = "") -> None:
        """Add what is named, by a statement or by the words alone; the first role a statement gives stays."""
        known = self.found.setdefault(named.form, named)
        if statement is not None:
            known.roles[statement] = known.roles.get(statement) or role[:LONGEST_NAME]


def key_of(identifier: Identifier) -> str:
    """The canonical form of an identifier: its kind, its chain, bank or service, its value."""
    return ":".join(filter(None, (identifier.kind.value, identifier.service, identifier.value)))[:LONGEST_KEY]


def keys_of_person(person: Person) -> dict[str, tuple[IdentifierKind, str]]:
    """The keys of a person's papers and telephones, as their texts would have them, with kind and value."""
    of_kinds = (
        (IdentifierKind.NATIONAL_ID, person.national_ids),
        (IdentifierKind.PASSPORT, person.passports),
        (IdentifierKind.PHONE, person.phones),
    )
    return {key_of(Identifier(kind, value)): (kind, value) for kind, values in of_kinds for value in values}


def named_on_list(people: Iterable[tuple[int | None, Person]]) -> Iterator[Named]:
    """Give the numbers of people on a list.

    Args:
        people: The row of each, and who stands there.
    """
    for row, person in people:
        for key, (kind, value) in keys_of_person(person).items():
            yield Named(EntityKind.IDENTIFIER, value[:LONGEST_NAME], key, _said(kind, value), row=row)


def named_by(statements: Iterable[Statement], language: str, names: Names) -> None:
    """Gather the people, bodies and places that statements name.

    Args:
        statements: Those that stand, with their texts.
        language: BCP 47 tag of the source.
        names: Where they are gathered.
    """
    for statement in statements:
        for person in statement.detail.get("people", ()):
            written = " ".join(str(person.get("name") or "").split())[:LONGEST_NAME]
            if written:
                said = as_json(Person(names=(written,)))
                named = _at(statement, Named(EntityKind.PERSON, written, said=said))
                names.add(named, statement.pk, person.get("role") or "")
        for body in _bodies(statement, language):
            names.add(_at(statement, body), statement.pk)
        if site := _site(statement):
            names.add(_at(statement, site), statement.pk)


def region_of(source: Source) -> str:
    """The state whose numbers a source writes without saying so: its owner's, else the one that speaks its language."""
    return source.owner.country or _SPOKEN_IN.get(source.language.partition("-")[0], "")


class IdentifierSearch:
    """Finds every identifier in running text, block by block: a book must not keep reports waiting.

    The publisher's own domain is not told.

    Args:
        text: The text.
        region: ISO 3166-1 alpha-2 of the state whose people write numbers without saying which.
        address: Where the text was published.
    """

    def __init__(self, text: str, region: str, address: str) -> None:
        self._text, self._region = text, region
        self._own = host_of(address) if address else ""
        self._reached = 0
        #: First character, one past the last, and the identifier.
        self.found: list[tuple[int, int, Identifier]] = []

    def go_on(self, is_time_up: Callable[[], bool]) -> bool:
        """Search on, at least one block; return whether the text is done."""
        while self._reached < len(self._text):
            start, self._reached = self._reached, _end_of_block(self._text, self._reached)
            block = self._text[start : self._reached]
            self.found += [
                (start + begin, start + end, identifier)
                for kind in KINDS
                for begin, end, identifier in kind.find(block, self._region)
                if identifier.kind is not IdentifierKind.DOMAIN or not _is_of(identifier.value, self._own)
            ]
            if is_time_up():
                break
        return self._reached == len(self._text)


def _end_of_block(text: str, start: int) -> int:
    """Where a block ends: behind a line if there is one, else behind a word, so that no number is cut."""
    end = start + _BLOCK
    if end >= len(text):
        return len(text)
    return next((at + 1 for sign in ("\n", " ") if (at := text.rfind(sign, start, end)) >= 0), end)


def named_in(
    text: SourceText, found: Iterable[tuple[int, int, Identifier]], statements: Iterable[Statement], names: Names
) -> None:
    """Gather the identifiers of a text, each with the statements whose words hold it.

    Args:
        text: The text.
        found: What a search found there.
        statements: Those of the source that stand.
        names: Where they are gathered.
    """
    here = [(statement.pk, _passages(statement)) for statement in statements if statement.text_id == text.pk]
    for start, end, identifier in found:
        service = {"service": identifier.service, "country": identifier.country}
        said = _said(identifier.kind, identifier.value, **service)
        name, key = identifier.value[:LONGEST_NAME], key_of(identifier)
        names.add(Named(EntityKind.IDENTIFIER, name, key, said, text.pk, (start, end)))
        for statement, passages in here:
            if any(first <= start and end <= last for first, last in passages):
                names.found[EntityKind.IDENTIFIER, key].roles.setdefault(statement, "")


def _said(kind: IdentifierKind, value: str, **further: str) -> dict[str, str]:
    return {"kind": kind.value, "value": value} | {name: said for name, said in further.items() if said}


def _is_of(domain: str, own: str) -> bool:
    """Whether a domain is that of the publisher, or they are one above the other."""
    return bool(own) and (domain == own or domain.endswith(f".{own}") or own.endswith(f".{domain}"))


def _at(statement: Statement, named: Named) -> Named:
    """Where a statement names something: at its own words, else at those of the statement."""
    start = statement.quote.find(named.name)
    begin, end = statement.passage_start, statement.passage_end
    named.text = statement.text_id
    named.span = (begin + start, begin + start + len(named.name)) if start >= 0 else (begin, end)
    return named


def _passages(statement: Statement) -> list[tuple[int, int]]:
    mentions = [(start, end) for start, end in statement.detail.get("mentions", ())]
    return [(statement.passage_start, statement.passage_end), *mentions]


def _bodies(statement: Statement, language: str) -> Iterator[Named]:
    """The bodies that act, and the speaker where it is a body and not a person's office."""
    for written in statement.detail.get("organisations", ()):
        name = " ".join(str(written).split())[:LONGEST_NAME]
        if name:
            yield Named(EntityKind.GROUP, name, body_key(name, language) or "")
    speaker = " ".join(statement.speaker.split())
    key = body_key(speaker, language) if speaker else None
    if key is not None:
        yield Named(EntityKind.GROUP, speaker, key)


@lru_cache(maxsize=4_096)
def body_key(name: str, language: str) -> str | None:
    """The canonical form of a body the reference knows; "" for a body it does not know, None for what is no body.

    "Police" is nobody's name: only what the reference can tell from all others makes two sources speak of one body.
    """
    bare = name.removeprefix("the ").removeprefix("The ")
    whole = next((one for one in find_bodies(bare, language) if (one.start, one.end) == (0, len(bare))), None)
    if whole is None:
        return None
    return f"body:{whole.body}" if whole.body else ""


def _site(statement: Statement) -> Named | None:
    if not statement.place:
        return None
    try:
        known = place(statement.place)
    except NoSuchPlace:
        # The gazetteer of an earlier version had it.
        return None
    if known.kind in _TOO_WIDE:
        return None
    return Named(EntityKind.SITE, statement.place_name or known.name("en"), f"site:{known.id}")

"""A name taken apart: what each part of it is, nothing lost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from noharbor.science.scripts.scripts import Script


class NameKind(StrEnum):
    """Whose name it is."""

    ORGANISATION = "organisation"
    PERSON = "person"


class NameOrder(StrEnum):
    """Where the family name stands."""

    FAMILY_FIRST = "family first"
    GIVEN_FIRST = "given first"
    NO_FAMILY = "no family"
    UNKNOWN = "unknown"


class AliasKind(StrEnum):
    """What another name of the same one is."""

    ALSO = "also"
    FORMAL = "formal"
    FORMER = "former"
    NICKNAME = "nickname"
    OTHER_SCRIPT = "other script"


class FormKind(StrEnum):
    """What a word of an organisation's name says about it."""

    BODY = "body"
    GROUP = "group"
    LEGAL = "legal"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Title:
    """A title, rank, office or form of address.

    Attributes:
        text: As it stands in the name.
        start: Where it begins in `ParsedName.written`.
        end: Where it ends there.
        kind: address, civil, military, police, academic, medical, royal, religious, office, honour or nickname.
        language: Whose title it is, BCP 47.
        gender: "male", "female" or "" where it says neither.
        sure: False where it may as well be part of the name (Ma, Ko, Tan, 老).
    """

    text: str
    start: int
    end: int
    kind: str
    language: str
    gender: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Form:
    """A word that says what kind of organisation it is.

    Attributes:
        text: As it stands in the name.
        meaning: The same in every language: "company_limited", "brigade", "police_station" …
        kind: Legal forms say little; units and bodies must agree.
    """

    text: str
    meaning: str
    kind: FormKind


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of the same one, given beside the first.

    Attributes:
        name: The other name, taken apart.
        kind: What it is.
        mark: What announced it: "a.k.a.", "@", "(", "又名" …; "" where only the script changes.
    """

    name: ParsedName
    kind: AliasKind
    mark: str


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name and its parts.

    Attributes:
        text: As given, never changed.
        written: The beginning of it, at most 500 characters, in the normal form; positions count in it.
        kind: Person or organisation.
        scripts: Scripts of its letters, in the order of their first letter.
        language: Guess of the language of the name, BCP 47; "" where nothing tells.
        titles: Found, in order; those before the name and those after.
        core: Words in order without sure titles, aliases and remarks, but with possible titles, initials and particles.
            Of an organisation, its words without forms and numbers; it may be empty then ("3rd Brigade").
        bare: The core without possible titles, particles and suffixes, never empty unless the core is.
        order: Where the family name stands.
        family: Words of the family name, empty where it cannot be told.
        given: Words of the given name, empty where it cannot be told.
        initials: Single letters of the core that stand for words.
        particles: bin, binti, van, de, al-, a/l and their like, in order.
        suffixes: Jr, Sr, III and their like.
        numbers: Numbers in order, as integers; those of organisations must agree in a comparison.
        forms: Forms and kinds of an organisation that its name states.
        aliases: Other names given beside it.
        remarks: What stood in brackets and is no name: ages, sexes, states.
    """

    text: str
    written: str
    kind: NameKind
    scripts: tuple[Script, ...] = ()
    language: str = ""
    titles: tuple[Title, ...] = ()
    core: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    order: NameOrder = NameOrder.UNKNOWN
    family: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    forms: tuple[Form, ...] = ()
    aliases: tuple[Alias, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def script(self) -> Script | None:
        """The script of its first letter; None without letters."""
        return self.scripts[0] if self.scripts else None

    @property
    def gender(self) -> str:
        """What its titles say: "male", "female"; "" where they say nothing or both."""
        said = {title.gender for title in self.titles if title.gender and title.sure}
        return said.pop() if len(said) == 1 else ""

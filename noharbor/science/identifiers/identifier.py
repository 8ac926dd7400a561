"""An identifier as every kind of it gives it, and the shape of what reads one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


class IdentifierKind(StrEnum):
    """What a number, word or address stands for, alphabetical."""

    BANK_ACCOUNT = "bank-account"
    CHAT_HANDLE = "chat-handle"
    DOMAIN = "domain"
    EMAIL = "email"
    IBAN = "iban"
    ICCID = "iccid"
    IMEI = "imei"
    NATIONAL_ID = "national-id"
    PASSPORT = "passport"
    PHONE = "phone"
    TRANSACTION_HASH = "transaction-hash"
    VEHICLE_PLATE = "vehicle-plate"
    WALLET = "wallet"


@dataclass(frozen=True, slots=True)
class Identifier:
    """One identifier in its one written form. Two that are equal in kind and value stand for the same thing.

    Attributes:
        kind: What it stands for.
        value: The canonical form; each kind's module says which.
        country: ISO 3166-1 alpha-2 of the state it belongs to, by its own form or by the source's region; "" where
            neither says.
        service: Bank, chain or chat service, in small letters; "" where there is none or none is said.
        checked: True where a check digit or checksum is right, False where it is wrong (somebody typed it wrong, or
            made it up), None where this kind has none or the text leaves it out.
    """

    kind: IdentifierKind
    value: str
    country: str = ""
    service: str = ""
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class SaidInside:
    """What an identifier itself says about who it was given to.

    Attributes:
        born: When they may have been born, each the first and the last day: one span where it is said, two where the
            number has two digits of the year only, none where it says nothing.
        sex: "female", "male" or "".
        nationality: ISO 3166-1 alpha-2 where the number says that its holder is a citizen; else "".
        country: ISO 3166-1 alpha-2 of the state whose identifier it is, as `Identifier.country`.
    """

    born: tuple[tuple[date, date], ...] = ()
    sex: str = ""
    nationality: str = ""
    country: str = ""


class Reader(Protocol):
    """What reads one kind of identifier, or one country's or service's share of a kind."""

    @property
    def kind(self) -> IdentifierKind:
        """The kind that it reads."""

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read text that is supposed to be one identifier, such as a cell under its heading.

        Args:
            text: Any text. It is never refused with an error.
            region: ISO 3166-1 alpha-2 of the state whose numbers the source writes without saying so; "" where that
                is not known.

        Returns:
            The identifier, also where its check digit is wrong; None where the text cannot be one.
        """


class Finder(Reader, Protocol):
    """A reader that also finds its identifiers in running text."""

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find identifiers in running text, in order.

        Args:
            text: Any text; time grows with its length only.
            region: As for `read`.

        Yields:
            First character, one past the last, and the identifier written there. What could be something else is left
            out, unless a word before it says what it is.
        """


class Member(Finder, Protocol):
    """One country's or service's share of a kind."""

    @property
    def name(self) -> str:
        """ISO 3166-1 alpha-2 of the country, or the service in small letters."""

"""What the index holds about one person: an id, names as written, and identifiers."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass

from noharbor.science.matching.errors import RecordNotUsable


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number or handle that names one person: a passport, a phone, an account.

    Attributes:
        kind: Which list it belongs to, such as "passport".
        value: The normalised value; only equal values meet.
    """

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Record:
    """One person as the index knows them.

    Attributes:
        id: The caller's own key; unique within one index.
        names: Names in any script, as written.
        identifiers: Identifiers, already normalised.
    """

    id: str
    names: tuple[str, ...]
    identifiers: tuple[Identifier, ...] = ()


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_decode = json.JSONDecoder().raw_decode


def pack(record: Record) -> bytes:
    """Write a record as one line of JSON in UTF-8.

    Args:
        record: The record to keep.

    Returns:
        The bytes that `unpack` reads.

    Raises:
        RecordNotUsable: The id is empty or no text, or a text holds half a character (a lone surrogate).
    """
    if not record.id or not isinstance(record.id, str):
        raise RecordNotUsable(record.id)
    identifiers = [[identifier.kind, identifier.value] for identifier in record.identifiers]
    try:
        return _encode([record.id, record.names, identifiers]).encode()
    except UnicodeEncodeError as error:
        raise RecordNotUsable(record.id) from error


def unpack_names(packed: bytes) -> tuple[str, list[str]]:
    """Read the id and the names of a record that `pack` wrote; the quick way for shortlists."""
    id_, names, _ = _decode(packed.decode())[0]
    return id_, names


def unpack(packed: bytes) -> Record:
    """Read a record that `pack` wrote."""
    id_, names, identifiers = json.loads(packed)
    return Record(id_, tuple(names), tuple(Identifier(kind, value) for kind, value in identifiers))


def id_code(id_: str) -> int:
    """A 32-bit number to look an id up by; different ids may share it, so what is found is compared in full."""
    return zlib.crc32(id_.encode(errors="surrogatepass"))


def identifier_code(identifier: Identifier) -> int:
    """A 32-bit number to look an identifier up by; what is found is compared in full."""
    return zlib.crc32(f"{identifier.kind}\x1f{identifier.value}".encode(errors="surrogatepass"))

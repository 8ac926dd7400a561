"""The tables of spellings: how likely each piece of a script is written by which Latin letters."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from noharbor.reference.tables import packed, table
from noharbor.science.names.alignment import Chunks
from noharbor.science.names.letters import WORD_BEGINS, letter_likelihoods
from noharbor.science.scripts.writing import System

#: A chunk of a piece: letters, system, natural logarithm of the probability.
Entry = tuple[str, str, float]
Entries = Mapping[str, list[Entry]]
HAN = "Hani"
#: Not a script: Latin syllables, each with those that write the same Chinese characters by another romanisation.
SYLLABLES = "Latn-Hani"
#: How fast the readings of a character become less likely in the order they are listed.
_RANKS = 1.3
#: No chunk of a table is taken for less likely than this.
_LEAST = 0.004
#: Syllables of a given name that are written as one word.
_WRITTEN_TOGETHER = 3
#: By their plain values: tuples of these the collector of Python need not look at.
SYSTEMS: tuple[str, ...] = ("", *(system.value for system in System))


@dataclass(frozen=True, slots=True)
class Spellings:
    """One script's table.

    Attributes:
        numbers: The number of each piece.
        chunks: Flat arrays for the alignment.
        expected: (pieces,) what each piece gives on average when the names are the same.
        entries: The same as text: piece → chunks, likeliest first; made when asked for.
    """

    numbers: dict[str, int]
    chunks: Chunks
    expected: NDArray[np.float32]
    entries: Listed


class Listed(Mapping[str, list[Entry]]):
    """The entries of flat arrays as text. Half a million of them as objects would cost a second and 100 MB."""

    def __init__(self, numbers: dict[str, int], chunks: Chunks) -> None:
        self._numbers, self._chunks = numbers, chunks
        self._text = (chunks.letters + np.uint8(97)).tobytes().decode("ascii")
        self._made: dict[str, list[Entry]] = {}

    def __getitem__(self, piece: str) -> list[Entry]:
        if piece not in self._made:
            self._made[piece] = self._make(self._numbers[piece])
        return self._made[piece]

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def likeliest(self, piece: str, system: str) -> str:
        """The likeliest chunk of a piece by one system, "" for any; "" too where there is none."""
        number = self._numbers.get(piece)
        if number is None:
            return ""
        chunks = self._chunks
        mine = slice(int(chunks.first[number * 27]), int(chunks.first[number * 27 + 27]))
        gains = chunks.gain[mine]
        if system:
            gains = np.where(chunks.system[mine] == SYSTEMS.index(system), gains, -np.inf)
        if not len(gains) or gains.max() == -np.inf:
            return ""
        # Of chunks that are equally likely to three places, as `entries` has them, the first by the alphabet.
        best = np.flatnonzero(np.round(gains, 3) == np.round(gains.max(), 3)) + mine.start
        return min(self._text[int(chunks.at[at]) : int(chunks.at[at]) + int(chunks.length[at])] for at in best)

    def _make(self, number: int) -> list[Entry]:
        chunks, text = self._chunks, self._text
        mine = slice(int(chunks.first[number * 27]), int(chunks.first[number * 27 + 27]))
        listed = zip(
            chunks.at[mine].tolist(),
            chunks.length[mine].tolist(),
            chunks.system[mine].tolist(),
            chunks.gain[mine].tolist(),
            strict=True,
        )
        found = [(text[at : at + size], SYSTEMS[system], round(gain, 3) + 0.0) for at, size, system, gain in listed]
        return sorted(found, key=lambda entry: (-entry[2], entry[0]))


def pack(entries: Entries, priors: Mapping[str, float] = MappingProxyType({})) -> Spellings:
    """Turn a table as text into flat arrays.

    Args:
        entries: The table.
        priors: Natural logarithm of how likely a name is spelled by each system; 0 for those not named.
    """
    numbers = {piece: number for number, piece in enumerate(entries)}
    system_numbers = {system: number for number, system in enumerate(SYSTEMS)}
    first = [0]
    at: list[int] = []
    length: list[int] = []
    gain: list[float] = []
    systems: list[int] = []
    letters = bytearray()
    for piece in entries:
        buckets: dict[int, list[tuple[str, str, float]]] = {}
        for entry in entries[piece]:
            buckets.setdefault(ord(entry[0][0]) - 97 if entry[0] else 26, []).append(entry)
        for bucket in range(27):
            for chunk, system, probability in buckets.get(bucket, ()):
                at.append(len(letters))
                length.append(len(chunk))
                gain.append(probability)
                systems.append(system_numbers[system])
                letters.extend(ord(letter) - 97 for letter in chunk)
            first.append(len(at))
    chunks = Chunks(
        first=np.array(first, dtype=np.int32),
        at=np.array(at, dtype=np.int32),
        length=np.array(length, dtype=np.int8),
        gain=np.array(gain, dtype=np.float32),
        system=np.array(systems, dtype=np.int8),
        prior=np.array([priors.get(system, 0.0) for system in SYSTEMS], dtype=np.float32),
        letters=np.frombuffer(bytes(letters) or b"\0", dtype=np.uint8),
    )
    return Spellings(numbers, chunks, _expected(chunks, len(numbers)), Listed(numbers, chunks))


def _expected(chunks: Chunks, pieces: int) -> NDArray[np.float32]:
    """Return (pieces,) the average gain of each piece's chunks, each taken as the beginning of a word."""
    follow = letter_likelihoods().astype(np.float64)
    length = chunks.length.astype(np.int64)
    entry = np.repeat(np.arange(len(length)), length)
    within = np.arange(len(entry)) - np.repeat(np.cumsum(length) - length, length)
    at = np.repeat(chunks.at.astype(np.int64), length) + within
    before = np.where(within > 0, chunks.letters[np.maximum(at - 1, 0)], WORD_BEGINS)
    background = np.bincount(entry, weights=follow[before, chunks.letters[at]], minlength=len(length))
    weight = np.exp(chunks.gain.astype(np.float64))
    owner = np.repeat(np.arange(pieces), np.diff(chunks.first[::27]))
    total = np.bincount(owner, weights=weight, minlength=pieces)
    gained = np.bincount(owner, weights=weight * (chunks.gain - background), minlength=pieces)
    return (gained / np.maximum(total, 1e-9)).astype(np.float32)


def by_rank(systems: Mapping[str, Sequence[str]]) -> dict[str, dict[str, float]]:
    """Return system → chunk → probability for readings listed likeliest first.

    Args:
        systems: The readings of one character by each system.
    """
    found = {}
    for system, chunks in systems.items():
        weights = [(1 + rank) ** -_RANKS for rank in range(len(chunks))]
        found[system] = {chunk: weight / sum(weights) for chunk, weight in zip(chunks, weights, strict=True)}
    return found


def entries_of(systems: Mapping[str, Mapping[str, float]]) -> list[tuple[str, str, float]]:
    """Return the chunks of one character as entries of a table.

    A listed chunk never falls below a floor, however often names took another one.
    """
    return [
        (chunk, system, round(math.log(max(share, _LEAST)), 3))
        for system, chunks in systems.items()
        for chunk, share in chunks.items()
    ]


@cache
def spellings(script: str) -> Spellings:
    """Return the learnt table of a script by its ISO 15924 code; read once.

    Raises:
        TablesAreMissing: There is none for this script.
    """
    if script == SYLLABLES:
        return pack({syllable: _other_spellings(syllable) for syllable in _syllables()})
    if script == HAN:
        return unpacked(packed("spellings_Hani"))
    return pack({row["piece"]: row["chunks"] for row in table(f"spellings_{script}")})


def han_spellings() -> Spellings:
    """Put the table of Han together from its parts; `python -m tools.packed_spellings` keeps what this gives.

    Ten thousand characters are read as reference/names/han lists them; learnt are the few hundred that names taught.
    """
    rows = table("spellings_Hani")
    readings = {char: by_rank(systems) for char, systems in table("han_spellings").items()}
    for row in rows:
        if "piece" in row:
            readings.setdefault(row["piece"], {})[row["system"]] = row["chunks"]
    priors = {row["system"]: row["prior"] for row in rows if "prior" in row}
    return pack({char: entries_of(systems) for char, systems in readings.items()}, priors)


def packable(spellings: Spellings) -> dict[str, NDArray[Any]]:
    """Return small arrays that `unpacked` makes the table of again; pieces must be single characters."""
    chunks = spellings.chunks
    texts = [bytes(chunks.letters[at : at + size]) for at, size in zip(chunks.at, chunks.length, strict=True)]
    known = {text: number for number, text in enumerate(sorted(set(texts)))}
    return {
        "pieces": np.array([ord(piece) for piece in spellings.numbers], dtype=np.uint32),
        "counts": np.diff(chunks.first).astype(np.uint8),
        "chunk": np.array([known[text] for text in texts], dtype=np.uint16),
        "gain": np.round(-1000 * chunks.gain).astype(np.uint16),
        "system": chunks.system,
        "prior": chunks.prior,
        "sizes": np.array([len(text) for text in known], dtype=np.uint8),
        "letters": np.frombuffer(b"".join(known), dtype=np.uint8),
    }


def unpacked(arrays: Mapping[str, NDArray[Any]]) -> Spellings:
    """Make the table that `packable` took apart."""
    numbers = {chr(code): number for number, code in enumerate(arrays["pieces"].tolist())}
    ends = np.cumsum(arrays["sizes"], dtype=np.int64)
    chunks = Chunks(
        first=np.concatenate([[0], np.cumsum(arrays["counts"], dtype=np.int64)]).astype(np.int32),
        at=(ends - arrays["sizes"])[arrays["chunk"]].astype(np.int32),
        length=arrays["sizes"][arrays["chunk"]].astype(np.int8),
        gain=(arrays["gain"] / np.float32(-1000.0)).astype(np.float32),
        system=arrays["system"],
        prior=arrays["prior"],
        letters=arrays["letters"],
    )
    return Spellings(numbers, chunks, _expected(chunks, len(numbers)), Listed(numbers, chunks))


@lru_cache(maxsize=100_000)
def chinese_syllables(word: str) -> tuple[str, ...]:
    """Cut a word of plain letters into syllables that write Chinese characters; () where it cannot be.

    Args:
        word: One syllable in any romanisation, or up to three written together.
    """
    known = _syllables()
    if word in known:
        return (word,)
    for size in range(len(word) - 1, 1, -1):
        if word[:size] in known and (rest := chinese_syllables(word[size:])) and len(rest) < _WRITTEN_TOGETHER:
            return (word[:size], *rest)
    return ()


@cache
def _syllables() -> frozenset[str]:
    parts = table("han_syllables")
    # A single letter is an initial.
    return frozenset(syllable for part in parts.values() for syllable in part if len(syllable) > 1)


def _other_spellings(syllable: str) -> list[tuple[str, str, float]]:
    """Entries of a syllable: as a family name and as part of a given name alike, since either may stand anywhere."""
    found = [part[syllable] for part in table("han_syllables").values() if syllable in part]
    together = {chunk: sum(part.get(chunk, 0.0) for part in found) / len(found) for part in found for chunk in part}
    return [(chunk, "", round(math.log(share), 3)) for chunk, share in together.items() if share > _LEAST]

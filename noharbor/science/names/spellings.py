"""The tables of spellings: how likely each piece of a script is written by which Latin letters."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from noharbor.reference.tables import table
from noharbor.science.names.alignment import Chunks
from noharbor.science.names.letters import letter_likelihoods
from noharbor.science.scripts.writing import System

#: A piece's chunks: letters, system, natural logarithm of the probability.
Entries = Mapping[str, list[tuple[str, str, float]]]
HAN = "Hani"
#: Not a script: Latin syllables, each with those that write the same Chinese characters by another romanisation.
SYLLABLES = "Latn-Hani"
#: How fast the readings of a character become less likely in the order they are listed.
_RANKS = 1.3
#: No chunk of a table is taken for less likely than this.
_LEAST = 0.004
#: Syllables of a given name that are written as one word.
_WRITTEN_TOGETHER = 3
SYSTEMS: tuple[str, ...] = ("", *System)


@dataclass(frozen=True, slots=True)
class Spellings:
    """One script's table.

    Attributes:
        numbers: The number of each piece.
        chunks: Flat arrays for the alignment.
        expected: (pieces,) what each piece gives on average when the names are the same.
        entries: The same as text: piece → chunks, likeliest first.
    """

    numbers: dict[str, int]
    chunks: Chunks
    expected: NDArray[np.float32]
    entries: dict[str, list[tuple[str, str, float]]]


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
    ordered = {piece: sorted(found, key=lambda entry: -entry[2]) for piece, found in entries.items()}
    expected = np.array([_expected(found) for found in entries.values()], dtype=np.float32)
    return Spellings(numbers, chunks, expected, ordered)


def _expected(found: list[tuple[str, str, float]]) -> float:
    """Return the average gain of a piece's chunks, their letters taken as in the middle of a word."""
    follow = letter_likelihoods()
    total = weight = 0.0
    for chunk, _, gain in found:
        background = sum(float(follow[ord(before) - 97, ord(letter) - 97]) for before, letter in pairwise(chunk))
        background += float(follow[26, ord(chunk[0]) - 97]) if chunk else 0.0
        total += math.exp(gain) * (gain - background)
        weight += math.exp(gain)
    return total / weight if weight else 0.0


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
    rows = table(f"spellings_{script}")
    if script != HAN:
        return pack({row["piece"]: row["chunks"] for row in rows})
    # Ten thousand characters are read as reference/names/han lists them; learnt are the few hundred that names taught.
    readings = {char: by_rank(systems) for char, systems in table("han_spellings").items()}
    for row in rows:
        if "piece" in row:
            readings.setdefault(row["piece"], {})[row["system"]] = row["chunks"]
    priors = {row["system"]: row["prior"] for row in rows if "prior" in row}
    return pack({char: entries_of(systems) for char, systems in readings.items()}, priors)


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

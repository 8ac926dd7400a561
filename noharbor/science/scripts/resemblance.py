"""Whether two texts say nearly the same words, without comparing every text with every other.

A text becomes the set of its word sequences; MinHash bands bring together texts that share about half of them, and the
exact share settles the few that meet. A SimHash orders those candidates.

Source:
    A. Z. Broder, "On the resemblance and containment of documents", 1997.
    M. S. Charikar, "Similarity estimation techniques from rounding algorithms", 2002.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

#: 16 bands of 4 rows: texts that share half of their sequences meet with probability 0.64, with 0.8 of them 0.9998.
BANDS = 16
ROWS = 4
#: Words in a sequence. Scripts without spaces count characters.
SEQUENCE = 4
#: Fewer sequences than this say too little to call two texts alike.
FEWEST_SEQUENCES = 8
#: What is looked at of a text; the beginning of a long report tells it from others.
_LOOKED_AT_CHARACTERS = 50_000
_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u0400-\u052f\u1e00-\u1eff]+|[^\W_]", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of a text to find those like it.

    Attributes:
        simhash: 64 bits as 16 hexadecimal digits; alike texts differ in few bits. Empty for very short texts.
        bands: Up to 16 numbers below 2**63; two texts that share one are worth comparing.
    """

    simhash: str
    bands: tuple[int, ...]


def sequences_of(text: str) -> frozenset[int]:
    """Return the word sequences of a text as 64-bit numbers; case, width and signs do not count."""
    normal = unicodedata.normalize("NFKC", text[:_LOOKED_AT_CHARACTERS]).casefold()
    words = _WORD.findall(normal)
    return frozenset(
        int.from_bytes(hashlib.blake2b(" ".join(words[at : at + SEQUENCE]).encode(), digest_size=8).digest(), "big")
        for at in range(len(words) - SEQUENCE + 1)
    )


def fingerprint(text: str) -> Fingerprint:
    """Return what to keep of a text to find those like it; time grows with its length, 20 ms for 10,000 words."""
    sequences = sequences_of(text)
    if len(sequences) < FEWEST_SEQUENCES:
        return Fingerprint("", ())
    hashes = np.fromiter(sequences, dtype=np.uint64, count=len(sequences))
    return Fingerprint(f"{_simhash(hashes):016x}", _bands(hashes))


def share_in_common(one: str, other: str) -> float:
    """Return the share of word sequences two texts have in common, 0..1 (Jaccard)."""
    first, second = sequences_of(one), sequences_of(other)
    together = len(first | second)
    return len(first & second) / together if together else 0.0


def bits_apart(one: str, other: str) -> int:
    """Return how many of 64 bits differ between two SimHashes; 64 where either is missing."""
    if not one or not other:
        return 64
    return (int(one, 16) ^ int(other, 16)).bit_count()


def _simhash(hashes: NDArray[np.uint64]) -> int:
    places = np.arange(64, dtype=np.uint64)
    votes = np.zeros(64, dtype=np.int64)
    for chunk in np.array_split(hashes, max(1, len(hashes) // 4096)):
        ones = (chunk[:, None] >> places) & np.uint64(1)
        votes += ones.sum(axis=0, dtype=np.int64)
    return sum(1 << place for place in range(64) if 2 * int(votes[place]) > len(hashes))


def _bands(hashes: NDArray[np.uint64]) -> tuple[int, ...]:
    factors, summands = _permutations()
    least = np.array([(hashes * a + b).min() for a, b in zip(factors, summands, strict=True)], dtype=">u8")
    return tuple(
        int.from_bytes(
            hashlib.blake2b(bytes([band]) + least[band * ROWS : (band + 1) * ROWS].tobytes(), digest_size=8).digest(),
            "big",
        )
        >> 1
        for band in range(BANDS)
    )


@cache
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Fixed odd factors and summands modulo 2**64, drawn from a digest so that every node has the same."""
    digits = hashlib.shake_256(b"noharbor resemblance 1").digest(BANDS * ROWS * 16)
    numbers = np.frombuffer(digits, dtype="<u8").astype(np.uint64)
    half = BANDS * ROWS
    return numbers[:half] | np.uint64(1), numbers[half:]

"""How a word of any script may sound, coarsely: a few readings, each a row of syllables."""

from __future__ import annotations

import math
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from noharbor.reference.tables import TablesAreMissing
from noharbor.science.names.sounds import END, sounds_of, syllables_of
from noharbor.science.names.spellings import spellings
from noharbor.science.names.written import script_of_sign
from noharbor.science.scripts.latin_letters import latin_words
from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.writing import System
from noharbor.science.scripts.writings import WRITINGS

#: Readings kept of a word: of Han one for each of several languages, of the others the likeliest.
_HAN_READINGS = 9
_READINGS = 3

#: Where a character has no reading of a system, it is read as in Mandarin: Lim Ruilian.
_HAN_SYSTEMS = (
    System.PINYIN,
    System.CANTONESE,
    System.HOKKIEN,
    System.WADE_GILES,
    System.SINO_KOREAN,
    System.SINO_VIETNAMESE,
    System.TEOCHEW,
    System.HAKKA,
    System.HEPBURN,
    System.THAI_CHINESE,
    System.SOUNDS,
)

#: A sound much less likely than the best one of its piece is left out.
_LEAST = math.log(0.15)
_OPTIONS = 2
_BEAM = 4

#: A word longer than this, in bytes, is found by its beginning.
_LONGEST = 32

#: How a piece begins that goes on with a syllable.
_GOES_ON = "-"

#: N before Y or G between vowels may end a syllable (Kwanyu, Shangao) or begin one (Nyein, Nga).
_PARTED = re.compile("(?<=[aeiou])(n)([yg][aeiou])")

_HAS_VOWEL = re.compile("[aeiou]")

#: Syllables, two bytes each.
Reading = bytes


class Sounded(NamedTuple):
    """A word as it sounds.

    Attributes:
        script: Its script.
        readings: Rows of syllables, the likeliest first; empty for a word of unknown sound.
        exact: Numbers of what is written, four bytes each: the word itself and, of Han, its pairs of characters.
    """

    script: Script
    readings: tuple[Reading, ...]
    exact: bytes


@lru_cache(maxsize=100_000)
def sounded(word: str) -> tuple[Sounded, ...]:
    """How a word sounds; a word that changes its script counts as several.

    Args:
        word: Part of a name in normal form between spaces or signs.
    """
    if word.isascii():
        return (_latin(word.lower()),)
    return tuple(_sounded(script, run) for script, run in _runs(word))


def _runs(word: str) -> list[tuple[Script, str]]:
    """Cut a word where its script changes; signs stay with the letter before them."""
    runs: list[tuple[Script, str]] = []
    for char in word:
        script = script_of_sign(char)
        if runs and script in (runs[-1][0], Script.OTHER):
            runs[-1] = (runs[-1][0], runs[-1][1] + char)
        else:
            runs.append((script, char))
    return runs


def _sounded(script: Script, run: str) -> Sounded:
    if script is Script.HAN:
        return _han(WRITINGS[Script.HAN].canonical(run))
    if script in WRITINGS and script is not Script.LATIN:
        return _native(script, run)
    return _latin("".join(latin_words(run)) or run.casefold())


def _latin(word: str) -> Sounded:
    found = [sounds_of(word)]
    if _PARTED.search(word):
        found.append(END.join(map(sounds_of, _PARTED.sub(rf"\1{END}\2", word).split(END))))
    return Sounded(Script.LATIN, _readings(map(syllables_of, found)), _number(word))


def _number(text: str) -> bytes:
    return zlib.crc32(text.encode(errors="surrogatepass")).to_bytes(4, "little")


@cache
def _piece_sounds(script: Script) -> dict[str, tuple[tuple[str, float], ...]]:
    """The coarse sounds of a script's pieces with the logarithms of their shares, likeliest first."""
    try:
        entries = spellings(script.value).entries
    except TablesAreMissing:
        return {}
    return {
        piece: _joined([(_chunk_sounds(piece, chunk), gain) for chunk, _, gain in chunks])
        for piece, chunks in entries.items()
    }


def _chunk_sounds(piece: str, chunk: str) -> str:
    """The sounds of a chunk; the Y and W of an onset without its vowel are consonants."""
    if piece[0] == _GOES_ON or _HAS_VOWEL.search(chunk):
        return sounds_of(chunk)
    return sounds_of(chunk + "a").removesuffix("a")


def _joined(chunks: list[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Chunks that sound the same put together, likeliest first; the unlikely left out."""
    shares: dict[str, float] = defaultdict(float)
    for sounds, gain in chunks:
        shares[sounds] += math.exp(gain)
    ordered = sorted(
        ((sound, math.log(share)) for sound, share in shares.items()), key=lambda item: (-item[1], item[0])
    )
    return tuple((sound, share) for sound, share in ordered[:_OPTIONS] if share >= ordered[0][1] + _LEAST)


def _native(script: Script, word: str) -> Sounded:
    known = _piece_sounds(script)
    paths: dict[str, float] = {"": 0.0}
    for piece in WRITINGS[script].pieces(word):
        options = known.get(piece)
        if piece[0] != _GOES_ON:
            paths = {sounds + END: gain for sounds, gain in paths.items()}
        if not options:
            continue
        if len(options) == 1:
            paths = {sounds + options[0][0]: gain for sounds, gain in paths.items()}
            continue
        longer: dict[str, float] = {}
        for sounds, gain in paths.items():
            for sound, more in options:
                longer[sounds + sound] = max(longer.get(sounds + sound, -math.inf), gain + more)
        paths = dict(sorted(longer.items(), key=lambda item: (-item[1], item[0]))[:_BEAM])
    return Sounded(script, _readings(syllables_of(sounds) for sounds in paths)[:_READINGS], _number(word))


def _readings(found: Iterable[Reading]) -> tuple[Reading, ...]:
    distinct = dict.fromkeys(found)
    distinct.pop(b"", None)
    return tuple(reading[:_LONGEST] for reading in distinct)


@cache
def _han_sounds() -> dict[str, tuple[Reading, ...]]:
    """The syllables of each character in each system, by the likeliest spelling of the system."""
    try:
        entries = spellings(Script.HAN.value).entries
    except TablesAreMissing:
        return {}
    found: dict[str, tuple[Reading, ...]] = {}
    for char, chunks in entries.items():
        systems: dict[str, Reading] = {}
        for chunk, system, _ in chunks:
            if system not in systems:
                systems[system] = syllables_of(sounds_of(chunk))
        found[char] = tuple(systems.get(system) or systems.get(System.PINYIN, b"") for system in _HAN_SYSTEMS)
    return found


_UNHEARD: tuple[Reading, ...] = (b"",) * len(_HAN_SYSTEMS)


def _han(word: str) -> Sounded:
    known = _han_sounds()
    readings = _readings(map(b"".join, zip(*[known.get(char, _UNHEARD) for char in word], strict=True)))
    pairs = (word[at : at + 2] for at in range(len(word) - 1)) if len(word) > 2 else ()
    return Sounded(Script.HAN, readings[:_HAN_READINGS], b"".join((_number(word), *map(_number, pairs))))

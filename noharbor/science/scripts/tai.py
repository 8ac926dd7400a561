"""What Thai and Lao share: one name sounds nearly the same in both, however it is written.

The two scripts write the same language family with matching consonants and vowels. Lao spells what is heard; Thai
keeps the letters of Pali and Sanskrit. `sound` writes a word of either as a string of consonant classes and vowels, so
that ประยุทธ์ and ປະຢຸດ, รัตนชัย and ຣັດຕະນະໄຊ come out equal or nearly so.

Signs of a sound string:
    k K c S y t d T n b p P f m l h w g   consonants: plain and breathed stops apart (ก k, ข ค K), hissing ones together
                (ส ซ ช S, since Lao ຊ stands for Thai ช), r and l together, ng as g; a second r or l of a cluster is
                left out, as Lao spelling leaves it out
    a i u Y e E o O Q I Z U               vowels without length: Y ue, E ae, O or, Q oe, I ia, Z uea, U ua
    k t p n m g y w                       finals, as they are spoken
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from noharbor.science.scripts import lao
from noharbor.science.scripts.scripts import Script, script_of
from noharbor.science.scripts.thai import parts as thai_parts
from noharbor.science.scripts.thai.runs import Role
from noharbor.science.scripts.thai.spoken import READ_WITH_I, is_hissing, linking

_CLASSES = (
    ("k", "ก ກ"),
    ("K", "ข ฃ ค ฅ ฆ ຂ ຄ ຆ ໞ"),
    ("g", "ง ງ"),
    ("c", "จ ຈ"),
    ("S", "ฉ ช ซ ฌ ศ ษ ส ສ ຊ ຉ ຌ ຨ ຩ"),
    ("y", "ญ ย ຍ ຢ ຎ ໟ ຽ"),
    ("d", "ฎ ด ດ"),
    ("t", "ฏ ต ຕ ຏ"),
    ("T", "ฐ ฑ ฒ ถ ท ธ ຖ ທ ຐ ຑ ຒ ຘ"),
    ("n", "ณ น ນ ໜ ຓ"),
    ("b", "บ ບ"),
    ("p", "ป ປ"),
    ("P", "ผ พ ภ ຜ ພ ຠ"),
    ("f", "ฝ ฟ ຝ ຟ"),
    ("m", "ม ມ ໝ"),
    ("l", "ร ล ฬ ຣ ລ ຬ"),
    ("w", "ว ວ"),
    ("h", "ห ฮ ຫ ຮ"),
    ("", "อ ອ"),
)
_ONSETS = {letter: sound for sound, letters in _CLASSES for letter in letters.split()}
_SPOKEN = {"k": "k", "K": "k", "g": "g", "c": "t", "S": "t", "d": "t", "t": "t", "T": "t", "n": "n", "l": "n", "b": "p"}
_SPOKEN |= {"p": "p", "P": "p", "f": "p", "m": "m", "y": "y", "w": "w", "h": "", "": ""}
_VOWEL_CLASSES = (
    ("a", "ะ ั า ๅ รร◌ ະ ັ າ"),
    ("am", "ำ ํ ຳ"),
    ("an", "รร"),
    ("aw", "เ◌า ເ◌ົາ"),
    ("ay", "ใ ไ ไ◌ย ัย ໃ ໄ ັຍ"),
    ("i", "ิ ี ິ ີ"),
    ("Y", "ึ ื ຶ ື"),
    ("u", "ุ ู ຸ ູ"),
    ("e", "เ เ◌็ เ◌ะ ເ ເ◌ັ ເ◌ະ"),
    ("E", "แ แ◌็ แ◌ะ ແ ແ◌ັ ແ◌ະ"),
    ("o", "โ โ◌ะ ົ ໂ ໂ◌ະ ໂ◌ັ"),
    ("O", "อ ็ เ◌าะ ອ ໍ ັອ ເ◌າະ"),
    ("Q", "เ◌ิ เ◌ี เ◌อ ເ◌ີ"),
    ("Qy", "เ◌ย"),
    ("I", "เ◌ีย ຽ ເ◌ຍ"),
    ("Z", "เ◌ือ ເ◌ືອ"),
    ("U", "ัว ัว◌ ົວ ັວ◌"),
    ("Y", "ฤๅ"),
)
_VOWELS = {letters: sound for sound, listed in _VOWEL_CLASSES for letters in listed.split()}
_INITIALS = {"ฤ": "lY", "ฤๅ": "lY", "ฦ": "lY", "ฦๅ": "lY"}


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """Write one Thai or Lao word as it sounds in either language, coarsely.

    Args:
        word: One word, already canonical.

    Returns:
        Signs listed above; "" for a word of another script.
    """
    scripts = {script_of(sign) for sign in word}
    if Script.THAI in scripts:
        return _thai(word)
    return _lao(word) if Script.LAO in scripts else ""


def _onset(letters: str) -> str:
    """The sound of an onset; of a cluster with r or l the first only, and of leading ห or อ the second."""
    if letters in _INITIALS:
        return _INITIALS[letters]
    if len(letters) > 1 and (letters[0] in "หຫ" or letters == "อย"):
        return _ONSETS.get(letters[1], "l")  # The sign for a subscript lo has no class of its own.
    first = _ONSETS.get(letters[:1], "")
    return first + ("w" if letters[1:] in ("ว", "ວ") else "")


def _final(letters: str) -> str:
    if letters[:1] == "ญ":
        return "n"
    return _SPOKEN[_ONSETS.get(letters[:1], "")]


def _lao(word: str) -> str:
    sounds = ""
    for part in lao.parts_of(word):
        piece = part.piece
        if not piece.startswith("-"):
            sounds += _onset(piece)
        elif piece[1:] in _VOWELS:
            sounds += _VOWELS[piece[1:]]
        elif len(piece) == 2 and piece != "-◌":
            sounds += _final(piece[1])
    return sounds


def _thai(word: str) -> str:
    sounds = ""
    parts = thai_parts.parts_of(word)
    for number, part in enumerate(parts):
        if part.role is Role.ONSET:
            sounds += "S" if part.letters == "ทร" and is_hissing(parts, number) else _onset(part.letters)
        elif part.role is Role.FRAME and part.letters == "ฤ":
            sounds += "i" if parts[number - 1].letters in READ_WITH_I else "Y"
        elif part.role is Role.FRAME:
            sounds += _VOWELS.get(part.letters, "")
        elif part.role is Role.OPEN:
            sounds += "a"
        elif part.role in (Role.CLOSED, Role.FINAL, Role.EXTRA):
            sounds += _closing(parts, number)
        elif part.role is Role.SHORT:
            sounds += _final(part.letters[-2:])
    return sounds


def _closing(parts: tuple[thai_parts.Part, ...], number: int) -> str:
    """A final, with the linking syllable where one is spoken."""
    part = parts[number]
    linked = linking(parts, number)
    if part.role is Role.EXTRA:
        return linked and _onset(linked) + "a"
    vowel = ("O" if part.letters == "ร" else "o") if part.role is Role.CLOSED else ""
    final = _final(part.letters)
    if not linked:
        return vowel + final
    return vowel + (final if final in ("k", "p", "t") else "") + _onset(linked) + "a"


#: Sounds that stand for each other where the two languages, or two writers, differ: group, price of the exchange.
_NEAR = (
    ("Ttd", 0.6),
    ("Td", 0.4),
    ("Kkg", 0.7),
    ("Ppbf", 0.6),
    ("Sc", 0.6),
    ("nmg", 0.7),
    ("ny", 0.7),
    ("lh", 0.5),
    ("aoO", 0.4),
    ("eEIi", 0.4),
    ("YuQ", 0.4),
    ("oOuU", 0.4),
    ("YZQ", 0.4),
    ("iY", 0.4),
    ("yi", 0.5),
    ("wu", 0.5),
)
#: The price of a sound that the other name lacks; a linking vowel is often left unwritten.
_LEFT_OUT = {"a": 0.25, " ": 0.1, "h": 0.6, "y": 0.7, "w": 0.7} | dict.fromkeys("iueEoOQYIZU", 0.7)
_SIGNS = " kKcSytdTnbpPfmlhwgaiuYeEoOQIZU"
_NUMBERS = {sign: number for number, sign in enumerate(_SIGNS)}


def _prices() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The price of each exchange and of each sound left out, by the numbers of their signs."""
    exchange = 1.0 - np.eye(len(_SIGNS), dtype=np.float32)
    for group, price in reversed(_NEAR):
        for one in group:
            for other in group:
                if one != other:
                    exchange[_NUMBERS[one], _NUMBERS[other]] = price
    return exchange, np.array([_LEFT_OUT.get(sign, 1.0) for sign in _SIGNS], dtype=np.float32)


EXCHANGE, LEFT_OUT = _prices()


@lru_cache(maxsize=100_000)
def numbered(sounds: str) -> NDArray[np.uint8]:
    """Return sounds as numbers 0 to 30, for `like`; other signs are left out."""
    return np.array([_NUMBERS[sign] for sign in sounds if sign in _NUMBERS], dtype=np.uint8)


@njit(cache=True, nogil=True)
def like(one: Any, other: Any, exchange: Any, left_out: Any) -> float:
    """How alike two names are as `numbered` sounds: 0..1; 1 for equal sounds, about 0.5 for names unlike each other.

    Args:
        one: (n,) sounds.
        other: (m,) sounds.
        exchange: EXCHANGE.
        left_out: LEFT_OUT.
    """
    row = np.zeros(len(other) + 1)
    for place in range(len(other)):
        row[place + 1] = row[place] + left_out[other[place]]
    whole = row[len(other)]
    for sign in one:
        out = left_out[sign]
        whole += out
        diagonal = row[0]
        row[0] += out
        for place in range(len(other)):
            facing = other[place]
            exchanged = diagonal + exchange[sign, facing]
            diagonal = row[place + 1]
            row[place + 1] = min(exchanged, diagonal + out, row[place] + left_out[facing])
    return 1.0 - row[len(other)] / whole if whole > 0 else 0.0


def likeness(one: str, other: str) -> float:
    """Say how alike two sound strings are; see `like` for many at once.

    Args:
        one: Sounds of a name; its words with spaces between.
        other: Sounds of another.

    Returns:
        0..1; 1 for equal sounds, about 0.5 for names that have nothing to do with each other.
    """
    return float(like(numbered(one), numbered(other), EXCHANGE, LEFT_OUT))

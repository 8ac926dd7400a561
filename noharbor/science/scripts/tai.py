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

from noharbor.science.scripts import lao
from noharbor.science.scripts.scripts import Script, script_of
from noharbor.science.scripts.thai import parts as thai_parts
from noharbor.science.scripts.thai.runs import Role
from noharbor.science.scripts.thai.spoken import is_hissing, linking

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
    ("li", "ฤ"),
    ("lY", "ฤๅ"),
)
_VOWELS = {letters: sound for sound, listed in _VOWEL_CLASSES for letters in listed.split()}
_INITIALS = {"ฤ": "li", "ฤๅ": "lY", "ฦ": "lY", "ฦๅ": "lY"}


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

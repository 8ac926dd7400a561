"""Puts names together as the peoples of the region bear them, each with how it sounds.

Which words are common is taken from the project's tables of frequencies (`noharbor/reference/names/frequencies`) for
Chinese, Burmese, Thai, Lao and Vietnamese names, and from `elements/` else. How they sound is not taken from the
project: ICU reads Han and Burmese, a reader of letters in `ear.py` reads Lao, and the others were written down by hand.
Any likeness to a living person is chance.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import icu
import yaml

from benchmarks.linkage.ear import Ear, burmese_sound, lao_sound
from noharbor.reference.tables import table

_ELEMENTS = Path(__file__).resolve().parent / "elements"
_FREQUENCIES = Path(__file__).resolve().parents[2] / "noharbor" / "reference" / "names" / "frequencies"
#: What stands between the words of a name in its own script.
_BETWEEN = {"zh": "", "yue": "", "nan": "", "my": ""}
#: Latin words that are kept as they are, however the clerk hears the rest.
_SMALL = {"bin", "binti", "a/l", "a/p", "de"}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name: as its bearer writes it, and its syllables as `ear.py` notes them; none for Latin letters."""

    native: str
    sounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its own order.

    Attributes:
        language: Which language it is of; "latin" where it is written in Latin letters.
        words: Its words.
        family: Which of the words is the family's; -1 for none.
        spaced: Whether the own script puts spaces where it could do without.
    """

    language: str
    words: tuple[Word, ...]
    family: int = -1
    spaced: bool = False

    @property
    def native(self) -> str:
        """The name in its own script."""
        between = " " if self.spaced else _BETWEEN.get(self.language, " ")
        return between.join(word.native for word in self.words)

    def spelled(self, ear: Ear) -> list[str]:
        """Its words in Latin letters as a clerk hears them, in its own order, in small letters."""
        return [spelled(self.language, word, ear) for word in self.words]


def spelled(language: str, word: Word, ear: Ear) -> str:
    """One word in Latin letters as a clerk hears it."""
    if word.sounds and language in ("yue", "nan"):
        # These are spelled as their families do already; a clerk changes letters, not sounds.
        return ear.latin("".join(word.sounds))
    if word.sounds:
        return ear.word(language, word.sounds)
    return word.native if word.native in _SMALL else ear.latin(without_marks(word.native))


def without_marks(text: str) -> str:
    """Latin letters without marks."""
    plain = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))


class Lot:
    """Draws from words by how common they are."""

    def __init__(self, shares: Mapping[Any, float] | Iterable[Any]) -> None:
        weighed = shares if isinstance(shares, Mapping) else {one: 1 / (rank + 4) for rank, one in enumerate(shares)}
        self.all = list(weighed)
        self._upto = list(accumulate(weighed.values()))

    def draw(self, dice: random.Random) -> Any:
        """One of them."""
        return dice.choices(self.all, cum_weights=self._upto)[0]


@cache
def elements(name: str) -> dict[str, Any]:
    """One of the written lists beside this module."""
    return dict(yaml.safe_load((_ELEMENTS / f"{name}.yaml").read_text("utf-8")))


@cache
def _frequencies(name: str) -> dict[str, float]:
    found = yaml.safe_load((_FREQUENCIES / f"{name}.yaml").read_text("utf-8"))
    tiers = ((word, tier["per_million"]) for tier in found.get("tiers", ()) for word in tier["words"].split())
    return dict(tiers) | found["words"]


@cache
def _sounded(name: str, group: str) -> Lot:
    """Words with their sounds, as Thai and Khmer elements are written."""
    pairs = (entry.split("=") for entry in elements(name)[group].split())
    return Lot([Word(native, tuple(sound.split("."))) for native, sound in pairs])


# ---- Chinese ----

#: People of mainland China when the bearers of the commonest full names were counted.
_CHINA = 1_320_000_000


@cache
def _mandarin() -> icu.Transliterator:
    return icu.Transliterator.createInstance("Han-Latin/Names; NFD; [:Mn:] Remove; Lower")


@cache
def _chinese_lots() -> tuple[Lot, Lot, Lot, float]:
    """Family names, characters of given names, the commonest full names, the share of people who bear one of these."""
    shares = table("chinese_shares")
    return Lot(shares["family"]), Lot(shares["given"]), Lot(shares["full"]), sum(shares["full"].values()) / _CHINA


@cache
def _family_sounds(family: str) -> tuple[str, ...]:
    return tuple(_mandarin().transliterate(family).split())


@cache
def _given_sound(char: str) -> str:
    # After a family name the reader for names takes no character for one.
    return str(_mandarin().transliterate("王" + char).split()[-1])


def _chinese(dice: random.Random, _: str, family: Word | None) -> Name:
    families, given, full, share = _chinese_lots()
    if family is None and dice.random() < share:
        name = full.draw(dice)
        words = (Word(name[0], _family_sounds(name[0])), Word(name[1:], tuple(map(_given_sound, name[1:]))))
        return Name("zh", words, family=0)
    drawn = families.draw(dice)
    first = family or Word(drawn, _family_sounds(drawn))
    chars = [given.draw(dice) for _ in range(dice.choices((1, 2), (12, 88))[0])]
    return Name("zh", (first, Word("".join(chars), tuple(map(_given_sound, chars)))), family=0)


@cache
def _overseas(group: str, which: int) -> Lot:
    entries = (entry.split("=") for entry in elements("overseas_chinese")[group].split())
    return Lot([Word(char, (sounds.split(",")[which],)) for char, sounds in entries])


def _overseas_chinese(language: str) -> Callable[[random.Random, str, Word | None], Name]:
    which = ("yue", "nan").index(language)

    def made(dice: random.Random, _: str, family: Word | None) -> Name:
        chosen = [_overseas("given", which).draw(dice) for _ in range(dice.choices((1, 2), (8, 92))[0])]
        given = Word("".join(one.native for one in chosen), tuple(one.sounds[0] for one in chosen))
        return Name(language, (family or _overseas("families", which).draw(dice), given), family=0)

    return made


# ---- Myanmar ----


@cache
def _burmese_word(native: str) -> Word:
    return Word(native, burmese_sound(_phonetic().transliterate(native)))


@cache
def _phonetic() -> icu.Transliterator:
    return icu.Transliterator.createInstance("my-my_FONIPA")


@cache
def _burmese_lot(people: str) -> Lot:
    listed = elements("myanmar")[people].split()
    weighed = _frequencies("burmese") if people == "Bamar" else {}
    # The table counts members of parliament; the words of the young that it lacks are given a small share.
    return Lot({word: weighed.get(word, 6000.0 if weighed else 1 / (rank + 4)) for rank, word in enumerate(listed)})


#: What stands before the names of some peoples, for men and for women.
_PREFIXES = {
    "Shan": ("စိုင်း", "နန်း"),
    "Karen": ("စော", "နော်"),
    "Bamar": ("", ""),
    "Kachin": ("", ""),
    "Rakhine": ("", ""),
}
_LENGTHS = {"Bamar": (2, 3, 3, 3, 4), "Shan": (2, 2, 3), "Karen": (2, 3), "Kachin": (2, 3), "Rakhine": (2, 3, 3)}


def _myanmar(people: str) -> Callable[[random.Random, str, Word | None], Name]:
    def made(dice: random.Random, sex: str, _: Word | None) -> Name:
        prefix = _PREFIXES[people][sex == "female"]
        drawn = [_burmese_lot(people).draw(dice) for _ in range(dice.choice(_LENGTHS[people]))]
        words = [prefix, *drawn] if prefix else drawn
        return Name("my", tuple(map(_burmese_word, words)), spaced=dice.random() < 0.25)

    return made


# ---- Thai, Lao, Khmer ----


def _joined(words: Iterable[Word]) -> Word:
    kept = tuple(words)
    return Word("".join(word.native for word in kept), tuple(sound for word in kept for sound in word.sounds))


def _thai(dice: random.Random, sex: str, family: Word | None) -> Name:
    lot = _sounded("thai", "women" if sex == "female" else "names")
    composed = (_sounded("thai", "given").draw(dice), _sounded("thai", "second").draw(dice))
    given = lot.draw(dice) if dice.random() < 0.35 else _joined(composed)
    parts = (_sounded("thai", "family").draw(dice) for _ in range(dice.choice((2, 3, 3))))
    return Name("th", (given, family or _joined(parts)), family=1)


@cache
def _lao_lot() -> Lot:
    heard = {word: lao_sound(word) for word in _frequencies("lao")}
    return Lot({Word(word, (sound,)): _frequencies("lao")[word] for word, sound in heard.items() if sound})


def _lao(dice: random.Random, _: str, family: Word | None) -> Name:
    given = _joined(_lao_lot().draw(dice) for _ in range(dice.choice((2, 2, 3))))
    parts = (_lao_lot().draw(dice) for _ in range(dice.choice((2, 3))))
    return Name("lo", (given, family or _joined(parts)), family=1)


def _khmer(dice: random.Random, _: str, family: Word | None) -> Name:
    given = [_sounded("khmer", "given").draw(dice)]
    if dice.random() < 0.3:
        given.insert(0, _sounded("khmer", "family").draw(dice))
    return Name("km", (family or _sounded("khmer", "family").draw(dice), _joined(given)), family=0)


# ---- written in Latin letters ----


@cache
def _vietnamese_lots() -> tuple[Lot, Lot]:
    words = _frequencies("vietnamese")
    rarer = ("Đinh", "Đoàn", "Trương", "Trịnh", "Lương", "Đào")
    families = [*[word for word in words if words[word] >= 13_000][:17], *rarer]
    given = {word: share for word, share in words.items() if word not in families and word not in ("Thị", "Văn")}
    return Lot({word: words[word] for word in families if word not in ("Thị", "Văn")}), Lot(given)


def _vietnamese(dice: random.Random, sex: str, family: Word | None) -> Name:
    families, given = _vietnamese_lots()
    middle = {"female": "Thị", "male": "Văn"}[sex] if dice.random() < 0.35 else given.draw(dice)
    words = [middle, *(given.draw(dice) for _ in range(dice.choice((1, 1, 2))))]
    return Name("latin", (family or Word(families.draw(dice)), *map(Word, words)), family=0)


@cache
def _elsewhere_lot(state: str, group: str) -> Lot:
    found = elements("elsewhere")[state]
    return Lot(found.get(group, found["family"]).split())


def _elsewhere(state: str) -> Callable[[random.Random, str, Word | None], Name]:
    def made(dice: random.Random, sex: str, family: Word | None) -> Name:
        kinds = {"G": sex, "G2": sex, "E": "english", "A": "family", "B": "family"}
        words, at = [], -1
        for part in dice.choice(elements("elsewhere")[state]["order"][sex]).split():
            if part in ("A", "Aa"):
                at = len(words)
                drawn = family.native if family else _elsewhere_lot(state, "family").draw(dice)
                words.append(drawn + ("a" if part == "Aa" and not drawn.endswith("a") else ""))
            else:
                words.append(_elsewhere_lot(state, kinds[part]).draw(dice) if part in kinds else part)
        return Name("latin", tuple(map(Word, words)), family=at)

    return made


#: How the names of a people are made: dice, sex, the family's word where it is given.
MAKERS: dict[str, Callable[[random.Random, str, Word | None], Name]] = {
    "Chinese": _chinese,
    "Cantonese": _overseas_chinese("yue"),
    "Hokkien": _overseas_chinese("nan"),
    **{people: _myanmar(people) for people in _PREFIXES},
    "Thai": _thai,
    "Lao": _lao,
    "Khmer": _khmer,
    "Vietnamese": _vietnamese,
    **{
        state: _elsewhere(state)
        for state in ("MY", "TM", "ID", "PH", "IN", "KE", "ET", "PK", "BD", "NP", "UG", "LK", "BR", "RU")
    },
}


def alias(dice: random.Random, name: Name) -> Word:
    """A name somebody goes by beside their own: a nickname of the language, or one for work."""
    if name.language == "th":
        return _sounded("thai", "nicknames").draw(dice)  # type: ignore[no-any-return]
    if name.language == "my":
        short = _burmese_lot("Bamar").draw(dice)
        made = (f"ဖိုး{short}", f"{short}လေး", f"{short}ကြီး", dice.choice(elements("myanmar")["nicknames"].split()))
        return _burmese_word(dice.choice(made))
    if name.language == "zh" and dice.random() < 0.6:
        last = name.words[-1]
        return Word("阿" + last.native[-1], ("a", last.sounds[-1]))
    return Word(dice.choice(elements("elsewhere")["worknames"].split()))

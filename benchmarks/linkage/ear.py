"""Writes names by ear: how a clerk who hears a name puts it into Latin letters.

This is the generator's own way, written by hand apart from the tables and rules by which the project romanises and
compares names, so that the project is not asked what it answered itself. Sounds come in a small notation: syllables
parted by dots; capital K T P C are aspirated, N is ng, Y is ny, S is sh, Q the th of "thin"; capital vowels are long;
ɔ ɛ ə ɯ as in the phonetic alphabet.

A clerk has habits: of the spellings for one sound the same one is mostly taken, and now and then another.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Sequence

# For each sound the spellings in use, the likeliest first; "-" is nothing written.
_ONSETS = """
k k k g | K kh k | N ng n | c ch j c | C ch sh | j j gy | s s | S sh hs | Y ny nh y | d d t | t t t d | T th t | n n |
b b p | p p p b bp | P ph p f | m m | y y j | r r r l | l l l r | w w v | h h | f f ph | z z s | Q th t s
"""
_RHYMES = """
iən ien ean | ay ai ay i | Ay ai ay aai | aw ao au ow | Aw ao aow aw | iəw iew ieo | iə ia ea ie |
uəy uai uay | uə ua uo oua |
ɯə uea ua eua | ɔy oi oy | Oy oi oy | uy ui uy | iw io iu iew | ew eo eu | ɛw aew eo ew | əy oei oey | ey ey ei y ay |
ɯw ov ou ao | a a a a u | A a a aa ar ah | i i i ee | I i ee y i | u u u oo | U u oo ou | ɯ ue u eu | e e e a |
E e e ay ey |
ɛ ae e a | o o o oh | O o o oh oe | ɔ o or aw | ə oe er eu u
"""
_CODAS = "k k k g c | t t t d th | p p p b | N ng ng ng n | n n n nh | m m | c ch ck | s s | l l | r r - | h h -"

# Rhymes of Burmese as ICU writes them, tones off.
_BURMESE_RHYMES = """
aʊN aung ong oung awn | aɪN aing ine ai ain | eɪN ein ain eint | oʊN one on oun ohn | ɪN in inn yin | ʊN un oon onn |
aN an ann ant | aʊʔ auk out ouk | aɪʔ aik ite ike | eɪʔ eik ate ait | oʊʔ oat ote oak | aʔ at at ak | ɛʔ et ek eit |
ɪʔ it ik | ʊʔ ut oot | ɔ aw or o | o o oe oh | ɛ e ai eh | e ay e ei aye | a a ar ah | i i ee yi | u u oo | ə a
"""
_BURMESE_ONSETS = """
k k g | K kh k | ŋ ng | c ky gy ch j | C ch khy c | j gy j ky | g g k | s s hs | Z s s hs | z z s | Y ny nyi |
t t | T ht t th | d d dh |
n n | p p | P ph p hp | b b | m m | y y | r r y | l l | w w | Q th t | D th | h h | H h - | S sh hs | f f ph | v v
"""
_IPA = (
    ("j", "y"), ("ɡ", "g"), ("wt", "ʊʔ"), ("t͡ɕʰ", "C"), ("t͡ɕ", "c"), ("d͡ʑ", "j"), ("kʰ", "K"), ("tʰ", "T"),
    ("pʰ", "P"), ("sʰ", "Z"), ("ɲ", "Y"), ("ʃ", "S"),
    ("θ", "Q"), ("ð", "D"), ("ʝ", "y"), ("ɹ", "r"), ("ʔ", "ʔ"),
)  # fmt: skip
_TONES = str.maketrans("", "", "\u0300\u0301\u0330\u032f\u0303\u0304")
_VOICELESS = re.compile("(.)\u0325")
_VOWELS = "aAiIuUeEoOɔɛəɯɪʊ"

Table = dict[str, tuple[str, ...]]


def _spellings(text: str) -> Table:
    rows = (part.split() for part in text.replace("\n", " ").split("|"))
    return {row[0]: tuple("" if one == "-" else one for one in row[1:]) for row in rows if row}


_ALL = {"onset": _spellings(_ONSETS), "rhyme": _spellings(_RHYMES), "coda": _spellings(_CODAS)}
_BURMESE = {"onset": _spellings(_BURMESE_ONSETS), "rhyme": _spellings(_BURMESE_RHYMES)}
_ONE_RHYME = re.compile("|".join(sorted(_ALL["rhyme"], key=len, reverse=True)))

# Mandarin in letters other than pinyin's: after Wade and Giles without marks, and as English ears hear it.
_WADE_GILES = (
    ("^zhi$", "chih"), ("^chi$", "chih"), ("^shi$", "shih"), ("^ri$", "jih"), ("^zi$", "tzu"), ("^ci$", "tzu"),
    ("^si$", "szu"),
    ("^zh", "ch"), ("^q", "ch"), ("^x", "hs"), ("^r", "j"), ("^(z|c)", "ts"), ("^g", "k"), ("^j", "ch"),
    ("^d", "t"), ("^b", "p"),
    ("ong$", "ung"), ("ian$", "ien"), ("^yan$", "yen"), ("ui$", "uei"), ("^you$", "yu"), ("([^aeiouy])e$", r"\1eh"),
)  # fmt: skip
_ENGLISH_EAR = (
    ("^zh", "j"), ("^q", "ch"), ("^x", "sh"), ("^c(?!h)", "ts"), ("^z", "dz"), ("ui$", "uay"), ("iu$", "iew"),
    ("ian$", "ien"),
    ("ang$", "ung"), ("ou$", "ow"), ("i$", "ee"), ("^yu", "yoo"), ("uo$", "aw"),
)  # fmt: skip

# Letters that writers of Latin names take for one another.
_LOOSE = (
    ("ph", "f"), ("f", "ph"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("c(?=[aou])", "k"), ("k", "c"),
    ("y$", "i"), ("i$", "y"),
    (r"(.)\1", r"\1"), (r"(?<![bdfklmnprst])([bdfklmnprst])(?=[aeiou])", r"\1\1"), ("v", "w"), ("w", "v"),
    ("z", "s"), ("sh", "s"), ("th", "t"),
    ("h", ""), ("a(?=h)", "e"), ("u", "o"), ("o", "u"), ("e(?=.)", "i"), ("x", "s"), ("nh", "ny"), ("gi", "z"),
    ("qu", "k"),
    ("tr", "ch"), ("ck", "k"), ("ai", "ay"), ("ie", "i"), ("dj", "j"), ("j", "dj"), ("sy", "sh"),
)  # fmt: skip


class Ear:
    """One clerk's way with sounds.

    Args:
        dice: Where habits come from.
        steady: How often the clerk keeps to a habit, 0..1.
        strange: How much rarer each spelling of a sound is than the one before it, 0..1; the nearer to 0, the more a
            clerk spells as is customary.
    """

    def __init__(self, dice: random.Random, steady: float = 0.85, strange: float = 0.45) -> None:
        self._dice = dice
        self._steady = steady
        self._strange = strange
        self._habits: dict[tuple[str, str], str] = {}
        self._mandarin = dice.choices(("pinyin", "wade-giles", "english"), (75, 8, 17))[0]

    def word(self, language: str, syllables: Sequence[str]) -> str:
        """Spell the syllables of one word, in small letters."""
        return "".join(self.syllable(language, one) for one in syllables)

    def syllable(self, language: str, sound: str) -> str:
        """Spell one syllable."""
        if language == "zh":
            return self._chinese(sound)
        if language == "my":
            return self._burmese(sound)
        return self._plain(sound)

    def latin(self, word: str) -> str:
        """Spell a name that is written in Latin letters, as heard: mostly right, with letters taken for others."""
        changes = self._dice.choices((0, 1, 2), (55, 35, 10))[0]
        lower = word.lower()
        for _ in range(changes):
            found = [rule for rule in self._dice.sample(_LOOSE, 12) if re.search(rule[0], lower[1:])]
            if found:
                lower = lower[0] + re.sub(*found[0], lower[1:], count=1)
        return lower

    def _choose(self, kind: str, sound: str, spellings: Sequence[str]) -> str:
        key = (kind, sound)
        if key in self._habits and self._dice.random() < self._steady:
            return self._habits[key]
        chosen = self._dice.choices(spellings, [self._strange**rank for rank in range(len(spellings))])[0]
        return self._habits.setdefault(key, chosen) if key not in self._habits else chosen

    def _plain(self, sound: str) -> str:
        found = _ONE_RHYME.search(sound)
        if found is None:
            return sound
        onset, coda = sound[: found.start()], sound[found.end() :]
        spelled = [self._choose("onset", one, _ALL["onset"].get(one, (one,))) for one in onset]
        spelled.append(self._choose("rhyme", found[0], _ALL["rhyme"][found[0]]))
        spelled += [self._choose("coda", one, _ALL["coda"].get(one, (one,))) for one in coda]
        return "".join(spelled)

    def _burmese(self, sound: str) -> str:
        at = next((place for place, char in enumerate(sound) if char in _VOWELS), len(sound))
        onset, rhyme = sound[:at], sound[at:]
        spelled = [self._choose("my onset", one, _BURMESE["onset"].get(one, (one,))) for one in onset if one != "ʔ"]
        return "".join(spelled) + self._choose("my rhyme", rhyme, _BURMESE["rhyme"].get(rhyme, (rhyme.strip("ʔN"),)))

    def _chinese(self, sound: str) -> str:
        way = self._mandarin if self._dice.random() < self._steady else "pinyin"
        if way == "english" and self._dice.random() < 0.4:
            return sound
        for pattern, put in {"wade-giles": _WADE_GILES, "english": _ENGLISH_EAR}.get(way, ()):
            changed = re.sub(pattern, put, sound)
            if changed != sound:
                return changed
        return sound


def burmese_sound(ipa: str) -> tuple[str, ...]:
    """Syllables of ICU's phonetic Burmese in the notation of this module."""
    plain = _VOICELESS.sub(r"h\1", unicodedata.normalize("NFD", ipa)).translate(_TONES)
    for written, put in _IPA:
        plain = plain.replace(written, put)
    return tuple(one.replace("ɴ", "N") for one in plain.split(".") if one)


#: Lao letters: initial consonants, vowel frames around "C", finals.
_LAO_INITIALS = {
    "ກ": "k", "ຂ": "K", "ຄ": "K", "ງ": "N", "ຈ": "c", "ສ": "s", "ຊ": "s", "ຍ": "Y", "ດ": "d", "ຕ": "t",
    "ຖ": "T", "ທ": "T",
    "ນ": "n", "ບ": "b", "ປ": "p", "ຜ": "P", "ຝ": "f", "ພ": "P", "ຟ": "f", "ມ": "m", "ຢ": "y", "ຣ": "r",
    "ລ": "l", "ວ": "w",
    "ຫ": "h", "ອ": "", "ຮ": "h", "ໜ": "n", "ໝ": "m",
}  # fmt: skip
_LAO_FINALS = {
    "ກ": "k",
    "ງ": "N",
    "ຍ": "y",
    "ດ": "t",
    "ນ": "n",
    "ບ": "p",
    "ມ": "m",
    "ວ": "w",
    "ລ": "n",
    "ຣ": "n",
    "ຊ": "t",
    "ດ໌": "t",
}
_LAO_FRAMES = tuple(
    (re.compile(pattern.replace("C", "(ຫຼ|ຫ[ງຍນມລວຣ]|[ກ-ຮໜໝ]ຼ?)").replace("F", "([ກງຍດນບມວລຣຊ]?)") + "$"), vowel)
    for pattern, vowel in (
        ("ເCະ", "e"), ("ແCະ", "ɛ"), ("ໂCະ", "o"), ("ເCາະ", "ɔ"), ("ເCົາ", "aw"), ("ເCຶອF", "ɯə"),
        ("ເCືອF", "ɯə"), ("ເC[ິີ]F", "ə"),
        ("ເCຍ", "iə"), ("ເCັຽ", "iə"), ("[ໄໃ]Cຍ?", "ay"), ("ເCັ?F", "E"), ("ແCັ?F", "ɛ"), ("ໂCF", "O"),
        ("Cຳ", "am"), ("Cໍາ", "am"),
        ("Cົວ", "uə"), ("Cໍ", "ɔ"), ("Cະ", "a"), ("CັF", "a"), ("CາF", "A"), ("CິF", "i"), ("CີF", "I"),
        ("CຶF", "ɯ"), ("CືF", "ɯ"),
        ("CຸF", "u"), ("CູF", "U"), ("CົF", "o"), ("CຽF", "iə"), ("CວF", "uə"), ("CອF", "ɔ"),
    )
)  # fmt: skip
_LAO_TONES = re.compile("[\u0ec8-\u0ecc]")


def lao_sound(syllable: str) -> str | None:
    """One Lao syllable in the notation of this module; None where its spelling is not read."""
    plain = _LAO_TONES.sub("", syllable)
    for frame, vowel in _LAO_FRAMES:
        if found := frame.match(plain):
            onset = _lao_onset(found[1])
            coda = _LAO_FINALS.get(found[2], "") if found.lastindex and found.lastindex > 1 else ""
            return onset + vowel + coda
    return None


def _lao_onset(written: str) -> str:
    """Initial letters; a mute ho lifts the tone of what follows, and the small lo is an l, alone after ho."""
    plain = written.replace("ຼ", "ລ")
    spoken = plain[1:] if len(plain) > 1 and plain[0] == "ຫ" else plain
    return "".join(_LAO_INITIALS.get(letter, "") for letter in spoken)

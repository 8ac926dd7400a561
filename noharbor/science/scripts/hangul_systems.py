"""The two strict ways to write Korean in Latin letters, with the changes of sound that both write.

Source:
    The Revised Romanisation of Korean, notification 2000-8 of the Ministry of Culture and Tourism of the Republic of
    Korea; G. M. McCune and E. O. Reischauer, "The Romanization of the Korean Language", 1939.
"""

from __future__ import annotations

from typing import NamedTuple

_ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_REVISED_ONSETS = "g kk n d tt r m b pp s ss - j jj ch k t p h".split()  # noqa: SIM905 — a row of a table
_REVISED_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()  # noqa: SIM905 — a row of a table
_MCCUNE_ONSETS = "k kk n t tt r m p pp s ss - ch tch ch' k' t' p' h".split()  # noqa: SIM905 — a row of a table
_MCCUNE_VOWELS = "a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i".split()  # noqa: SIM905 — a row of a table
_VOICED = {"k": "g", "t": "d", "p": "b", "ch": "j"}
#: What a final is when nothing follows: one of seven sounds, named by its letter.
_FINAL_SOUND = dict(
    zip(
        "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ",
        "ㄱㄱㄱㄴㄴㄴㄷㄹㄱㅁㄹㄹㄹㅂㄹㅁㅂㅂㄷㄷㅇㄷㄷㄱㄷㅂㄷ",
        strict=True,
    )
)
_FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
#: The second letter of a final of two, which moves to a following syllable without onset.
_SPLIT = {
    "ㄳ": "ㄱㅅ",
    "ㄵ": "ㄴㅈ",
    "ㄺ": "ㄹㄱ",
    "ㄻ": "ㄹㅁ",
    "ㄼ": "ㄹㅂ",
    "ㄽ": "ㄹㅅ",
    "ㄾ": "ㄹㅌ",
    "ㄿ": "ㄹㅍ",
    "ㅄ": "ㅂㅅ",
}
_LATIN_FINALS = {"ㄱ": "k", "ㄴ": "n", "ㄷ": "t", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅇ": "ng", "": ""}
_NASAL = {"ㄱ": "ㅇ", "ㄷ": "ㄴ", "ㅂ": "ㅁ"}
_ASPIRATED = {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅂ": "ㅍ", "ㅈ": "ㅊ"}
_HARD = frozenset("ㄱㄷㅂ")


class _Sound(NamedTuple):
    onset: str
    vowel: int
    final: str


def _read(word: str) -> list[_Sound | str]:
    """Syllables as their letters; any other character as it is."""
    sounds: list[_Sound | str] = []
    for char in word:
        code = ord(char) - 0xAC00
        if 0 <= code < 11172:
            sounds.append(_Sound(_ONSETS[code // 588], code // 28 % 21, _FINALS[code % 28].strip()))
        else:
            sounds.append(char)
    return sounds


def _changed(sounds: list[_Sound | str], *, changes: bool) -> list[_Sound | str]:
    """Reduce finals to their sounds and let neighbours change each other."""
    done = list(sounds)
    for at, sound in enumerate(done):
        if isinstance(sound, str):
            continue
        following = done[at + 1] if at + 1 < len(done) else ""
        final, onset = sound.final, "" if isinstance(following, str) else following.onset
        if onset == "ㅇ" and final and final not in "ㅇ":
            final, onset = _linked(final)
        elif changes and onset:
            final, onset = _met(final, onset)
        else:
            final = _FINAL_SOUND.get(final, "")
        done[at] = sound._replace(final=final)
        if not isinstance(following, str):
            done[at + 1] = following._replace(onset=onset)
    return done


def _linked(final: str) -> tuple[str, str]:
    """A final before a syllable without onset becomes its onset."""
    if final in "ㅎㄶㅀ":
        return ("", {"ㅎ": "ㅇ", "ㄶ": "ㄴ", "ㅀ": "ㄹ"}[final])
    if final in _SPLIT:
        return _SPLIT[final][0], _SPLIT[final][1]
    return "", final


def _met(final: str, onset: str) -> tuple[str, str]:
    """What a final and an onset make of each other."""
    if final in ("ㅎ", "ㄶ", "ㅀ") and onset in _ASPIRATED:
        return _FINAL_SOUND[final] if final != "ㅎ" else "", _ASPIRATED[onset]
    sound = _FINAL_SOUND.get(final, "")
    if onset == "ㄹ":
        if sound in ("ㄴ", "ㄹ"):
            return "ㄹ", "ㄹㄹ"
        if sound:
            return _NASAL.get(sound, sound), "ㄴ"
    if onset in "ㄴㅁ" and sound in _HARD:
        return _NASAL[sound], onset
    if onset == "ㄴ" and sound == "ㄹ":
        return "ㄹ", "ㄹㄹ"
    return sound, onset


def revised(word: str, given_name: bool = False) -> str:
    """Write one word by the system of 2000; `given_name` keeps each syllable as it is written.

    Returns:
        Small letters without marks.
    """
    written = []
    for sound in _changed(_read(word), changes=not given_name):
        if isinstance(sound, str):
            written.append(sound)
            continue
        onset = "l" if sound.onset == "ㄹㄹ" else _REVISED_ONSETS[_ONSETS.index(sound.onset)].strip("-")
        written.append(onset + _REVISED_VOWELS[sound.vowel] + _LATIN_FINALS.get(sound.final, ""))
    return "".join(written)


def mccune_reischauer(word: str, given_name: bool = False) -> str:
    """Write one word by McCune and Reischauer, with breves and apostrophes.

    Returns:
        Small letters, ŏ and ŭ, and ' after aspirated consonants. Given names change their sounds like other words.
    """
    if given_name and word == "이":
        # The one family name that the system itself writes by custom.
        return "yi"
    written: list[str] = []
    voiced = False
    for sound in _changed(_read(word), changes=True):
        if isinstance(sound, str):
            written.append(sound)
            voiced = False
            continue
        onset = "l" if sound.onset == "ㄹㄹ" else _MCCUNE_ONSETS[_ONSETS.index(sound.onset)].strip("-")
        if voiced:
            onset = _VOICED.get(onset, onset)
        if onset == "s" and sound.vowel == _MCCUNE_VOWELS.index("wi"):
            onset = "sh"
        final = _LATIN_FINALS.get(sound.final, "")
        written.append(onset + _MCCUNE_VOWELS[sound.vowel] + final)
        voiced = sound.final not in _HARD
    return "".join(written)

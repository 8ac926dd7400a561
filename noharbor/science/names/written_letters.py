"""Latin letters as they were written: capitals and marks again, for plain letters that were compared."""

from __future__ import annotations

from collections.abc import Sequence

from noharbor.science.names.written import in_normal_form
from noharbor.science.scripts.latin_letters import latin_words


class WrittenLetters:
    """The plain words of a form, each letter with where it stands in the text.

    Where the plain letters do not stand in the text as they are (other alphabets, letters left out), they are shown
    as they are.
    """

    def __init__(self, text: str, words: Sequence[str]) -> None:
        self._plain = "".join(words)
        self._lengths = [len(word) for word in words]
        self._text = in_normal_form(text)
        letters: list[str] = []
        places: list[int] = []
        for place, char in enumerate(self._text):
            plain = "".join(latin_words(char))
            letters.extend(plain)
            places.extend([place] * len(plain))
        found = self._places("".join(letters), words)
        self._at = [places[number] for number in found] if found else []

    def _places(self, letters: str, words: Sequence[str]) -> list[int]:
        whole = letters.find(self._plain)
        if whole >= 0:
            return list(range(whole, whole + len(self._plain)))
        found: list[int] = []
        at = 0
        for word in words:
            at = letters.find(word, at)
            if at < 0:
                return []
            found.extend(range(at, at + len(word)))
            at += len(word)
        return found

    def shown(self, start: int, end: int) -> str:
        """Return letters `start` to `end` of all plain letters, as written."""
        if end <= start:
            return ""
        if not self._at:
            return self._spaced(start, end)
        stretch = self._text[self._at[start] : self._at[end - 1] + 1]
        return stretch if len(stretch) < 2 * (end - start) + 3 else self._spaced(start, end)

    def words(self) -> list[str]:
        """Return each word as written."""
        shown, at = [], 0
        for length in self._lengths:
            shown.append(self.shown(at, at + length))
            at += length
        return shown

    def _spaced(self, start: int, end: int) -> str:
        pieces, at = [], 0
        for length in self._lengths:
            piece = self._plain[max(start, at) : min(end, at + length)]
            pieces += [piece] if piece else []
            at += length
        return " ".join(pieces)

"""What somebody looks for, as phrases of tokens that all have to be there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from noharbor.science.scripts.zawgyi import repaired_name
from noharbor.science.words.tokens import JOINT, tokens_of

#: Words, or letters in a row, that one question may have.
MOST_TOKENS = 60
#: A word shorter than this stands for itself: too many begin with it.
_SHORTEST_BEGINNING = 2
_RUN = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)')


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens that have to stand one behind the other.

    Attributes:
        tokens: At least one.
        is_open: Whether the last one may be the beginning of a token only.
        length: How many tokens of a text the phrase covers; one more than it has where the last joins two letters.
    """

    tokens: tuple[str, ...]
    is_open: bool
    length: int


@dataclass(frozen=True, slots=True)
class Question:
    """Phrases that all have to be found, in any order; none where nothing was asked."""

    phrases: tuple[Phrase, ...]

    def __bool__(self) -> bool:
        return bool(self.phrases)


#: Nothing was asked.
NOTHING = Question(())


class QuestionTooLong(Exception):
    """These are too many words at once. Look for fewer of them, the rarest first."""


def question_of(written: str) -> Question:
    """Read what somebody typed.

    Letters without a space between them, and words in quotation marks, have to stand together. The last word is taken
    for a beginning, since it may still be typed; a word in quotation marks is complete. Zawgyi is repaired.

    Raises:
        QuestionTooLong: More than `MOST_TOKENS` tokens.
    """
    runs = [(quoted or bare, bool(quoted)) for quoted, bare in _RUN.findall(repaired_name(written))]
    phrases = []
    for number, (run, is_quoted) in enumerate(runs, start=1):
        phrase = _phrase(run, may_go_on=number == len(runs) and not is_quoted)
        if phrase and phrase not in phrases:
            phrases.append(phrase)
    if sum(len(phrase.tokens) for phrase in phrases) > MOST_TOKENS:
        raise QuestionTooLong
    return Question(tuple(phrases))


def _phrase(run: str, *, may_go_on: bool) -> Phrase | None:
    tokens = tokens_of(run)
    if not tokens:
        return None
    texts = [token.text for token in tokens]
    last = tokens[-1]
    if not last.is_letter:
        return Phrase(tuple(texts), may_go_on and len(last.text) >= _SHORTEST_BEGINNING, len(texts))
    if len(tokens) > 1 and tokens[-2].is_letter and not texts[-2].endswith(JOINT):
        # The last letter is in the token before, and in a text any other may follow it.
        return Phrase(tuple(texts[:-1]), False, len(texts))
    return Phrase(tuple(texts), True, len(texts))

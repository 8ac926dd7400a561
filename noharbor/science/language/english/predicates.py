"""Finds the words of a parsed sentence that may tell an event."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from noharbor.science.language.english.inflection import noun_forms, verb_lemmas
from noharbor.science.language.english.parsing import ParsedSentence, Word, is_verb
from noharbor.science.language.lexicons import lexicon

#: How far to the right of its verb the second word of "take … custody" may stand.
_REACH = 14


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that may tell an event.

    Attributes:
        kind: An event type, or "transfer" (handover or repatriation, decided later).
        word: Its index in the sentence.
        strong: Tells the event nearly alone.
        noun: It is a noun ("the arrest of 12").
        entry: The entry of the word list that matched, for explanation.
    """

    kind: str
    word: int
    strong: bool
    noun: bool
    entry: str


@cache
def _verb_entries() -> dict[str, list[tuple[str, bool, tuple[str, ...], str]]]:
    """(kind, strong, further words, entry) by base form of the verb."""
    entries = defaultdict(list)
    for kind, lists in lexicon("english_predicates").items():
        if kind == "irregular":
            continue
        for strength in ("strong", "weak"):
            for entry in lists[strength]:
                verb, *rest = entry.split("+")
                entries[verb].append((kind, strength == "strong", tuple(rest), entry))
    return dict(entries)


@cache
def _noun_entries() -> tuple[dict[str, list[tuple[str, str]]], dict[str, list[tuple[str, str]]]]:
    """(kind, entry) by noun form; and by the last word of a two-word noun."""
    single: dict[str, list[tuple[str, str]]] = defaultdict(list)
    double: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind, lists in lexicon("english_predicates").items():
        for entry in lists.get("nouns", []) if kind != "irregular" else []:
            first, _, last = entry.rpartition(" ")
            for form in noun_forms(last or first):
                (double if first and last else single)[form].append((kind, entry))
    return dict(single), dict(double)


def find_triggers(sentence: ParsedSentence) -> list[Trigger]:
    """The triggers of a sentence, in order; one word may be a trigger of several kinds."""
    found: list[Trigger] = []
    for word in sentence.words:
        lemma = verb_lemmas().get(word.lower)
        red_handed = word.lower == "handed" and [one.lower for one in sentence.words[word.index - 2 : word.index]] == [
            "red",
            "-",
        ]
        if lemma and _reads_as_verb(word) and not red_handed:
            found += _verb_triggers(sentence, word, lemma)
        if word.tag.startswith("NN"):
            found += _noun_triggers(sentence, word)
    return found


def _reads_as_verb(word: Word) -> bool:
    # Headlines confuse the tagger: "53 nabbed", "Police bust ring".
    return is_verb(word) or (
        word.tag in ("NN", "NNP", "JJ", "NNS") and word.lower.endswith("ed") and word.dep != "compound"
    )


def _verb_triggers(sentence: ParsedSentence, word: Word, lemma: str) -> list[Trigger]:
    best: dict[str, Trigger] = {}
    for kind, strong, rest, entry in _verb_entries().get(lemma, ()):
        if rest and not _has_words(sentence, word, rest):
            continue
        known = best.get(kind)
        if known is None or (strong and not known.strong):
            best[kind] = Trigger(kind, word.index, strong, noun=False, entry=entry)
    return list(best.values())


def _has_words(sentence: ParsedSentence, verb: Word, wanted: tuple[str, ...]) -> bool:
    near = {
        word.lower
        for word in sentence.words[verb.index + 1 : verb.index + 1 + _REACH]
        if word.clause == verb.clause or word.head == verb.index or sentence.words[word.head].head == verb.index
    }
    near |= {sentence.words[child].lower for child in verb.children}
    return all(word in near or bool(noun_forms(word) & near) for word in wanted)


def _follows_by(sentence: ParsedSentence, word: Word, other: str) -> bool:
    after = sentence.words[word.index + 1 : word.index + 3]
    return any(one.lower == other for one in after)


def _noun_triggers(sentence: ParsedSentence, word: Word) -> list[Trigger]:
    if word.dep == "compound" or _follows_by(sentence, word, "enforcement"):
        # "law enforcement", "raid team": the noun only colours another.
        return []
    single, double = _noun_entries()
    found = [
        Trigger(kind, word.index, strong=False, noun=True, entry=entry) for kind, entry in single.get(word.lower, ())
    ]
    if word.index:
        before = sentence.words[word.index - 1].lower
        for kind, entry in double.get(word.lower, ()):
            if entry.split(" ")[0] == before:
                found.append(Trigger(kind, word.index, strong=True, noun=True, entry=entry))
    return found

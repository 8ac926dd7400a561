"""Who did it and to whom: walks the tree from a word that tells an event to its arguments."""

from __future__ import annotations

from noharbor.science.language.english.parsing import ParsedSentence, is_verb
from noharbor.science.language.english.predicates import Trigger
from noharbor.science.language.english.quantities import PEOPLE, classes_of
from noharbor.science.language.lexicons import word_set

_RELATIVE = frozenset({"who", "whom", "which", "that"})
_ACTIVE_SUBJECT_MOVES = word_set("english_words", "movers")


def patient_heads(sentence: ParsedSentence, trigger: Trigger, lemma: str) -> list[int]:
    """The nouns that name those acted on, conjuncts included; empty when the tree does not say."""
    heads = _of_noun(sentence, trigger.word) if trigger.noun else _of_verb(sentence, trigger.word, lemma)
    resolved = [_antecedent(sentence, head) for head in heads]
    listed = [head for head in resolved if head is not None]
    return [head for one in listed for head in [one, *conjuncts(sentence, one)]]


def _of_verb(sentence: ParsedSentence, index: int, lemma: str) -> list[int]:
    word = sentence.words[index]
    passive = sentence.children(index, "nsubjpass")
    if passive:
        return passive
    objects = sentence.children(index, "dobj", "dative")
    if objects and sentence.children(index, "auxpass"):
        # "He pleaded guilty and was given 40 months": the subject stands with the first verb.
        return _subjects(sentence, index)
    if lemma in _ACTIVE_SUBJECT_MOVES and not any(classes_of(sentence, one) & PEOPLE for one in objects):
        # "crossed the line", "reached Nairobi", "landed": those who move are the subject.
        subjects = _subjects(sentence, index)
        if subjects:
            return subjects
    if objects and lemma in _SUFFERED and any(sentence.words[one].lower in _PENALTIES for one in objects):
        # "He received 28 months' imprisonment."
        return _subjects(sentence, index)
    if objects:
        return objects
    if word.dep in ("acl", "relcl") and word.tag == "VBN" and not sentence.children(index, "nsubj"):
        return [word.head]
    small = _of_small_clause(sentence, index)
    if small:
        return small
    if word.dep == "conj":
        return _shared(sentence, index, lemma)
    return _of_bare_verb(sentence, index)


_SUFFERED = frozenset({"draw", "get", "receive", "serve", "face"})
_PENALTIES = frozenset({"imprisonment", "sentence", "sentences", "term", "terms", "years", "months", "jail", "prison"})


def _of_small_clause(sentence: ParsedSentence, index: int) -> list[int]:
    """The subject of the small clause in "had 12 men arrested", "saw six jailed"."""
    for child in sentence.children(index, "ccomp", "xcomp"):
        small = sentence.children(child, "nsubj", "nsubjpass")
        if small and sentence.words[child].tag in ("VBN", "NN"):
            return small
    return []


def _of_bare_verb(sentence: ParsedSentence, index: int) -> list[int]:
    """Those acted on by a verb without an object of its own: its partner's object, its particle's, or its subject."""
    word = sentence.words[index]
    for other in sentence.children(index, "conj"):
        shared = sentence.children(other, "dobj") if is_verb(sentence.words[other]) else []
        if shared and word.tag == sentence.words[other].tag:
            return shared
    behind = _behind_particle(sentence, index)
    if behind or word.tag not in ("VBN", "VBD"):
        return behind
    # Headline: "53 nabbed in raid"; the tagger takes the participle for a past tense.
    return [one for one in _subjects(sentence, index) if not classes_of(sentence, one) & _NO_PATIENTS]


_NO_PATIENTS = frozenset({"official", "case", "law", "measure"})
_PARTICLES = frozenset({"in", "up", "off", "out", "over", "away", "down"})


def _behind_particle(sentence: ParsedSentence, index: int) -> list[int]:
    """So "hauled in nineteen men": the parser often takes the particle for a preposition."""
    for child in sentence.children(index, "prep"):
        if child == index + 1 and sentence.words[child].lower in _PARTICLES:
            return [one for one in sentence.children(child, "pobj") if classes_of(sentence, one) & PEOPLE]
    return []


def _shared(sentence: ParsedSentence, index: int, lemma: str) -> list[int]:
    word = sentence.words[index]
    first = word.head
    if not is_verb(sentence.words[first]):
        return []
    own = sentence.children(index, "nsubj", "nsubjpass", "dobj")
    if sentence.children(first, "nsubjpass") and not own and word.tag in ("VBN", "VBD"):
        return sentence.children(first, "nsubjpass")
    if not own and sentence.children(index, "auxpass") and sentence.children(first, "nsubj"):
        # "Fifty-eight had better luck and were brought back."
        return sentence.children(first, "nsubj")
    if word.tag == "VBN" and sentence.words[first].dep in ("acl", "relcl"):
        return [sentence.words[first].head]
    if word.tag == "VBN" and not sentence.children(first, "nsubj") and sentence.words[first].dep == "conj":
        return _shared(sentence, first, lemma)
    return []


def _subjects(sentence: ParsedSentence, index: int) -> list[int]:
    subjects = sentence.children(index, "nsubj", "nsubjpass")
    at = index
    while not subjects and sentence.words[at].dep in ("conj", "xcomp", "advcl") and sentence.words[at].head != at:
        at = sentence.words[at].head
        subjects = sentence.children(at, "nsubj", "nsubjpass")
    if not subjects and sentence.words[index].dep in ("acl", "relcl"):
        return [sentence.words[index].head]
    return subjects


def agents(sentence: ParsedSentence, trigger: Trigger) -> list[int]:
    """The nouns that name who acts: the subject of the active, "by …" of the passive."""
    index = trigger.word
    by = [child for child in sentence.words[index].children if sentence.words[child].lower == "by"]
    named = [noun for child in by for noun in sentence.children(child, "pobj")]
    if named or trigger.noun:
        return named
    if sentence.children(index, "nsubjpass", "auxpass"):
        return []
    return sentence.children(index, "nsubj") or (
        _subjects(sentence, index) if sentence.words[index].dep in ("conj", "xcomp") else []
    )


def _of_noun(sentence: ParsedSentence, index: int) -> list[int]:
    own = _own_of_noun(sentence, index)
    if own:
        return own
    # "the arrest and deportation of 1,389 people": either noun may carry the "of".
    beside = sentence.children(index, "conj")
    if sentence.words[index].dep == "conj":
        beside.append(sentence.words[index].head)
    for other in beside:
        if not is_verb(sentence.words[other]):
            own = own or _own_of_noun(sentence, other)
    return own


def _own_of_noun(sentence: ParsedSentence, index: int) -> list[int]:
    found = []
    for child in sentence.words[index].children:
        word = sentence.words[child]
        if word.dep == "prep" and word.lower == "of":
            found += sentence.children(child, "pobj")
        elif word.dep == "poss":
            found.append(child)
    return found


def _antecedent(sentence: ParsedSentence, index: int) -> int | None:
    word = sentence.words[index]
    if word.lower in _RELATIVE:
        for above in sentence.ancestors(index):
            if sentence.words[above].dep in ("relcl", "acl"):
                return sentence.words[above].head
        return None
    if word.lower in (
        "one",
        "some",
        "most",
        "many",
        "number",
        "total",
        "group",
        "batch",
        "dozens",
        "hundreds",
        "scores",
    ):
        for child in sentence.children(index, "prep"):
            if sentence.words[child].lower == "of":
                below = sentence.children(child, "pobj")
                if below and word.lower in ("number", "total", "group", "batch"):
                    return below[0]
    return index


def conjuncts(sentence: ParsedSentence, index: int) -> list[int]:
    """The nouns joined to a noun by "and", "or" or a comma, in order."""
    found = []
    for child in sentence.children(index, "conj"):
        if not is_verb(sentence.words[child]):
            found += [child, *conjuncts(sentence, child)]
    return found

"""Whether an act is told as done, as planned, or not at all: negation, wishes, plans, nested predicates."""

from __future__ import annotations

from enum import StrEnum

from noharbor.science.language.english.parsing import ParsedSentence, Word, is_verb
from noharbor.science.language.lexicons import word_set


class Standing(StrEnum):
    """How an act is told, alphabetical."""

    DONE = "done"
    NOT = "not"
    PLANNED = "planned"


_NEGATIONS = frozenset(
    {"not", "n't", "never", "no", "neither", "nor", "nobody", "none", "without", "hardly", "barely", "rather"}
)
_UNSURE_AUXILIARIES = frozenset({"may", "might", "could", "would", "should", "must", "can", "ought", "ca"})
_FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "wo"})
_PLANS = word_set("english_words", "plans")
_WISHES = word_set("english_words", "wishes")
#: Verbs whose objects need not have happened: "threatened retirees with arrest", "to avoid arrest".
_FEARED = frozenset(
    {"avoid", "avoided", "avoiding", "avoids", "dodge", "dodged", "dodging", "escape", "escaped", "evade", "evaded"}
    | {"evading", "fear", "feared", "fearing", "fears", "imagine", "imagined", "prevent", "prevented", "resist"}
    | {"resisted", "risk", "risked", "risking", "risks", "threaten", "threatened", "threatening", "threatens"}
)
_CONDITIONS = frozenset({"if", "unless", "whether", "until", "once", "in case"})


def standing_of(sentence: ParsedSentence, index: int, *, in_title: bool = False) -> Standing:
    """How a sentence tells the act of a word.

    Args:
        sentence: The parsed sentence.
        index: The word that tells the act, a verb or a noun.
        in_title: In headlines "to deport 50" is a plan.
    """
    verb = index if is_verb(sentence.words[index]) else _carrier(sentence, index)
    if _negated(sentence, index) or (verb is not None and _negated(sentence, verb)):
        return Standing.NOT
    if verb is None:
        return Standing.DONE
    if verb != index and sentence.words[verb].lower in _FEARED:
        return Standing.NOT
    auxiliaries = {sentence.words[child].lower for child in sentence.children(verb, "aux", "auxpass")}
    if auxiliaries & _UNSURE_AUXILIARIES:
        return Standing.NOT
    if auxiliaries & _FUTURE_AUXILIARIES:
        return Standing.PLANNED
    return _from_above(sentence, verb, infinitive="to" in auxiliaries, in_title=in_title)


def _carrier(sentence: ParsedSentence, index: int) -> int | None:
    """The verb that carries a noun: "plans the deportation of"."""
    for above in sentence.ancestors(index):
        if is_verb(sentence.words[above]):
            return above
    return None


def _negated(sentence: ParsedSentence, index: int) -> bool:
    word = sentence.words[index]
    for child in word.children:
        below = sentence.words[child]
        if below.lower in _NEGATIONS and below.dep in ("neg", "det", "advmod", "preconj", "cc"):
            return True
        if below.dep in ("nsubj", "nsubjpass", "dobj") and (
            below.lower in ("nobody", "none", "nothing")
            or any(sentence.words[inner].lower in ("no", "neither") for inner in below.children)
        ):
            return True
        if below.dep == "nsubj" and any(sentence.words[inner].lower == "every" for inner in below.children):
            # "Every party has promised it": a manner of speaking.
            return True
        if below.dep == "mark" and below.lower in _CONDITIONS and below.lower != "until":
            return True
    return False


def _from_above(sentence: ParsedSentence, verb: int, *, infinitive: bool, in_title: bool) -> Standing:
    word = sentence.words[verb]
    if infinitive and word.dep == "ROOT":
        return Standing.PLANNED if in_title else Standing.DONE
    at = verb
    for _ in range(3):
        word = sentence.words[at]
        if word.dep not in ("xcomp", "ccomp", "conj", "acl", "advcl", "pcomp") or word.head == at:
            break
        above = sentence.words[word.head]
        if word.dep == "ccomp" and _is_rumour(sentence, above):
            return Standing.NOT
        auxiliaries = {sentence.words[child].lower for child in sentence.children(above.index, "aux")}
        shares = word.dep == "conj" and not sentence.children(at, "aux", "auxpass", "nsubj")
        governed = word.dep in ("xcomp", "acl", "ccomp", "advcl") and (infinitive or word.dep == "xcomp")
        decided = _decided_by(above, auxiliaries, governed=governed, infinitive=infinitive, shares=shares)
        if decided is not None:
            return decided
        infinitive = infinitive or (shares and "to" in auxiliaries)
        at = word.head
    return _noun_above(sentence, verb, infinitive=infinitive)


_CLAIMING = frozenset({"claim", "claimed", "claiming", "claims", "purport", "purported", "purports", "suggests"})
_RUMOURS = frozenset(
    {"account", "accounts", "article", "claim", "clip", "clips", "footage", "image", "images", "message", "messages"}
    | {"page", "photo", "photos", "picture", "pictures", "post", "posts", "rumor", "rumors", "rumour", "rumours"}
    | {"video", "videos", "website", "websites", "users"}
)


def _is_rumour(sentence: ParsedSentence, verb: Word) -> bool:
    """Whether a clip or a post claims it, not someone who answers for it."""
    # The tree often takes "claims" for a noun, so what stands before it must do for its subject.
    before = sentence.words[max(0, verb.index - 10) : verb.index]
    return verb.lower in _CLAIMING and any(word.lower in _RUMOURS for word in before)


def _decided_by(
    above: Word, auxiliaries: set[str], *, governed: bool, infinitive: bool, shares: bool
) -> Standing | None:
    """What the verb above says of the act: it governs it ("asked to deport") or shares its auxiliary with it."""
    if governed and above.lower in _WISHES:
        return Standing.NOT
    if governed and (above.lower in _PLANS or (infinitive and above.lower in ("is", "are", "was", "were", "be"))):
        return Standing.PLANNED
    if (governed or shares) and auxiliaries & _FUTURE_AUXILIARIES:
        return Standing.PLANNED
    return Standing.NOT if shares and auxiliaries & _UNSURE_AUXILIARIES else None


def _noun_above(sentence: ParsedSentence, verb: int, *, infinitive: bool) -> Standing:
    """So "plans to deport", "a request to extradite", "an attempt to free"."""
    word = sentence.words[verb]
    if not infinitive or word.dep not in ("acl", "relcl"):
        return Standing.DONE
    noun = sentence.words[word.head].lower
    if noun in (
        "plan",
        "plans",
        "agreement",
        "promise",
        "pledge",
        "decision",
        "commitment",
        "vow",
        "order",
        "preparations",
    ):
        return Standing.PLANNED
    return (
        Standing.NOT
        if noun
        in (
            "request",
            "bid",
            "attempt",
            "effort",
            "efforts",
            "call",
            "calls",
            "hope",
            "need",
            "power",
            "right",
            "failure",
        )
        else Standing.DONE
    )

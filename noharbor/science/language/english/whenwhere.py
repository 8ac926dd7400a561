"""When and where: which of a sentence's moments and places belong to a given word."""

from __future__ import annotations

import re
from collections.abc import Mapping

from noharbor.science.language.english.context import SentenceContext
from noharbor.science.language.english.courts import names_court
from noharbor.science.language.english.parsing import ParsedSentence, is_verb
from noharbor.science.language.lexicons import word_set
from noharbor.science.language.spans import PlaceSpan
from noharbor.science.moments.mention import MomentMention, Role
from noharbor.science.moments.moment import Precision

REPORTING = word_set("english_words", "reporting")
_LOCAL = word_set("english_words", "local_prepositions")
_RECURS = re.compile(r"\b(?:each|every)\s$", re.IGNORECASE)
_PERIODS = frozenset({Role.SINCE, Role.UNTIL, Role.DURING})
#: "police in X", "the embassy in X": the body's home; the event may be elsewhere.
_HOME_NOUNS = word_set("english_words", "home_nouns")


def moment_for(
    context: SentenceContext, index: int, *, spoken: bool = False, planned: bool = False
) -> MomentMention | None:
    """The moment of an act told by a word.

    Args:
        context: The sentence.
        index: The word that tells the act.
        spoken: The act is itself a statement ("warned", "promised"), so a report's day is its day.
        planned: The act lies ahead, so a deadline is its day.
    """
    best, best_score = None, 0.0
    for mention in context.mentions.moments:
        if mention.role is Role.DATELINE or (mention.role in _PERIODS and not _may_be_point(mention)):
            continue
        if mention.role is Role.DEADLINE and not planned:
            continue
        if _RECURS.search(context.text[max(0, mention.start - 8) : mention.start]):
            continue
        score = _closeness(context, index, context.word_of(mention.start), spoken=spoken)
        if mention.moment.precision is Precision.YEAR:
            score -= 0.3
        if score > best_score:
            best, best_score = mention, score
    return best


def _may_be_point(mention: MomentMention) -> bool:
    return mention.role is Role.DURING and mention.moment.precision in (Precision.DAY, Precision.MONTH, Precision.RANGE)


def period_of(context: SentenceContext, index: int) -> MomentMention | None:
    """The period a figure covers or the day it was taken, as far as the sentence says.

    Args:
        context: The sentence.
        index: The word of the figure; "the commission formed last July" dates the commission, not the figure.
    """
    order = {Role.UNTIL: 0, Role.DURING: 1, Role.POINT: 2, Role.SINCE: 3}
    clauses = {context.parsed.words[index].clause, *context.parsed.ancestors(index)}
    told = [
        mention
        for mention in context.mentions.moments
        if mention.role in order
        and (mention.role is not Role.POINT or context.parsed.words[context.word_of(mention.start)].clause in clauses)
    ]
    return min(told, key=lambda mention: order[mention.role], default=None)


def report_moments(context: SentenceContext) -> list[MomentMention]:
    """The days on which a sentence says that somebody said it ("the ministry said on Friday")."""
    found = []
    for mention in context.mentions.moments:
        at = context.word_of(mention.start)
        governor = _governing_verb(context.parsed, at)
        before = context.text[max(context.parsed.start, mention.start - 60) : mention.start]
        reported = _dates_the_report(context.parsed, governor, at) or _RELEASE_OF.search(before)
        if mention.moment.precision is Precision.DAY and reported:
            found.append(mention)
    return found


#: "A release of 25 August" dates what was said, not what was done.
_RELEASE_OF = re.compile(
    r"\b(?:releases?|statements?|reports?|notices?|announcements?|communiqu[eé]s?|briefings?|bulletins?|posts?)\s"
    r"(?:(?:of|on|from|dated|issued on|published on|released on)\s)?(?:the\s)?$",
    re.IGNORECASE,
)


def _closeness(context: SentenceContext, index: int, at: int, *, spoken: bool) -> float:
    sentence = context.parsed
    governor = _governing_verb(sentence, at)
    clause, own = sentence.words[governor].clause, sentence.words[index].clause
    reporting = governor != index and _dates_the_report(sentence, governor, at)
    below = at in set(sentence.subtree(index))
    near = max(0.0, 0.3 - 0.01 * abs(index - at))
    if below and clause == own:
        return 4.0 + near
    if reporting and not spoken:
        return -1.0
    if clause == own:
        return 3.0 + near
    if below:
        return 1.0 + near
    if own in set(sentence.subtree(clause)):
        # The act stands below: "On Friday officers raided a villa, arresting 12".
        return 2.0 + near
    if sentence.words[clause].head == own or clause in set(sentence.subtree(own)):
        return 0.8 + near
    return 0.5 + near if _side_by_side(sentence, own, clause) else 0.1


def _dates_the_report(sentence: ParsedSentence, governor: int, at: int) -> bool:
    """So "Police said on Friday that …" dates the report; "…on Friday, police said" dates the act."""
    if sentence.words[governor].lower not in REPORTING:
        return False
    return at > governor or not any(word.text == "," for word in sentence.words[at:governor])


def _side_by_side(sentence: ParsedSentence, one: int, other: int) -> bool:
    return other in sentence.ancestors(one) or one in sentence.ancestors(other)


def _governing_verb(sentence: ParsedSentence, index: int) -> int:
    for above in [index, *sentence.ancestors(index)]:
        if is_verb(sentence.words[above]):
            return above
    return sentence.words[index].clause


_POINTS_OF_TRANSFER = frozenset({"airport", "crossing"})


def place_scores(
    context: SentenceContext, index: int, *, transfer: bool = False, judged: bool = False, rescued: bool = False
) -> dict[int, float]:
    """How well each place of a sentence fits an act told by a word, by its first character; below 0.35 it does not.

    Args:
        context: The sentence.
        index: The word that tells the act.
        transfer: People change hands: gates and airports come first, then where they arrive, then where they leave.
        judged: A court acts: its seat is the place.
        rescued: People are brought out: the place is where they come from.
    """
    scores = {}
    for mention in context.mentions.places:
        if mention.demonym or _is_breakdown(context, mention):
            continue
        score = _place_score(context, index, mention, transfer=transfer, judged=judged)
        if not transfer and not rescued and _is_end_of_way(context, mention):
            score = 2.0 if _is_cut_off(context, index, mention) else min(score, 0.3)
        if _in_other_story(context, index, mention):
            score *= 0.4
        scores[mention.start] = score
    return scores


#: A place that fits less is none.
_FITS = 0.35


def place_for(context: SentenceContext, scores: Mapping[int, float], *, transfer: bool = False) -> PlaceSpan | None:
    """The place that fits an act best, by its narrowest name; None when the sentence names none that may be it.

    Args:
        context: The sentence.
        scores: How well each of its places fits.
        transfer: People change hands: a state is not made narrower.
    """
    start = max(scores, key=lambda at: scores[at], default=None)
    if start is None or scores[start] <= _FITS:
        return None
    best = next(one for one in context.mentions.places if one.start == start)
    return _narrowed(context, best, transfer=transfer)


def _in_other_story(context: SentenceContext, index: int, mention: PlaceSpan) -> bool:
    """Whether a place stands in a clause that only describes somebody ("who had cheated people in Perth")."""
    words = context.parsed.words
    clause = words[words[context.word_of(mention.end - 1)].clause]
    return clause.dep in ("relcl", "acl") and words[index].clause != clause.index


def _is_breakdown(context: SentenceContext, mention: PlaceSpan) -> bool:
    """So "164 foreigners (Pakistan 71, India 38)": states that count people."""
    after = context.text[mention.end : mention.end + 5]
    return mention.kind == "country" and re.match(r"\s?[(:,–-]?\s?\d", after) is not None and "," not in after[:1]


_CUTS = frozenset({"cut", "cuts", "cutting", "severed", "disconnected", "stopped", "halted", "suspended"})
_SUPPLY_TO = re.compile(r"\b(?:power|electricity|internet|fuel|supply|supplies|lines?)\b[^.;]{0,30}\sto\s[^.;]{0,30}$")


def _is_cut_off(context: SentenceContext, index: int, mention: PlaceSpan) -> bool:
    """So "cut the power to Myawaddy": what is cut off is the place, not who cuts."""
    before = context.text[max(context.parsed.start, mention.start - 80) : mention.start]
    return context.parsed.words[index].lower in _CUTS and _SUPPLY_TO.search(before) is not None


def _is_end_of_way(context: SentenceContext, mention: PlaceSpan) -> bool:
    """Whether a place is only where somebody or something comes from or goes to."""
    preposition = preposition_of(context.parsed, context.word_of(mention.end - 1))
    return preposition is not None and context.parsed.words[preposition].lower in ("from", "to", "into", "out")


def _place_score(context: SentenceContext, index: int, mention: PlaceSpan, *, transfer: bool, judged: bool) -> float:
    sentence = context.parsed
    at = context.word_of(mention.end - 1)
    score = _closeness(context, index, at, spoken=False)
    preposition = preposition_of(sentence, at)
    if judged:
        return max(score, 1.0) if names_court(context, mention, index, preposition) else min(score, 0.3)
    if mention.home or any(body.start <= mention.start < body.end for body in context.mentions.bodies):
        return min(score, 0.5)
    if mention.place.country is None and mention.kind == "region":
        score *= 0.4
    if transfer and mention.kind in _POINTS_OF_TRANSFER:
        return max(score, 1.0) + 3.0
    if preposition is None:
        # A state as an actor: "Cambodia on Monday handed …"; good enough when nothing better is named.
        return min(score, 0.6 if mention.kind == "country" else 1.5)
    word = sentence.words[preposition]
    at_home = _home_limit(sentence, preposition, transfer=transfer)
    if at_home is not None:
        return min(score, at_home)
    if word.lower in ("by", "with", "against", "between", "for", "about"):
        return min(score, 0.4 if word.lower == "for" and mention.kind != "country" else 0.3)
    if word.lower in ("to", "into", "toward", "towards", "back"):
        return min(score, 0.38) if mention.kind == "country" else score * (0.8 if transfer else 0.4)
    if word.lower in ("from", "of", "out"):
        return score * (0.6 if transfer else 0.3)
    return score if word.lower in _LOCAL else score * 0.5


def _home_limit(sentence: ParsedSentence, preposition: int, *, transfer: bool) -> float | None:
    """How likely at most a place is that says where a body or people are at home; None when it says neither."""
    word = sentence.words[preposition]
    above = sentence.words[word.head]
    if above.lower in _HOME_NOUNS:
        # "officers from Viet Nam" have come from elsewhere; "the police in Bavet" may well act there.
        return 0.3 if word.lower == "from" else 0.7
    graduates_from = word.lower == "from" and above.tag == "NNS" and not transfer
    return 0.3 if graduates_from else None


def preposition_of(sentence: ParsedSentence, at: int) -> int | None:
    """The preposition a noun hangs on, through its compounds and lists; None when it hangs on none."""
    index = at
    for _ in range(5):
        word = sentence.words[index]
        if word.dep == "pobj":
            return word.head
        if word.dep in ("compound", "conj", "appos", "nmod", "amod", "poss") and word.head != index:
            index = word.head
            continue
        return None
    return None


_JOINTS = re.compile(r"(?:['’]s)?(?:,\s?|\s(?:in|of)\s)(?:the\s|\w+ern\s)?$")


def _narrowed(context: SentenceContext, chosen: PlaceSpan, *, transfer: bool) -> PlaceSpan:
    """The narrowest name: "a villa in Bavet, Cambodia", "five towns in Myanmar, Myawaddy among them"."""
    places = context.mentions.places
    at = places.index(chosen)
    while at:
        before = places[at - 1]
        joint = _JOINTS.match(context.text[before.end : places[at].start])
        same = before.place.country in (places[at].place.country, None) and not before.home and not before.demonym
        if not joint or not same or before.kind == "country":
            break
        at -= 1
    if places[at].kind != "country" or transfer:
        return places[at]
    for one in places:
        fits = one.place.country == chosen.place.country and one.kind not in ("country", "region", "unlisted")
        if fits and not one.home and not one.demonym and not _is_end_of_way(context, one):
            return one
    return places[at]

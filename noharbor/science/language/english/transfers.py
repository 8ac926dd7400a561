"""People who change hands or go home: from where, to where, and as suspects or as victims."""

from __future__ import annotations

import re
from collections.abc import Sequence

from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.english.context import SentenceContext
from noharbor.science.language.english.whenwhere import preposition_of
from noharbor.science.language.events import EventType

_SUSPECTS = re.compile(
    r"\b(?:suspect\w*|scammers?|fraudsters?|swindlers?|criminals?|offenders?|fugitives?|ringleaders?|"
    r"kingpins?|bosse?s?|mastermind\w*|deport\w*|expel\w*|expuls\w*|extradit\w*|"
    r"wanted|accused|custody|handcuff\w*|cuff\w*|under (?:guard|escort)|escorted|blacklist\w*|detainees?|"
    r"arrest(?:ed)?|charged|gang members?|illegal(?:ly)?|undesirable|caught|captured|"
    r"rounded up|detained|operators?|tycoon|jail|trial|prosecut\w+|police from|red notice)\b",
    re.IGNORECASE,
)
_VICTIMS = re.compile(
    r"\b(?:victims?|rescued?|freed|saved|captives?|trapped|stranded|trafficked|trafficking|lured|tricked|"
    r"duped|deceived|enslav\w+|forced|held against|released|survivors?|distressed|"
    r"reunit\w+|famil(?:y|ies)|mothers?|shelter\w*|welcomed|homecoming|safe(?:ly)?|evacuat\w+|airlift\w*|"
    r"assist\w+|helped|counsel\w*|repatriated workers|returnees?|jobseekers?|"
    r"job[- ]seekers?|held captive|abducted|kidnapped|embassy|consul\w*|mission|foreign ministry|"
    r"migrant workers|overseas workers|ofws?|brought home|relatives)\b",
    re.IGNORECASE,
)
_ALWAYS_HANDOVER = re.compile(
    r"\b(?:deport|extradit|expel|expuls|hand(?:ed|s|ing)? over to (?:chinese|korean|thai) police)\w*", re.IGNORECASE
)


def transfer_type(context: SentenceContext, article_lean: float) -> EventType:
    """Handover of suspects or repatriation of victims.

    Args:
        context: The sentence that tells the transfer.
        article_lean: How the rest of the article leans: above 0 to suspects, below to victims.
    """
    words = context.words
    lean = 1.2 * (len(_SUSPECTS.findall(words)) - len(_VICTIMS.findall(words)))
    if _ALWAYS_HANDOVER.search(words):
        lean += 2.5
    handover = context.chances.get("handover", 0.0)
    repatriation = context.chances.get("repatriation_of_victims", 0.0)
    lean += 5.0 * (handover - repatriation) + 0.8 * article_lean
    return EventType.HANDOVER if lean >= 0 else EventType.REPATRIATION_OF_VICTIMS


def lean_of(text: str) -> float:
    """How an article leans: suspects' words less victims' words, in -2..2."""
    suspects, victims = len(_SUSPECTS.findall(text)), len(_VICTIMS.findall(text))
    return 4.0 * (suspects - victims) / (suspects + victims + 3)


def route_of(context: SentenceContext, index: int) -> tuple[str | None, str | None]:
    """The states that people move from and to, as far as the sentence says.

    Args:
        context: The sentence.
        index: The word that tells the move; "who had come to Myanmar by way of Thailand" tells another one.
    """
    words = context.parsed.words
    origin = destination = None
    for mention in context.mentions.places:
        country = mention.place.country
        if (
            country is None
            or mention.place.place_id is None
            or any(body.start <= mention.start < body.end for body in context.mentions.bodies)
        ):
            continue
        at = context.word_of(mention.end - 1)
        clause = words[words[at].clause]
        if clause.dep in ("relcl", "acl") and words[index].clause != clause.index:
            continue
        lead = context.text[max(context.parsed.start, mention.start - 40) : mention.start]
        if _OFFICERS_OF.search(lead) or _FETCHERS.search(lead):
            continue
        preposition = preposition_of(context.parsed, at)
        word = context.parsed.words[preposition].lower if preposition is not None else ""
        before = context.text[max(context.parsed.start, mention.start - 12) : mention.start].lower()
        if word in ("from", "out") or re.search(r"\b(?:from|out of|left|leaving)\s(?:the\s)?$", before):
            origin = origin or country
        elif word in ("to", "into", "back", "for") or re.search(
            r"\b(?:to|home to|reached|for|into)\s(?:the\s)?$", before
        ):
            destination = destination or country
    gives, takes = parties_of(context, index)
    return gives or origin, takes or destination


_OFFICERS = r"(?:police(?:men)?|officers?|agents|authorities|detectives|officials|investigators|marshals|guards)"
#: "handed to police from Yunnan": those officers take people over.
_TO_OFFICERS = re.compile(rf"\bto\s(?:[\w'’-]+\s){{0,4}}{_OFFICERS}\s(?:from|of|in)\s(?:the\s)?$")
_OFFICERS_OF = re.compile(rf"\b{_OFFICERS}\s(?:from|of|in)\s(?:the\s)?$")
_GIVES = re.compile(
    r"(?:banished|delivered|deported|deporting|deports|ejected|expelled|expels|extradited|handed|"
    r"hands|put|puts|removed|returned|sending|sends|sent|surrendered|transferred|turned)"
)
_TAKES = re.compile(
    r"(?:airlifted|airlifts|airlifting|brings|bringing|brought|collected|evacuated|fetched|flew|"
    r"flies|flying|receives|received|repatriated|retrieved|takes|took|welcomed)"
)
_AUTHORITY_BEHIND = re.compile(
    r"\s(?:\w+\s){0,2}(?:police|authorit|officers|officials|border guards|side\b|hands\b|custody|embassy|consul|"
    r"government|counterparts|immigration|army|soldiers|militia)"
)
#: "send a plane to Mae Sot", "a team to Mae Sot": those who fetch go there, not those who are fetched.
_FETCHERS = re.compile(r"\b(?:aircraft|plane|transport|jet|charter|team|delegation|mission|officers)\sto\s(?:the\s)?$")
_BY_WAY = re.compile(r"\b(?:via|through|by way of|over|in transit (?:in|at)|stop in)\s(?:the\s)?$", re.IGNORECASE)
#: States in which the compounds lie that this field knows; they tell an origin only where nothing else does.
HARBOURS = frozenset({"AE", "FJ", "GE", "KH", "LA", "LK", "MM", "NG", "PE", "PH", "PW", "TL", "ZA"})


def parties_of(context: SentenceContext, index: int) -> tuple[str | None, str | None]:
    """The states that give and take people, by their authorities or as those who act.

    Args:
        context: The sentence.
        index: The word that tells the move.
    """
    origin = destination = None
    for start, end, country, state in _acting(context):
        before = context.text[max(context.parsed.start, start - 40) : start]
        if re.search(r"\b(?:to|into)\s(?:the\s)?(?:[a-z]+\s)?$", before) or (state and _TO_OFFICERS.search(before)):
            destination = destination or country
        elif re.search(r"\bfrom\s(?:the\s)?$", before):
            origin = origin or country
        else:
            deed = _deed_of(context, end - 1, index)
            if deed and _GIVES.fullmatch(deed):
                origin = origin or country
            elif deed and _TAKES.fullmatch(deed):
                destination = destination or country
    return origin, destination


def _acting(context: SentenceContext) -> list[tuple[int, int, str, bool]]:
    """Start, end, state of what may act in a sentence, and whether it is a place; bodies, adjectives, states."""
    mentions = context.mentions
    found = [(one.start, one.end, one.country, False) for one in mentions.bodies if one.country]
    for adjective in mentions.nationalities:
        if len(adjective.countries) == 1 and _AUTHORITY_BEHIND.match(context.text, adjective.end):
            found.append((adjective.start, adjective.end, adjective.countries[0], False))
    for place in mentions.places:
        before = context.text[max(context.parsed.start, place.start - 40) : place.start]
        acts = place.kind == "country" or place.home or _TO_OFFICERS.search(before)
        if place.place.country and acts and not place.demonym:
            found.append((place.start, place.end, place.place.country, True))
    return sorted(found)


def _deed_of(context: SentenceContext, character: int, index: int) -> str | None:
    """The verb of the telling that the noun at a character is the subject or the agent of, in lower case."""
    words = context.parsed.words
    at = context.word_of(character)
    for _ in range(5):
        word = words[at]
        passive = word.dep == "pobj" and words[word.head].lower == "by"
        if word.dep in ("nsubj", "agent") or passive:
            verb = words[words[word.head].head] if passive else words[word.head]
            beside = {verb.index, *(child for child in verb.children if words[child].dep == "conj")}
            return words[index].lower if index in beside else None
        if word.dep not in ("compound", "poss", "amod", "nmod", "conj", "appos") or word.head == at:
            return None
        at = word.head
    return None


def held_in(context: SentenceContext, destination: str | None) -> str | None:
    """The one state of compounds that a sentence names beside where people go and what they pass through."""
    told = {
        one.place.country
        for one in context.mentions.places
        if one.place.country in HARBOURS
        and one.place.country != destination
        and not one.demonym
        and not _BY_WAY.search(context.text[max(0, one.start - 24) : one.start])
    }
    return next(iter(told)) if len(told) == 1 else None


_ARRIVES = re.compile(
    r"\b(?:land(?:ed|s)?|touch(?:ed|es)? down|arriv\w+|sets? down|reach(?:ed|es)?|welcomed|disembark\w*|"
    r"taxied|came (?:home|back|down))\b"
)


def arrives(context: SentenceContext) -> bool:
    """Whether a sentence tells an arrival."""
    return bool(_ARRIVES.search(context.words))


def arrival_country(context: SentenceContext) -> str | None:
    """Where people landed, when the sentence tells an arrival."""
    match = _ARRIVES.search(context.words)
    if match is None:
        return None
    arrived = context.parsed.start + match.end()
    for mention in context.mentions.places:
        before = context.text[max(0, mention.start - 14) : mention.start].lower()
        near = mention.start >= arrived and re.search(r"\b(?:in|at|to|reached|on)\s(?:the\s)?$", before)
        if mention.place.country and mention.place.place_id and near:
            return mention.place.country
    return None


_MOVED = re.compile(
    r"\b(?:brought (?:back|home|out)|sent (?:back|home|over)|returned|returnees|repatriat\w+|deport\w+|expel\w+"
    r"|received|handed over|handed back|transferred|flown|fly|airlifted|evacuated|put (?:across|on a)|travel)\b",
    re.IGNORECASE,
)
_OF_MOVES = frozenset({EventType.COMMITMENT, EventType.STATISTIC})
_MOVES = frozenset({EventType.HANDOVER, EventType.REPATRIATION_OF_VICTIMS})


def share_routes(text: str, drafts: Sequence[EventDraft]) -> None:
    """Totals and promises of moves go the way of the moves told, when all of those go one way.

    Args:
        text: The whole text.
        drafts: Merged drafts with their routes.
    """
    told = {(one.from_country, one.to_country) for one in drafts if one.type in _MOVES and one.from_country}
    if len(told) != 1:
        return
    route = told.pop()
    for draft in drafts:
        unsaid = (draft.from_country, draft.to_country) in ((None, None), route[::-1])
        if draft.type in _OF_MOVES and unsaid and _MOVED.search(text, draft.start, draft.end):
            draft.from_country, draft.to_country = route

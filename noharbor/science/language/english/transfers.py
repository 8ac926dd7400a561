"""People who change hands or go home: from where, to where, and as suspects or as victims."""

from __future__ import annotations

import re

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
        preposition = preposition_of(context.parsed, at)
        word = context.parsed.words[preposition].lower if preposition is not None else ""
        before = context.text[max(context.parsed.start, mention.start - 12) : mention.start].lower()
        if word in ("from", "out") or re.search(r"\b(?:from|out of|left|leaving)\s(?:the\s)?$", before):
            origin = origin or country
        elif word in ("to", "into", "back", "for") or re.search(
            r"\b(?:to|home to|reached|for|into)\s(?:the\s)?$", before
        ):
            destination = destination or country
    return origin, destination


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

"""Acting states and bodies, nationalities of those acted on, named people with their roles, and who says so."""

from __future__ import annotations

import re

from noharbor.science.language.english.context import BodySpan, CountrySpan, SentenceContext
from noharbor.science.language.english.parsing import ParsedSentence
from noharbor.science.language.events import PersonMention

_OFFICIAL_AFTER = re.compile(
    r"\s+(?:(?:and\s+[A-Z]\w+\s+)?(?:\w+\s+){0,2})?(?:police|officers?|officials?|authorit\w+|government|"
    r"embassy|consul\w*|ministry|ministers?|ambassador|troops|soldiers|court|immigration|"
    r"customs|prosecutors?|agents|parliament|law|military|army|cabinet|navy|senators?|congress|judges?|"
    r"forces?|delegation|envoys?|premier|president|diplomats?|counterparts?|side|team|mission|"
    r"cyber|national police|security|public security|treasury|king|investigators?|detectives|sanctions)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?:,\s+(?P<who>[^,;]{3,90}?)\s+(?:said|says|told|announced|reported|added|noted|stated)\b)|"
    r"(?:\baccording to (?P<whom>[^,;.]{3,90}))|"
    r"(?:^(?P<first>[A-Z][^,;:]{2,80}?)\s+(?:said|says|announced|told|disclosed|reported)\b)"
)
_TITLE = (
    r"(?:(?:Deputy|Vice|Assistant|Acting|Former|Chief|Senior|Prime|Foreign|Interior|Home|Justice|Labour|"
    r"Labor|State|National|Provincial|Police|First|Second|Third|District|"
    r"Attorney|Public|Security|Cyber|Special|Appeal|Affairs|Defence|Defense|Executive|General|Lieutenant|"
    r"Major|Brigadier|Bureau|Embassy|PAOCC|Immigration|Secretary|Minister|President|"
    r"Ambassador|Commissioner|Governor|Director|Director-General|Undersecretary|Spokesperson|Spokesman|"
    r"Spokeswoman|Senator|Superintendent|Inspector|Colonel|Captain|Judge|Magistrate|Consul|"
    r"Councilor|Councillor|Chairman|Premier|King|General|Lt-Gen|Lt|Gen|Maj-Gen|Col|Pol|Mr|Mrs|Ms|Dr|U|Daw|"
    r"Datuk|Tan Sri|Rep|Sen)\.?\s+)+"
)
_NAME = r"[A-Z][\w'’-]+(?:\s+(?:[A-Z]\.|(?:bin|binti|de|da|van|al|of the)\s)?\s*[A-Z][\w'’-]+){0,3}"
_TITLED = re.compile(rf"(?P<role>{_TITLE}(?:(?:of|for|to)\s+(?:the\s+)?(?:[A-Z]\w+\s?){{1,3}}\s)?)(?P<name>{_NAME})")
_NAME_ROLE = re.compile(
    rf"(?P<name>{_NAME}),\s+(?:the\s+|a\s+|an\s+)?(?P<role>(?:[a-z-]+\s+){{0,3}}(?:chairman|head|chief|"
    rf"minister|spokes\w+|ambassador|director|leader|founder|boss|kingpin|governor|tycoon|"
    rf"suspect)\b[^,;.]{{0,40}})"
)


def acting_countries(context: SentenceContext, *, together: bool = False) -> tuple[str, ...]:
    """States whose authorities act in a sentence, in order of mention.

    Args:
        context: The sentence.
        together: States talk or promise together, so every state that is named takes part.
    """
    found: list[tuple[int, str]] = []
    for body in context.mentions.bodies:
        if body.country:
            found.append((body.start, body.country))
    for mention in context.mentions.nationalities:
        official = _OFFICIAL_AFTER.match(context.text[mention.end : mention.end + 60])
        if official or (together and not mention.of_people):
            found += [(mention.start, country) for country in mention.countries]
    for place in context.mentions.places:
        acts = place.home or (together and not place.demonym) or _acts(context, place.start, place.end)
        if place.place.country and place.kind == "country" and acts:
            found.append((place.start, place.place.country))
    return tuple(dict.fromkeys(country for _, country in sorted(found)))


def _acts(context: SentenceContext, start: int, end: int) -> bool:
    if re.match(
        r"(?:['’]s?)?\s(?:\w+\s){0,2}(?:police|government|ministr|embassy|court|authorit|officials|"
        r"parliament|minister)",
        context.text[end : end + 50],
    ):
        return True
    index = context.word_of(end - 1)
    sentence: ParsedSentence = context.parsed
    word = sentence.words[index]
    while word.dep == "conj" and word.head != word.index:
        word = sentence.words[word.head]
    if word.dep in ("nsubj", "ROOT"):
        return True
    above = sentence.words[word.head]
    return word.dep == "pobj" and (
        above.lower in ("by", "between", "with")
        or (
            above.lower == "of"
            and bool(
                re.search(
                    r"(?:police|officials|ministers|countries|officers|authorities|governments|chiefs|"
                    r"ambassadors|agencies|departments) of\s",
                    context.text[max(0, start - 90) : start],
                )
            )
        )
    )


def acted_on_nationalities(context: SentenceContext) -> tuple[str, ...]:
    """Nationalities of the people acted on: those that modify or count people, not officials."""
    found: list[str] = []
    for mention in context.mentions.nationalities:
        if not _OFFICIAL_AFTER.match(context.text[mention.end : mention.end + 60]):
            found += mention.countries
    return tuple(dict.fromkeys(found))


def organisations(bodies: list[BodySpan]) -> tuple[str, ...]:
    """Names of the bodies, each once, in order."""
    return tuple(dict.fromkeys(body.name for body in bodies))


def people_in(context: SentenceContext, nationalities: list[CountrySpan]) -> tuple[PersonMention, ...]:
    """Named people with the office or role the sentence gives them."""
    found: dict[str, PersonMention] = {}
    text = context.words
    begins = context.parsed.start
    named = context.mentions.named() + [(span.start, span.end) for span in nationalities]
    taken = [range(start - begins, end - begins) for start, end in named]
    for pattern in (_TITLED, _NAME_ROLE):
        for match in pattern.finditer(text):
            name = re.sub(r"\s+", " ", match.group("name")).strip(" '’")
            name = re.sub(r"['’]s$", "", name)
            # "Special Economic Zone" is no official of that name.
            if any(match.start("name") in span for span in taken) or len(name) < 4 or " " not in name:
                continue
            found.setdefault(name, PersonMention(name, re.sub(r"\s+", " ", match.group("role")).strip(" ,.") or None))
    return tuple(found.values())


def speaker_of(words: str) -> str | None:
    """Who says so, as named: "…, the ministry said", "according to police"."""
    match = _SAYS.search(words)
    if match is None:
        return None
    who = next(group for group in match.groups() if group)
    who = re.sub(r"\s+(?:on|in|at|late|early|that|in a|yesterday|today)\b.*$", "", who.strip())
    return who if 2 < len(who) <= 90 else None

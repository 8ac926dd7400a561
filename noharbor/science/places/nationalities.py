"""Find the nationalities a text names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from noharbor.reference.tables import simplify, table
from noharbor.science.places.compounds import find_compounds
from noharbor.science.places.finder import find_places
from noharbor.science.places.index import NameIndex, longest, plain
from noharbor.science.places.mention import Inside, NationalityMention

_NOUNS = (
    r"nationals?|citizens?|people|persons?|victims?|workers?|foreigners?|suspects?|man|men|woman|women|individuals?"
    r"|tourists?|passengers?|students?|natives?|migrants?|residents?|youths?|businessm[ae]n|teenagers?|couple|actors?"
    r"|actress(?:es)?|fugitives?|detainees?|deportees|returnees|recruits|jobseekers|males?|females?|boss(?:es)?|staff"
    r"|passport[- ]holders?|fraudsters?|scammers?|gang members?|ringleaders?|operators?|employees|criminals?|offenders?"
    r"|girls?|boys?|captives?|survivors?|mastermind|tycoon|kingpin|targets|immigrants?|convicts?|defendants?|labou?rers?"
    r"|conman|conmen|swindlers?|families|family|tourist|technicians?|traffickers?|gamblers?|expatriates?|children"
)
#: Words that end the noun phrase an adjective opens, so that no noun behind them counts.
_STOP = (
    r"(?!(?:police|embassy|government|authorities|and|or|of|in|from|to|were|was|who|by|for|has|had|have|is|are|said"
    r"|with)\b)"
)
_PEOPLE_AFTER = re.compile(rf"\s+(?:{_STOP}(?:[a-z][a-z-]*|[A-Z]{{2,6}})\s+){{0,2}}(?P<noun>{_NOUNS})(?![\w-])")
_NOUN_AFTER = re.compile(r"\s+[a-z]{3,}")
_FUNCTION_AFTER = re.compile(
    r"\s+(?:and|or|were|was|are|is|have|had|has|who|from|at|in|on|of|among|for|with|to|by|as|but|also|whom|will|being|held"
    r"|arrested|detained|working|living|while|deported|rescued|freed|returned|sent|including|plus|suspected|accused"
    r"|captured|stranded|trapped|caught|wanted|believed|aged)\b"
)
_NUMBER_BEFORE = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens? of|hundreds of|thousands of|some"
    r"|many|most|mostly|more|fellow|other|of the|a|an|one|the|ethnic|young|mainly|nearly all|all))\s+$",
    re.IGNORECASE,
)
_LIST_AFTER = re.compile(
    r"\s*(?:,|and|or|/|,\s*and)\s*(?:(?:\d[\d,]*|an?|one|two|three|four|five|six|seven|eight|nine)\s+)?$"
)
#: Names of states that serve as adjectives too: without a noun for people they are left to the finder of places.
_ALSO_PLACES = frozenset(
    {"Hong Kong", "Lesotho", "Macao", "Macau", "Myanmar", "New Zealand", "Taiwan", "U.S.", "UK", "US"}
)


@lru_cache(maxsize=8)
def find_nationalities(text: str, language: str) -> tuple[NationalityMention, ...]:
    """Find the words that name a nationality, in the order of the text.

    Args:
        text: Any text.
        language: BCP 47 tag; "zh" reads Chinese, everything else English words.

    Returns:
        The mentions; `of_people` parts "122 Chinese" from "Chinese police". Where people come from ("workers from
        Kenya") is a nationality too.
    """
    if language.lower().partition("-")[0] == "zh":
        return _in_chinese(text, language)
    found = _in_english(text)
    taken = [(one.start, one.end) for one in found]
    for mention in find_places(text, language):
        if mention.inside is not Inside.DEMONYM or not mention.place.country:
            continue
        if not any(mention.start < end and start < mention.end for start, end in taken):
            found.append(NationalityMention(mention.start, mention.end, mention.words, mention.place.country, True))
    return tuple(sorted(found, key=lambda one: one.start))


@cache
def _index() -> NameIndex:
    names = []
    for code, row in table("countries").items():
        names += [(word, code) for key in ("adjectives", "people") for word in row.get(key, ())]
    return NameIndex(names)


@cache
def _only_people() -> frozenset[str]:
    """Words that can only mean people ("Filipinos", "Thais"), as against "Chinese", which is both."""
    rows = table("countries").values()
    adjectives = {word for row in rows for word in row.get("adjectives", ())}
    return frozenset(word for row in rows for word in row.get("people", ()) if word not in adjectives)


def _in_english(text: str) -> list[NationalityMention]:
    latin = plain(text)
    found: list[NationalityMention] = []
    # From the end, so that each member of a list ("Chinese, Thai and Lao nationals") can ask the one behind it.
    for start, end, values in reversed(longest(_index().hits(latin, ""))):
        people = _PEOPLE_AFTER.match(latin, end)
        end = people.end() if people else end
        of_people = bool(people) or _names_people(latin, start, end, found[-1] if found else None)
        found.append(NationalityMention(start, end, text[start:end], values[0], of_people))
    found.reverse()
    return [one for one in found if one.words not in _ALSO_PLACES]


def _names_people(latin: str, start: int, end: int, later: NationalityMention | None) -> bool:
    """Whether a word without a noun behind it names people: "122 Chinese", "Chinese, Thai and Lao nationals"."""
    if latin[start:end] in _only_people():
        return True
    if latin[end : end + 1] == "-":
        return False
    if later is not None and _LIST_AFTER.fullmatch(latin[end : later.start]):
        return later.of_people
    stops = _FUNCTION_AFTER.match(latin, end) or not (
        _NOUN_AFTER.match(latin, end) or latin[end + 1 : end + 2].isupper()
    )
    return bool(stops) and _NUMBER_BEFORE.search(latin[max(0, start - 14) : start]) is not None


_CHINESE_NOUN = re.compile(
    r"(?:国籍|籍(?:贯)?(?:的)?(?:人员|公民|人士|男子|女子|嫌犯|嫌疑人|疑犯|犯罪嫌疑人|员工|劳工|受害者|受害人|涉诈人员)?|公民|国民"
    r"|民众|同胞|男子|女子|妇女|女性|男性|游客|留学生|居民|青年|劳工|工人|嫌犯|嫌疑人|疑犯|犯罪嫌疑人|受害者|受害人|诈骗犯|诈骗分子"
    r"|通缉犯|大学生|演员|员工|旅客|学生|侨民|学者|人员|人士|人(?!民|口|均|类|权|质|贩|工|大|行|物|蛇|道|寿))"
)


def _in_chinese(text: str, language: str) -> tuple[NationalityMention, ...]:
    simple = simplify(text)
    found: dict[int, NationalityMention] = {}
    for mention in find_places(text, language):
        noun = _CHINESE_NOUN.match(simple, mention.end)
        if mention.place.country and noun:
            words = text[mention.start : noun.end()]
            found[mention.start] = NationalityMention(mention.start, noun.end(), words, mention.place.country, True)
    for start, end, code, inside in find_compounds(simple):
        if inside is Inside.DEMONYM and start not in found:
            noun = _CHINESE_NOUN.match(simple, end)
            end = noun.end() if noun else end
            found[start] = NationalityMention(start, end, text[start:end], code, True)
    return tuple(found[start] for start in sorted(found))

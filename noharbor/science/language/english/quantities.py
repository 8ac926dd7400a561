"""What is counted in a parsed sentence: the number, its noun, and whether it is only a part of another number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from noharbor.science.language.english.inflection import noun_classes
from noharbor.science.language.english.numbers import Number, find_numbers
from noharbor.science.language.english.parsing import ParsedSentence, Word
from noharbor.science.language.events import Count

PEOPLE = frozenset({"suspect", "victim", "person"})

_BREAKDOWN = re.compile(
    r"(?:among (?:them|those)\b.{0,40}|among the \S+ .{3,60}\b(?:were|was|are)\s.{0,12}|including\s|"
    r"includes?\s|included\s|comprising\s|comprised\s|compris(?:e|es)\s|of (?:them|those|these|whom|"
    r"which)\W.{0,40}|"
    r"of the \d[\d,]*\W.{0,40}|consist(?:ed|ing|s) of\s|made up of\s|namely\s|respectively|the (?:others?|"
    r"rest|remaining|remainder)\s.{0,12})$",
    re.IGNORECASE | re.DOTALL,
)
_AGE = re.compile(r"\s*(?:[-–]?years?[-– ]old\b|years? of age|-year\b)", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:aged?|ages|aged between|between the ages of|aged from)\s(?:\d+\s(?:to|and|-)\s)?$", re.IGNORECASE
)
_RANGE_AGE = re.compile(r"\baged?\s.{0,14}$", re.IGNORECASE)
_NOT_COUNT_BEFORE = re.compile(
    r"(?:\bNo\.?|\bNos\.?|number|flight|section|article|room|terminal|page|chapter|clause|phase|block|tower|"
    r"zone|bridge|line|hotline|operation|part|volume|level|type|version|"
    r"resolution|highway|route|under|sec\.|art\.|call|dial|unit|lot|gate)\s?$",
    re.IGNORECASE,
)
_CODE_BEFORE = re.compile(r"\b[A-Z]{1,4}[-–]?$")
_NOT_COUNT_AFTER = re.compile(
    r"\s?(?:%|per ?cent|percent|percentage|°|km\b|kilomet|met(?:re|er)s?\b|miles?\b|hours?\b|hrs?\b|"
    r"minutes?\b|a\.?m\b|p\.?m\b|o'clock|"
    r"tonnes?\b|tons\b|kg\b|grams?\b|megawatts?|hectares?|acres?|times\b|votes?\b|degrees?|stars?\b|"
    r"languages?\b|storeys?\b|:\d|/\d)|"
    r"-(?:storey|story|building|floor|bedroom|digit|bed|room|page|day|month|week|hour|minute|point|step|nation|country|way|year|part|seat|"
    r"act|caliber|legged|megawatt)",
    re.IGNORECASE,
)
#: "an 18-member gang", "a 40-strong team": the number counts people, and the group is their noun.
_GROUP_OF = re.compile(r"-(?:member|strong|man|person)\b", re.IGNORECASE)
_ONE_OF = re.compile(r"\s+(?:of\b|another\b|day\b|by one\b)", re.IGNORECASE)


#: "312 people between 16 and 77".
_BETWEEN_AGES = re.compile(
    r"(?:people|men|women|persons|individuals|suspects|victims|nationals)\s(?:between|from)\s(?:\d+\s(?:and|to)\s)?$"
)
#: "256 of the estate's 635 buildings", "Of the 193 foreigners, 146 …": the whole that another number is a part of.
_BASE = re.compile(r"\d\S*\s(?:\w+\s)?(?:of|out of) (?:the|all|some|about|[\w ]{1,20}['’]s)?\s?$")
_OPENING_BASE = re.compile(r"(?:^|[.;]\s)(?:Of|As for|Among|Out of)(?: the| these| those| all| all the)?\s?$")
_EACH = re.compile(r"\b[Ee]ach (?:\w+ ){1,2}(?:had|has|have|carried|carries|held|holds|with)\b")
#: "At ten to five": the time of day.
_CLOCK_BEFORE = re.compile(r"\b(?:at|by|around|until|after|before)\s(?:\w+\s(?:to|past)\s)?$", re.IGNORECASE)
_CLOCK_AFTER = re.compile(
    r"\s(?:minutes\s)?(?:to|past)\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
)
_CLOCK_END = re.compile(
    r"\b(?:at|by|around|until|after|before)\s(?:half|quarter|five|ten|twenty|twenty-five)(?:\sminutes)?\s(?:to|past)\s$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count in a sentence.

    Attributes:
        count: The number with its bound and words.
        number: Index of the number's own word.
        head: Index of the noun it counts, or of the number when it stands alone.
        classes: What the noun is ("suspect", "site", "thing" …); empty when unknown or alone.
        noun: The noun in lower case, "" when the number stands alone.
        part: It only breaks down another number, or is an aside.
        start: First character of the number; "thirty-eight" is more than one word of the tree.
    """

    count: Count
    number: int
    head: int
    classes: frozenset[str]
    noun: str
    part: bool
    start: int = 0

    @property
    def people(self) -> bool:
        """Whether it may count people."""
        return bool(self.classes & PEOPLE) or not self.noun

    @property
    def surely_people(self) -> bool:
        """Whether its noun says people."""
        return bool(self.classes & PEOPLE)


def find_quantities(text: str, sentence: ParsedSentence, taken: Sequence[tuple[int, int]]) -> list[Quantity]:
    """The counts of a sentence.

    Args:
        text: The whole text.
        sentence: The parsed sentence.
        taken: Characters that are dates or money and so count nothing.

    Returns:
        Counts in order; ages, flight numbers, percentages, lengths and times are left out.
    """
    found: list[Quantity] = []
    for number in find_numbers(text, sentence.start, sentence.end):
        if any(number.start < end and start < number.end for start, end in taken) or not _counts(
            text, number, sentence
        ):
            continue
        quantity = _quantity(text, sentence, number)
        if quantity is not None:
            found.append(replace(quantity, start=number.start))
    return _without_parts(text, sentence, found)


def _counts(text: str, number: Number, sentence: ParsedSentence) -> bool:
    if number.value != int(number.value) or number.value < 1:
        return False
    before = text[max(sentence.start, number.start - 24) : number.start]
    after = text[number.end : number.end + 18]
    if _AGE.match(after) or _AGED.search(before) or _RANGE_AGE.search(before):
        return False
    if text[number.start : number.end].lower() == "one" and _ONE_OF.match(after):
        return False
    if _CLOCK_END.search(before) or (_CLOCK_BEFORE.search(before) and _CLOCK_AFTER.match(after)):
        return False
    if _BETWEEN_AGES.search(before) and number.value < 100:
        return False
    bare_age = re.search(r"[\w.'’-]+,\s$", before) and re.match(r"\s*[,)]", after) and 12 <= number.value <= 95
    return not (
        bare_age or _NOT_COUNT_BEFORE.search(before) or _CODE_BEFORE.search(before) or _NOT_COUNT_AFTER.match(after)
    )


def _quantity(text: str, sentence: ParsedSentence, number: Number) -> Quantity | None:
    index = sentence.word_at(number.end - 1)
    if index is None:
        return None
    head = _head_of(sentence, index)
    if _GROUP_OF.match(text, number.end):
        count = Count(int(number.value), number.bound, text[number.start : number.end])
        return Quantity(count, index, head, frozenset({"suspect"}), sentence.words[head].lower, part=False)
    if head < index and "measure" in classes_of(sentence, head):
        # "Last week 37 of them left": the tree hangs the number on the week.
        head = index
    noun = sentence.words[head]
    lone = head == index
    if not lone and not classes_of(sentence, head):
        head = _list_noun(sentence, head)
    classes = frozenset() if lone else classes_of(sentence, head)
    if "measure" in classes and not classes & PEOPLE:
        return None
    count = Count(int(number.value), number.bound, text[number.start : number.end])
    return Quantity(count, index, head, classes, "" if lone else noun.lower, part=False)


def _head_of(sentence: ParsedSentence, index: int) -> int:
    """The noun a number counts: "4,300 Chinese nationals" counts nationals."""
    word = sentence.words[index]
    for _ in range(4):
        if (
            word.dep in ("nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod")
            and word.head != word.index
        ):
            word = sentence.words[word.head]
            if word.tag.startswith("NN") and word.dep not in ("compound", "nmod"):
                return word.index
            continue
        break
    for child in sentence.children(word.index, "prep"):
        # "the number of", "55 of the suspects", "a total of": the noun stands behind "of".
        if sentence.words[child].lower == "of" and word.index == index:
            for noun in sentence.children(child, "pobj"):
                if sentence.words[noun].tag.startswith("NN"):
                    return noun
    return word.index if word.index == index or word.tag.startswith("NN") else index


def _list_noun(sentence: ParsedSentence, head: int) -> int:
    """So "8,012 telecom fraud and online gambling cases" counts cases, though the tree hangs the number on "fraud"."""
    if head + 1 < len(sentence.words) and noun_classes().get(sentence.words[head + 1].lower):
        # "three scam dens": now and then the tagger does not know the noun.
        return head + 1
    for child in sentence.children(head, "conj"):
        if sentence.words[child].tag.startswith("NN") and classes_of(sentence, child):
            return child
    return head


def classes_of(sentence: ParsedSentence, index: int) -> frozenset[str]:
    """The classes of a noun; nationalities in the plural are persons, "police officers" are officials."""
    word = sentence.words[index]
    known = noun_classes().get(word.lower)
    if known is None and "-" in word.lower:
        known = noun_classes().get(word.lower.rpartition("-")[2])
    modifiers = {sentence.words[child].lower for child in word.children}
    if known and "suspect" in known and modifiers & {"police", "immigration", "special", "federal", "customs"}:
        return frozenset({"official"})
    if known and "person" in known and modifiers & {"suspected", "alleged", "wanted", "accused", "convicted"}:
        return frozenset({"suspect"})
    if known and known & PEOPLE and modifiers & {"trafficked", "rescued", "freed", "stranded", "trapped"}:
        return frozenset({"victim"})
    if known is None and (_nationality_noun(word) or _agent_noun(word)):
        return frozenset({"person"})
    return known or frozenset()


_AGENTS = re.compile(r"[a-z-]{3,}(?:ers?|ors?|ists?|ees?|ants?|ians?)$")
_NO_AGENTS = re.compile(
    r"(?:letter|order|paper|number|transfer|offer|border|charger|printer|scanner|speaker|container|locker|"
    r"tower|quarter|corner|center|counter|matter|chapter|banner|folder|"
    r"poster|sticker|trailer|helicopter|disaster|weather|water|power|cover|error|mirror|door|floor|sector|"
    r"factor|monitor|motor|color|labor|plant|grant|warrant|restaurant|"
    r"event|committee|fee|coffee|degree|guarantee|decree|visitor-centre|server|router|adapter|modulator|"
    r"letter|voucher|ledger|character|river|year|winter|summer|dinner|rather|"
    r"whether|other|another|under|over|after|either|neither|together)s?$"
)


def _agent_noun(word: Word) -> bool:
    """So "organisers", "sellers", "assistants": words for people that no list could hold."""
    return word.tag in ("NNS", "NN") and bool(_AGENTS.match(word.lower)) and not _NO_AGENTS.search(word.lower)


def _nationality_noun(word: Word) -> bool:
    return word.text[:1].isupper() and word.lower.endswith(
        (
            "ese",
            "ese",
            "ians",
            "ans",
            "nese",
            "ish",
            "is",
            "inos",
            "inas",
            "ais",
            "ays",
            "lese",
            "mese",
            "nationals",
            "nians",
            "rs",
            "pinos",
            "thai",
            "thais",
            "lao",
        )
    )


#: "The Vietnamese among them, 21 in number, …": a size of its own, though words before it speak of a larger group.
_WHOLE = re.compile(r"\s(?:in number|in all|all told|strong)\b")


def _without_parts(text: str, sentence: ParsedSentence, found: list[Quantity]) -> list[Quantity]:
    """Mark the numbers that break down an earlier one."""
    marked: list[Quantity] = []
    for quantity in found:
        start = quantity.start
        before = text[max(sentence.start, start - 80) : start]
        base = bool(marked) and bool(_BASE.search(before))
        base = base or (len(found) > 1 and bool(_OPENING_BASE.search(before))) or bool(_EACH.search(before))
        part = (
            base
            or bool(_BREAKDOWN.search(before))
            or _sums_up(text, quantity, found)
            or _in_brackets(text, sentence, start)
        )
        if _WHOLE.match(text, sentence.words[quantity.number].end):
            marked.append(quantity)
            continue
        if part or (marked and marked[-1].part and _listed(text, sentence, marked[-1], quantity)):
            quantity = replace(quantity, part=True)
        marked.append(quantity)
    return marked


def _in_brackets(text: str, sentence: ParsedSentence, start: int) -> bool:
    before = text[sentence.start : start]
    return before.count("(") > before.count(")")


def _sums_up(text: str, quantity: Quantity, found: list[Quantity]) -> bool:
    """Whether numbers after a colon or comma add up to the first one: then they are its parts."""
    if _behind_colon(text, quantity, found):
        return True
    for alike in (found, [one for one in found if one.people]):
        rest = alike[1:]
        if len(rest) >= 2 and quantity in rest and sum(one.count.value for one in rest) == alike[0].count.value:
            return True
    return False


def _behind_colon(text: str, quantity: Quantity, found: list[Quantity]) -> bool:
    """So "652 foreigners: 301 Indonesians, 144 Vietnamese and smaller groups": the list need not add up."""
    first = found[0]
    rest = [one for one in found[1:] if first.surely_people and ":" in text[first.start : one.start]]
    return len(rest) >= 2 and quantity in rest and sum(one.count.value for one in rest) <= first.count.value


def _listed(text: str, sentence: ParsedSentence, before: Quantity, after: Quantity) -> bool:
    between = text[sentence.words[before.number].end : sentence.words[after.number].start]
    return len(between) < 60 and not re.search(r"[.;]|\bwhile\b|\bwere\b|\bwas\b|\bhave\b|\bhad\b", between)

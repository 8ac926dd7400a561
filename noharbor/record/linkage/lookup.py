"""Who a person may be: the few of all people known here that are worth a member's look.

Whoever is named in sixty reports would make some thousand pairs. So one appearance stands for all of its entity, and
for all others of whom exactly the same is said: no evidence could tell them apart. Where those who may read it differ,
there is one for each circle of readers, or what is open to one body would hide behind what is not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp
from uuid import UUID

from django.db.models import Q, QuerySet

from noharbor.record.access.decisions import OPEN_TO_NODE
from noharbor.record.access.vocabulary import Tlp
from noharbor.record.intake.models import Source
from noharbor.record.linkage.actions.judgements import FoundPair
from noharbor.record.linkage.known_names import KnownNames
from noharbor.record.linkage.models import Appearance, Clue, Naming, Pair
from noharbor.record.linkage.naming import keys_of_person
from noharbor.record.linkage.persons import from_json
from noharbor.record.linkage.portions import in_portions
from noharbor.record.linkage.vocabulary import ClueKind, EntityKind
from noharbor.record.reading.jobs import CLOSENESS
from noharbor.science.matching.people.judged import Judged, rescored
from noharbor.science.matching.people.judging import weigh
from noharbor.science.matching.people.person import Person
from noharbor.science.names.evidence import Proposal

#: Pairs of one person at most, in each circle of readers: what some may not read takes no place from what they may.
MOST_PAIRS = 10
#: Names like one that are looked up, and people who bear any of them.
_NAMES, _BEARERS = 20, 200
#: A number that more people share is an office's or a broker's.
_MOST_SHARING = 50
#: Log-odds beyond this say no more.
_MOST_ODDS = 12.0
#: What of one source may be read by whoever may read there under a marking. AMBER+STRICT stays inside the body, and who
#: is invited to what is RED need not be of it.
_READ_BESIDE = {
    Tlp.CLEAR: (Tlp.CLEAR, Tlp.GREEN),
    Tlp.GREEN: (Tlp.CLEAR, Tlp.GREEN),
    Tlp.AMBER: (Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER),
    Tlp.AMBER_STRICT: (Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT),
    Tlp.RED: (Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.RED),
}


@dataclass(frozen=True, slots=True)
class _Other:
    """Somebody elsewhere.

    Attributes:
        id: Of the appearance.
        entity: It belongs to.
        person: What is said of them.
        source: Where they stand.
        marking: Of that, or of the least closed statement there that names them, where that is closer.
        circle: Who may read so: "" for everybody, else a mark of the body or of the closed source.
        age: Place by age, 0 for the oldest.
        is_paired: Whether there is a pair of the two.
    """

    id: UUID
    entity: UUID
    person: Person
    source: UUID
    marking: Tlp
    circle: str
    age: int
    is_paired: bool


def may_be(appearance: Appearance, person: Person, names: KnownNames) -> list[FoundPair]:
    """Find who somebody may be, among people of other sources.

    Args:
        appearance: Who is new.
        person: What is said of them.
        names: The names known here.

    Returns:
        At most ten pairs for each circle of readers, the likeliest first.
    """
    others = _others(appearance, person, names)
    if not others:
        return []
    # Whoever is said the same of is weighed once.
    distinct = list(dict.fromkeys(other.person for other in others))
    weighed = {distinct[one.other]: one for one in weigh(person, distinct, max(len(names), 1))}
    found = _beside_rivals([(other, weighed[other.person]) for other in others if other.person in weighed])
    found = [one for one in found if one[1].proposal is not Proposal.DIFFERENT]
    chosen = sorted(_one_for_all(found), key=lambda one: (-one[1].log_odds, one[0].age))
    places = Counter[str]()
    pairs = []
    for other, judged in chosen:
        places[other.circle] += 1
        if places[other.circle] <= MOST_PAIRS:
            pairs.append(FoundPair(appearance.pk, other.id, judged))
    return pairs


def _others(appearance: Appearance, person: Person, names: KnownNames) -> list[_Other]:
    """Those who share a number, or bear a name that may be the same, oldest first; without those of one entity."""
    known = names_like(person, names)
    people = Clue.objects.filter(appearance__stands=True, appearance__kind=EntityKind.PERSON)
    people = people.exclude(appearance__source=appearance.source_id).exclude(appearance__entity=appearance.entity)
    clues = people.filter(kind=ClueKind.NAME, value__in=known)
    ids = {*clues.order_by("pk").values_list("appearance", flat=True)[:_BEARERS], *_sharing_numbers(people, person)}
    paired = _paired(appearance)
    rows = Appearance.objects.filter(pk__in=ids).select_related("source").order_by("made_at", "pk")
    named_at = _named_at(ids)
    others = []
    for age, row in enumerate(rows):
        marking = max(Tlp(row.source.tlp), named_at.get(row.pk, Tlp.CLEAR), key=CLOSENESS.index)
        circle = _circle(row.source, marking)
        others.append(
            _Other(row.pk, row.entity, from_json(row.said), row.source_id, marking, circle, age, row.pk in paired)
        )
    return others


def _named_at(appearances: Iterable[UUID]) -> dict[UUID, Tlp]:
    """The marking of the least closed statement that names each, where any does."""
    found: dict[UUID, Tlp] = {}
    for part in in_portions(appearances):
        namings = Naming.objects.filter(appearance__in=part).values_list("appearance", "statement__tlp")
        for appearance, written in namings:
            found[appearance] = min(Tlp(written), found.get(appearance, Tlp.RED), key=CLOSENESS.index)
    return found


def names_like(person: Person, names: KnownNames) -> set[str]:
    """The known names that may be one of a person's, and these themselves."""
    return {*person.names}.union(*(names.like(name, _NAMES) for name in person.names))


def _sharing_numbers(people: QuerySet[Clue], person: Person) -> Iterable[UUID]:
    sharing: defaultdict[str, list[UUID]] = defaultdict(list)
    keys = keys_of_person(person)
    clues = people.filter(kind=ClueKind.NUMBER, value__in=keys).values_list("value", "appearance")
    for key, appearance in clues[: (_MOST_SHARING + 1) * len(keys)]:
        sharing[key].append(appearance)
    return (one for some in sharing.values() if len(some) <= _MOST_SHARING for one in some)


def _paired(appearance: Appearance) -> set[UUID]:
    pairs = Pair.objects.filter(Q(one=appearance) | Q(other=appearance)).values_list("one", "other")
    return {end for pair in pairs for end in pair}


def _circle(source: Source, marking: Tlp) -> str:
    """Who may read what stands in a source under a marking, as far as these alone say it."""
    if marking in OPEN_TO_NODE:
        return ""
    return f"{marking} {source.pk if marking == Tlp.RED else source.owner_id}"


def _beside_rivals(found: list[tuple[_Other, Judged]]) -> list[tuple[_Other, Judged]]:
    """Score each anew beside the others of its source that fit as well: where several people fit, none is sure.

    Who reads a score may read of all that lowered it.
    """
    odds: defaultdict[tuple[UUID, Tlp], dict[UUID, float]] = defaultdict(dict)
    for other, judged in found:
        beside = odds[other.source, other.marking]
        beside[other.entity] = max(beside.get(other.entity, 0.0), exp(min(judged.log_odds, _MOST_ODDS)))
    rescored_ones = []
    for other, judged in found:
        rivals: dict[UUID, float] = {}
        for marking in _READ_BESIDE[other.marking]:
            for entity, fits in odds[other.source, marking].items():
                rivals[entity] = max(rivals.get(entity, 0.0), fits)
        rivals.pop(other.entity, None)
        own = exp(min(judged.log_odds, _MOST_ODDS))
        rescored_ones.append((other, rescored(judged, own / (1 + own + sum(rivals.values())))))
    return rescored_ones


def _one_for_all(found: list[tuple[_Other, Judged]]) -> Iterable[tuple[_Other, Judged]]:
    """One of each entity, and one of all of whom the same is said, for each circle of readers that needs its own."""
    best: dict[UUID, tuple[_Other, Judged]] = {}
    for other, judged in found:
        if other.entity not in best or judged.log_odds > best[other.entity][1].log_odds:
            best[other.entity] = other, judged
    chosen: defaultdict[Person, dict[str, tuple[_Other, Judged]]] = defaultdict(dict)
    for other, judged in found:
        circles = chosen[best[other.entity][0].person]
        known = circles.get(other.circle)
        if known is None or _rank(other, judged) > _rank(*known):
            circles[other.circle] = other, judged
    for circles in chosen.values():
        yield from [circles[""]] if "" in circles else circles.values()


def _rank(other: _Other, judged: Judged) -> tuple[bool, float, int]:
    """A pair that is there already before a better one, that before an older one: running again finds the same."""
    return other.is_paired, judged.log_odds, -other.age

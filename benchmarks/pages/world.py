"""A node with 100,000 statements: reports of two bodies, in which five sources each tell the same events."""

from __future__ import annotations

import datetime
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.search.world import TONGUES

SOURCES = 5_000
STATEMENTS_EACH = 20
EVENTS = 20_000
#: Places that are spoken of, in these states, and people who are named.
PLACES = 500
PEOPLE = 1_000
REGION = ("KH", "LA", "MM", "PH", "TH")
SPEAKERS = (
    "a spokesperson of the army",
    "the border police",
    "the embassy",
    "the joint centre",
    "the ministry",
    "the prosecutor",
    "the shelter",
    "the task force",
)
SEED = 20230825
AT_ONCE = 500


@dataclass(frozen=True)
class Told:
    """One event as all its sources tell it; each has its own count and speaker."""

    kind: str
    day: datetime.date
    place: str
    place_name: str
    country: str
    left: str
    person: str


def fill() -> None:
    """Fill the node that NOHARBOR_HOME names. Nothing of it is linked or can be found by search yet."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "noharbor.node.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    from tests.cast import make_cast
    from tests.record.linkage.lists import EMBASSY, HANDOVER, put_comparison, put_list

    cast = make_cast()
    put_comparison(put_list(cast.asha, HANDOVER), put_list(cast.asha, EMBASSY), by=cast.asha)
    dice = random.Random(SEED)
    events = _events(dice)
    _put(_sources(cast), events, dice)


def _events(dice: random.Random) -> list[Told]:
    from noharbor.science.language.events import EventType
    from noharbor.science.places import PlaceKind
    from noharbor.science.places.place import all_places

    towns = [one for one in all_places().values() if one.country in REGION and one.kind != PlaceKind.COUNTRY]
    towns = dice.sample(towns, PLACES)
    people = dice.sample([name for tongue in TONGUES for name in tongue.names], PEOPLE)
    return [
        Told(
            kind=dice.choice(list(EventType)).value,
            day=datetime.date(2021, 1, 1) + datetime.timedelta(days=dice.randrange(2000)),
            place=(town := dice.choice(towns)).id,
            place_name=town.name("en"),
            country=town.country,
            left=dice.choice(REGION),
            # One of them is spoken of much more than any other.
            person=people[0] if dice.random() < 0.02 else dice.choice(people),
        )
        for _ in range(EVENTS)
    ]


def _sources(cast):
    from django.utils import timezone

    from noharbor.record.intake.models import Source
    from tests.desk.stage import put_original

    now = timezone.now()
    dice = random.Random(SEED + 1)
    sources = Source.objects.bulk_create(
        [
            Source(
                sha256=f"f{number:063x}",
                size_bytes=4000,
                media_type="text/plain",
                kind="text",
                name=f"report-{number}.txt",
                title=f"Report number {number}",
                publisher="River Times",
                owner=cast.asha.body,
                received_by=cast.asha,
                received_at=now - datetime.timedelta(minutes=number),
                language="en",
                published=datetime.date(2023, 1, 1) + datetime.timedelta(days=number % 1200),
                tlp=dice.choice(["clear", "green", "amber", "amber", "amber+strict"]) if number % 50 else "clear",
            )
            for number in range(1, SOURCES + 1)
        ],
        batch_size=AT_ONCE,
    )
    put_original(sources[0])
    _arrivals(sources)
    return sources


def _arrivals(sources) -> None:
    from noharbor.record.intake.models import Arrival
    from noharbor.record.intake.vocabulary import ArrivalOutcome

    Arrival.objects.bulk_create(
        [
            Arrival(
                name=source.name,
                size_bytes=source.size_bytes,
                sha256=source.sha256,
                outcome=ArrivalOutcome.SEALED,
                source=source,
                owner=source.owner,
                by=source.received_by,
                at=source.received_at,
            )
            for source in sources
        ],
        batch_size=AT_ONCE,
    )


def _put(sources, events: list[Told], dice: random.Random) -> None:
    """Texts, readings and statements, some sources at a time."""
    from django.utils import timezone

    from noharbor.record.intake.models import SourceText
    from noharbor.record.reading.engines import engines_at_work
    from noharbor.record.reading.models import Reading, Statement

    now = timezone.now()
    version = {name: version for engine in engines_at_work() for name, version in engine.versions().items()}["en"]
    for begin in range(0, SOURCES, AT_ONCE):
        some_sources = sources[begin : begin + AT_ONCE]
        told = [
            [events[(number * STATEMENTS_EACH + place) % EVENTS] for place in range(STATEMENTS_EACH)]
            for number in range(begin, begin + len(some_sources))
        ]
        words = [[_sentence(one, place, dice) for place, one in enumerate(some)] for some in told]
        texts = SourceText.objects.bulk_create(
            SourceText(
                source=source,
                text="\n\n".join(said),
                language="en",
                extractor="bench",
                extractor_version="1",
                made_at=now,
            )
            for source, said in zip(some_sources, words, strict=True)
        )
        Reading.objects.bulk_create(
            Reading(text=one, engine="rules", engine_version=version, at=now, milliseconds=20, found=STATEMENTS_EACH)
            for one in texts
        )
        Statement.objects.bulk_create(
            [
                Statement(**columns, engine="rules", engine_version=version, made_at=now)
                for text, some, said in zip(texts, told, words, strict=True)
                for columns in _columns(text, some, said, dice)
            ],
            batch_size=2000,
        )


def _sentence(one: Told, place: int, dice: random.Random) -> str:
    who = f"{one.person} among them, " if _is_named(place) else ""
    return f"Police said that {dice.randrange(2, 400)} suspects, {who}crossed the bridge near {one.place_name} at noon."


def _is_named(place: int) -> bool:
    """Whether the statement at a place of its source names somebody: the first does."""
    return place == 0


def _columns(text, told: list[Told], said: list[str], dice: random.Random) -> Iterator[dict[str, object]]:
    start = 0
    for place, (one, words) in enumerate(zip(told, said, strict=True)):
        yield {
            "source": text.source,
            "text": text,
            "passage_start": start,
            "passage_end": start + len(words),
            "quote": words,
            "kind": one.kind,
            "moment_first": one.day,
            "moment_last": one.day,
            "moment_precision": "day",
            "moment_words": "noon",
            "place": one.place,
            "place_name": one.place_name,
            "place_country": one.country,
            "from_country": one.left,
            "to_country": "CN",
            "count": dice.randrange(2, 400),
            "count_bound": "exact",
            "speaker": dice.choice(SPEAKERS),
            "detail": {"people": [{"name": one.person, "role": "suspect"}]} if _is_named(place) else {},
            "tlp": text.source.tlp,
        }
        start += len(words) + 2


def tell_waiting() -> None:
    """Print how much of the node that NOHARBOR_HOME names is not linked yet, and how much cannot be found."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "noharbor.node.settings")
    django.setup()
    from noharbor.record.linkage.jobs.statements import unlinked
    from noharbor.record.search.jobs import waiting

    print(f"of {SOURCES:,} sources {unlinked().count():,} wait to be linked, {waiting().count():,} to be found")

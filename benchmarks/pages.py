"""How long the busiest pages take with 100,000 statements in the node, for an owner and for a stranger."""

from __future__ import annotations

import datetime
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.node import Visitor, home, percentile, running

SOURCES = 5_000
STATEMENTS_EACH = 20
#: Places that are spoken of, in these states.
PLACES = 500
REGION = ("KH", "LA", "MM", "PH", "TH")
SEED = 20230825
PASSWORD = "a long walk to the river bridge"


def fill() -> None:
    """Fill the node that NOHARBOR_HOME names: 5,000 sources of two bodies with 20 statements each."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "noharbor.node.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    from tests.cast import make_cast

    cast = make_cast()
    dice = random.Random(SEED)
    sources, texts = _sources(cast, dice)
    _statements(sources, texts, dice)
    print(sources[0].id)


def _sources(cast, dice):
    from django.utils import timezone

    from noharbor.record.intake.models import Source, SourceText

    now = timezone.now()
    sources = Source.objects.bulk_create(
        [
            Source(
                sha256=f"{number:064x}",
                size_bytes=4000,
                media_type="text/plain",
                kind="text",
                name=f"report-{number}.txt",
                title=f"Report number {number}",
                owner=cast.asha.body,
                received_by=cast.asha,
                received_at=now - datetime.timedelta(minutes=number),
                language="en",
                published=datetime.date(2023, 1, 1) + datetime.timedelta(days=number % 1200),
                tlp=dice.choice(["clear", "green", "amber", "amber", "amber+strict"]) if number % 50 else "clear",
            )
            for number in range(SOURCES)
        ],
        batch_size=500,
    )
    paragraph = "Police in the border town said that eleven suspects were handed over on the bridge at noon.\n\n"
    texts = SourceText.objects.bulk_create(
        [
            SourceText(
                source=source,
                text=paragraph * STATEMENTS_EACH,
                language="en",
                extractor="bench",
                extractor_version="1",
                made_at=now,
            )
            for source in sources
        ],
        batch_size=500,
    )
    return sources, texts


def _statements(sources, texts, dice) -> None:
    from django.utils import timezone

    from noharbor.record.reading.engines import engines_at_work
    from noharbor.record.reading.models import Reading, Statement
    from noharbor.science.language.events import EventType
    from noharbor.science.places import PlaceKind
    from noharbor.science.places.place import all_places

    now = timezone.now()
    version = {name: version for engine in engines_at_work() for name, version in engine.versions().items()}["en"]
    Reading.objects.bulk_create(
        [
            Reading(text=text, engine="rules", engine_version=version, at=now, milliseconds=20, found=STATEMENTS_EACH)
            for text in texts
        ],
        batch_size=500,
    )
    length = len(texts[0].text) // STATEMENTS_EACH
    towns = [one for one in all_places().values() if one.country in REGION and one.kind != PlaceKind.COUNTRY]
    towns = dice.sample(towns, PLACES)
    rows = (
        Statement(
            source=source,
            text=text,
            passage_start=place * length,
            passage_end=(place + 1) * length - 2,
            quote=text.text[place * length : (place + 1) * length - 2],
            kind=dice.choice(list(EventType)).value,
            moment_first=(day := datetime.date(2021, 1, 1) + datetime.timedelta(days=dice.randrange(2000))),
            moment_last=day,
            moment_precision="day",
            moment_words="noon",
            place=(town := dice.choice(towns)).id,
            place_name=town.name("en"),
            place_country=town.country,
            from_country=dice.choice(REGION),
            to_country="CN",
            count=dice.randrange(1, 400),
            count_bound="exact",
            speaker="Police in the border town",
            engine="rules",
            engine_version=version,
            made_at=now,
            tlp=source.tlp,
        )
        for source, text in zip(sources, texts, strict=True)
        for place in range(STATEMENTS_EACH)
    )
    batch = []
    for row in rows:
        batch.append(row)
        if len(batch) == 2000:
            Statement.objects.bulk_create(batch)
            batch = []
    Statement.objects.bulk_create(batch)


def main() -> None:
    with home() as folder:
        begun = time.perf_counter()
        source = _fill_apart(folder)
        print(
            f"filled with {SOURCES * STATEMENTS_EACH:,} statements in {time.perf_counter() - begun:.0f} s, seed {SEED}"
        )
        with running(folder) as (_process, address, _seconds):
            _measure(address, source)


def _fill_apart(folder: Path) -> str:
    """Fill in a process of its own, so that Django is set up for this node only."""
    command = [sys.executable, "-c", "from benchmarks.pages import fill; fill()"]
    done = subprocess.run(
        command, env=os.environ | {"NOHARBOR_HOME": str(folder)}, capture_output=True, text=True, check=True
    )
    return done.stdout.split()[-1]


def _measure(address: str, source: str) -> None:
    paths = (
        "/events/",
        "/events/?kind=handover",
        "/events/?country=MM&kind=arrest",
        "/events/?words=bridge",
        "/map/",
        "/map/?first=2023-07&last=2023-07",
        "/map/?first=2021-01&last=2026-12",
        f"/sources/{source}/",
        "/inbox/",
    )
    print(f"{'page':44}{'who':>8}{'median':>9}{'95 %':>9}  (milliseconds, whole request; budget 150)")
    for username in ("asha", "chai"):
        visitor = Visitor(address)
        visitor.sign_in(username, PASSWORD)
        for path in paths:
            taken = visitor.timed(path)
            shown = path.replace(source, "…")
            print(f"{shown:44}{username:>8}{percentile(taken, 0.5):9.0f}{percentile(taken, 0.95):9.0f}")


if __name__ == "__main__":
    main()

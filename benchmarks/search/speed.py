"""How long search takes with 100,000 statements of 20,000 events in the node, and what the index costs.

On SQLite, or on PostgreSQL under `tools/with-postgresql`.
"""

from __future__ import annotations

import datetime
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.node import Visitor, home, percentile, running
from benchmarks.search.world import SEED, Said, Tongue, sentences, tongue_of

SOURCES = int(os.environ.get("SEARCH_SOURCES", "5000"))
STATEMENTS_EACH = 20
PASSWORD = "a long walk to the river bridge"
QUESTIONS = 300


def fill() -> None:
    """Fill the node that NOHARBOR_HOME names, and index it; print what it took."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "noharbor.node.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    from tests.cast import make_cast

    dice = random.Random(SEED)
    cast = make_cast()
    tongues = [tongue_of(dice) for _ in range(SOURCES)]
    said = [[next(words) for _ in range(STATEMENTS_EACH)] for words in (sentences(one, dice) for one in tongues)]
    texts = _texts(cast, tongues, said, dice)
    _statements(texts, said, dice)
    _name(texts)
    _index()


def _texts(cast, tongues: list[Tongue], said: list[list[Said]], dice: random.Random):
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
                title=told[0].words[:60],
                publisher=told[0].speaker,
                owner=cast.asha.body,
                received_by=cast.asha,
                received_at=now - datetime.timedelta(minutes=number),
                language=tongue.language,
                published=datetime.date(2021, 1, 1) + datetime.timedelta(days=dice.randrange(2000)),
                reliability=dice.choice("ABCDEF"),
                tlp=dice.choice(["clear", "green", "amber", "amber", "amber+strict"]),
            )
            for number, (tongue, told) in enumerate(zip(tongues, said, strict=True))
        ],
        batch_size=500,
    )
    return SourceText.objects.bulk_create(
        [
            SourceText(
                source=source,
                text="\n\n".join(one.words for one in told),
                language=source.language,
                extractor="bench",
                extractor_version="1",
                made_at=now,
            )
            for source, told in zip(sources, said, strict=True)
        ],
        batch_size=500,
    )


def _statements(texts, said: list[list[Said]], dice: random.Random) -> None:
    from django.utils import timezone

    from noharbor.record.reading.engines import engines_at_work
    from noharbor.record.reading.models import Reading, Statement
    from noharbor.science.language.events import EventType

    now = timezone.now()
    versions = {name: version for engine in engines_at_work() for name, version in engine.versions().items()}
    Reading.objects.bulk_create(
        [
            Reading(
                text=text,
                engine="rules",
                engine_version=versions.get(text.language, "bench"),
                at=now,
                milliseconds=20,
                found=STATEMENTS_EACH,
            )
            for text in texts
        ],
        batch_size=500,
    )
    batch = []
    for text, told in zip(texts, said, strict=True):
        start = 0
        for one in told:
            day = datetime.date(2021, 1, 1) + datetime.timedelta(days=dice.randrange(2000))
            batch.append(
                Statement(
                    source=text.source,
                    text=text,
                    passage_start=start,
                    passage_end=start + len(one.words),
                    quote=one.words,
                    kind=dice.choice(list(EventType)).value,
                    moment_first=day,
                    moment_last=day,
                    moment_precision="day",
                    place_name=one.place,
                    place_country=dice.choice(["MM", "KH", "LA", "TH"]),
                    speaker=one.speaker,
                    detail={"people": [{"name": one.name, "role": "suspect"}]},
                    engine="rules",
                    engine_version=versions.get(text.language, "bench"),
                    made_at=now,
                    tlp=text.source.tlp,
                )
            )
            start += len(one.words) + 2
        if len(batch) >= 2000:
            Statement.objects.bulk_create(batch)
            batch = []
    Statement.objects.bulk_create(batch)


def _name(texts) -> None:
    """Keep who is named, as linking does, but let nobody be compared: nothing then waits while search is measured."""
    from django.db import transaction
    from django.utils import timezone

    from noharbor.record.linkage.appearing import keep_named
    from noharbor.record.linkage.jobs.statements import VERSION, unlinked
    from noharbor.record.linkage.models import Linked
    from noharbor.record.linkage.naming import Names, named_by
    from noharbor.record.reading.models import Statement

    with transaction.atomic():
        for text in texts:
            names = Names()
            named_by(list(Statement.objects.filter(source=text.source_id)), text.language, names)
            keep_named(text.source, names)
        Linked.objects.bulk_create(
            [
                Linked(text=text, reading=text.newest_reading, engine_version=VERSION, at=timezone.now())
                for text in unlinked()
            ],
            batch_size=500,
        )


def _index() -> None:
    from noharbor.record.search import jobs

    before = _size()
    begun, own = time.perf_counter(), time.process_time()
    while jobs.step(500):
        pass
    seconds, own_seconds = time.perf_counter() - begun, time.process_time() - own
    print(
        f"{SOURCES * STATEMENTS_EACH:,} statements, {SOURCES:,} sources:"
        f" indexed in {seconds:.0f} s, of which this process worked {own_seconds:.0f} s"
    )
    print(f"the index takes {(_size() - before) / 1e6:.0f} MB beside {before / 1e6:.0f} MB of everything else")


def _size() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
        else:
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        return int(cursor.fetchone()[0])


def questions(dice: random.Random) -> list[str]:
    """What people type: names and words of some letters, beginnings of words, two words, places, what is nowhere."""
    asked = []
    while len(asked) < QUESTIONS:
        tongue = tongue_of(dice)
        one = next(sentences(tongue, dice))
        spaced = tongue.language in {"en", "vi"}
        at = dice.randrange(len(one.words) - 4)
        words = one.words.split()
        asked.append(
            dice.choice(
                [
                    one.name,
                    one.name,
                    one.place,
                    f"{one.name} {one.place}",
                    one.name[: dice.randrange(2, 6)],
                    dice.choice(words) if spaced else one.words[at : at + 2],
                    dice.choice(words)[:2] if spaced else one.words[at : at + 1],
                    one.speaker,
                    dice.choice(words)[: dice.randrange(1, 8)],
                    f"{one.place} {dice.randrange(2, 4000)}",
                    "陈志豪" if tongue.language == "zh" else "Zebrowski",
                ]
            )
        )
    return asked


def measure() -> None:
    """Ask the node that NOHARBOR_HOME names, without the web around it; print what it took."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "noharbor.node.settings")
    django.setup()
    from noharbor.record.access.models import Member

    asked = questions(random.Random(SEED + 1))
    print("a search of all kinds, a page and a count of each, in milliseconds; budget 100")
    print(f"{'who':>16}{'':>14}{'median':>9}{'95 %':>9}{'longest':>9}")
    for username in ("asha", "chai"):
        member = Member.objects.get(username=username)
        _ask(member, asked[0])
        taken = [_ask(member, words) for words in asked]
        for name, times in zip(("elapsed", "own time"), map(sorted, zip(*taken, strict=True)), strict=True):
            print(f"{username:>16}{name:>14}{_row(times)}")


def _ask(member, words: str) -> tuple[float, float]:
    """Milliseconds on the clock, and those this process worked: the second says more on a busy machine."""
    from noharbor.record.search.queries import Asked, found
    from noharbor.record.search.vocabulary import FoundKind
    from noharbor.science.words.question import question_of

    begun, own = time.perf_counter(), time.process_time()
    question = Asked(question_of(words))
    for kind in FoundKind:
        found(member, question, kind, size=8, cap=1000)
    return (time.perf_counter() - begun) * 1000, (time.process_time() - own) * 1000


def _row(times: list[float]) -> str:
    return f"{percentile(times, 0.5):9.0f}{percentile(times, 0.95):9.0f}{times[-1]:9.0f}"


def _measure_requests(address: str, process: subprocess.Popen[bytes]) -> None:
    asked = questions(random.Random(SEED + 2))[:100]
    for username in ("asha", "chai"):
        visitor = Visitor(address)
        visitor.sign_in(username, PASSWORD)
        visitor.get("/search/?q=first")
        taken = [visitor.timed(f"/search/?{urlencode({'q': words})}", process) for words in asked]
        for name, times in zip(("whole page", "its own time"), map(sorted, zip(*taken, strict=True)), strict=True):
            print(f"{username:>16}{name:>14}{_row(times)}")


def main() -> None:
    with home() as folder:
        _apart(folder, "fill")
        _apart(folder, "measure")
        with running(folder) as (process, address, _seconds):
            _measure_requests(address, process)


def _apart(folder: Path, what: str) -> None:
    """Run in a process of its own, so that Django is set up for this node only."""
    command = [sys.executable, "-c", f"from benchmarks.search.speed import {what}; {what}()"]
    subprocess.run(command, env=os.environ | {"NOHARBOR_HOME": str(folder)}, check=True)


if __name__ == "__main__":
    main()

"""How long a new report takes to be linked on a node that knows many people.

    python -m benchmarks.linkage.arrival                  # 100,000 people; some minutes to fill the node
    python -m benchmarks.linkage.arrival --people 5000 --reports 20

The node is made in a temporary folder and is gone afterwards. Its people are invented, one list of them; each report
names one of them in another spelling, and a telephone.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import tempfile
import time
from pathlib import Path

#: What a report may take, in seconds.
MOST_SECONDS = 1.0


def main() -> None:
    """Fill a node, let reports arrive, and say how long their links took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--reports", type=int, default=50)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"NOHARBOR_HOME": home, "DJANGO_SETTINGS_MODULE": "noharbor.node.settings"}
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        import django

        django.setup()
        _measure(asked.people, asked.reports)


def _measure(people: int, reports: int) -> None:
    from django.core.management import call_command

    from benchmarks.linkage.world import people as invented
    from noharbor.record.linkage.jobs import statements
    from noharbor.record.linkage.models import Pair

    call_command("migrate", verbosity=0)
    humans = list(invented(people, seed=7))
    owner = _filled(humans)
    begun = time.perf_counter()
    statements.known_names().get_ready()
    print(f"index of {people:,} people made in {time.perf_counter() - begun:.1f} s")
    taken = []
    for number in range(reports):
        human = humans[number * len(humans) // reports]
        _arrives(owner, " ".join(human.latin), human.phone)
        begun = time.perf_counter()
        assert statements.step() == 1
        taken.append(time.perf_counter() - begun)
    worst = sorted(taken)[-max(1, reports // 20)]
    print(f"a report: median {statistics.median(taken) * 1000:.0f} ms, 95 % within {worst * 1000:.0f} ms, "
          f"longest {max(taken) * 1000:.0f} ms; {Pair.objects.count()} pairs for {reports} reports")  # fmt: skip
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    load = Path("/proc/loadavg").read_text(encoding="ascii").split()[0]
    print(f"largest memory {memory:.0f} MB, load of the machine {load}")
    assert worst < MOST_SECONDS, "a report takes longer than it may"


def _filled(humans):
    """A body whose one list holds these people, looked up as if it had come long ago."""
    from django.utils import timezone

    from noharbor.record.access.models import Body
    from noharbor.record.intake.models import Source
    from noharbor.record.linkage.appearing import keep_clues
    from noharbor.record.linkage.identity import named_identity
    from noharbor.record.linkage.models import Appearance
    from noharbor.record.linkage.persons import as_json
    from noharbor.record.linkage.vocabulary import EntityKind
    from noharbor.science.matching.people.person import Born, Person

    now = timezone.now()
    owner = Body.objects.create(name="Register", kind="police", country="TH")
    source = Source.objects.create(
        sha256="0" * 64, size_bytes=0, media_type="text/csv", kind="table", name="register.csv", owner=owner,
        received_at=now,
    )  # fmt: skip
    for first in range(0, len(humans), 2_000):
        rows = []
        for human in humans[first : first + 2_000]:
            name = (" " if human.name.spaced else "").join(word.native for word in human.name.words)
            person = Person((name,), sex=human.sex, born=Born(human.born, human.born), passports=(human.passport,))
            identity = named_identity(source.pk, EntityKind.PERSON, str(human.number))
            row = Appearance(
                id=identity, source=source, kind="person", name=name, said=as_json(person), entity=identity, made_at=now
            )
            rows.append((row, person))
        Appearance.objects.bulk_create(row for row, _ in rows)
        keep_clues(rows)
    return owner


def _arrives(owner, name: str, phone: str) -> None:
    """A report with one statement, as reading leaves it."""
    from django.utils import timezone

    from noharbor.record.intake.models import Source, SourceText
    from noharbor.record.reading.models import Statement

    now = timezone.now()
    words = f"{name} was found in Myawaddy on 20 February 2025 and called from {phone}."
    number = Source.objects.count()
    source = Source.objects.create(
        sha256=f"{number:064x}", size_bytes=len(words), media_type="text/plain", kind="text", name="report.txt",
        language="en", owner=owner, received_at=now,
    )  # fmt: skip
    text = SourceText.objects.create(source=source, text=words, extractor="text", extractor_version="1", made_at=now)
    Statement.objects.create(
        source=source, text=text, passage_start=0, passage_end=len(words), quote=words, kind="rescue", engine="rules",
        engine_version="1", made_at=now, detail={"people": [{"name": name, "role": None}]},
    )  # fmt: skip


if __name__ == "__main__":
    main()

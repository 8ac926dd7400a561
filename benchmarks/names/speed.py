"""How many pairs a second on one core, and how long until the first answer."""

from __future__ import annotations

import gc
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.names.peers import Peer

ROOT = Path(__file__).resolve().parents[2]
#: So many lists of so many names, each list with a query of its own.
LISTS, LONG = 10, 1000
#: Prepared names are compared again and again until this long has gone by.
_LONG_ENOUGH_SECONDS = 1.0
_TRIES = 3
#: Names of every script and kind, so that every table is read before the clock starts; `starts` tells what that takes.
_WARMING = (
    "Aung San Oo",
    "Daw Khin Khin",
    "Nguyễn Văn An",
    "Siam Trading Co., Ltd. (a.k.a. Blue House)",
    "Prof. Dr. Anna von der Linden, 35 years old",
    "泰国国家警察总监王大明",
    "พลเอก ดร. สมชาย ใจดี",
    "ဦးမောင်၊ ကိုကို",
    "김철수 씨 외",
    "王大明",
    "约翰·史密斯",
    "สมชาย",
    "ຄຳ",
    "ហ៊ុន",
    "김철수",
    "မောင်",
    "ဦးတင္ေမာင္",
    "ၫြန္႔လွ",
    "ေဌးရင္၊ ေဌးယဥ္",
    "たなか",
    "スミス",
)

#: What is started: title, Python that gives one answer and then prints the memory it took, in KB.
#: getrusage would tell the peak of the process that started it.
_PEAK = "; print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
STARTS: tuple[tuple[str, str], ...] = (
    ("Python alone", "pass"),
    ("No Harbor, `compare` once", "from noharbor.science.names import compare; compare('Wang Wei', '王伟')"),
    (
        "No Harbor, `compare` in five scripts",
        "from noharbor.science.names import compare; "
        "[compare('Wang Wei', name) for name in ('王伟', 'สมชาย', 'စိုးထွဋ်', 'ហ៊ុន សែន', 'ສົມຊາຍ')]",
    ),
    (
        "nomenklatura logic-v2, once",
        "from benchmarks.names.peers import Nomenklatura; Nomenklatura('logic-v2').ask('Wang Wei', ['王伟'])",
    ),
    (
        "rapidfuzz over uroman, once",
        "from rapidfuzz import fuzz; from uroman import Uroman; u = Uroman(); "
        "fuzz.ratio(u.romanize_string('Wang Wei'), u.romanize_string('王伟'))",
    ),
)


@dataclass(frozen=True, slots=True)
class Speed:
    """Pairs a second on one core.

    Attributes:
        prepared: Lists prepared, and compared once, before the clock starts.
        raw: From strings never seen before, with their preparation.
    """

    prepared: float
    raw: float


@dataclass(frozen=True, slots=True)
class Start:
    """One start of a process: best wall time of a few tries, and the most memory held."""

    title: str
    seconds: float
    megabytes: float | None


def galleries(names: Sequence[str], seed: int) -> list[tuple[str, list[str]]]:
    """Queries and the lists they are compared with; no name stands in two lists, so that none was seen before."""
    dice = random.Random(seed)
    chosen = dice.sample(sorted(set(names)), min(len(set(names)), LISTS * (LONG + 1)))
    return [(chosen[at], chosen[at + 1 : at + 1 + LONG]) for at in range(0, len(chosen) - LONG, LONG + 1)]


def measure_speed(peer: Peer, lists: Sequence[tuple[str, list[str]]]) -> Speed:
    """Measure one peer; to be called before it has seen any of these names."""
    # The first comparison of two scripts compiles or loads what it needs; names of the lists stay unseen.
    for query in _WARMING:
        peer.compare(query, peer.prepare(_WARMING))
    # What starting left over is collected before the clock starts, for every matcher alike.
    gc.collect()
    pairs = sum(len(names) for _, names in lists)
    begun = time.perf_counter()
    for query, names in lists:
        peer.compare(query, peer.prepare(names))
    raw = pairs / (time.perf_counter() - begun)
    ready = [(query, peer.prepare(names)) for query, names in lists]
    for query, prepared in ready:
        peer.compare(query, prepared)
    begun, passes = time.perf_counter(), 0
    while not passes or time.perf_counter() - begun < _LONG_ENOUGH_SECONDS:
        for query, prepared in ready:
            peer.compare(query, prepared)
        passes += 1
    return Speed(prepared=passes * pairs / (time.perf_counter() - begun), raw=raw)


def starts() -> list[Start]:
    """Start each in a process of its own, and the command line once; those that fail are left out with a line."""
    found = [_start(title, [sys.executable, "-c", code + _PEAK]) for title, code in STARTS]
    command = ROOT / ".venv" / "bin" / "noharbor"
    if command.exists():
        arguments = [str(command), "names", "compare", "Wang Wei", "王伟"]
        found.append(_start("`noharbor names compare`", arguments))
    return [one for one in found if one is not None]


def _start(title: str, command: list[str]) -> Start | None:
    seconds, printed = [], ""
    for _ in range(_TRIES):
        begun = time.perf_counter()
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        seconds.append(time.perf_counter() - begun)
        if done.returncode:
            said = [line for line in done.stderr.splitlines() if any(map(str.isalpha, line))] or ["no message"]
            print(f"skipped: {title} does not start ({said[-1].strip('│ ')})")
            return None
        printed = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""
    return Start(title, min(seconds), int(printed) / 1024 if printed.isdigit() else None)

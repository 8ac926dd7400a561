"""Reads one file in a process of its own: `python -m noharbor.record.intake.sandbox`.

The request comes on stdin, the answer goes to stdout. Whatever a hostile file does here is bounded: memory, processor
time, size of what is written, and no network. No Django, so that it starts fast and holds no secret.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import resource
import socket
import sys
from dataclasses import asdict, astuple, fields
from pathlib import Path
from typing import Any, NoReturn

from noharbor.record.intake import limits
from noharbor.record.intake.errors import (
    BinaryFile,
    BrokenOfficeFile,
    BrokenPdf,
    IntakeProblem,
    OldOfficeFile,
    ReadingFailed,
    ReadingTookTooMuchMemory,
    UnknownFormat,
)
from noharbor.record.intake.formats import FORMATS, Extracted, Format, Sample
from noharbor.record.intake.formats.refused import refuse_known
from noharbor.record.intake.formats.text import PLAIN_TEXT
from noharbor.record.intake.notices import Notice, NoticeCode

#: Linux: a network namespace of our own has no way out. Values from sched.h.
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000

#: What a file was meant to be by its name, where its content is nothing known.
_MEANT_TO_BE: dict[str, type[IntakeProblem]] = {
    ".csv": BinaryFile,
    ".docx": BrokenOfficeFile,
    ".htm": BinaryFile,
    ".html": BinaryFile,
    ".ods": BrokenOfficeFile,
    ".pdf": BrokenPdf,
    ".tsv": BinaryFile,
    ".txt": BinaryFile,
    ".xls": OldOfficeFile,
    ".xlsb": BrokenOfficeFile,
    ".xlsx": BrokenOfficeFile,
}


def read_file(path: Path, name: str, carry_to: Path) -> tuple[Format, Extracted]:
    """Tell what a file is and take its words out.

    Raises:
        IntakeProblem: It cannot be done; the class says why and what to do.
    """
    sample = Sample.of(path, name)
    refuse_known(sample)
    for candidate in FORMATS:
        if candidate.recognise(sample):
            return candidate, candidate.extract(sample, carry_to)
    raise _MEANT_TO_BE.get(sample.extension, UnknownFormat)


def would_be_plain(sample: Sample) -> bool:
    """Whether a file is plain text and nothing that needs a parser."""
    found = next((candidate for candidate in FORMATS if candidate.recognise(sample)), None)
    return found is not None and found.extractor == PLAIN_TEXT.extractor


def answer(path: Path, name: str, carry_to: Path) -> dict[str, Any]:
    """Do as `read_file` and put the outcome in plain values; problems are outcomes too."""
    try:
        found, extracted = read_file(path, name, carry_to)
    except IntakeProblem as problem:
        return _problem(problem)
    except MemoryError:
        return _problem(ReadingTookTooMuchMemory())
    except Exception as trouble:
        # Any library may stumble in its own way over a broken file; the person needs one clear sentence.
        return _problem(ReadingFailed()) | {"trouble": f"{type(trouble).__name__}: {trouble}"[:300]}
    notices = [*extracted.notices, *_notice_of_name(found, name)]
    return {
        "kind": found.kind,
        "media_type": found.media_type,
        "extractor": found.extractor,
        "extractor_version": found.version,
        **{one.name: getattr(extracted, one.name) for one in fields(extracted)},
        # Not by `asdict`, which would copy a million cells one by one.
        "tables": [
            {"name": table.name, "rows": table.rows, "merged": [astuple(span) for span in table.merged]}
            for table in extracted.tables
        ],
        "attachments": [asdict(attachment) for attachment in extracted.attachments],
        "notices": [notice.as_json() for notice in notices],
    }


def _notice_of_name(found: Format, name: str) -> tuple[Notice, ...]:
    extension = Sample(Path(), name, b"").extension
    if extension in found.extensions or not extension:
        return ()
    if found.kind == "text" and extension not in {ext for other in FORMATS for ext in other.extensions}:
        return ()
    return (Notice(NoticeCode.WRONG_EXTENSION, {"extension": extension, "kind": found.kind}),)


def _problem(problem: IntakeProblem) -> dict[str, Any]:
    return {"problem": type(problem).__name__, "values": problem.values}


def confine() -> None:
    """Give up what reading a file does not need. Limits that a system does not know are left out."""
    bounds = (
        (resource.RLIMIT_AS, limits.SANDBOX_ADDRESS_SPACE_BYTES),
        (resource.RLIMIT_CPU, limits.SANDBOX_PROCESSOR_SECONDS),
        (resource.RLIMIT_FSIZE, limits.SANDBOX_OUTPUT_BYTES),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    )
    for bound, value in bounds:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(bound, (value, value))
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
    socket.socket.connect = _no_network  # type: ignore[method-assign]


def _no_network(*_: object) -> NoReturn:
    raise OSError("reading a file needs no network")


def peak_kilobytes() -> int:
    """Return the most memory this process held at once; 0 where the system does not tell."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        for line in Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1])
    return 0


def main() -> None:
    """Answer one request."""
    confine()
    request = json.load(sys.stdin)
    told = answer(Path(request["path"]), request["name"], Path(request["carry_to"]))
    told["peak_kilobytes"] = peak_kilobytes()
    # `json.dump` goes through a million cells in Python, `json.dumps` in C.
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()

"""Has files read in a child process, and gives back values or a clear problem; never more than its bounds."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import noharbor
from noharbor.record.intake import limits, sandbox
from noharbor.record.intake.errors import ReadingFailed, ReadingTookTooLong, ReadingTookTooMuchMemory, problem_named
from noharbor.record.intake.formats.format import Attachment, Extracted, Sample, Span, Table
from noharbor.record.intake.notices import Notice

logger = logging.getLogger(__name__)

#: All that the child needs of the world. In particular neither the node's secret nor its database's address.
_ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONIOENCODING": "utf-8",
    "PYTHONPATH": str(Path(noharbor.__file__).resolve().parent.parent),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Extracted):
    """What came out of a file, and what took it out.

    Attributes:
        kind: Of file, as its format says.
        media_type: Of its content.
        extractor: What took the words out.
        extractor_version: Changes whenever the words may change.
        peak_kilobytes: The most memory the child held; 0 where no child was needed.
    """

    kind: str
    media_type: str
    extractor: str
    extractor_version: str
    peak_kilobytes: int = field(default=0, compare=False)


def read(path: Path, name: str, carry_to: Path) -> Reading:
    """Tell what a file is and take its words out, within bounds of time and memory.

    Args:
        path: The file.
        name: What it was called, cleaned.
        carry_to: A folder in which attachments are left.

    Raises:
        IntakeProblem: It cannot be done; the class says why and what to do.
    """
    sample = Sample.of(path, name)
    if _is_harmless(sample):
        return _reading(sandbox.answer(path, name, carry_to))
    return _reading(_ask_child(path, name, carry_to))


def _is_harmless(sample: Sample) -> bool:
    """Small plain text needs no child: nothing interprets it."""
    if sample.path.stat().st_size > limits.MAX_IN_PROCESS_BYTES or sample.extension not in {"", ".md", ".txt"}:
        return False
    return sandbox.would_be_plain(sample)


def _ask_child(path: Path, name: str, carry_to: Path) -> dict[str, Any]:
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(
            [sys.executable, "-s", "-m", "noharbor.record.intake.sandbox"],
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=subprocess.DEVNULL,
            env=_ENVIRONMENT | {key: os.environ[key] for key in ("PATH", "NOHARBOR_MAX_FILE_MB") if key in os.environ},
            cwd=carry_to,
            start_new_session=True,
        )
        request = json.dumps({"path": str(path), "name": name, "carry_to": str(carry_to)})
        try:
            child.communicate(request.encode(), timeout=limits.SANDBOX_WALL_SECONDS)
        except subprocess.TimeoutExpired:
            raise ReadingTookTooLong(limit_seconds=limits.SANDBOX_WALL_SECONDS) from None
        finally:
            _end(child)
        out.seek(0)
        return _told(child.returncode, out.read())


def _told(code: int, output: bytes) -> dict[str, Any]:
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        raise ReadingTookTooLong(limit_seconds=limits.SANDBOX_PROCESSOR_SECONDS)
    if code in (-signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS, -signal.SIGXFSZ):
        # A library that asks for more memory than it may have mostly ends in one of these.
        raise ReadingTookTooMuchMemory
    try:
        told = json.loads(output)
    except (ValueError, RecursionError):
        raise ReadingFailed from None
    return dict(told)


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        child.kill()
        child.wait()


def _reading(told: dict[str, Any]) -> Reading:
    if "problem" in told:
        if "trouble" in told:
            # Only the error's kind: its words may be the file's, and new lines in them would be lines of the log.
            logger.warning("A file could not be read: %s", ascii(str(told["trouble"]).partition(":")[0][:60]))
        raise problem_named(str(told["problem"]), dict(told.get("values") or {}))
    tables = tuple(
        Table(str(table["name"]), table["rows"], tuple(Span(*span) for span in table["merged"]))
        for table in told.pop("tables")
    )
    notices = tuple(Notice.from_json(notice) for notice in told.pop("notices"))
    attachments = tuple(Attachment(str(one["name"]), str(one["path"])) for one in told.pop("attachments"))
    return Reading(tables=tables, notices=notices, attachments=attachments, **told)

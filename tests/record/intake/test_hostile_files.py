"""Whatever is handed in gets a clear answer within bounded time and memory, and nothing received before is lost."""

from __future__ import annotations

import io
import socket
import subprocess
import sys
import time

import pytest

from noharbor.record.intake import errors, extraction, limits, seals
from noharbor.record.intake.actions import receive
from noharbor.record.intake.models import Arrival, Source
from noharbor.record.intake.names import clean_name
from noharbor.record.intake.vocabulary import ArrivalOutcome
from tests.cast import ELEVEN, make_cast
from tests.record.intake import attacks
from tests.record.intake.test_formats import small_pdf

PDF = small_pdf("Words on a page.")

#: What it is, its name, its bytes, and the problem it must be told as.
ATTACKS = (
    ("a zip bomb", "a.docx", attacks.zip_bomb, errors.ExpandsTooMuch),
    ("a zip bomb that lies about its size", "a.docx", attacks.lying_zip_bomb, errors.BrokenOfficeFile),
    ("a zip bomb of overlapping parts", "a.docx", attacks.overlapping_zip, errors.ExpandsTooMuch),
    (
        "a billion laughs in a document",
        "a.docx",
        lambda: attacks.document_with_prologue(attacks.LAUGHS, "&lol9;"),
        errors.UnsafeMarkup,
    ),
    (
        "a billion laughs in UTF-16",
        "a.docx",
        lambda: attacks.document_with_prologue(attacks.LAUGHS, "&lol9;", "utf-16"),
        errors.UnsafeMarkup,
    ),
    (
        "an entity that reads this machine",
        "a.docx",
        lambda: attacks.document_with_prologue(attacks.OUTSIDE, "&x;"),
        errors.UnsafeMarkup,
    ),
    (
        "a billion laughs in a workbook",
        "a.xlsx",
        lambda: attacks.workbook(f'<row r="1">{attacks.cell("A1", "&lol9;")}</row>', prologue=attacks.LAUGHS),
        errors.UnsafeMarkup,
    ),
    ("an encrypted PDF", "a.pdf", lambda: attacks.encrypted_pdf(PDF), errors.EncryptedPdf),
    ("a truncated PDF", "a.pdf", lambda: PDF[:60], errors.BrokenPdf),
    ("a PDF of noise", "a.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400, errors.BrokenPdf),
    ("an encrypted document", "a.docx", attacks.encrypted_office, errors.EncryptedOfficeFile),
    ("a truncated document", "a.docx", lambda: attacks.document()[:120], errors.BrokenOfficeFile),
    ("a document that is no XML", "a.docx", lambda: attacks.document("<&>"), errors.BrokenOfficeFile),
    (
        "a macro document under a harmless name",
        "a.docx",
        lambda: attacks.document(**{"word/vbaProject.bin": b"code"}),
        errors.MacroDocument,
    ),
    ("a macro document", "a.docm", attacks.document, errors.MacroDocument),
    (
        "a macro workbook",
        "a.xlsm",
        lambda: attacks.workbook(f'<row r="1">{attacks.cell("A1", "x")}</row>'),
        errors.MacroDocument,
    ),
    ("NUL bytes in a text", "a.txt", lambda: b"words\x00words\x00\x00\x00words of a text", errors.BinaryFile),
    ("machine data named as a text", "a.txt", lambda: bytes(range(256)) * 50, errors.BinaryFile),
    ("a program named as a PDF", "a.pdf", lambda: b"MZ\x90\x00\x03\x00\x00\x00" + bytes(500), errors.ProgramFile),
    ("a program of Linux", "a.txt", lambda: b"\x7fELF\x02\x01\x01" + bytes(500), errors.ProgramFile),
    ("a text named as a program", "a.exe", lambda: b"only words", errors.ProgramFile),
    ("a program whose name is turned around", "a\u202efdp.exe", lambda: b"only words", errors.ProgramFile),
    ("a script", "a.txt", lambda: b"#!/bin/sh\nrm -r ~\n", errors.ProgramFile),
    (
        "an archive",
        "a.zip",
        lambda: attacks.document().replace(b"[Content_Types].xml", b"[C0ntent_Types].xml"),
        errors.ArchiveFile,
    ),
    ("a picture", "a.jpg", lambda: b"\xff\xd8\xff\xe0" + bytes(100), errors.PictureFile),
    ("an empty file", "a.txt", lambda: b"", errors.EmptyFile),
    ("a file of blanks", "a.txt", lambda: b" \n" * 1000, errors.NoWordsFound),
    ("a scanned PDF", "a.pdf", lambda: small_pdf(""), errors.NoWordsFound),
    ("a letter nested 3,000 deep", "a.eml", lambda: attacks.nested_letter(3000), errors.BrokenMail),
    ("a letter nested 50 deep", "a.eml", lambda: attacks.nested_letter(50), errors.BrokenMail),
    ("a table of 16,000 columns", "a.csv", lambda: b",".join([b"x"] * 16_000) + b"\n", errors.TableTooLarge),
    (
        "a table of a million cells and one",
        "a.csv",
        lambda: (b",".join([b"x"] * 100) + b"\n") * 10_001,
        errors.TableTooLarge,
    ),
    (
        "a million empty rows above a word",
        "a.csv",
        lambda: b"a,b\n" + b"\n" * 1_000_000 + b"c,d\n",
        errors.TableTooLarge,
    ),
    ("a million empty rows", "a.csv", lambda: b",,,\n" * 1_000_000, errors.NoWordsFound),
    (
        "a word in the last row of a sheet",
        "a.xlsx",
        lambda: attacks.workbook(f'<row r="1048576">{attacks.cell("XFD1048576", "x")}</row>'),
        errors.TableTooLarge,
    ),
    ("a quoted cell that never ends", "a.csv", lambda: b'a,b\n"' + b"x,\n" * 300_000, errors.BrokenTable),
    ("markup nested 200,000 deep", "a.html", lambda: b"<html><body>" + b"<div>" * 200_000, errors.NoWordsFound),
)


@pytest.mark.parametrize(("name", "make", "problem"), [pytest.param(*rest, id=what) for what, *rest in ATTACKS])
def test_an_attack_gets_a_clear_answer_in_bounded_time_and_memory(read, monkeypatch, name, make, problem):
    peaks = []
    told = extraction._told
    monkeypatch.setattr(extraction, "_told", lambda code, out: peaks.append(told(code, out)) or peaks[-1])
    content = make()
    started = time.monotonic()
    with pytest.raises(problem) as caught:
        read(content, name)
    assert time.monotonic() - started < 10
    assert all(peak["peak_kilobytes"] < 400_000 for peak in peaks), peaks
    assert str(caught.value).endswith(".")


def test_a_sheet_that_claims_a_million_rows_is_read_as_it_is(read):
    content = attacks.workbook(f'<row r="1">{attacks.cell("A1", "x")}</row>', dimension="A1:XFD1048576")
    reading = read(content, "a.xlsx")
    assert reading.tables[0].rows == [["x"]]
    assert reading.peak_kilobytes < 200_000


def test_every_problem_says_what_to_do():
    for problem in errors.PROBLEMS:
        values = {
            f"limit_{unit}": 1 for unit in ("megabytes", "seconds", "rows", "columns", "cells", "characters", "pages")
        }
        sentence = str(problem(**values))
        assert sentence.count(". ") >= 1 or "Hand" in sentence, sentence
        assert "%" not in sentence


def test_every_problem_is_listed():
    assert set(errors.PROBLEMS) == set(errors.IntakeProblem.__subclasses__())


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\report.pdf", "report.pdf"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("re\x00po\nrt\u200b.txt", "report.txt"),
        (".htaccess", "htaccess"),
        ("", "unnamed"),
        ("..", "unnamed"),
        ("/", "unnamed"),
        ("报告 2023.docx", "报告 2023.docx"),
        ("ရဲ.txt", "ရဲ.txt"),
        ("<script>.txt", "<script>.txt"),
    ],
)
def test_names_are_made_fit_to_show(name, shown):
    assert clean_name(name) == shown


def test_a_name_of_5000_characters_keeps_its_extension():
    cleaned = clean_name("长" * 5000 + ".docx")
    assert len(cleaned) <= 200
    assert cleaned.endswith("….docx")


def test_a_child_that_runs_too_long_is_stopped(read, monkeypatch):
    monkeypatch.setattr(limits, "SANDBOX_WALL_SECONDS", 0.05)
    with pytest.raises(errors.ReadingTookTooLong):
        read(PDF, "a.pdf")


def test_a_child_that_wants_too_much_memory_is_told_so():
    with pytest.raises(errors.ReadingTookTooMuchMemory):
        extraction._told(-11, b"")


def test_a_child_that_says_nonsense_is_told_as_a_failure():
    with pytest.raises(errors.ReadingFailed):
        extraction._told(1, b"Traceback")


def test_the_child_gets_no_secret_of_the_node(read, monkeypatch):
    monkeypatch.setenv("NOHARBOR_SECRET", "never")
    seen = {}
    start = extraction.subprocess.Popen

    def popen(*arguments, **options):
        seen.update(options["env"])
        return start(*arguments, **options)

    monkeypatch.setattr(extraction.subprocess, "Popen", popen)
    read(PDF, "a.pdf")
    assert "NOHARBOR_SECRET" not in seen
    assert "NOHARBOR_DATABASE" not in seen


@pytest.mark.django_db
class TestReceiving:
    def test_500_megabytes_are_refused_unread_when_the_size_is_known(self, tmp_path):
        asha = make_cast().asha
        path = tmp_path / "large"
        with path.open("wb") as file:
            file.truncate(500 * 1024 * 1024)
        started = time.monotonic()
        with path.open("rb") as stream:
            receipt = receive(stream, name="large.pdf", by=asha)
        assert receipt.arrival.problem == "FileTooLarge"
        assert "100 MB" in receipt.arrival.problem_text
        assert time.monotonic() - started < 1
        assert not any(seals.incoming().iterdir())

    def test_an_endless_stream_is_left_at_the_limit(self, monkeypatch):
        monkeypatch.setattr(seals, "MAX_FILE_BYTES", 3 * 1024 * 1024)
        asha = make_cast().asha

        class Endless(io.RawIOBase):
            given = 0

            def read(self, size=-1):
                assert 0 < size <= 1024 * 1024
                self.given += size
                return bytes(size)

        stream = Endless()
        assert receive(stream, name="a.txt", by=asha).arrival.problem == "FileTooLarge"
        assert stream.given <= 4 * 1024 * 1024

    def test_nothing_already_received_is_lost(self):
        asha = make_cast().asha
        before = receive(io.BytesIO(ELEVEN.encode()), name="good.txt", by=asha)
        for content, name in ((attacks.zip_bomb(), "a.docx"), (b"MZ\x00", "../../b.exe"), (PDF[:50], "c.pdf")):
            assert receive(io.BytesIO(content), name=name, by=asha).source is None
        after = receive(io.BytesIO(b"Another report."), name="good.txt", by=asha)
        assert set(Source.objects.all()) == {before.source, after.source}
        assert Arrival.objects.filter(outcome=ArrivalOutcome.REFUSED).count() == 3
        assert all(seals.is_intact(arrival.sha256) for arrival in Arrival.objects.all())
        assert set(Arrival.objects.values_list("name", flat=True)) == {"good.txt", "a.docx", "b.exe", "c.pdf"}

    def test_a_parser_that_breaks_costs_one_arrival(self, monkeypatch):
        asha = make_cast().asha
        monkeypatch.setattr(extraction, "_ask_child", lambda *_: {"problem": "ReadingFailed", "trouble": "x"})
        assert receive(io.BytesIO(PDF), name="a.pdf", by=asha).arrival.problem == "ReadingFailed"


def in_sandbox(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from noharbor.record.intake import sandbox\nsandbox.confine()\n" + code],
        capture_output=True,
        text=True,
        timeout=20,
        env=extraction._ENVIRONMENT,
    )


def test_the_child_reaches_no_network():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        run = in_sandbox(f"import socket\nsocket.create_connection(('127.0.0.1', {port}), 2)")
    assert "OSError" in run.stderr or "unreachable" in run.stderr


def test_the_child_gets_no_more_memory_than_its_bound():
    assert "MemoryError" in in_sandbox("bytearray(2_000_000_000)").stderr


def test_the_child_loads_no_django():
    assert in_sandbox("import sys\nassert 'django' not in sys.modules").returncode == 0

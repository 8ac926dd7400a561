"""Kinds of file that are known and not read, told by their first bytes, each with what to do instead."""

from __future__ import annotations

import mmap

from noharbor.record.intake.errors import (
    ArchiveFile,
    BrokenOfficeFile,
    EmptyFile,
    EncryptedOfficeFile,
    IntakeProblem,
    MacroDocument,
    OldOfficeFile,
    PictureFile,
    ProgramFile,
    SoundOrFilmFile,
    UnknownFormat,
)
from noharbor.record.intake.formats.format import Sample
from noharbor.record.intake.names import MACRO_EXTENSIONS, PROGRAM_EXTENSIONS

#: First bytes, and what they mean.
_BEGINNINGS: tuple[tuple[bytes, type[IntakeProblem]], ...] = (
    (b"MZ", ProgramFile),
    (b"\x7fELF", ProgramFile),
    (b"\xfe\xed\xfa\xce", ProgramFile),
    (b"\xfe\xed\xfa\xcf", ProgramFile),
    (b"\xcf\xfa\xed\xfe", ProgramFile),
    (b"\xca\xfe\xba\xbe", ProgramFile),
    (b"L\x00\x00\x00\x01\x14\x02\x00", ProgramFile),
    (b"dex\n", ProgramFile),
    (b"#!", ProgramFile),
    (b"PK\x05\x06", ArchiveFile),
    (b"Rar!", ArchiveFile),
    (b"7z\xbc\xaf\x27\x1c", ArchiveFile),
    (b"\x1f\x8b", ArchiveFile),
    (b"BZh", ArchiveFile),
    (b"\xfd7zXZ", ArchiveFile),
    (b"\x28\xb5\x2f\xfd", ArchiveFile),
    (b"MSCF", ArchiveFile),
    (b"\xff\xd8\xff", PictureFile),
    (b"\x89PNG", PictureFile),
    (b"GIF8", PictureFile),
    (b"II*\x00", PictureFile),
    (b"MM\x00*", PictureFile),
    (b"ID3", SoundOrFilmFile),
    (b"OggS", SoundOrFilmFile),
    (b"\x1aE\xdf\xa3", SoundOrFilmFile),
    (b"#!AMR", SoundOrFilmFile),
    (b"{\\rtf", UnknownFormat),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: OpenDocument files that are read.
_OPEN_FORMS = (b"application/vnd.oasis.opendocument.spreadsheet",)
_RIFF_KINDS = {b"WEBP": PictureFile, b"WAVE": SoundOrFilmFile, b"AVI ": SoundOrFilmFile}


def refuse_known(sample: Sample) -> None:
    """Refuse what is known to be harmful or not readable here.

    Raises:
        IntakeProblem: The class says what it is and what to do.
    """
    head = sample.head
    if not head:
        raise EmptyFile
    if sample.extension in PROGRAM_EXTENSIONS:
        raise ProgramFile
    for beginning, problem in _BEGINNINGS:
        if head.startswith(beginning) and not (len(beginning) == 2 and _reads_like_words(head)):
            raise problem
    if head.startswith(b"RIFF"):
        raise _RIFF_KINDS.get(head[8:12], UnknownFormat)
    if head[4:8] == b"ftyp":
        raise PictureFile if head[8:12] in {b"heic", b"heix", b"mif1", b"avif"} else SoundOrFilmFile
    if head[257:262] == b"ustar":
        raise ArchiveFile
    if head.startswith(OLE):
        _refuse_compound(sample)
    if head.startswith(b"PK\x03\x04"):
        _refuse_package(sample)


def _reads_like_words(head: bytes) -> bool:
    """A note that begins with MZ or BZ is a note; a program has zeros right after."""
    return b"\x00" not in head[:512] and not head.startswith(b"#!")


def _refuse_compound(sample: Sample) -> None:
    if _holds(sample, "EncryptedPackage".encode("utf-16-le")):
        raise EncryptedOfficeFile
    if _holds(sample, "_VBA_PROJECT".encode("utf-16-le")):
        raise MacroDocument
    if not holds_old_workbook(sample):
        raise OldOfficeFile


def holds_old_workbook(sample: Sample) -> bool:
    """Whether a container of the old kind has a workbook among its parts."""
    return any(_holds(sample, _entry(name)) for name in ("Workbook", "Book", "WORKBOOK", "BOOK"))


def _entry(name: str) -> bytes:
    """A name as the container's directory keeps it: 64 bytes, then their number with the end sign."""
    return name.encode("utf-16-le").ljust(64, b"\0") + (2 * len(name) + 2).to_bytes(2, "little")


def _holds(sample: Sample, words: bytes) -> bool:
    # The directory may stand anywhere, in large files most often near the end.
    with sample.path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(words) >= 0


def _refuse_package(sample: Sample) -> None:
    parts = sample.parts
    if not parts:
        raise BrokenOfficeFile
    # A binary workbook may carry macros or none; only its parts tell.
    named_so = sample.extension in MACRO_EXTENSIONS and "xl/workbook.bin" not in parts
    if named_so or any(part.lower().endswith("vbaproject.bin") for part in parts):
        raise MacroDocument
    if "AndroidManifest.xml" in parts or "META-INF/MANIFEST.MF" in parts:
        raise ProgramFile
    if "[Content_Types].xml" not in parts:
        if "mimetype" not in parts:
            raise ArchiveFile
        if not any(form in sample.head[:200] for form in _OPEN_FORMS):
            raise UnknownFormat
        if any(_is_code(part) for part in parts):
            raise MacroDocument


def _is_code(part: str) -> bool:
    """Whether a part of an OpenDocument file is code; the lists of it stand there even where there is none."""
    inside = part.startswith(("Basic/", "Scripts/")) and not part.endswith("/")
    return inside and not part.endswith(("script-lb.xml", "script-lc.xml"))

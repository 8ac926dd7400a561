"""Kinds of file that are known and not read, told by their first bytes, each with what to do instead."""

from __future__ import annotations

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
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
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
    if head.startswith(_OLE):
        _refuse_compound(sample)
    if head.startswith(b"PK\x03\x04"):
        _refuse_package(sample)


def _reads_like_words(head: bytes) -> bool:
    """A note that begins with MZ or BZ is a note; a program has zeros right after."""
    return b"\x00" not in head[:512] and not head.startswith(b"#!")


def _refuse_compound(sample: Sample) -> None:
    content = sample.path.open("rb")
    with content:
        # Names in this container are UTF-16; its directory may stand anywhere, most often near the beginning.
        looked_at = content.read(4 * 1024 * 1024)
    if "EncryptedPackage".encode("utf-16-le") in looked_at:
        raise EncryptedOfficeFile
    raise MacroDocument if "_VBA_PROJECT".encode("utf-16-le") in looked_at else OldOfficeFile


def _refuse_package(sample: Sample) -> None:
    parts = sample.parts
    if not parts:
        raise BrokenOfficeFile
    if sample.extension in MACRO_EXTENSIONS or any(part.lower().endswith("vbaproject.bin") for part in parts):
        raise MacroDocument
    if "AndroidManifest.xml" in parts or "META-INF/MANIFEST.MF" in parts:
        raise ProgramFile
    if "[Content_Types].xml" not in parts:
        raise UnknownFormat if "mimetype" in parts else ArchiveFile

"""Office documents are zip files full of XML: looked through before anything in them is parsed."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from xml.parsers import expat

from noharbor.record.intake.errors import (
    BrokenOfficeFile,
    DocumentTooLarge,
    EncryptedOfficeFile,
    ExpandsTooMuch,
    MacroDocument,
    UnsafeMarkup,
)
from noharbor.record.intake.limits import (
    FREE_PACKAGE_BYTES,
    MAX_PACKAGE_BYTES,
    MAX_PACKAGE_PARTS,
    MAX_PACKAGE_RATIO,
)

_PIECE_BYTES = 64 * 1024
_ENCRYPTED_FLAG = 0x1
_HONEST_RATIO = 40


@contextmanager
def opened_package(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open an office document after checking that it is neither a bomb nor a trap.

    Raises:
        BrokenOfficeFile: Not a whole zip file.
        DocumentTooLarge: It would unpack to more than can be read.
        EncryptedOfficeFile: A part is encrypted.
        ExpandsTooMuch: It would unpack to more than documents do.
        MacroDocument: It holds code.
        UnsafeMarkup: A part declares a document type, which is how entities grow.
    """
    try:
        with zipfile.ZipFile(path) as package:
            _check_sizes(package, path.stat().st_size)
            for part in package.infolist():
                if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                    _refuse_document_type(package, part)
            yield package
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, OSError, zlib.error) as trouble:
        raise BrokenOfficeFile from trouble


def part_of(package: zipfile.ZipFile, name: str) -> bytes:
    """Return a part's bytes; b"" where there is none. Never more than the package was checked for."""
    try:
        with package.open(name) as part:
            return _whole(part)
    except KeyError:
        return b""
    except (zipfile.BadZipFile, zlib.error, EOFError) as trouble:
        raise BrokenOfficeFile from trouble


def _whole(part: IO[bytes]) -> bytes:
    content = part.read(MAX_PACKAGE_BYTES + 1)
    if len(content) > MAX_PACKAGE_BYTES:
        raise ExpandsTooMuch
    return content


def _check_sizes(package: zipfile.ZipFile, size: int) -> None:
    parts = package.infolist()
    if len(parts) > MAX_PACKAGE_PARTS:
        raise ExpandsTooMuch
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    # Parts that overlap count the same packed bytes many times: more packed bytes than the file holds.
    if packed > size:
        raise ExpandsTooMuch
    if unpacked > MAX_PACKAGE_BYTES:
        # Sheets of a large honest workbook unpack to thirty times their size, bombs to a thousand times.
        honest = unpacked < _HONEST_RATIO * max(packed, 1)
        raise DocumentTooLarge(limit_megabytes=MAX_PACKAGE_BYTES // 2**20) if honest else ExpandsTooMuch
    if unpacked > FREE_PACKAGE_BYTES and unpacked > MAX_PACKAGE_RATIO * max(packed, 1):
        raise ExpandsTooMuch
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise EncryptedOfficeFile
    if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
        raise MacroDocument


class _RootReached(Exception):
    """The document type, if there is one, stands before the first element."""


def _refuse_document_type(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Read a part as far as its first element, in whatever encoding, and refuse it if it declares a document type."""
    parser = expat.ParserCreate()

    def declared(*_: object) -> None:
        raise UnsafeMarkup

    def reached(*_: object) -> None:
        raise _RootReached

    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = reached
    with package.open(part) as content:
        try:
            while piece := content.read(_PIECE_BYTES):
                parser.Parse(piece, False)
        except _RootReached:
            return
        except (expat.ExpatError, ValueError) as trouble:
            raise BrokenOfficeFile from trouble

"""Builds the files an attacker, or bad luck, hands in. Everything is made here; nothing harmful is kept anywhere."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTENT_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
DOCUMENT = (
    f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>'
)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">'
    + "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1 or str()};" * 10}">' for n in range(1, 10))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in {"[Content_Types].xml": CONTENT_TYPES, **parts}.items():
            file.writestr(name, content)
    return out.getvalue()


def document(words: str = "Words.", **extra: str | bytes) -> bytes:
    return package({"word/document.xml": DOCUMENT % words, **extra})


def document_with_prologue(prologue: str, words: str, encoding: str = "utf-8") -> bytes:
    body = DOCUMENT.split("?>", 1)[1] % words
    return package({"word/document.xml": (prologue + body).encode(encoding)})


def zip_bomb(megabytes: int = 200) -> bytes:
    """A document whose one part is that many megabytes of blanks; packed to a thousandth."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", CONTENT_TYPES)
        with file.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(megabytes):
                part.write(b" " * 1024 * 1024)
    return out.getvalue()


def lying_zip_bomb(megabytes: int = 200) -> bytes:
    """As `zip_bomb`, but the directory says that the part is small."""
    true = zip_bomb(megabytes)
    return true.replace(struct.pack("<I", megabytes * 1024 * 1024), struct.pack("<I", 1000))


def overlapping_zip(copies: int = 200) -> bytes:
    """Many names for the same packed bytes, as in D. Fifield, "A better zip bomb", 2019."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packed.compress(b" " * 4_000_000) + packed.flush()
    crc = zlib.crc32(b" " * 4_000_000)
    names = [b"[Content_Types].xml", b"word/document.xml", *(b"word/p%d.xml" % n for n in range(copies))]

    def fields(name: bytes) -> bytes:
        return struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, crc, len(body), 4_000_000, len(name), 0)

    local = b"PK\x03\x04" + fields(names[0]) + names[0] + body
    directory = b"".join(
        b"PK\x01\x02\x14\x00" + fields(name) + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name for name in names
    )
    end = struct.pack("<HHHHIIH", 0, 0, len(names), len(names), len(directory), len(local), 0)
    return local + directory + b"PK\x05\x06" + end


def workbook(rows: str, *, prologue: str = '<?xml version="1.0"?>', dimension: str = "A1:B2") -> bytes:
    """A sheet by hand: `rows` is the markup inside sheetData."""
    return package(
        {
            "[Content_Types].xml": (
                '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
                'spreadsheetml.sheet.main+xml"/></Types>'
            ),
            "_rels/.rels": (
                '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
            ),
            "xl/workbook.xml": (
                f'<?xml version="1.0"?><workbook xmlns="{SHEET}" xmlns:r="{RELATIONS}"><sheets>'
                '<sheet name="List" sheetId="1" r:id="r1"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": (
                '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
            ),
            "xl/worksheets/sheet1.xml": (
                f'{prologue}<worksheet xmlns="{SHEET}"><dimension ref="{dimension}"/>'
                f"<sheetData>{rows}</sheetData></worksheet>"
            ),
        }
    )


def cell(place: str, words: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


def nested_letter(depth: int) -> bytes:
    """Multipart in multipart in multipart."""
    lines = [b"From: a@example.org", b"Subject: deep", b"MIME-Version: 1.0", b"Message-ID: <1@example.org>"]
    for level in range(depth):
        lines += [b"Content-Type: multipart/mixed; boundary=b%d" % level, b"", b"--b%d" % level]
    lines += [b"Content-Type: text/plain", b"", b"the core"]
    return b"\r\n".join(lines)


def encrypted_pdf(plain: bytes) -> bytes:
    """A PDF whose trailer names a protection and keys that no empty password opens."""
    protection = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <" + b"28" * 32 + b"> /U <" + b"41" * 32 + b"> >> "
        b"/ID [<" + b"11" * 16 + b"> <" + b"11" * 16 + b">]"
    )
    return plain.replace(b"/Root 1 0 R", b"/Root 1 0 R " + protection)


def encrypted_office() -> bytes:
    """The beginning of an OLE container with the stream that holds an encrypted document."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(1000)

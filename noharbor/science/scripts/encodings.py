"""How bytes spell characters: byte order marks first, then UTF-8, then the legacy encoding that reads best."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from noharbor.science.scripts.plausibility import bits_of

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Legacy encodings of the region, with what each costs in bits beforehand: the rarer, the more.
_LEGACY: tuple[tuple[str, float], ...] = (
    ("gb18030", 0.0),
    ("big5hkscs", 2.0),
    ("cp874", 0.0),
    ("cp1252", 0.0),
    ("cp1258", 4.0),
    ("cp932", 6.0),
    ("cp949", 6.0),
)
#: A declared encoding is right more often than not, but pages lie.
_DECLARED_BONUS = 12.0
_SAMPLE_BYTES = 4_000
#: Above this cost per byte none of the readings makes sense, and the general detector is asked.
_SENSELESS_BITS_PER_BYTE = 8.5
#: Bits per character above which a reading as UTF-16 is taken for machine data.
_SENSIBLE_WIDE_BITS = 12.5
_BROKEN_UTF8_SHARE = 0.02
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x19\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was spelt.

    Attributes:
        text: Byte order marks are gone.
        encoding: Name of the encoding as Python knows it, "gb18030" for all of GB2312, GBK and GB18030.
        guessed: True when neither a mark nor the structure of UTF-8 settled it.
        unreadable: Number of U+FFFD put in place of broken bytes.
    """

    text: str
    encoding: str
    guessed: bool = False
    unreadable: int = 0


def looks_like_text(head: bytes) -> bool:
    """Whether bytes begin like text in some encoding: no control bytes, or a pattern of zeros that only UTF-16 has."""
    if not head or any(head.startswith(mark) for mark, _ in _MARKS):
        return True
    if _wide_without_mark(head):
        return True
    return _CONTROL.search(head) is None


def decode(content: bytes, *, declared: str = "") -> Decoded | None:
    """Turn bytes into text.

    Args:
        content: The whole of the bytes.
        declared: What a header or a page says it is; believed only when it makes sense.

    Returns:
        The text; None when the bytes are not text at all.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _with_losses(content, encoding)
    wide = _wide_without_mark(content)
    if wide:
        return _with_losses(content, wide, guessed=True)
    if _CONTROL.search(content):
        return None
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if _is_damaged_utf8(content):
        return _with_losses(content, "utf-8")
    return _with_losses(content, _most_plausible(content, declared), guessed=True)


def _wide_without_mark(content: bytes) -> str | None:
    """UTF-16 without a mark, by sense: most characters must belong somewhere, and no other reading may be cheaper."""
    sample = content[:_SAMPLE_BYTES]
    if len(content) % 2 or len(sample) < 4 or (sample.isascii() and _CONTROL.search(sample) is None):
        return None
    cost, encoding = min(_costs(sample, (("utf-16-le", 0.0), ("utf-16-be", 1.0))))
    if cost > _SENSIBLE_WIDE_BITS * len(sample) / 2:
        return None
    if _CONTROL.search(sample):
        return encoding
    # Without a zero or another control there is nothing but sense that tells UTF-16 from GBK.
    return encoding if not _is_utf8(sample) and cost + 4 < min(_costs(sample, _LEGACY))[0] else None


def _is_utf8(sample: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _is_damaged_utf8(content: bytes) -> bool:
    """UTF-8 with a few broken bytes is still UTF-8: its structure does not come about by chance."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond_ascii = sum(1 for char in text if char >= "\u0080") - broken
    return beyond_ascii >= 8 and broken <= max(1, _BROKEN_UTF8_SHARE * beyond_ascii)


def _most_plausible(content: bytes, declared: str) -> str:
    sample = _telling_part(content)
    candidates = list(_LEGACY)
    name = _known(declared)
    if name:
        candidates = [(encoding, cost) for encoding, cost in candidates if encoding != name]
        candidates.append((name, -_DECLARED_BONUS))
    cost, encoding = min(_costs(sample, tuple(candidates)))
    if cost > _SENSELESS_BITS_PER_BYTE * len(sample):
        best = from_bytes(content[:_SAMPLE_BYTES]).best()
        if best is not None and best.encoding != "ascii":
            return best.encoding
    return encoding


def _costs(sample: bytes, candidates: tuple[tuple[str, float], ...]) -> list[tuple[float, str]]:
    return [(bits_of(sample.decode(encoding, "replace")) + cost, encoding) for encoding, cost in candidates]


def _telling_part(content: bytes) -> bytes:
    """The first lines with bytes beyond ASCII, up to a sample: the rest says nothing about the encoding."""
    if len(content) <= _SAMPLE_BYTES:
        return content
    first = _BEYOND_ASCII.search(content)
    start = content.rfind(b"\n", 0, first.start()) + 1 if first else 0
    if first:
        start = max(start, first.start() - _SAMPLE_BYTES // 4)
    lines: list[bytes] = []
    size = 0
    for line in content[start : start + 100 * _SAMPLE_BYTES].splitlines(keepends=True):
        if line.isascii():
            continue
        lines.append(line[:_SAMPLE_BYTES])
        size += len(lines[-1])
        if size >= _SAMPLE_BYTES:
            break
    return b"".join(lines) or content[:_SAMPLE_BYTES]


def _known(declared: str) -> str:
    """The encoding a declaration means: pages that say gb2312 use GBK, those that say latin-1 use windows-1252."""
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name if declared.strip() else ""
    except LookupError:
        return ""
    wider = {
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "big5": "big5hkscs",
        "cp950": "big5hkscs",
        "tis-620": "cp874",
        "iso8859-11": "cp874",
        "iso8859-1": "cp1252",
        "ascii": "",
        "utf-8": "",
    }
    name = wider.get(name, name)
    return name if name and codecs.lookup(name)._is_text_encoding else ""


def _with_losses(content: bytes, encoding: str, *, guessed: bool = False) -> Decoded:
    text = content.decode(encoding, "replace").removeprefix("\ufeff")
    name = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    return Decoded(text, name, guessed=guessed, unreadable=text.count("\ufffd"))

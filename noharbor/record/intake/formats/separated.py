"""Tables as text: values separated by commas, semicolons, tabs or bars, in any encoding."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from pathlib import Path

from noharbor.record.intake.errors import BinaryFile, BrokenTable, TableTooLarge
from noharbor.record.intake.formats.findings import Findings
from noharbor.record.intake.formats.format import Extracted, Sample, clean_text
from noharbor.record.intake.formats.quoting import pairs_up, rows_of
from noharbor.record.intake.formats.tables import CellCount, extracted_tables, table_of
from noharbor.record.intake.formats.text import notices_of
from noharbor.record.intake.notices import Notice, NoticeCode
from noharbor.science.scripts.encodings import Decoded, decode, looks_like_text

_NAMED_SO = (".csv", ".tsv", ".tab")
_SEPARATORS = (",", ";", "\t", "|", "，", "；")
_SAMPLE_LINES = 60
#: Excel's own hint, which it writes and then shows to nobody.
_HINT = re.compile(r'"?sep=(.)"?\n?', re.IGNORECASE)
#: Databases fill fields up with zero bytes; with more of them than this it is no text.
_ZERO_SHARE = 0.05
#: Share of lines in UTF-8, of those beyond ASCII, from which the others count as added by somebody else.
_UTF8_SHARE = 0.2
_THREE_BYTES = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}")


class SeparatedValues:
    """Comma- and tab-separated tables."""

    kind = "table"
    media_type = "text/csv"
    extensions: tuple[str, ...] = (".csv", ".tsv", ".tab", ".txt")
    extractor = "csv"
    version = "2"

    def recognise(self, sample: Sample) -> bool:
        """Text named as a table; or, whatever its name, at least four lines with the same number of tabs."""
        named_so = sample.extension in _NAMED_SO
        if not looks_like_text(sample.head):
            return named_so and _few_zeros(sample.head) and looks_like_text(sample.head.replace(b"\0", b""))
        if named_so:
            return True
        if sample.head.count(b"\t") < 4:
            return False
        decoded = decode(sample.head[:16_384])
        lines = [line for line in (decoded.text if decoded else "").splitlines()[:_SAMPLE_LINES] if line.strip()]
        counts = {line.count("\t") for line in lines[:-1]}
        return len(lines) >= 4 and len(counts) == 1 and counts != {0}

    def extract(self, sample: Sample, carry_to: Path) -> Extracted:  # noqa: ARG002  Nothing is carried.
        """Decode, find the separator, and take the rows."""
        decoded, notices = decoded_lines(sample.path.read_bytes())
        text = clean_text(decoded.text)
        hint = _HINT.match(text)
        if hint:
            text = text[hint.end() :]
        separator = hint.group(1) if hint else separator_of(text)
        findings, counted = Findings(), CellCount()
        try:
            table = table_of("", rows_of(text, separator, findings), counted, findings)
        except csv.Error as trouble:
            raise BrokenTable from trouble
        except TableTooLarge:
            # A table that is too large only because a mark was taken as it stands is a broken one.
            if '"' in text and not pairs_up(text, separator):
                raise BrokenTable from None
            raise
        notices = (*notices, *notices_of(decoded), *findings.notices())
        return extracted_tables([table] if table else [], encoding=decoded.encoding, notices=notices)


def decoded_lines(content: bytes) -> tuple[Decoded, tuple[Notice, ...]]:
    """Decode a table, of which some lines may be encoded otherwise, as happens where several people add to it.

    Raises:
        BinaryFile: It is not text.
    """
    notices: tuple[Notice, ...] = ()
    decoded = _mixed(content) or decode(content)
    if decoded is None and _few_zeros(content):
        notices = (Notice(NoticeCode.ZERO_BYTES_REMOVED, {"count": content.count(0)}),)
        content = content.replace(b"\0", b"")
        decoded = _mixed(content) or decode(content)
    if decoded is None:
        raise BinaryFile
    if isinstance(decoded, Decoded):
        return decoded, notices
    whole, others, encoding = decoded
    return whole, (*notices, Notice(NoticeCode.ENCODINGS_MIXED, {"count": others, "encoding": encoding}))


def _few_zeros(content: bytes) -> bool:
    return 0 < content.count(0) <= _ZERO_SHARE * len(content)


def _mixed(content: bytes) -> tuple[Decoded, int, str] | None:
    """A table of which many lines are UTF-8 and some are not, with their number and encoding; None where it is not."""
    if b"\0" in content[:4096] or _is_utf8(content):
        return None
    lines = content.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True)
    beyond = [line for line in lines if not line.isascii()]
    strange = [line for line in beyond if not _is_utf8(line)]
    # Two bytes of another encoding may look like UTF-8 (女 in GBK does), three hardly ever.
    certain = sum(1 for line in beyond if _THREE_BYTES.search(line) and _is_utf8(line))
    if certain < max(2, _UTF8_SHARE * len(beyond)):
        return None
    other = decode(b"".join(strange))
    if other is None or other.encoding == "utf-8":
        # Broken UTF-8, not another encoding.
        return None
    foreign = set(strange)
    words = [line.decode(other.encoding if line in foreign else "utf-8", "replace") for line in lines]
    text = "".join(words)
    return Decoded(text, "utf-8", unreadable=text.count("\ufffd")), len(strange), other.encoding


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def separator_of(text: str) -> str:
    """Find the sign that parts the values: it cuts most lines into the same number of values, at least two."""
    lines = text.split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES]
    sample = "\n".join(line[:20_000] for line in lines)
    best, best_worth = ",", 0.0
    for separator in _SEPARATORS:
        try:
            widths = Counter(len(row) for row in csv.reader(io.StringIO(sample), delimiter=separator) if row)
        except csv.Error:
            continue
        width, times = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
        worth = times / max(1, widths.total()) + min(width, 50) / 100 if width > 1 else 0.0
        if worth > best_worth:
            best, best_worth = separator, worth
    return best


SEPARATED_VALUES = SeparatedValues()

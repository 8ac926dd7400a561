"""Tables as text: values separated by commas, semicolons, tabs or bars, in any encoding."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

from noharbor.record.intake.errors import BrokenTable
from noharbor.record.intake.formats.format import Extracted, Sample, clean_text
from noharbor.record.intake.formats.tables import CellCount, extracted_tables, table_of
from noharbor.record.intake.formats.text import decoded_file, notices_of
from noharbor.record.intake.limits import MAX_CELL_CHARACTERS
from noharbor.science.scripts.encodings import decode, looks_like_text

_NAMED_SO = (".csv", ".tsv", ".tab")
_SEPARATORS = (",", ";", "\t", "|", "，", "；")
_SAMPLE_LINES = 60


class SeparatedValues:
    """Comma- and tab-separated tables."""

    kind = "table"
    media_type = "text/csv"
    extensions: tuple[str, ...] = (".csv", ".tsv", ".tab", ".txt")
    extractor = "csv"
    version = "1"

    def recognise(self, sample: Sample) -> bool:
        """Text named as a table; or, whatever its name, at least four lines with the same number of tabs."""
        if not looks_like_text(sample.head):
            return False
        if sample.extension in _NAMED_SO:
            return True
        if sample.head.count(b"\t") < 4:
            return False
        decoded = decode(sample.head[:16_384])
        lines = [line for line in (decoded.text if decoded else "").splitlines()[:_SAMPLE_LINES] if line.strip()]
        counts = {line.count("\t") for line in lines[:-1]}
        return len(lines) >= 4 and len(counts) == 1 and counts != {0}

    def extract(self, sample: Sample, carry_to: Path) -> Extracted:  # noqa: ARG002  Nothing is carried.
        """Decode, find the separator, and take the rows."""
        decoded = decoded_file(sample)
        text = clean_text(decoded.text)
        # Excel's own hint, which it writes and then shows to nobody.
        separator = ""
        if text[:4].lower() == "sep=" and len(text) > 5:
            separator, text = text[4], text[5:].lstrip("\n")
        csv.field_size_limit(MAX_CELL_CHARACTERS)
        rows = csv.reader(io.StringIO(text), delimiter=separator or separator_of(text))
        try:
            table = table_of("", rows, CellCount())
        except csv.Error as trouble:
            raise BrokenTable from trouble
        return extracted_tables([table] if table else [], encoding=decoded.encoding, notices=notices_of(decoded))


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

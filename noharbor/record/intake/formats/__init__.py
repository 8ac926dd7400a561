"""The kinds of file that can be read. Type is decided by content, in this order; the name only tells a notice.

A further kind is a module with the shape of `format.Format` and one line here.
"""

from __future__ import annotations

from noharbor.record.intake.formats.format import Extracted, Format, Sample
from noharbor.record.intake.formats.page import WEB_PAGE
from noharbor.record.intake.formats.text import PLAIN_TEXT

#: First match wins.
FORMATS: tuple[Format, ...] = (
    WEB_PAGE,
    PLAIN_TEXT,
)

__all__ = ["FORMATS", "Extracted", "Format", "Sample", "format_named"]


def format_named(kind: str) -> Format:
    """Return the format of a kind.

    Raises:
        KeyError: There is none.
    """
    for candidate in FORMATS:
        if candidate.kind == kind:
            return candidate
    raise KeyError(kind)

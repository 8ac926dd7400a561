"""From what the sandbox gave to what is kept: the words, their repaired twin, their language and fingerprint."""

from __future__ import annotations

import datetime
import tempfile
from dataclasses import dataclass
from pathlib import Path

from noharbor.record.intake.errors import FileTooLarge
from noharbor.record.intake.extraction import Reading, read
from noharbor.record.intake.formats.format import clean_text
from noharbor.record.intake.limits import MAX_FILE_BYTES, MAX_FILE_MB
from noharbor.record.intake.names import clean_name
from noharbor.record.intake.notices import Notice, NoticeCode
from noharbor.science.scripts.languages import language_of
from noharbor.science.scripts.resemblance import Fingerprint, fingerprint
from noharbor.science.scripts.zawgyi import repaired

_EARLIEST_YEAR = 1980


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a source.

    Attributes:
        text: What is read and shown: the repaired text where there is one.
        original: The text as the bytes spell it, where it had to be repaired; "" otherwise.
        language: BCP 47, found out from the text.
        published: ISO 8601 day the file states; "" when it does not.
    """

    text: str
    original: str
    language: str
    title: str
    publisher: str
    published: str
    fingerprint: Fingerprint
    notices: tuple[Notice, ...]

    @property
    def published_day(self) -> datetime.date | None:
        """The day of publication; None where the file states none, or one that cannot be."""
        try:
            day = datetime.date.fromisoformat(self.published)
        except ValueError:
            return None
        return day if day.year >= _EARLIEST_YEAR else None


def words_from(reading: Reading) -> Words:
    """Repair, name the language and take the fingerprint of what was read."""
    text, original, title = reading.text, "", reading.title
    notices = reading.notices
    in_unicode = repaired(text)
    if in_unicode != text:
        text, original = in_unicode, text
        # A short title is judged together with its text.
        title = repaired(f"{_line(title)}\n{original}").split("\n", 1)[0]
        notices = (*notices, Notice(NoticeCode.ZAWGYI_REPAIRED))
    return Words(
        text=text,
        original=original,
        language=language_of(text),
        title=_line(title)[:500],
        publisher=_line(reading.publisher)[:200],
        published=reading.published,
        fingerprint=fingerprint(text),
        notices=notices,
    )


def words_of(path: Path, name: str = "") -> Words:
    """Read a file that is not to be kept, as the command line does.

    Raises:
        FileNotFoundError: There is no such file.
        FileTooLarge: It is beyond the limit.
        IntakeProblem: It cannot be read; the class says why and what to do.
    """
    if path.stat().st_size > MAX_FILE_BYTES:
        raise FileTooLarge(limit_megabytes=MAX_FILE_MB)
    with tempfile.TemporaryDirectory() as folder:
        return words_from(read(path.resolve(), clean_name(name or path.name), Path(folder)))


def _line(words: str) -> str:
    return " ".join(clean_text(words).split())

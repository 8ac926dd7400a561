"""Plain text in any encoding, page furniture and all: what tells nothing is left to the readers to pass over."""

from __future__ import annotations

from pathlib import Path

from noharbor.record.intake.errors import BinaryFile
from noharbor.record.intake.formats.format import Extracted, Sample, checked_text, first_line_as_title
from noharbor.record.intake.notices import Notice, NoticeCode
from noharbor.science.scripts.encodings import Decoded, decode, looks_like_text


class PlainText:
    """Text files."""

    kind = "text"
    media_type = "text/plain"
    extensions: tuple[str, ...] = (
        ".txt",
        ".text",
        ".md",
        ".log",
        ".srt",
        ".json",
        ".jsonl",
        ".xml",
        ".yaml",
        ".yml",
        "",
    )
    extractor = "plain text"
    version = "1"

    def recognise(self, sample: Sample) -> bool:
        """Bytes that are characters in some encoding."""
        return looks_like_text(sample.head)

    def extract(self, sample: Sample, carry_to: Path) -> Extracted:  # noqa: ARG002  Nothing is carried.
        """Decode the bytes; change nothing else."""
        decoded = decoded_file(sample)
        text = checked_text(decoded.text)
        return Extracted(
            text=text,
            title=first_line_as_title(text),
            encoding=decoded.encoding,
            notices=notices_of(decoded),
        )


def decoded_file(sample: Sample, declared: str = "") -> Decoded:
    """Decode a whole file.

    Raises:
        BinaryFile: It begins like text and goes on like something else.
    """
    content = sample.path.read_bytes()
    decoded = decode(content, declared=declared)
    if decoded is None:
        raise BinaryFile
    return decoded


def notices_of(decoded: Decoded) -> tuple[Notice, ...]:
    """What to tell about how a text was decoded."""
    notices = []
    if decoded.guessed:
        notices.append(Notice(NoticeCode.ENCODING_GUESSED, {"encoding": decoded.encoding}))
    if decoded.unreadable:
        notices.append(Notice(NoticeCode.UNREADABLE_CHARACTERS, {"count": decoded.unreadable}))
    return tuple(notices)


PLAIN_TEXT = PlainText()

"""E-mail (.eml) and pages saved whole (.mhtml): who wrote to whom when, the best body, and attachments of their own."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from pathlib import Path

from noharbor.record.intake.errors import BrokenMail, EncryptedMail, IntakeProblem
from noharbor.record.intake.formats.format import Attachment, Extracted, Sample, checked_text, clean_text
from noharbor.record.intake.formats.page import article_of
from noharbor.record.intake.limits import MAX_ATTACHMENTS, MAX_MAIL_DEPTH, MAX_MAIL_PARTS
from noharbor.record.intake.notices import Notice, NoticeCode
from noharbor.science.scripts.encodings import decode

_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?\S", re.MULTILINE)
_TELLING = {
    b"received", b"message-id", b"mime-version", b"return-path", b"delivered-to", b"content-type", b"x-mailer",
    b"dkim-signature", b"arc-seal",
}  # fmt: skip
_USUAL = {b"from", b"to", b"subject", b"date", b"cc", b"sender", b"reply-to"}
#: Kept as the first lines of the text, in this order.
_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_PICTURES = ("image/",)
_PARSED_BYTES = 60 * 1024 * 1024


class Letter:
    """E-mail messages."""

    kind = "eml"
    media_type = "message/rfc822"
    extensions: tuple[str, ...] = (".eml", ".mht", ".mhtml", ".txt")
    extractor = "e-mail"
    version = "1"

    def recognise(self, sample: Sample) -> bool:
        """A block of headers at the very beginning; a note that opens with From: and Subject: alone is a note."""
        head = sample.head.lstrip(b"\r\n\xef\xbb\xbf")
        if head.startswith(b"From "):
            head = head.split(b"\n", 1)[-1]
        if not _HEADER.match(head):
            return False
        block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
        names = {name.lower() for name in _HEADER.findall(block)}
        if sample.extension in {".eml", ".mht", ".mhtml"}:
            return len(names & (_TELLING | _USUAL)) >= 2
        return len(names & _TELLING) >= 2

    def extract(self, sample: Sample, carry_to: Path) -> Extracted:
        """Take out headers and body; write attachments to `carry_to`."""
        message = _parsed(sample)
        if message.get_content_type() in {"application/pkcs7-mime", "multipart/encrypted"}:
            raise EncryptedMail
        headers = [f"{name}: {_header(message, name)}" for name in _SHOWN if _header(message, name)]
        body, page = _body(message)
        saved_page = page is not None and sample.extension in {".mht", ".mhtml"}
        text = body if saved_page else "\n".join([*headers, "", body])
        attachments, left = _attachments(message, carry_to)
        notices = (Notice(NoticeCode.ATTACHMENTS_LEFT, {"names": ", ".join(left)}),) if left else ()
        return Extracted(
            text=checked_text(text),
            title=_header(message, "Subject")[:500],
            published=_day(message) or (page.published if page else ""),
            publisher=(page.publisher if saved_page and page else _header(message, "From"))[:200],
            notices=notices,
            attachments=attachments,
        )


def _parsed(sample: Sample) -> EmailMessage:
    with sample.path.open("rb") as file:
        content = file.read(_PARSED_BYTES + 1)
    try:
        message = email.message_from_bytes(content, policy=email.policy.default)
        depth, parts = _measure(message)
    except (RecursionError, ValueError, LookupError, AssertionError, AttributeError, IndexError) as trouble:
        raise BrokenMail from trouble
    if depth > MAX_MAIL_DEPTH or parts > MAX_MAIL_PARTS or not isinstance(message, EmailMessage):
        raise BrokenMail
    return message


def _measure(message: object) -> tuple[int, int]:
    """Depth and number of parts, without recursion: the nesting is the attack."""
    deepest, parts = 0, 0
    waiting = [(message, 1)]
    while waiting:
        part, depth = waiting.pop()
        deepest, parts = max(deepest, depth), parts + 1
        inner = part.get_payload() if getattr(part, "is_multipart", bool)() else []  # type: ignore[attr-defined]
        waiting.extend((child, depth + 1) for child in inner)
    return deepest, parts


def _header(message: MIMEPart, name: str) -> str:
    try:
        value = str(message.get(name) or "")
    except (ValueError, LookupError, AttributeError, IndexError, TypeError):
        # Headers that break the rules break the library; the letter is still worth reading.
        return ""
    return " ".join(clean_text(value).split())


def _day(message: MIMEPart) -> str:
    try:
        return parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except (ValueError, TypeError):
        return ""


def _body(message: MIMEPart) -> tuple[str, Extracted | None]:
    """The plain text where it says something, otherwise the article of the page."""
    plain = _best(message, "plain")
    words = _words(plain) if plain is not None else ""
    if sum(map(str.isalnum, words)) >= 20:
        return words, None
    page = _best(message, "html")
    if page is None:
        return words, None
    try:
        article = article_of(_words(page))
    except IntakeProblem:
        # A page in which nothing can be read is no reason to lose the few words beside it.
        return words, None
    return article.text, article


def _best(message: MIMEPart, subtype: str) -> MIMEPart | None:
    for part in _leaves(message):
        if part.get_content_type() == f"text/{subtype}" and part.get_content_disposition() != "attachment":
            return part
    return None


def _leaves(message: MIMEPart) -> Iterator[MIMEPart]:
    """The parts of this letter; letters inside it are attachments and are not looked into."""
    if message.get_content_maintype() == "multipart" and message.is_multipart():
        for part in message.iter_parts():
            yield from _leaves(part)
    else:
        yield message


def _words(part: MIMEPart) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return str(part.get_payload())
    decoded = decode(content, declared=part.get_content_charset() or "")
    return clean_text(decoded.text) if decoded else ""


def _attachments(message: MIMEPart, carry_to: Path) -> tuple[tuple[Attachment, ...], list[str]]:
    """Write out what is worth an arrival of its own; pictures in a signature are not."""
    carried: list[Attachment] = []
    left: list[str] = []
    for number, part in enumerate(_leaves(message)):
        inner_letter = part.get_content_type() == "message/rfc822"
        if part.get_content_disposition() != "attachment" and not inner_letter and not part.get_filename():
            continue
        name = clean_text(part.get_filename() or "") or (f"letter-{number}.eml" if inner_letter else f"part-{number}")
        content = _content(part)
        if not content or len(carried) >= MAX_ATTACHMENTS or part.get_content_type().startswith(_PICTURES):
            left.append(" ".join(name.split()))
            continue
        path = carry_to / f"carried-{len(carried)}"
        path.write_bytes(content)
        carried.append(Attachment(name, str(path)))
    return tuple(carried), left[:MAX_ATTACHMENTS]


def _content(part: MIMEPart) -> bytes:
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        inner = part.get_payload(0)
        return bytes(inner) if isinstance(inner, MIMEPart) else b""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


LETTER = Letter()

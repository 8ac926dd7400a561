"""Web pages: the article taken out by trafilatura, without menus, comment forms and other furniture of the page."""

from __future__ import annotations

import re
from configparser import ConfigParser
from dataclasses import replace
from pathlib import Path

from noharbor.record.intake.errors import BrokenPage
from noharbor.record.intake.formats.format import Extracted, Sample, checked_text, clean_text
from noharbor.record.intake.formats.markup_tables import tables_of_page
from noharbor.record.intake.formats.text import decoded_file, notices_of
from noharbor.record.intake.notices import Notice

_DECLARED = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)|<\?xml[^>]+encoding=[\"']([A-Za-z0-9_.-]+)", re.I
)
_TAGS = re.compile(r"<(?:html|head|body|article|div|p|h1|title|meta|table)[\s>]", re.IGNORECASE)
#: Elements whose words are not the page's own.
_FURNITURE = ("script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "svg", "iframe")
_TITLE_WITHIN_LINES = 8
_BLOCKS = (
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "tr",
    "br",
    "section",
    "article",
    "blockquote",
    "table",
)


class WebPage:
    """Saved web pages."""

    kind = "html"
    media_type = "text/html"
    extensions: tuple[str, ...] = (".html", ".htm", ".xhtml", ".php", ".asp", ".aspx", ".shtml")
    extractor = "trafilatura"
    version = "1"

    def recognise(self, sample: Sample) -> bool:
        """A document type, or the elements a page is made of, near its beginning."""
        head = sample.head[:4096].replace(b"\x00", b"").decode("latin-1").lstrip("\ufeffÿþï»¿ \r\n\t").lower()
        if head.startswith(("<!doctype html", "<html")):
            return True
        return head.startswith("<") and len(set(_TAGS.findall(head))) >= 2

    def extract(self, sample: Sample, carry_to: Path) -> Extracted:  # noqa: ARG002  Nothing is carried.
        """Take out title, day, site and article, and the tables of the page."""
        declared = _DECLARED.search(sample.head[:4096])
        name = next((group for group in declared.groups() if group), b"").decode("ascii") if declared else ""
        decoded = decoded_file(sample, declared=name)
        article = article_of(decoded.text, encoding=decoded.encoding, notices=notices_of(decoded) if not name else ())
        return replace(article, tables=tables_of_page(decoded.text))


def article_of(markup: str, *, encoding: str = "", notices: tuple[Notice, ...] = ()) -> Extracted:
    """Take the article out of a page's markup.

    Raises:
        BrokenPage: Nothing can make sense of it.
        NoWordsFound: There are no words.
    """
    from trafilatura import bare_extraction

    markup = clean_text(markup)
    if not markup.strip():
        raise BrokenPage
    # The parser refuses text that declares an encoding, which is settled by now.
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup)
    found = bare_extraction(
        markup,
        config=_settings(),
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        # A day that merely stands in the article is no day of publication, and all relative days would hang on it.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    told = {name: _line(getattr(found, name, None)) for name in ("title", "date", "sitename")}
    title = told["title"]
    body = str(getattr(found, "text", None) or "")
    body = body if sum(map(str.isalnum, body)) >= 40 else _all_words(markup) or body
    return Extracted(
        text=checked_text(_with_title(title, body)),
        title=title[:500],
        published=told["date"][:10],
        publisher=told["sitename"][:200],
        encoding=encoding,
        notices=notices,
    )


def _settings() -> ConfigParser:
    from trafilatura.settings import use_config

    settings = use_config()
    # An article of 80 Han characters is a whole one; by default the library takes whatever is shorter than 250 for a
    # failure, and falls back to all words of the page.
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "60")
    settings.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    return settings


def _with_title(title: str, body: str) -> str:
    """Begin with the title, once. What stands above it in the body is the way to the page, not the page."""
    lines = body.strip().split("\n")
    if not title:
        return "\n".join(lines)
    for number, line in enumerate(lines[:_TITLE_WITHIN_LINES]):
        if _same(line, title):
            return "\n".join([title, "", *lines[number + 1 :]])
    return "\n".join([title, "", *lines])


def _same(one: str, other: str) -> bool:
    return "".join(filter(str.isalnum, one)).casefold() == "".join(filter(str.isalnum, other)).casefold()


def _all_words(markup: str) -> str:
    """All words of a page too small for the extractor, block by block."""
    from lxml import html

    try:
        page = html.document_fromstring(markup)
    except (ValueError, html.etree.ParserError):
        raise BrokenPage from None
    for element in page.xpath("|".join(f"//{name}" for name in _FURNITURE)):
        element.drop_tree()
    for element in page.iter(*_BLOCKS):
        element.tail = "\n" + (element.tail or "")
        if element.tag == "br":
            continue
        element.text = "\n" + (element.text or "")
    body = page.find("body")
    words = (body if body is not None else page).text_content()
    return "\n".join(line for line in (" ".join(line.split()) for line in words.split("\n")) if line)


def _line(words: str | None) -> str:
    return " ".join((words or "").split())


WEB_PAGE = WebPage()

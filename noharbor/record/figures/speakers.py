"""Who says a figure: one body as one speaker in whatever language, and kept apart where that is not sure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from noharbor.reference.tables import simplify, table
from noharbor.science.places.bodies import find_bodies

#: Who speaks for a body, around its name.
_MOUTHPIECE = re.compile(
    r"^(?:(?:the|a|an|its|official|chief) )*(?:spokes(?:man|woman|person)|statement|report) (?:of|for|by|from) "
    r"|^the "
    r"| (?:spokes(?:man|woman|person)|officials?|sources?)$"
    r"|(?:新闻)?发言人$",
    re.IGNORECASE,
)
#: Words that name the telling and nobody who tells, in simplified characters and small letters.
_NOBODY = re.compile(r"(?:the )?(?:reports?|notice|news)|(?:报道|报导|通报|消息|新闻|公告)(?:[又还也]?[称说指]?)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a figure.

    Attributes:
        key: What makes two one speaker: the body in the reference, or the words together with the publisher, since
            "officials" are others in another paper.
        words: As the source names them; the publisher where it names nobody.
        body: Id of the reference; empty where it knows none.
        is_publisher: Whether nobody is named, so that the source itself speaks.
    """

    key: str
    words: str
    body: str = ""
    is_publisher: bool = False


@lru_cache(maxsize=8_192)
def speaker_of(named: str, publisher: str, language: str, acting: tuple[str, ...] = ()) -> Speaker:
    """Return who says what a statement says.

    Args:
        named: The speaker as the statement has it; may be empty.
        publisher: Of its source; the source's title where no publisher is known.
        language: BCP 47 tag of the source.
        acting: The states whose authorities act in the statement, ISO 3166-1 alpha-2: whose "Ministry of Public
            Security" it is, where only one of them has a body of that name.
    """
    words = " ".join(named.split())
    if not words or _NOBODY.fullmatch(simplify(words).lower()):
        body = _body(publisher, language)
        return Speaker(f"body:{body}" if body else f"publisher:{_plain(publisher)}", publisher, body, True)
    body = _body(words, language, acting)
    return Speaker(f"body:{body}" if body else f"words:{_plain(words)}:{_plain(publisher)}", words, body)


def _plain(words: str) -> str:
    return simplify(words).casefold()


def _body(words: str, language: str, acting: tuple[str, ...] = ()) -> str:
    """The body the words name and nothing else, or those who speak for it; empty where it is not sure."""
    bare = simplify(words)
    while (shorter := _MOUTHPIECE.sub("", bare).strip()) != bare:
        bare = shorter
    whole = next((one for one in find_bodies(bare, language) if (one.start, one.end) == (0, len(bare))), None)
    return (whole.body or _owner(bare, acting)) if whole else ""


def _owner(name: str, acting: tuple[str, ...]) -> str:
    """The body of an acting state, where bodies of several states bear a name and only one of these states acts."""
    rows = table("bodies").items()
    if not any(name in row.get("shared", ()) for _body, row in rows):
        return ""
    bearers = [
        body
        for body, row in rows
        if row["country"] in acting and any(_bears(one, name) for names in row["names"].values() for one in names)
    ]
    return str(bearers[0]) if len(bearers) == 1 else ""


def _bears(written: str, name: str) -> bool:
    """Whether a body bears a name: "Lao Ministry of …" does, an office "of the Ministry of …" does not."""
    return written.endswith(name) and " of " not in written.removesuffix(name)

"""E-mail addresses: small letters, the domain as `domain` writes it.

RFC 5321; by it the part before "@" may mind capitals, but no service that matters here does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from noharbor.science.identifiers.domain import host_of
from noharbor.science.identifiers.finding import always, found, pattern_of
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind
from noharbor.science.identifiers.written import typed

_AT = r"[ ]?(?:@|\[at\]|\(at\)|\{at\}|\[@\])[ ]?"
_LOCAL = r"[a-z0-9!#$%&'*+/=?^_`{|}~\-]{1,64}(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~\-]{1,64}){0,8}"
_FORM = re.compile(rf"(?:e-?mail\s*[:=]\s*|mailto:|<)?\s*({_LOCAL}){_AT}([^@\s]{{3,260}}?)>?", re.IGNORECASE | re.ASCII)
_DOT = r"(?:\[\.\]|\(\.\)|\[dot\]|\(dot\)|\.)"
_PATTERN = pattern_of(
    rf"[a-z0-9_][a-z0-9._%+\-]{{0,63}}{_AT}[a-z0-9\-]{{1,63}}(?:{_DOT}[a-z0-9\-]{{1,63}}){{1,8}}",
    (),
    edge="A-Za-z0-9@",
)


class Email:
    """Reads e-mail addresses."""

    kind = IdentifierKind.EMAIL

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read an e-mail address, defanged or not; the region plays no part."""
        form = _FORM.fullmatch(typed(text).rstrip(".,;"))
        host = host_of(form[2]) if form else ""
        if not form or not host or len(form[1]) > 64:
            return None
        return Identifier(self.kind, f"{form[1].lower()}@{host}")

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find e-mail addresses."""
        return found(self, _PATTERN, text, region, alone=always)


EMAIL = Email()

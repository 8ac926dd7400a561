"""What the handles of all chat services have in common: a word that names the service, or an address around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from noharbor.science.identifiers.finding import always, found, in_order, pattern_of
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind
from noharbor.science.identifiers.phone import PHONE
from noharbor.science.identifiers.written import Written, typed

#: Between the name of a service and a handle: "Line at the bridge" and "Telegram groups" hold none.
_SAYS_HANDLE = re.compile(r"[:=@#]|\bid\b|[号號为為是加]|^(?:加V|VX|WX)|ไอดี|แอด", re.IGNORECASE)
#: What is a handle without that: "@" before it, letters with digits or "_" inside, many digits.
_LIKE_HANDLE = re.compile(
    r"@|[A-Za-z._\-]{0,30}[A-Za-z][._\-]?[0-9_]|[0-9]{1,5}[A-Za-z]|\+?[0-9][0-9 .\-]{6}", re.ASCII
)


def small(handle: str, region: str) -> str:
    """Handles in which neither capitals nor the "@" before them mean anything."""
    return handle.lower().removeprefix("@")


def as_phone(handle: str, region: str) -> str:
    """Handles that are phone numbers: E.164 where the country can be told, else digits."""
    phone = PHONE.read(handle, region)
    return phone.value if phone else ""


@dataclass(frozen=True)
class ChatService:
    """Reads handles of one service.

    Attributes:
        name: The service, in small letters.
        handle: Regular expression of a handle in plain text, repetitions bounded.
        addresses: Regular expressions of what stands before a handle in addresses of the service.
        announced_by: Words that name the service.
        canonical: Makes the one form of a handle, region given; "" where it is none.
    """

    name: str
    handle: str
    addresses: tuple[str, ...]
    announced_by: tuple[str, ...]
    canonical: Callable[[str, str], str] = small
    kind: IdentifierKind = IdentifierKind.CHAT_HANDLE

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read a handle of this service: alone, behind a word that names the service, or in an address of it.

        Args:
            text: Text that is supposed to be a handle.
            region: The state whose phone numbers the source writes, for services whose handles are phones.
        """
        written = typed(text)
        for pattern in (self._in_address(), self._announced()):
            match = pattern.search(written)
            if match and (match["said"] or pattern is self._in_address()):
                return self._of(match["value"], region)
        return self._of(written, region) if re.fullmatch(f"@?{self.handle}", written, re.I | re.A) else None

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find handles behind a word that names the service, and in addresses of it."""
        return in_order(
            found(_Bare(self), self._in_address(), text, region, alone=always), self._found_announced(text, region)
        )

    def _found_announced(self, text: str, region: str) -> Iterator[tuple[int, int, Identifier]]:
        written = Written(text)
        for match in self._announced().finditer(written.plain):
            between = written.plain[match.start() : match.start("value")]
            if match["said"] and (_SAYS_HANDLE.search(between) or _LIKE_HANDLE.match(match["value"])):
                handle = self._of(match["value"], region)
                if handle is not None:
                    yield (*written.span(*match.span("value")), handle)

    def of(self, handle: str, region: str) -> Identifier | None:
        """The identifier of a bare handle."""
        return self._of(handle, region)

    def _of(self, handle: str, region: str) -> Identifier | None:
        value = self.canonical(handle.strip(), region)
        return Identifier(self.kind, value, service=self.name) if value else None

    def _announced(self) -> re.Pattern[str]:
        return pattern_of(rf"@?{self.handle}", self.announced_by, edge="A-Za-z0-9@/.")

    def _in_address(self) -> re.Pattern[str]:
        said = "|".join(self.addresses)
        return re.compile(
            rf"(?<![A-Za-z0-9.\-])(?P<said>(?:https?://)?(?:www\.|m\.)?(?:{said}))(?P<value>{self.handle})(?![A-Za-z0-9_])",
            re.IGNORECASE | re.ASCII,
        )


@dataclass(frozen=True)
class _Bare:
    """Reads what a pattern of the service pointed at, without looking for the service's name again."""

    service: ChatService
    kind: IdentifierKind = IdentifierKind.CHAT_HANDLE

    def read(self, text: str, region: str = "") -> Identifier | None:
        return self.service.of(text, region)

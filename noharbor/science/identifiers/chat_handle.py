"""Handles of chat services, in the form of their service; a handle alone, with no service said, is nobody's."""

from __future__ import annotations

from collections.abc import Iterator

from noharbor.science.identifiers.chat_handles.facebook import FACEBOOK
from noharbor.science.identifiers.chat_handles.line import LINE
from noharbor.science.identifiers.chat_handles.qq import QQ
from noharbor.science.identifiers.chat_handles.telegram import TELEGRAM
from noharbor.science.identifiers.chat_handles.wechat import WECHAT
from noharbor.science.identifiers.chat_handles.whatsapp import WHATSAPP
from noharbor.science.identifiers.chat_handles.zalo import ZALO
from noharbor.science.identifiers.finding import in_order
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind, Member
from noharbor.science.identifiers.written import typed

#: Every service known here, alphabetical.
SERVICES: tuple[Member, ...] = (FACEBOOK, LINE, QQ, TELEGRAM, WECHAT, WHATSAPP, ZALO)


class ChatHandle:
    """Reads handles whose service the text names."""

    kind = IdentifierKind.CHAT_HANDLE

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read a handle behind the name of its service or in its address; None where neither says the service.

        Where a heading names the service, the service's own `read` takes the bare handle.
        """
        return next((handle for _, _, handle in self.find(typed(text), region)), None)

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find handles behind the name of their service, and in addresses."""
        return in_order(*(service.find(text, region) for service in SERVICES))


CHAT_HANDLE = ChatHandle()

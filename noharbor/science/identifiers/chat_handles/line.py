"""LINE: ids of one to twenty small letters, digits, dots, hyphens, underscores; of official accounts, "@" before.

LINE Help Center, "What is a LINE ID?". The "@" belongs to the id: it tells an official account from a person.
"""

from __future__ import annotations

from noharbor.science.identifiers.chat_handles.service import ChatService


def _canonical(handle: str, region: str) -> str:
    return handle.lower().replace("%40", "@")


LINE = ChatService(
    "line",
    handle=r"(?:@|%40)?[A-Za-z0-9._\-]{1,19}[A-Za-z0-9_\-]",
    addresses=(r"line\.me/(?:R/)?ti/p/~?", r"page\.line\.me/"),
    canonical=_canonical,
    announced_by=("LINE", "LINE ID", "line id", "LINE@", "ID LINE", "ไลน์", "ไลน์ไอดี", "ไอดีไลน์", "แอดไลน์"),
)

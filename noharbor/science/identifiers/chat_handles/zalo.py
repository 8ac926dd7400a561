"""Zalo: accounts are phone numbers, in E.164; of Viet Nam where neither the number nor the source says another state.

Addresses are "zalo.me/" and the number as dialled at home (Zalo Official Account documentation).
"""

from __future__ import annotations

from noharbor.science.identifiers.chat_handles.service import ChatService, as_phone


def _canonical(handle: str, region: str) -> str:
    return as_phone(handle, region or "VN")


ZALO = ChatService(
    "zalo",
    handle=r"\+?\d[\d .\-]{5,18}\d",
    addresses=(r"zalo\.me/",),
    announced_by=("Zalo", "số Zalo", "Zalo ID"),
    canonical=_canonical,
)

"""WhatsApp: accounts are phone numbers, in E.164.

WhatsApp Help Center, "How to use click to chat": "wa.me/" and the full international number, no "+" or zeros before it.
"""

from __future__ import annotations

from noharbor.science.identifiers.chat_handles.service import ChatService, as_phone

WHATSAPP = ChatService(
    "whatsapp",
    handle=r"\+?\d[\d \-]{5,18}\d",
    addresses=(r"wa\.me/", r"api\.whatsapp\.com/send/?\?phone=", r"whatsapp://send\?phone="),
    announced_by=("WhatsApp", "Whats App", "WA", "WS", "วอทส์แอป", "ဝပ်စ်အက်"),
    canonical=as_phone,
)

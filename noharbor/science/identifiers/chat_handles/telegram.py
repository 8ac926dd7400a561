"""Telegram: names of five to thirty-two letters, digits and underscores, the first a letter; capitals mean nothing.

Telegram FAQ, "Usernames". Names of four letters are sold on Fragment. Invitations ("t.me/+…") are no names.
"""

from __future__ import annotations

from noharbor.science.identifiers.chat_handles.service import ChatService

TELEGRAM = ChatService(
    "telegram",
    handle=r"[A-Za-z][A-Za-z0-9_]{3,31}",
    addresses=(
        r"(?:t|telegram)\.me/(?:s/)?(?!joinchat|addstickers|share)",
        r"telegram\.dog/",
        r"tg://resolve\?domain=",
    ),
    announced_by=("Telegram", "Telegram ID", "TG", "飞机", "飞机号", "纸飞机", "电报", "電報", "เทเลแกรม", "တယ်လီဂရမ်"),
)

"""QQ: five to eleven digits, the first not 0. Tencent gives them in order; the mail of the same number is no handle."""

from __future__ import annotations

from noharbor.science.identifiers.chat_handles.service import ChatService

QQ = ChatService(
    "qq",
    handle=r"[1-9]\d{4,10}",
    addresses=(r"wpa\.qq\.com/msgrd\?(?:v=\d&)?uin=", r"user\.qzone\.qq\.com/"),
    announced_by=("QQ", "QQ号", "QQ號", "扣扣", "企鹅号"),
)

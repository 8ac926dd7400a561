"""WeChat: six to twenty letters, digits, underscores and hyphens, the first a letter; capitals mean nothing.

WeChat Help Center, "WeChat ID". Ids that WeChat gives itself begin with "wxid_". People sign up by phone too: a number
behind the word is a phone or a QQ number, kept as written.
"""

from __future__ import annotations

from noharbor.science.identifiers.chat_handles.service import ChatService

WECHAT = ChatService(
    "wechat",
    handle=r"(?:[A-Za-z][A-Za-z0-9_\-]{5,19}|[1-9]\d{4,10})",
    addresses=(r"(?:u|weixin)\.wechat\.com/", r"weixin://dl/chat\?"),
    announced_by=(
        "WeChat",
        "WeChat ID",
        "Weixin",
        "微信",
        "微信号",
        "微信號",
        "V信",
        "薇信",
        "威信",
        "加V",
        "加微",
        "VX",
        "WX",
        "วีแชท",
        "ဝီချတ်",
    ),
)

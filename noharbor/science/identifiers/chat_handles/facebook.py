"""Facebook: names of profiles and pages, five characters and more, in which capitals and dots mean nothing; or numbers.

Facebook Help Centre, "guidelines for creating a username". Messenger's m.me addresses hold the same names.
"""

from __future__ import annotations

from noharbor.science.identifiers.chat_handles.service import ChatService, small

#: Parts of Facebook's addresses that are nobody's name.
_PARTS = """
    events groups hashtag help login marketplace messages pages people permalink photo photos posts profile profilephp
    reel share sharer story stories videos watch
"""
_NOBODY = frozenset(_PARTS.split())


def _canonical(handle: str, region: str) -> str:
    name = small(handle, region).replace(".", "")
    return "" if name in _NOBODY or len(name) < 5 else name


FACEBOOK = ChatService(
    "facebook",
    handle=r"[A-Za-z0-9](?:\.?[A-Za-z0-9]){4,49}",
    addresses=(
        r"(?:web\.)?facebook\.com/(?:profile\.php\?id=|people/[^\s/]{1,80}/|pg/)?",
        r"fb\.com/",
        r"(?:m\.me|fb\.me)/",
    ),
    announced_by=("Facebook", "FB", "Messenger", "เฟซบุ๊ก", "เฟสบุ๊ค", "脸书", "臉書", "ဖေ့စ်ဘွတ်"),
    canonical=_canonical,
)

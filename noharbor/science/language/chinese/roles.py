"""What the words around a place make of it: where something is, whence, whither, whose."""

from __future__ import annotations

import re

from noharbor.science.language.spans import PlaceSpan

_LEADS = (
    ("at", re.compile(r"(?:在|于|位于|设在|驻|突袭|突击|捣毁|搜查|进入)$")),
    ("from", re.compile(r"(?:从|自|来自|离开|逃离)$")),
    ("way", re.compile(r"(?:经|途经|经由|过境|转机)$")),
    ("to", re.compile(r"(?:到|至|抵|抵达|飞抵|返|返回|回|往|前往|赴|飞往|送|押|押往|遣返|送回|移交|引渡)$")),
    ("by", re.compile(r"(?:与|和|同|跟|向|对|被|由)$")),
    ("and", re.compile(r"(?:、|及|以及)$")),
)
#: 柬埔寨警方, 云南省公安厅: what follows says whose the place is.
_OF = re.compile(r"(?:的|籍|人|方)")


def role_in(plain: str, span: PlaceSpan) -> str:
    """The role of a place by the words before and behind it.

    Args:
        plain: The whole text in simplified characters.
        span: The place.

    Returns:
        "at", "from", "way", "to", "by", "and", "of", a mark, or "" when the words say nothing.
    """
    before = plain[max(0, span.start - 4) : span.start]
    for role, lead in _LEADS:
        if lead.search(before):
            return role
    if _OF.match(plain, span.end):
        return "of"
    return before[-1:] if before[-1:] in ("，", "（", "“", "：") else ""

"""What the words before a place make of it: where something is, whence, whither, whose."""

from __future__ import annotations

import re

from noharbor.science.language.spans import PlaceSpan

_ROLES = {
    "at": "at", "in": "at", "inside": "at", "near": "at", "outside": "at", "around": "at", "off": "at", "on": "at",
    "across": "at", "along": "at", "throughout": "at", "within": "at",
    "from": "from", "out": "from", "leaving": "from", "left": "from",
    "to": "to", "into": "to", "for": "to", "reached": "to", "toward": "to", "towards": "to",
    "of": "of", "by": "by", "with": "by", "between": "by", "against": "by", "and": "and",
    "via": "way", "through": "way", "over": "way",
}  # fmt: skip
_LEAD = re.compile(
    r"(?P<word>[A-Za-z]+|[,(.:–—-])\s*(?:(?:the|its|an?)\s)?"
    r"(?:(?:\w+ern|nearby|neighbouring|neighboring|central|downtown|greater|upper|lower)\s)?"
    r"(?:(?:border |coastal |resort |port )?(?:town|city|village|province|district|capital|zone|island|state) of\s)?$"
)


def role_in(text: str, span: PlaceSpan) -> str:
    """The role of a place by the word before it.

    Args:
        text: The whole text.
        span: The place.

    Returns:
        "at", "from", "to", "of", "by", "and", "way", a mark ("," or "("), or "" when the word says nothing.
    """
    lead = _LEAD.search(text, max(0, span.start - 50), span.start)
    if lead is None:
        return ""
    return _ROLES.get(lead["word"].lower(), "" if lead["word"].isalpha() else lead["word"])

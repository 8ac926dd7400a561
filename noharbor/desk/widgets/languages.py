"""Names of languages in the reader's language, and which of them the node can read."""

from __future__ import annotations

import icu
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from noharbor.record.reading.engines import engines_at_work

#: Those a source is likely to be in, offered when it is handed in.
CHOICES: tuple[tuple[str, Promise], ...] = (
    ("", _("find out by itself")),
    ("en", _("English")),
    ("zh-Hans", _("Chinese, simplified")),
    ("zh-Hant", _("Chinese, traditional")),
    ("my", _("Burmese")),
    ("km", _("Khmer")),
    ("lo", _("Lao")),
    ("th", _("Thai")),
    ("vi", _("Vietnamese")),
)


def language_name(tag: str) -> str:
    """Return the name of a language by its BCP 47 tag; the tag itself where it has none."""
    if not tag:
        return ""
    known = {code.lower(): label for code, label in CHOICES}
    label = known.get(tag.lower())
    return str(label) if label else str(icu.Locale(tag).getDisplayLanguage(icu.Locale(get_language() or "en")) or tag)


def is_read_here(tag: str) -> bool:
    """Return whether an engine at work reads a language."""
    primary = tag.split("-")[0].lower()
    return any(language in {"*", primary} for engine in engines_at_work() for language in engine.versions())

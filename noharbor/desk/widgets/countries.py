"""Names of countries and regions in the reader's language."""

from __future__ import annotations

from functools import lru_cache

import icu
from django.utils.functional import Promise
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

#: Those the desk meets daily, in the words its users use; all others are named by Unicode's tables.
NEAR: dict[str, Promise] = {
    "CN": _("China"),
    "HK": _("Hong Kong"),
    "ID": _("Indonesia"),
    "IN": _("India"),
    "JP": _("Japan"),
    "KH": _("Cambodia"),
    "KR": _("South Korea"),
    "LA": _("Laos"),
    "MM": _("Myanmar"),
    "MO": _("Macao"),
    "MY": _("Malaysia"),
    "PH": _("Philippines"),
    "SG": _("Singapore"),
    "TH": _("Thailand"),
    "TW": _("Taiwan"),
    "VN": _("Viet Nam"),
}


def country_name(code: str) -> str:
    """Return the name of a country or region; an unknown code is returned as it is.

    Args:
        code: ISO 3166-1 alpha-2, or empty.
    """
    if not code:
        return ""
    if code in NEAR:
        return str(NEAR[code])
    return _named_by_unicode(code, get_language() or "en") or code


def is_name_of(name: str, code: str) -> bool:
    """Return whether a place's name is only the name of its country, in English or Chinese.

    Args:
        name: As a source wrote it.
        code: ISO 3166-1 alpha-2, or empty.
    """
    return bool(code) and name.casefold() in _names_of(code)


def country_choices() -> list[tuple[str, str]]:
    """Return code and name of all countries, the near ones first, for a choice field."""
    near = sorted(((code, str(name)) for code, name in NEAR.items()), key=lambda pair: pair[1])
    language = get_language() or "en"
    others = [(code, _named_by_unicode(code, language)) for code in icu.Locale.getISOCountries() if code not in NEAR]
    return near + sorted(others, key=lambda pair: pair[1])


@lru_cache(maxsize=300)
def _names_of(code: str) -> frozenset[str]:
    names = {_named_by_unicode(code, language) for language in ("en", "zh-Hans", "zh-Hant")}
    if code in NEAR:
        for language in ("en", "zh-hans"):
            with override(language):
                names.add(str(NEAR[code]))
    return frozenset(name.casefold() for name in names)


@lru_cache(maxsize=2000)
def _named_by_unicode(code: str, language: str) -> str:
    return str(icu.Locale("", code).getDisplayCountry(icu.Locale(language)))

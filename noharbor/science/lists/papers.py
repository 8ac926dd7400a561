"""Read numbers of papers and phones, and tell their kinds apart by how they look."""

from __future__ import annotations

import re
from functools import lru_cache

from noharbor.science.identifiers.identifier import Reader
from noharbor.science.identifiers.national_id import NATIONAL_ID, STATES
from noharbor.science.identifiers.passport import PASSPORT
from noharbor.science.identifiers.phone import PHONE
from noharbor.science.lists.forms import looked_into
from noharbor.science.scripts.normal_form import normal_form

_NATIONAL_IDS: Reader = NATIONAL_ID
_PASSPORTS: Reader = PASSPORT
_PHONES: Reader = PHONE
#: Asked before all states together, which takes ten times as long.
_BY_STATE: dict[str, Reader] = {state.name: state for state in STATES}

_SEVERAL = re.compile(r"[\n;,、，；]+|\s/\s|/(?=[A-Z]{1,2}\d{6})")
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?E\+?\d{2}", re.IGNORECASE)
_PASSPORT = re.compile(r"[A-Z]{1,3}\d{6,8}[A-Z]?|[A-Z]\d[A-Z0-9]{7}")
_CHINESE_ID = re.compile(r"\d{6}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dX]")
_THAI_ID = re.compile(r"[1-8]\d{12}")
_VIETNAMESE_ID = re.compile(r"0\d{11}")
_BURMESE_ID = re.compile(r"\d{1,2}/[^\W\d_].{1,30}?\d{5,6}")
_PHONE = re.compile(r"\+?\d[\d\s().-]{5,18}\d")
_CHINESE_MOBILE = re.compile(r"(?:\+?86[ -]?)?1[3-9]\d{9}")
_DATE = re.compile(r"\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}")
_MISTAKEN = re.compile(r"(?<=\d)[OoQIlSBZ](?=[\dOoQIlSBZ]*(?:\d|$))")
_AS_DIGITS = str.maketrans("OoQIlSBZ", "00011582")
#: A number among words: five digits at least.
_TOKEN = re.compile(r"(?<![A-Z0-9])(?=(?:[A-Z]*\d){5})[A-Z]{0,3}\d[A-Z0-9]{4,12}(?![A-Z0-9])")
_LONG_TOKEN = re.compile(r"(?<!\d)\d[\d-]{7,20}[\dX](?!\d)")
#: Beyond this many digits a spreadsheet rounds numbers.
_EXACT_DIGITS = 15


@lru_cache(maxsize=65_536)
def shaped(text: str) -> str:
    """A cell in normal form and capitals, Zawgyi in Unicode, digits of any script ASCII."""
    return normal_form(looked_into(text)).upper()


def pieces(text: str) -> tuple[str, ...]:
    """The numbers a cell holds, as written, parted at line ends and commas."""
    return tuple(piece.strip() for piece in _SEVERAL.split(text) if piece.strip())


def digits_are_lost(text: str, *, is_number: bool) -> bool:
    """Whether a spreadsheet has rounded a number: 4.52424E+17, or more than fifteen digits that end in zeros.

    Args:
        text: The number.
        is_number: Whether its cell is a number and no text; digits of a text were never rounded.
    """
    if _ROUNDED.fullmatch(text):
        return True
    return is_number and text.isdigit() and len(text) > _EXACT_DIGITS and text.endswith("000")


def looks_like_passport(text: str) -> bool:
    """Whether a number is built like most states' passports: one to three letters and six to eight digits."""
    return bool(_PASSPORT.fullmatch(shaped(text).replace(" ", "").replace("-", "")))


def looks_like_national_id(text: str) -> bool:
    """Whether a number is built like the identity numbers of China, Thailand, Viet Nam or Myanmar."""
    form = shaped(text)
    if _BURMESE_ID.fullmatch(form):
        return True
    form = form.replace(" ", "").replace("-", "")
    if _THAI_ID.fullmatch(form):
        found = _BY_STATE["TH"].read(form)
        return found is not None and found.checked is True
    return bool(_CHINESE_ID.fullmatch(form) or _VIETNAMESE_ID.fullmatch(form))


def looks_like_phone(text: str) -> bool:
    """Whether a number is built like a phone number: a plus sign, a zero, or a Chinese mobile number."""
    form = shaped(text)
    if _DATE.fullmatch(form):
        return False
    if _CHINESE_MOBILE.fullmatch(form):
        return True
    return bool(_PHONE.fullmatch(form)) and (form.startswith(("+", "0")) or " " in form or "-" in form)


def read_passports(text: str) -> tuple[str, ...]:
    """The one form of each passport number in a text, also with other words beside them; none where there is none."""
    found = [_PASSPORTS.read(text)]
    if found == [None]:
        found = [_PASSPORTS.read(token) for token in _TOKEN.findall(shaped(text))]
    return tuple(one.value for one in found if one)


def read_national_ids(text: str, state: str) -> tuple[str, ...]:
    """The one form of each number of a state for a person, also with other words beside them.

    Args:
        text: One number, or words with some in them.
        state: ISO 3166-1 alpha-2 of the person's nationality or of the list; its form is looked for first.

    Returns:
        The numbers; none where there is none.
    """
    whole = _national_id(text, state)
    if whole:
        return (whole,)
    return tuple(found for token in _LONG_TOKEN.findall(shaped(text)) if (found := _national_id(token, state)))


def _national_id(text: str, state: str) -> str:
    # No other state has numbers of eighteen digits.
    own = _BY_STATE["CN"] if _CHINESE_ID.fullmatch(text) else _BY_STATE.get(state)
    found = own.read(text) if own else None
    if found is None or not (found.checked or found.country == "CN"):
        found = _NATIONAL_IDS.read(text, state)
    return found.value if found else ""


def with_digits(text: str) -> str:
    """A phone number in which letters among the digits are the digits they look like: 097O557 was scanned so."""
    return _MISTAKEN.sub(lambda letter: letter.group().translate(_AS_DIGITS), text)


def read_phone(text: str, region: str, nationality: str) -> str:
    """A phone number in E.164, digits where its country is not known, "" where it can be none.

    Args:
        text: One number.
        region: ISO 3166-1 alpha-2 of the list; numbers without a country are read as its own.
        nationality: Of the person, whose number it is where it cannot be one of the region.
    """
    text = with_digits(text)
    found = _PHONES.read(text, region)
    if nationality and nationality != region and found and not found.checked and not text.startswith("+"):
        at_home = _PHONES.read(text, nationality)
        found = at_home if at_home and at_home.checked else found
    return found.value if found else ""

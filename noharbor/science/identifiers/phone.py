"""Phone numbers in E.164, such as "+66812345678"; digits alone where no country can be told.

Numbering plans: the metadata of libphonenumber (Apache-2.0), which follows ITU-T E.164 and the plans that states
publish. A number that no plan has is kept with `checked=False`: plans change, and so do typists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberType

from noharbor.science.identifiers.finding import pattern_of
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind
from noharbor.science.identifiers.written import Written, digits_of, typed

#: Fewer digits are a short code or no phone; more than 15 E.164 does not know, and 3 may dial abroad.
_FEWEST, _MOST = 6, 18
#: The smallest national part of a number that no plan has, so that the whole has six digits.
_SMALLEST = 10_000
#: What dials abroad, where it can be nothing else: 00 of most states, 011 of North America.
_ABROAD = re.compile(r"^\(?(?:00|011)[-. ]?(?=[1-9])")
_DATE = re.compile(r"(?:19|20|25)\d\d[-./ ][01]\d[-./ ][0-3]\d|[0-3]?\d[-./ ][01]?\d[-./ ](?:19|20|25)\d\d")
#: North America shares its calling code with the first digit of Chinese mobiles, so that 1… alone tells no country.
_TOO_COMMON = "1"
_CHINESE_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)

_ANNOUNCED_BY = (
    "call", "cell", "cellphone", "contact", "fax", "handphone", "hotline", "hp", "mobile", "ph", "phone", "tel",
    "telephone", "whatsapp", "điện thoại", "đt", "sđt", "telepon", "nomor hp", "telefon",
    "โทร", "โทรศัพท์", "เบอร์", "เบอร์โทร", "เบอร์โทรศัพท์", "มือถือ", "โทร.",
    "电话", "電話", "手机", "手機", "手机号", "手機號", "联系电话", "聯絡電話", "致电", "热线", "電話番号",
    "ဖုန်း", "ဖုန်းနံပါတ်", "ဖုန်းနံပါတ်", "ဆက်သွယ်ရန်", "ໂທ", "ໂທລະສັບ", "ເບີໂທ", "ទូរស័ព្ទ", "លេខទូរស័ព្ទ", "전화", "연락처",
)  # fmt: skip
#: Groups of digits; a whole sentence of them is cut where a group ends.
_SHAPE = r"\(?(?:\+[ ]?)?\(?\d{1,18}(?:[ .\-()]{1,3}\d{1,15}){0,6}"
_PATTERN = pattern_of(_SHAPE, _ANNOUNCED_BY, edge="A-Za-z0-9+")
_STRETCH = re.compile(rf"(?<![A-Za-z0-9+]){_SHAPE}(?![0-9])", re.ASCII)
#: How a number begins that needs no word before it: with "+", 00, the 0 of its own country, or as a Chinese mobile.
_BEGINS_LIKE_PHONE = re.compile(r"\(?(?:\+|0|1[3-9]\d[ \-]?\d{4}[ \-]?\d{4}(?!\d))", re.ASCII)
_MOBILE = {PhoneNumberType.MOBILE: True, PhoneNumberType.FIXED_LINE: False}
_ENDS_OF_GROUPS = re.compile(r"\d(?!\d)")


class Phone:
    """Reads phone numbers."""

    kind = IdentifierKind.PHONE

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read a phone number, the first if there are several.

        Args:
            text: The number as written, with or without "+", country code, brackets, an extension, a remark.
            region: The state whose people write numbers without country code.

        Returns:
            E.164 with its country, digits alone with no country where neither the number nor the region tells it.
            None where no stretch has six to eighteen digits, and for dates.
        """
        for stretch in _STRETCH.finditer(typed(text)):
            _, phone = self._longest(stretch.group(), region.upper(), announced=True)
            if phone is not None:
                return phone
        return None

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find phone numbers: announced ones, and valid ones with a country code or of the region's own form."""
        written, place = Written(text), 0
        while match := _PATTERN.search(written.plain, place):
            start, value = match.start("value"), match["value"]
            place = start + next(_ENDS_OF_GROUPS.finditer(value)).end()
            if not match["said"] and not _BEGINS_LIKE_PHONE.match(value):
                continue
            length, phone = self._longest(value, region.upper(), announced=bool(match["said"]))
            if phone is not None:
                place = start + length
                yield (*written.span(start, place), phone)

    def _longest(self, value: str, region: str, *, announced: bool) -> tuple[int, Identifier | None]:
        """The longest beginning, in whole groups, that is a valid number; any of it where a word announces it."""
        for group in reversed(list(_ENDS_OF_GROUPS.finditer(value))):
            phone = self._of(value[: group.end()], region)
            if phone is not None and phone.checked:
                return group.end(), phone
        return len(value), self._of(value, region) if announced else None

    def _of(self, written: str, region: str) -> Identifier | None:
        digits = digits_of(written)
        if not _FEWEST <= len(digits) <= _MOST or _DATE.fullmatch(written):
            return None
        number = _parsed(written, region)
        valid = number is not None and phonenumbers.is_valid_number(number)
        # Zeros in front of a number that no plan has are lost or doubled when it is read again: it stays as it is.
        if number is None or not (
            valid or ((number.national_number or 0) >= _SMALLEST and not number.italian_leading_zero)
        ):
            return Identifier(self.kind, digits, checked=False if region else None)
        value = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        return Identifier(self.kind, value, country=_country_of(number, region), checked=valid)


def is_mobile(value: str) -> bool | None:
    """Tell whether a number is a mobile's or a fixed line's.

    Args:
        value: As `Phone.read` gives it.

    Returns:
        None where the numbering plan does not tell the two apart, knows the number as something else, or not at all.
    """
    number = _number(value, "")
    return _MOBILE.get(phonenumbers.number_type(number)) if number else None


@lru_cache(maxsize=16_384)
def _parsed(written: str, region: str) -> PhoneNumber | None:
    """The number by its own country code, else by the region, else by a country code that lacks its plus.

    A Chinese mobile without country code is known in any region, unless North America has the same number.
    """
    written = _ABROAD.sub("+", written)
    local, digits = _number(written, region), digits_of(written)
    if local is not None and (written.lstrip("( ").startswith("+") or phonenumbers.is_valid_number(local)):
        return local
    if not digits.startswith("0") and len(digits) > 9:
        plans = [_number("+" + digits, "")]
        plans += [_number(written, "CN")] if _CHINESE_MOBILE.fullmatch(digits) else []
        valid = [number for number in plans if number and phonenumbers.is_valid_number(number)]
        if len(valid) == 1 and (len(plans) == 2 or not digits.startswith(_TOO_COMMON)):
            return valid[0]
    return local if local is not None and phonenumbers.is_possible_number(local) else None


def _number(written: str, region: str) -> PhoneNumber | None:
    if region and region not in phonenumbers.SUPPORTED_REGIONS:
        region = ""
    try:
        return phonenumbers.parse(written, region or None)
    except NumberParseException:
        return None


def _country_of(number: PhoneNumber, region: str) -> str:
    """The country of a number; where several share a calling code, the plan that has it, else the region itself."""
    regions = phonenumbers.region_codes_for_country_code(number.country_code or 0)
    if len(regions) > 1:
        told = phonenumbers.region_code_for_number(number) or (region if region in regions else "")
    else:
        told = regions[0] if regions else ""
    return told if len(told) == 2 and told.isalpha() else ""


PHONE = Phone()

"""Vehicle plates of Cambodia, China, Laos, Myanmar, Thailand and Viet Nam: their normal form, without any check digit.

Forms by the states' own plates as they are seen: Thailand "1กก 1234" and a province, Laos "ກຂ 1234" and a province,
China "粤B12345" (six characters behind for new energy, GA 36-2018), Myanmar "YGN 1A-1234", Cambodia "2A-1234",
Viet Nam "51A-123.45" (Circular 79/2024/TT-BCA). Myanmar's and Cambodia's can be told apart by the region only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from noharbor.science.identifiers.finding import found, pattern_of
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind
from noharbor.science.identifiers.written import typed

_GAP = r"[ \-.·]{0,2}"
_CHINESE_PROVINCES = "京津沪滬渝冀豫云雲辽遼黑湘皖鲁魯新苏蘇浙赣贛鄂桂甘晋晉蒙陕陝吉闽閩贵貴粤粵青藏川宁寧琼瓊"
_SIMPLIFIED = str.maketrans("滬雲遼魯蘇贛晉陝閩貴粵寧瓊", "沪云辽鲁苏赣晋陕闽贵粤宁琼")
#: Short names of Thailand's capital on plates and in reports.
_THAI_SHORT = {"กทม": "กรุงเทพมหานคร", "กรุงเทพ": "กรุงเทพมหานคร", "กรุงเทพฯ": "กรุงเทพมหานคร"}


@dataclass(frozen=True)
class _Form:
    """The plates of one state.

    Attributes:
        country: ISO 3166-1 alpha-2.
        shape: Regular expression with groups of its own, repetitions bounded.
        written: Makes the normal form of a match.
        tells: Whether the form tells the state.
    """

    country: str
    shape: str
    written: Callable[[re.Match[str]], str]
    tells: bool = True

    def read(self, text: str) -> str:
        """The normal form of a plate of this state, or ""."""
        match = re.fullmatch(self.shape, text, re.IGNORECASE | re.ASCII)
        return self.written(match) if match else ""


def _thai(match: re.Match[str]) -> str:
    province = (match["thai_province"] or "").strip(" .")
    return " ".join(filter(None, (f"{match['thai']} {match['thai_number']}", _THAI_SHORT.get(province, province))))


def _lao(match: re.Match[str]) -> str:
    return " ".join(filter(None, (f"{match['lao']} {match['lao_number']}", match["lao_province"])))


_FORMS = (
    _Form(
        "TH",
        rf"(?P<thai>\d?[ก-ฮ]{{1,3}}){_GAP}(?P<thai_number>\d{{1,4}})(?:[ ]{{0,2}}(?P<thai_province>[ก-๏]{{3,20}}))?",
        _thai,
    ),
    _Form(
        "LA", rf"(?P<lao>[ກ-ຮ]{{2}}){_GAP}(?P<lao_number>\d{{4}})(?:[ ]{{0,2}}(?P<lao_province>[ກ-ໝ]{{3,20}}))?", _lao
    ),
    _Form(
        "CN",
        rf"(?P<cn>[{_CHINESE_PROVINCES}])[ ]?(?P<cn_city>[A-Z]){_GAP}(?P<cn_number>[A-Z0-9]{{4,5}}[A-Z0-9挂学警港澳])",
        lambda match: (match["cn"].translate(_SIMPLIFIED) + match["cn_city"] + match["cn_number"]).upper(),
    ),
    _Form(
        "VN",
        r"(?P<vn>\d{2}[A-ZĐ][A-Z0-9]?)[ \-]{0,2}(?P<vn_number>\d{3}\.?\d{2}|\d{4})",
        lambda match: f"{match['vn'].upper()}-{match['vn_number'].replace('.', '')}",
        tells=False,
    ),
    _Form(
        "MM",
        rf"(?P<mm_state>(?:AYY|BGO|CHN|KCN|KYH|KYN|MDY|MGY|MON|NPW|RKE|SGG|SHN|TNI|YGN){_GAP})?"
        r"(?P<mm>\d[A-Z])[ \-]{0,2}(?P<mm_number>\d{4})",
        lambda match: " ".join(
            filter(
                None, ((match["mm_state"] or "").upper().strip(" -.·"), f"{match['mm'].upper()}-{match['mm_number']}")
            )
        ),
        tells=False,
    ),
    _Form(
        "KH",
        r"(?P<kh>\d[A-Z]{1,2})[ \-]{0,2}(?P<kh_number>\d{4})",
        lambda match: f"{match['kh'].upper()}-{match['kh_number']}",
        tells=False,
    ),
)
_WORDS = (
    "plate", "plate number", "licence plate", "license plate", "registration", "number plate", "车牌", "车牌号", "車牌",
    "车牌号码", "ทะเบียน", "ทะเบียนรถ", "หมายเลขทะเบียน", "ป้ายทะเบียน", "ยานพาหนะ", "ທະບຽນລົດ", "ປ້າຍທະບຽນ", "ယာဉ်အမှတ်",
    "ကားနံပါတ်", "ស្លាកលេខ", "biển số", "biển kiểm soát", "BKS",
)  # fmt: skip
_PATTERN = pattern_of("|".join(form.shape for form in _FORMS), _WORDS, edge="A-Za-z0-9ก-๏ກ-ໝ")


class VehiclePlate:
    """Reads vehicle plates."""

    kind = IdentifierKind.VEHICLE_PLATE

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read a plate.

        Args:
            text: The plate, with its province if it has one.
            region: Where the vehicle was seen; it tells states apart whose plates look alike.

        Returns:
            The plate in the normal form of its state, capitals; without a country where several states have the form.
            None for what has no state's form.
        """
        written = " ".join(typed(text).split())
        plates = {form.country: value for form in _FORMS if (value := form.read(written))}
        told = [form.country for form in _FORMS if form.country in plates and form.tells]
        country = region.upper() if region.upper() in plates else told[0] if told else ""
        if not plates:
            return None
        if not country and len(plates) == 1:
            country = next(iter(plates))
        return Identifier(self.kind, plates.get(country) or next(iter(plates.values())), country=country)

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find announced plates, and Chinese ones, whose form nothing else has."""
        return found(self, _PATTERN, text, region, alone=lambda plate: plate.country == "CN")


VEHICLE_PLATE = VehiclePlate()

"""What neighbours change in how a part of a Thai syllable is spoken."""

from __future__ import annotations

from noharbor.science.scripts.thai.order import listed
from noharbor.science.scripts.thai.parts import Part
from noharbor.science.scripts.thai.runs import Role

_SIBILANTS = listed("ศ ษ ส")
#: Onsets before which a sibilant is linked: พิษณุโลก, ทัศนีย์, รัศมี, อัศวิน, กฤษฎา.
_AFTER_SIBILANT = listed("ฎ ญ ณ น ม ย ว")
#: Onsets after which ฤ is read with i: กฤษณ์, ทฤษฎี; with ue after others: พฤกษ์, นฤมล.
READ_WITH_I = listed("ก ต ท ป ศ ส")
_SONORANTS = listed("ง ญ ณ น ม ย ร ล ว ฬ")
#: Onsets whose bare ro rua before another syllable is read -ora-: วร-, สร-; else -on-: นคร, พร.
_READ_ORA = listed("ว ส อ ห")
#: Vowels after which ro rua before another syllable is linked: ธีร-, สุร-; not after others: ธาร.
_LINKED = listed("ิ ี ุ")
#: What is spoken for ro rua after these finals: จักรพันธ์ -kra-, มิตรภาพ -tra-, เพชรบุรี -cha-, สมุทรปราการ nothing.
_BEFORE_RO = {"ก": "กร", "ช": "ช", "ต": "ตร", "ท": ""}


def is_hissing(parts: tuple[Part, ...], number: int) -> bool:
    """Whether the onset ทร is spoken s, as it is in words of Khmer origin: ทราย, ทรง, ทรัพย์, อินทรี."""
    around = "".join(part.letters for part in parts[number + 1 : number + 3])
    return around in ("าย", "าบ", "ง", "ัพ", "ุด", "ี") or around[:1] == "ไ"


def linking(parts: tuple[Part, ...], number: int) -> str:
    """The consonants of the short syllable with a that links a final or extra consonant to the next syllable.

    Args:
        parts: Parts of one word.
        number: Which of them, a final (also one after the inherent vowel) or an extra consonant.

    Returns:
        Thai letters that are spoken with a: ต for the first of รัตน-, น for the second; "" where nothing links.
    """
    part, before = parts[number], parts[number - 1]
    after = parts[number + 1] if number + 1 < len(parts) else None
    if after is None:
        return ""
    if part.role is Role.EXTRA:
        spoken = _BEFORE_RO.get(before.letters, "ร") if part.letters == "ร" else part.letters
        return spoken if part.medial else ""
    if after.role is Role.EXTRA:
        doubles = after.medial and after.letters in _SONORANTS - {"ร"} and part.letters not in _SONORANTS
        return part.letters if doubles else ""
    if not part.medial:
        return ""
    if part.role is Role.CLOSED:
        return part.letters if part.letters == "ร" and before.letters in _READ_ORA else ""
    links = (
        (part.letters == "ร" and before.letters in _LINKED)
        or (part.letters == "ช" != after.letters)
        or (part.letters == "ย" and before.letters == "ิ")
        or (part.letters in "ตฒ" and after.letters == "น")
        or (part.letters in _SIBILANTS and after.letters in _AFTER_SIBILANT)
    )
    return part.letters if links else ""

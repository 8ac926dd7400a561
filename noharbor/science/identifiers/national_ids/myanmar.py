"""Myanmar: citizenship scrutiny cards, such as 12/OuKaMa(N)123456 or ၁၂/ဥကမ(နိုင်)၁၂၃၄၅၆.

State or region from 1 to 14, township in three letters, class of citizenship, six digits: Burma Citizenship Law of
1982 and its Procedures of 1983, in the form all offices write. There is no check digit.

Every office writes the township's letters in Latin as it hears them (Tha, Ta; Sa, Hsa, Za; U, Ou), or as initials.
The canonical form therefore has one Latin letter for each Burmese: 12/UKM(N)123456.
"""

from __future__ import annotations

import re

from noharbor.science.identifiers.identifier import SaidInside
from noharbor.science.identifiers.national_ids.number import NationalNumber, Taken

_STATES = range(1, 15)
#: Burmese letters by the Latin one that stands for them; where people hear two, both sides go to one.
_LATIN_OF = {
    letter: latin
    for latin, letters in {
        "K": "ကခ", "G": "ဂဃ", "N": "ငညဉဏနႏၫ", "S": "စဆ", "Z": "ဇဈ", "T": "ဋဌတထသဿ", "D": "ဍဎဒဓ", "P": "ပဖ", "B": "ဗဘ",
        "M": "မ", "Y": "ယရႆ႐", "L": "လဠ", "W": "ဝ၀", "H": "ဟ", "A": "အ", "I": "ဣဤ", "U": "ဥဦဩဪ", "E": "ဧ",
    }.items()
    for letter in letters
}  # fmt: skip
_SYLLABLE = re.compile(
    r"(?:NG|NY|HS|HT|HP|HK|KH|GH|PH|TH|BH|DH|[BDGHKLMNPRSTWYZ])[AE]|A[AHY]|EA|OU|AU|OO|[AEIOU]", re.ASCII
)
_FIRST_LETTERS = {"A": "A", "AA": "A", "AH": "A", "AY": "E", "EA": "E", "E": "E", "I": "I"} | dict.fromkeys(
    ("O", "U", "OU", "AU", "OO"), "U"
)
#: Classes of citizenship, by how they are written: citizen, associate, naturalised, religious, temporary.
_CLASSES = (
    ("N", r"NAING|N|C|[နႏ][ိုူီ]{1,2}င[်္]?"),
    ("E", r"EI|EH|E|AC|ဧည[့်္]*|ဧည့္"),
    ("P", r"PYU|P|NC|ပြု|[ျၿ]ပ[ဳု]"),
    ("T", r"THA|THE|TH|T|သာ?"),
    ("Y", r"YAR|YA|Y|ယာ?"),
)
_ANY_CLASS = "|".join(forms for _, forms in _CLASSES)
_BURMESE = "[\u1000-\u102a\u1040\u106b\u108f\u1090]"
_TOWNSHIP = rf"(?:(?:[A-Z]|0U)[A-Z ]{{1,14}}[A-Z]|(?:{_BURMESE}[\u103b-\u103e]{{0,2}}[ ]?){{2,5}})"
_SHAPE = rf"\d{{1,2}}[ ]?[/\\|.\-][ ]?{_TOWNSHIP}[ ]?[(\[/\-][ ]?(?:{_ANY_CLASS})[ ]?[)\]/\-][ ]?\d{{5,7}}"
_FORM = re.compile(
    rf"(?P<state>\d{{1,2}})\s*[/\\|.\-]?\s*(?P<township>{_TOWNSHIP})\s*[(\[/\-]\s*(?P<class>{_ANY_CLASS})\s*[)\]/\-]\s*"
    r"(?P<number>\d{5,7})",
    re.ASCII | re.IGNORECASE,
)


def _take(text: str) -> Taken:
    form = _FORM.fullmatch(text.strip())
    township = _initials(form["township"]) if form else ""
    if form is None or not township:
        return None
    state, number = int(form["state"]), form["number"]
    letter = next(letter for letter, forms in _CLASSES if re.fullmatch(forms, form["class"], re.IGNORECASE))
    checked = None if state in _STATES and len(number) == 6 else False
    return f"{state}/{township}({letter}){number}", checked


def _initials(township: str) -> str:
    """One Latin letter for each letter of a township; "" for what is no township."""
    # Lists that many offices share have a zero in 0uKaMa.
    word = township.replace(" ", "").upper().replace("0U", "OU")
    if not word.isascii():
        return "".join(_LATIN_OF.get(sign, "") for sign in word)
    if len(word) == 3:
        syllables = list(word)
    else:
        syllables = _SYLLABLE.findall(word)
        if "".join(syllables) != word:
            return word if len(word) <= 4 else ""
    return "".join(_FIRST_LETTERS.get(one) or _first_consonant(one) for one in syllables)


def _first_consonant(syllable: str) -> str:
    """K of KHA, T of HTA and THA, Y of RA, which Burmese says as YA."""
    letters = syllable.rstrip("AE") or syllable
    first = letters[1] if len(letters) == 2 and letters[0] == "H" else letters[0]
    return "Y" if first == "R" else first


def inside(value: str) -> SaidInside:
    """The nationality: associate and naturalised citizens are citizens, holders of other cards need not be."""
    return SaidInside(nationality="MM" if value[value.index("(") + 1] in "NEP" else "")


MYANMAR = NationalNumber(
    "MM",
    _take,
    shape=_SHAPE,
    announced_by=("NRC", "NRC no", "CSC", "မှတ်ပုံတင်", "မှတ်ပုံတင်အမှတ်", "နိုင်ငံသားစိစစ်ရေးကတ်"),
    sure=_SHAPE,
    inside=inside,
)

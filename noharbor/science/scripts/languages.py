"""Which language a text is in: by its script where that settles it, by py3langid where it does not."""

from __future__ import annotations

import re

from py3langid import rank

from noharbor.science.scripts.han import HanForm, han_form
from noharbor.science.scripts.scripts import Script, main_script

_BY_SCRIPT: dict[Script, str] = {
    Script.ARABIC: "ar",
    Script.BENGALI: "bn",
    Script.DEVANAGARI: "hi",
    Script.HANGUL: "ko",
    Script.KANA: "ja",
    Script.KHMER: "km",
    Script.LAO: "lo",
    Script.TAMIL: "ta",
    Script.THAI: "th",
}
#: What a short text in Latin letters may be in this region; a long one may be anything the model knows.
_LIKELY_LATIN = ("en", "es", "fr", "id", "ms", "pt", "tl", "vi")
_SHORT_LETTERS = 120
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
# Letters that only these languages use of the Burmese script.
_SHAN = re.compile("[\u1075-\u108a]")
_MON = re.compile("[\u105a-\u1060\u1028\u1033-\u1035]")
_KAREN = re.compile("[\u1061-\u1068\u106b-\u106e]")
_LETTER = re.compile(r"[^\W\d_]")


def language_of(text: str) -> str:
    """Tell the language of a text.

    Args:
        text: Any text; Zawgyi must be repaired beforehand.

    Returns:
        BCP 47: "en", "zh" (simplified or undecided), "zh-Hant", "my", "shn", "th", "lo", "km", "vi" …; "" without
        letters.
    """
    sample = text[:20_000]
    script = main_script(sample)
    if script is None:
        return ""
    if script is Script.HAN:
        return _han_language(sample)
    if script is Script.BURMESE:
        return _burmese_script_language(sample)
    return _BY_SCRIPT.get(script) or _by_model(sample)


def _han_language(sample: str) -> str:
    kana = len(re.findall("[\u3041-\u30ff]", sample))
    if kana * 10 > len(_LETTER.findall(sample)):
        return "ja"
    return "zh-Hant" if han_form(sample) is HanForm.TRADITIONAL else "zh"


def _burmese_script_language(sample: str) -> str:
    counted = {
        "shn": len(_SHAN.findall(sample)),
        "mnw": len(_MON.findall(sample)),
        "ksw": len(_KAREN.findall(sample)),
    }
    best = max(counted, key=lambda language: counted[language])
    # One Shan name in a Burmese report does not make it Shan.
    return best if counted[best] * 12 > len(_LETTER.findall(sample)) else "my"


def _by_model(sample: str) -> str:
    letters = _LETTER.findall(sample)
    if len(_VIETNAMESE.findall(sample)) * 12 > len(letters):
        return "vi"
    ranked = rank(sample)
    if len(letters) < _SHORT_LETTERS and main_script(sample) is Script.LATIN:
        ranked = [entry for entry in ranked if entry[0] in _LIKELY_LATIN]
    return str(ranked[0][0])

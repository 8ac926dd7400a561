"""What the clause classifier sees of a Chinese sentence: character runs and cues, with numbers made equal."""

from __future__ import annotations

import re
from functools import cache

from noharbor.reference.tables import simplify
from noharbor.science.language.chinese.lexical import pattern_of, predicates
from noharbor.science.language.lexicons import lexicon
from noharbor.science.language.ngrams import character_ngrams, weighted

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_HAN_NUMBER = re.compile(r"[一二两三四五六七八九十百千]{1,6}(?=余?多?[万亿]?[名人位个起件宗处栋间部台辆张国省年月日])")
_BLANKS = re.compile(r"\s+")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")


@cache
def cue_patterns() -> dict[str, re.Pattern[str]]:
    """The signs of reference/lexicons/chinese_cues.yaml as patterns, by name."""
    return {name: pattern_of(words) for name, words in lexicon("chinese_cues").items()}


def cues_in(plain: str) -> set[str]:
    """The names of the signs that a stretch of simplified text carries."""
    return {name for name, pattern in cue_patterns().items() if pattern.search(plain)}


def normalised(plain: str) -> str:
    """Simplified text with every number as "#", so that 12名 and 37名 look the same."""
    text = _YEAR.sub("Y", _BLANKS.sub("", plain))
    return _HAN_NUMBER.sub("#", _NUMBER.sub("#", text))


def sentence_features(sentence: str) -> dict[str, float]:
    """Features of one sentence for `noharbor.science.language.linear`.

    Args:
        sentence: One Chinese sentence, clause or headline, in either script.

    Returns:
        Feature names and values; deterministic.
    """
    plain = simplify(sentence)
    return plain_features(plain)


def plain_features(plain: str) -> dict[str, float]:
    """The same for text that is in simplified characters already."""
    text = normalised(plain)
    grams = character_ngrams(text, shortest=1, longest=4)
    cues = cues_in(plain)
    cues.update(_shape_cues(plain, text))
    ordered = sorted(cues)
    pairs = {f"{one}&{other}" for index, one in enumerate(ordered) for other in ordered[index + 1 :]}
    features = weighted(grams, cues)
    features.update(dict.fromkeys((f"cue:{pair}" for pair in pairs), 0.15))
    return features


def _shape_cues(plain: str, text: str) -> set[str]:
    cues = {f"word of {kind}" for kind in lexicon("chinese_predicates") if predicates(kind, "strong").search(plain)}
    if re.search(r"#余?多?[万亿]?余?(?:名|人|位)", text):
        cues.add("people counted")
    if re.search(r"#余?多?[万亿]?余?(?:起|件|宗)", text):
        cues.add("cases counted")
    if re.search(r"#余?多?(?:处|栋|个|间|座)", text):
        cues.add("sites counted")
    if plain.rstrip()[-1:] not in "。！？”」』）；…":
        cues.add("headline")
    if "？" in plain or "?" in plain:
        cues.add("question")
    if len(text) > 70:
        cues.add("long")
    return cues

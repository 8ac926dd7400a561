"""What the clause classifier sees of an English sentence: words, word pairs and cues, with names made equal."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from math import sqrt

from noharbor.science.language.lexicons import any_word, lexicon, word_set
from noharbor.science.language.ngrams import character_ngrams, weighted, word_ngrams

_TOKEN = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?(?:-[A-Za-z]+)*|\d[\d,.]*\d|\d|[%$€£¥!?:;\"“”]")
_LOWER_WORD = re.compile(r"[a-z]")
_PAIRS_SKIP = 3
_INNER_WEIGHT = 2.0

#: Capitalised words that say what kind of body or event it is and so are kept; all other names become "Xx".
_KEPT_NAMES = word_set("english_words", "kept_names")


@cache
def cue_patterns() -> dict[str, re.Pattern[str]]:
    """The signs of reference/lexicons/english_cues.yaml as patterns, by name."""
    return {name: any_word(words) for name, words in lexicon("english_cues").items()}


def cues_in(sentence: str) -> set[str]:
    """The names of the signs that a sentence carries."""
    return {name for name, pattern in cue_patterns().items() if pattern.search(sentence)}


def sentence_features(sentence: str) -> dict[str, float]:
    """Features of one sentence for `noharbor.science.language.linear`.

    Args:
        sentence: One English sentence or headline.

    Returns:
        Feature names and values; deterministic.
    """
    words = normalised_words(sentence)
    stems = [stem(word) for word in words]
    grams = word_ngrams(words) | word_ngrams(stems, longest=2, prefix="s")
    for gap in range(2, _PAIRS_SKIP + 1):
        grams.update(f"p:{one} {other}" for one, other in zip(stems, stems[gap:], strict=False))
    inner = {gram for word in words for gram in _inside(word)}
    cues = cues_in(sentence)
    cues.update(_shape_cues(sentence, words))
    ordered = sorted(cues)
    pairs = {f"{one}&{other}" for index, one in enumerate(ordered) for other in ordered[index + 1 :]}
    features = weighted(grams, cues)
    share = _INNER_WEIGHT / sqrt(len(inner)) if inner else 0.0
    features.update(dict.fromkeys(inner, share))
    features.update(dict.fromkeys((f"cue:{pair}" for pair in pairs), 0.15))
    return features


@lru_cache(maxsize=20_000)
def _inside(word: str) -> tuple[str, ...]:
    """Runs of three to five letters of a word, so that unseen forms ("rearrested", "handovers") are half known."""
    return tuple(sorted(character_ngrams(f"<{word}>", shortest=3, longest=5)))


def normalised_words(sentence: str) -> list[str]:
    """Lower-case words; numbers become "#" (small), "##" (from 13) or "####" (a year); names become "Xx"."""
    tokens = _TOKEN.findall(sentence)
    capitals = sum(1 for token in tokens if token[0].isupper())
    shouted = capitals > 0.6 * sum(1 for token in tokens if token[0].isalpha())
    return [_normalised(token, first=index == 0, shouted=shouted) for index, token in enumerate(tokens)]


def _normalised(token: str, *, first: bool, shouted: bool) -> str:
    if token[0].isdigit():
        return _number_shape(token)
    lower = token.lower().replace("’", "'")
    if lower.endswith("'s"):
        lower = lower[:-2]
    if token[0].isupper() and not first and not shouted and lower not in _KEPT_NAMES:
        return "Xx"
    return lower


def _number_shape(token: str) -> str:
    digits = token.replace(",", "").rstrip(".")
    if re.fullmatch(r"(?:19|20)\d\d", digits) and "," not in token:
        return "####"
    try:
        return "#" if float(digits) < 13 else "##"
    except ValueError:
        return "##"


def stem(word: str) -> str:
    """A rough common form of a word's endings: "arrested" and "arrests" meet in "arrest"."""
    for ending in ("ations", "ation", "ings", "ing", "ied", "ies", "ers", "ed", "er", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and _LOWER_WORD.match(word):
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word


def _shape_cues(sentence: str, words: list[str]) -> set[str]:
    cues = set()
    if "##" in words or "#" in words:
        cues.add("number")
    if "##" in words:
        cues.add("large number")
    if sentence.rstrip()[-1:] not in ".!?\"”'’)":
        cues.add("headline")
    if "?" in sentence:
        cues.add("question")
    if len(words) > 28:
        cues.add("long")
    if re.search(
        r"[$€£¥₱฿]\s?\d|\d+(\.\d+)? (million|billion|crore|lakh) (baht|yuan|dollars|pesos|won|ringgit)", sentence
    ):
        cues.add("money")
    return cues

"""Latin letters of a name as numbers: marks folded, words kept apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: Latin letters that do not come apart into a letter and a mark.
WHOLE = str.maketrans(
    {
        "đ": "d",
        "ð": "d",
        "ø": "o",
        "ł": "l",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ı": "i",
        "ħ": "h",
        "ŋ": "ng",
        "ə": "e",
        "ɛ": "e",
        "ɔ": "o",
    }
)
#: Signs inside a word that are no letters and part nothing: Ts'ai, Xi’an, Mary-Ann is two words.
_SILENT = re.compile("['\u2018\u2019\u02bb\u02bc\u02bf\u02be`\u00b4\u2032\u00b7]")
_WORD = re.compile("[a-z]+")


@lru_cache(maxsize=100_000)
def latin_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as plain letters a to z; what is not Latin is left out.

    Args:
        text: A name; any other text does no harm.
    """
    if text.isascii():
        return tuple(_WORD.findall(_SILENT.sub("", text.lower())))
    folded = unicodedata.normalize("NFKD", text.casefold().translate(WHOLE))
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    return tuple(_WORD.findall(_SILENT.sub("", plain)))

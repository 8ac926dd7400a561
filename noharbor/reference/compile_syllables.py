"""Which syllable of one romanisation writes the same characters as which of another: Lim and Lâm, Teo and Trương."""

from __future__ import annotations

from collections import defaultdict

#: Systems by which one Chinese name comes to be written in several ways in Latin letters.
_SYSTEMS = ("cantonese", "hakka", "hokkien", "pinyin", "sino-vietnamese", "teochew", "wade-giles")
#: How much likelier each reading of a character is than the one listed after it.
_STEP = 3.0
#: Other spellings less likely than this, given one spelling, are not kept; nor more than so many.
_LEAST, _MOST = 0.004, 32
#: The systems by which names of a language are spelt in Latin letters.
_ROMANISED = {
    "ko": ("sino-korean",),
    "zh": ("pinyin", "wade-giles", "cantonese", "hokkien", "teochew", "hakka"),
}


def syllables(
    spellings: dict[str, dict[str, list[str]]], chinese: dict[str, dict[str, float]]
) -> dict[str, dict[str, dict[str, float]]]:
    """Make the table: "family" and "given", each spelling → other spelling → probability that it is written so.

    Args:
        spellings: For each character and system its spellings, likeliest first.
        chinese: Shares of family names and of characters of given names, per million.
    """
    return {part: _part(chinese[part], spellings) for part in ("family", "given")}


def romanised(spellings: dict[str, dict[str, list[str]]], chinese: dict[str, dict[str, float]]) -> dict[str, list[str]]:
    """List the syllables that common Chinese names are customarily spelt with as Korean and as Chinese, longest first.

    Args:
        spellings: For each character and system its spellings, likeliest first.
        chinese: Shares of family names and of characters of given names.
    """
    chars = {*"".join(chinese["family"]), *chinese["given"]}
    found = {}
    for language, systems in _ROMANISED.items():
        listed = {one for char in chars for system in systems for one in spellings.get(char, {}).get(system, ())[:4]}
        found[language] = sorted(listed, key=lambda one: (-len(one), one))
    return found


def _part(shares: dict[str, float], spellings: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, float]]:
    bearers: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    written: dict[str, dict[str, float]] = {}
    for char, share in shares.items():
        if len(char) != 1 or char not in spellings:
            continue
        chunks: dict[str, float] = defaultdict(float)
        for system in _SYSTEMS:
            listed = spellings[char].get(system, [])
            weights = [_STEP**-rank for rank in range(len(listed))]
            for chunk, weight in zip(listed, weights, strict=True):
                chunks[chunk] += weight / sum(weights)
        total = sum(chunks.values())
        written[char] = {chunk: weight / total for chunk, weight in chunks.items()}
        for chunk, weight in written[char].items():
            bearers[chunk][char] += share * weight
    found: dict[str, dict[str, float]] = {}
    for spelling, chars in sorted(bearers.items()):
        total = sum(chars.values())
        others: dict[str, float] = defaultdict(float)
        for char, weight in chars.items():
            for other, share in written[char].items():
                others[other] += weight / total * share
        best = sorted(others.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
        found[spelling] = {other: round(share, 4) for other, share in best if share >= _LEAST}
    return found

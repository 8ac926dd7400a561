"""Count how many persons bear each word or syllable of a name, and write the counts as the reference files keep them.

`python -m benchmarks.names.count_words ../shared/data/names/dev_persons.tsv noharbor/reference/names/frequencies`

Only rows of sources under CC0, CC BY or MIT are counted, and only words that at least two persons bear are kept, so no
person's name stands in the files.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from noharbor.science.names.parsing import parse
from noharbor.science.scripts.burmese import BURMESE
from noharbor.science.scripts.lao import LAO

#: Share taken off a count for what the sample has by chance.
_DISCOUNT = 0.5
_FREE = ("CC0", "CC BY 4.0", "MIT")


Words = tuple[str, ...]


def _every(words: Words) -> Iterable[str]:
    return (word.casefold() for word in words if len(word) > 1)


def _given(words: Words) -> Iterable[str]:
    """The first word: Thai family names are nearly all of one family, and counting them would tell of families."""
    return [word.casefold() for word in words[:1] if len(word) > 2]


def _burmese(words: Words) -> Iterable[str]:
    return (syllable for word in words for syllable in BURMESE.syllables(word))


def _lao(words: Words) -> Iterable[str]:
    return (syllable for word in words for syllable in LAO.syllables(word))


#: File, language, unit, origins, sources said in words, and per script how words are cut.
_COUNTED: tuple[tuple[str, str, str, tuple[str, ...], dict[str, Callable[[Words], Iterable[str]]]], ...] = (
    ("burmese", "my", "syllable", ("Myanmar",), {"Mymr": _burmese, "Latn": _every}),
    ("thai", "th", "word", ("Thailand",), {"Thai": _given, "Latn": _given}),
    ("lao", "lo", "syllable", ("Thai-Lao officials", "Laos", "wikipedia-lo"), {"Laoo": _lao}),
)


def main(source: Path, folder: Path) -> None:
    """Write one file per language."""
    with source.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for name, language, unit, origins, cutters in _COUNTED:
        bearers: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for row in rows:
            free = any(one in row["licence"] for one in _FREE) and "SA" not in row["licence"]
            if row["kind"] != "person" or row["origin"] not in origins or row["script"] not in cutters or not free:
                continue
            kind = "latin" if row["script"] == "Latn" else "native"
            bearers[kind][""].add(row["person_id"])
            for word in cutters[row["script"]](parse(row["name"]).core):
                bearers[kind][word].add(row["person_id"])
        _write(folder / f"{name}.yaml", language, unit, bearers)


def _write(path: Path, language: str, unit: str, bearers: dict[str, dict[str, set[str]]]) -> None:
    persons = max(len(words[""]) for words in bearers.values())
    lines = [f"language: {language}", f"unit: {unit}", f"unseen: {200_000 / persons:.0f}", "words:"]
    for words in bearers.values():
        total = len(words.pop(""))
        counts = Counter({word: len(who) for word, who in words.items() if len(who) > 1})
        for word, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
            lines.append(f'  "{word}": {round((count - _DISCOUNT) / total * 1_000_000, -2):.0f}')
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(("#", "source:"))]
    path.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

"""Whether search finds what a plain scan finds: names of many scripts in running text, and articles.

Reads the names and articles in ../shared/data where they are there, and the demo's reports always.
"""

from __future__ import annotations

import csv
import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from noharbor.science.scripts import han
from noharbor.science.scripts.latin_letters import WHOLE
from noharbor.science.scripts.normal_form import normal_form
from noharbor.science.scripts.scripts import main_script
from noharbor.science.words.finding import spans_in
from noharbor.science.words.question import question_of
from noharbor.science.words.tokens import tokens_of

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
REPORTS = ROOT / "noharbor" / "node" / "demo" / "reports"
SEED = 7
WORDS_OF_SCRIPT = 200
_APOSTROPHES = "'`´’‘ʼ"
#: Sara am of Thai and Lao: no mark by Unicode, yet part of the letter before it.
_BELONGS = "ำຳ"
#: Scripts that write spaces between words; the names of others stand in running text without any.
SPACED = ("Latn", "Cyrl", "Arab", "Deva", "Beng", "Taml")


def plain(text: str, script: str) -> str:
    """What a plain scan compares: one form for all spellings, and nothing between words that are written together."""
    text = han.canonical(normal_form(text)).casefold().translate(WHOLE)
    parts = unicodedata.normalize("NFD", text)
    bare = "".join(char for char in parts if not "\u0300" <= char <= "\u036f" and char not in _APOSTROPHES)
    kept = (char if char.isalnum() or _is_mark(char) else " " for char in unicodedata.normalize("NFC", bare))
    words = "".join(kept).split()
    return f" {' '.join(words)} " if script in SPACED else "".join(words)


def _stands(word: str, text: str) -> bool:
    """Whether a word stands in a text, both plain, and does not end within a letter: ရ does not stand in ရွှေ."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if end == len(text) or not (_is_mark(text[end]) or text[end] in _BELONGS):
            return True
        at = text.find(word, at + 1)
    return False


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in {"Mn", "Mc"}


def texts_and_words() -> dict[str, tuple[list[str], list[str]]]:
    """By script: running texts, and words that stand somewhere in them."""
    dice = random.Random(SEED)
    found: dict[str, tuple[list[str], list[str]]] = {}
    for script, names in sorted(_names().items()):
        dice.shuffle(names)
        between = " " if script in SPACED else ""
        texts = [between.join(names[at : at + 8]) for at in range(0, len(names), 8)]
        found[script] = texts, dice.sample(names, min(WORDS_OF_SCRIPT, len(names)))
    for script, texts in sorted(_articles().items()):
        known_texts, known_words = found.setdefault(script, ([], []))
        known_texts += texts
        known_words += [_piece(dice.choice(texts), dice, script) for _ in range(WORDS_OF_SCRIPT)]
    return found


def _names() -> dict[str, list[str]]:
    path = DATA / "names" / "dev_persons.tsv"
    names: dict[str, list[str]] = {}
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["zawgyi"] == "0" and (script := main_script(row["name"])):
                    names.setdefault(script.value, []).append(row["name"])
    return names


def _articles() -> dict[str, list[str]]:
    texts: dict[str, list[str]] = {}
    paths = [*sorted(REPORTS.glob("*.md")), *sorted((DATA / "reading" / "articles").glob("*.txt"))]
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            script = main_script(line)
            if script and len(line) > 40:
                texts.setdefault(script.value, []).append(line)
    return texts


def _piece(text: str, dice: random.Random, script: str) -> str:
    """A word of a text, or a few letters in a row where words are not apart."""
    # Numbers are left out: 5 does not stand in 5,446, whatever a plain scan says.
    letters = [one for one in tokens_of(text) if one.is_letter != (script in SPACED) and not one.text.isdigit()]
    tokens = [one for one in letters if len(one.text) > 1]
    at = last = dice.randrange(len(tokens))
    if script not in SPACED:
        most = at + dice.randrange(1, 6)
        while last < most and last + 1 < len(tokens) and tokens[last + 1].start == tokens[last].end:
            last += 1
    return text[tokens[at].start : tokens[last].end]


def main() -> None:
    print(f"{'script':>8}{'words':>8}{'texts':>8}{'scan finds':>12}{'missed':>8}{'more':>8}  (seed {SEED})")
    for script, (texts, words) in texts_and_words().items():
        scanned, cut = [plain(text, script) for text in texts], [tokens_of(text) for text in texts]
        expected = missed = more = 0
        examples: list[tuple[str, str]] = []
        for word, question in _asked(words):
            wanted = plain(word, script)
            for text, scan, tokens in zip(texts, scanned, cut, strict=True):
                is_found = all(any(True for _ in spans_in(tokens, phrase)) for phrase in question.phrases)
                is_there = _stands(wanted, scan)
                expected += is_there
                more += is_found and not is_there
                if is_there and not is_found:
                    missed += 1
                    examples.append((word, text[:60]))
        print(f"{script:>8}{len(words):8}{len(texts):8}{expected:12}{missed:8}{more:8}  {examples[:3] or ''}")


def _asked(words: list[str]) -> Iterator[tuple[str, object]]:
    for word in dict.fromkeys(words):
        # In quotation marks, as the scan takes it: all of it, in this order.
        if question := question_of(f'"{word}"'):
            yield word, question


if __name__ == "__main__":
    main()

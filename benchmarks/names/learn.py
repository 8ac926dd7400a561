"""Learn how a script's pieces are spelled in Latin letters, and say how well unseen people are found.

`python -m benchmarks.names.learn Mymr` learns from 60 % of the people and reports on the rest; with `--write` it then
learns from all of them and writes reference/compiled/spellings_Mymr.json. `… letters` counts the letters themselves.
Only pieces with their chunks are written, never a name.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.names.apart import APART
from benchmarks.names.expectation import Learner
from benchmarks.names.pairs import Entry, couples, is_aside, persons, places
from noharbor.reference import tables
from noharbor.science.names.alignment import COLUMNS, GAIN, SYLLABLES, SYSTEM, UNKNOWN, WORDS, align_pairs
from noharbor.science.names.letters import letter_likelihoods
from noharbor.science.names.packing import pack_letters, pack_pieces
from noharbor.science.names.pivots import pivots_of
from noharbor.science.names.prices import prices
from noharbor.science.names.spellings import SYSTEMS, Spellings, by_rank, entries_of, pack, spellings
from noharbor.science.scripts.han_names import family_and_given
from noharbor.science.scripts.latin_letters import latin_words
from noharbor.science.scripts.scripts import Script
from noharbor.science.scripts.writing import Writing
from noharbor.science.scripts.writings import WRITINGS

REFERENCE = Path(tables.__file__).parent


#: The written rules of each script, by the name of their file; Han has readings instead.
RULES = {
    "Latn": "latin",
    "Mymr": "burmese",
    "Thai": "thai",
    "Laoo": "lao",
    "Khmr": "khmer",
    "Hang": "hangul",
    "Jpan": "kana",
    "Hani": "han",
}
#: How many times each person counts, and about how many places are learnt from.
PEOPLE_WEIGH, MOST_PLACES = 3, 1_000
#: How many seen pieces a written rule weighs; more where few people are known and many places.
TRUST_IN_RULES = {"Khmr": 100.0, "Hang": 15.0, "Kana": 15.0}
#: A reading learnt this much likelier or less likely than listed is written.
CHANGED = 0.02
#: Gain from which a pair surely shows which system spelled it.
SURE = 6.0
Line = dict[str, Any]
ByCharacter = dict[str, dict[str, dict[str, float]]]
PEOPLE = ("local", "foreign")
NATIVE = ("Mymr", "Khmr", "Thai", "Laoo", "Hang", "Hani")


def writing(script: str) -> Writing:
    """Return what a script can do, by its ISO 15924 code; kana stands for names in Japanese."""
    return WRITINGS[Script.KANA if script == "Jpan" else Script(script)]


def rules(script: str) -> dict[str, dict[str, list[str]]]:
    """Return what people wrote down for a script: piece → system → chunks."""
    if script == "Hani":
        return dict(tables.table("han_spellings"))
    found: dict[str, dict[str, list[str]]] = tables.table("spelling_rules")[RULES[script]]
    return found


def own_letters(rows: Sequence[tuple[Entry, Entry]], script: Writing) -> dict[str, dict[str, list[str]]]:
    """Return the rule that every Latin piece is written as itself, for all pieces of these names."""
    found = {piece for row in rows for entry in row for word in cut(entry.core, script) for piece in word}
    return {piece: {"plain": [piece.strip("-.")]} for piece in sorted(found)}


def respelled(people: list[Entry], *, everyone: bool) -> list[tuple[Entry, Entry]]:
    """Return pairs of Latin spellings of one name: those of the set, and likely ones of its native names."""
    rows = [(one, other) for one, other in couples(people, "Latn") if one.core != other.core]
    for code in NATIVE:
        script, table = writing(code), spellings(code)
        pairs = training(code, people, everyone=everyone)[:4000]
        out = aligned(pairs, script, table)
        for (native, latin), row in zip(pairs, out, strict=True):
            if row[WORDS] or row[SYLLABLES] or row[UNKNOWN] or row[6] > 0:
                continue
            for words in pivots_of(code, [tuple(word) for word in cut(native.core, script)])[:3]:
                rows.append((replace(latin, core=" ".join(words)), latin))
    return [pair for pair in rows if everyone or not is_aside(pair[0].who)]


def read_by_system(given: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, dict[str, float]]]:
    """Return system → character → chunk → share, as the readings are listed."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    for char, systems in given.items():
        for system, chunks in by_rank(systems).items():
            found.setdefault(system, {})[char] = chunks
    return found


def taught(listed: ByCharacter, learnt: ByCharacter) -> list[Line]:
    """Return the readings that names taught otherwise than they are listed."""
    return [
        {
            "piece": char,
            "system": system,
            "chunks": {chunk: round(share, 4) for chunk, share in sorted(chunks.items(), key=lambda item: -item[1])},
        }
        for system, chars in sorted(learnt.items())
        for char, chunks in sorted(chars.items())
        if any(abs(share - listed[system].get(char, {}).get(chunk, 0.0)) > CHANGED for chunk, share in chunks.items())
    ]


def learn_han(
    rows: list[tuple[Entry, Entry]], script: Writing, given: dict, passes: int = 3
) -> tuple[Spellings, list[Line]]:
    """Learn how likely each system spells a name, and within each how characters are spelled."""
    listed = read_by_system(given)
    readings = read_by_system(given)
    priors = dict.fromkeys(readings, math.log(1 / len(readings)))
    for number in range(passes + 1):
        systems: dict[str, dict[str, dict[str, float]]] = {}
        for system, chars in readings.items():
            for char, chunks in chars.items():
                systems.setdefault(char, {})[system] = chunks
        table = pack({char: entries_of(found) for char, found in systems.items()}, priors)
        if number == passes:
            lines: list[Line] = [{"system": system, "prior": prior} for system, prior in sorted(priors.items())]
            return table, lines + taught(listed, readings)
        out = aligned(rows, script, table)
        names = [SYSTEMS[int(system)] for system in out[:, SYSTEM]]
        length = np.array([max(1, sum(map(len, latin_words(latin.core)))) for _, latin in rows])
        keep = (out[:, WORDS] == 0) & (out[:, SYLLABLES] == 0) & (out[:, GAIN] / length > 0.3)
        # Towns are all written in pinyin; the priors say, softly, who writes names of people how.
        person = np.array([native.group in PEOPLE for native, _ in rows])
        sure = person & (out[:, GAIN] > SURE)
        whole = Counter(name for name, kept in zip(names, sure, strict=True) if kept)
        soft = {system: math.sqrt(whole[system] + 0.01 * whole.total()) for system in readings}
        priors = {system: round(math.log(weight / sum(soft.values())), 3) for system, weight in soft.items()}
        sys.stderr.write(f"pass {number}: {int(keep.sum())} of {len(rows)} pairs read; {dict(whole)}\n")
        for system in readings:
            pairs = []
            for index in np.flatnonzero(keep):
                if names[index] == system:
                    native, latin = rows[index]
                    pieces = [piece for word in cut(native.core, script) for piece in word]
                    pairs.append((pieces, turned(latin_words(latin.core), int(out[index, 6]))))
            # Characters of names take whole syllables; only the sounds of foreign names find new ones.
            trust = 0.6 if system == "sounds" else 0.05
            learner = Learner(listed[system], letter_likelihoods(), trust_in_rules=8.0, trust_in_letters=trust)
            readings[system] = learner.learn(pairs)
    raise AssertionError


def shares(pieces: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, float]]:
    """Turn lists of chunks, likeliest first, into shares that sum to 1; customary spellings weigh most."""
    found: dict[str, dict[str, float]] = {}
    for piece, systems in pieces.items():
        weights: dict[str, float] = {}
        for system, chunks in systems.items():
            for rank, chunk in enumerate(chunks):
                weight = (2.0 if system == "customary" else 1.0) / (1 + rank)
                weights[chunk] = max(weights.get(chunk, 0.0), weight)
        total = sum(weights.values())
        found[piece] = {chunk: weight / total for chunk, weight in weights.items()}
    return found


def as_entries(learnt: dict[str, dict[str, float]], given: dict[str, dict[str, list[str]]]) -> dict[str, list]:
    """Write learnt probabilities as entries of the table, each with the first system that names it."""
    entries = {}
    for piece, chunks in learnt.items():
        systems = {chunk: system for system, names in reversed(given.get(piece, {}).items()) for chunk in names}
        entries[piece] = sorted(
            (
                (chunk, systems.get(chunk, "customary"), round(math.log(max(share, 1e-6)), 3))
                for chunk, share in chunks.items()
            ),
            key=lambda entry: (-entry[2], entry[0]),
        )
    return entries


def cut(name: str, script: Writing) -> list[tuple[str, ...]]:
    """Return a native name as words of pieces."""
    if script.script is Script.HAN and "·" not in name and " " not in name:
        return [script.pieces(script.canonical(part)) for part in family_and_given(name) if part]
    return [script.pieces(word) for word in script.canonical(name).replace("·", " ").split()]


def aligned(rows: Sequence[tuple[Entry, Entry]], script: Writing, table: Spellings) -> np.ndarray:
    """Align each pair as it stands."""
    pieced = pack_pieces([cut(native.core, script) for native, _ in rows], table.numbers)
    spelled = pack_letters([latin_words(latin.core) for _, latin in rows])
    pairs = np.stack([np.arange(len(rows)), np.arange(len(rows))], axis=1).astype(np.int32)
    out = np.empty((len(rows), COLUMNS), dtype=np.float32)
    align_pairs(pieced, spelled, pairs, (table.chunks, np.array(prices(script.script.value), np.float32)), out)
    return out


def turned(words: Sequence[str], start: int) -> list[str]:
    """Return words in the order that begins at letter `start`."""
    at = 0
    for number, word in enumerate(words):
        if at == start:
            return [*words[number:], *words[:number]]
        at += len(word)
    return list(words)


def learn(rows: list[tuple[Entry, Entry]], script: Writing, given: dict, passes: int = 3) -> Spellings:
    """Learn a table from pairs: align, keep those that read as the same name, count, and again."""
    prior = shares(given)
    entries = as_entries(prior, given)
    table = pack(entries)
    for number in range(passes):
        out = aligned(rows, script, table)
        length = np.array([max(1, sum(map(len, latin_words(latin.core)))) for _, latin in rows])
        # Without rules there is nothing to read by yet: the first count takes all pairs as they stand.
        keep = (out[:, WORDS] == 0) & (out[:, SYLLABLES] == 0) & (out[:, GAIN] / length > (-0.2, 0.3, 0.4)[number])
        if not given and number == 0:
            keep[:] = True
        pairs = []
        for index in np.flatnonzero(keep):
            native, latin = rows[index]
            pieces = [piece for word in cut(native.core, script) for piece in word]
            pairs.append((pieces, turned(latin_words(latin.core), int(out[index, 6]))))
        sys.stderr.write(f"pass {number}: {len(pairs)} of {len(rows)} pairs read\n")
        trust = TRUST_IN_RULES.get(script.script.value, 6.0)
        learnt = Learner(prior, letter_likelihoods(), trust_in_rules=trust).learn(pairs)
        table = pack(as_entries(learnt, given))
    return table


def ranked(
    script_code: str, script: Writing, table: Spellings, people: list[Entry], group: str = "local", limit: int = 250
) -> str:
    """Say how often an aside person's name comes first among all, both ways."""
    local = [entry for entry in people if entry.group == group]
    code = script_code
    native = [entry for entry in local if entry.script == code]
    latin = [entry for entry in local if entry.script == "Latn"]
    rows = [pair for pair in couples(local, code) if is_aside(pair[0].who)]
    rows = sorted(rows, key=lambda pair: pair[0].core[::-1])[:limit]
    pieced = pack_pieces([cut(entry.core, script) for entry in native], table.numbers)
    spelled = pack_letters([latin_words(entry.core) for entry in latin])
    index_native = {id(entry): number for number, entry in enumerate(native)}
    index_latin = {id(entry): number for number, entry in enumerate(latin)}
    same_name: dict[str, set[str]] = {}
    for entry in local:
        same_name.setdefault(entry.core.casefold(), set()).add(entry.who)
    alike: dict[str, set[str]] = {}
    for entry in local:
        alike.setdefault(entry.who, set()).update(same_name[entry.core.casefold()])
    hits: list[list[float]] = [[], []]
    missed = []
    for one, other in rows:
        for way in range(2):
            gallery = latin if way == 0 else native
            pairs = np.empty((len(gallery), 2), dtype=np.int32)
            pairs[:, 0] = index_native[id(one)] if way == 0 else np.arange(len(gallery))
            pairs[:, 1] = np.arange(len(gallery)) if way == 0 else index_latin[id(other)]
            out = np.empty((len(gallery), COLUMNS), dtype=np.float32)
            align_pairs(pieced, spelled, pairs, (table.chunks, np.array(prices(script.script.value), np.float32)), out)
            best: dict[str, float] = {}
            for entry, gain in zip(gallery, out[:, GAIN], strict=True):
                best[entry.who] = max(best.get(entry.who, -1e9), float(gain))
            mine = best.pop(one.who)
            others = [gain for who, gain in best.items() if who not in alike[one.who]]
            above = sum(gain > mine + 1e-6 for gain in others)
            ties = sum(abs(gain - mine) <= 1e-6 for gain in others)
            hits[way].append(1 / (ties + 1) if above == 0 else 0.0)
            if above:
                top = max((item for item in best.items() if item[0] not in alike[one.who]), key=lambda item: item[1])
                names = [entry.core for entry in gallery if entry.who == top[0]]
                missed.append(f"  {one.core} | {other.core}  {mine:.1f} < {top[1]:.1f} {names[0]}")
    text = f"{script_code} {group}: {len(rows)} aside, hit@1 {np.mean(hits[0]):.3f} / {np.mean(hits[1]):.3f}"
    return text + "\n" + "\n".join(missed[:40])


def through_thai(people: list[Entry]) -> list[tuple[Entry, Entry]]:
    """Return Lao names with the likeliest Latin spelling of the same person's Thai name: few have one of their own."""
    thai = writing("Thai")
    return [
        (native, replace(other, core=" ".join(pivots_of("Thai", [tuple(word) for word in cut(other.core, thai)])[0])))
        for native, other in couples(people, "Laoo", ("Thai",))
    ]


def training(script_code: str, people: list[Entry], *, everyone: bool) -> list[tuple[Entry, Entry]]:
    """Return the pairs to learn from: people, name lists and places; without those put aside unless `everyone`."""
    rows = [*couples(people, script_code)] * PEOPLE_WEIGH
    # Maps spell all by one rule, people do not: the places may not drown them. Han needs every town for its rare signs.
    towns = list(couples(places(), script_code))
    if script_code != "Hani":
        towns = sorted(towns, key=lambda pair: pair[0].core[::-1])[:: max(1, len(towns) // MOST_PLACES)]
    rows += towns
    if script_code == "Laoo":
        rows += through_thai(people)
    return [pair for pair in rows if everyone or not is_aside(pair[0].who)]


def count_letters() -> None:
    """Count letters after letters in Latin names and write reference/compiled/letters.json."""
    counts = np.ones((27, 26))
    words = {word for entry in [*persons(), *places()] if entry.script == "Latn" for word in latin_words(entry.core)}
    for word in words:
        before = 26
        for letter in word:
            counts[before, ord(letter) - 97] += 1
            before = ord(letter) - 97
    follow = np.log(counts / counts.sum(axis=1, keepdims=True)).round(3).tolist()
    _write("letters", json.dumps({"follow": follow}))


def _write(name: str, text: str) -> None:
    (REFERENCE / "compiled" / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Learn one script, or the letters."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("script", choices=[*RULES, "letters"])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--group", default="local")
    arguments = parser.parse_args()
    if arguments.script == "letters":
        count_letters()
        return
    script, people = writing(arguments.script), persons()
    latin = arguments.script == "Latn"
    rows = respelled(people, everyone=False) if latin else training(arguments.script, people, everyone=False)
    given = own_letters(rows, script) if latin else rules(arguments.script)
    table, lines = learn_any(arguments.script, rows, script, given)
    write(script.script.value, lines, APART)
    sys.stdout.write(ranked(arguments.script, script, table, people, arguments.group) + "\n")
    if arguments.write:
        rows = respelled(people, everyone=True) if latin else training(arguments.script, people, everyone=True)
        given = own_letters(rows, script) if latin else given
        write(script.script.value, learn_any(arguments.script, rows, script, given)[1], REFERENCE / "compiled")


def learn_any(code: str, rows: list[tuple[Entry, Entry]], script: Writing, given: dict) -> tuple[Spellings, list[Line]]:
    """Learn a table; Han has a table for each system, all others one."""
    if code == "Hani":
        return learn_han(rows, script, given)
    table = learn(rows, script, given)
    return table, [{"piece": piece, "chunks": table.entries[piece]} for piece in sorted(table.entries)]


def write(script: str, lines: list[Line], folder: Path) -> None:
    """Write what was learnt, a piece a line."""
    folder.mkdir(parents=True, exist_ok=True)
    text = ",\n".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in lines)
    (folder / f"spellings_{script}.json").write_text(f"[\n{text}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()

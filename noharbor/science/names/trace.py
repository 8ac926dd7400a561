"""The best alignment of one pair step by step: what the fast kernel does, with the way kept, to be explained.

The same rules as in `alignment`; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from noharbor.science.names.alignment import LONGEST_PIECES
from noharbor.science.names.packing import pack_letters, shortened
from noharbor.science.names.prices import Prices, prices
from noharbor.science.names.spellings import SYSTEMS, Spellings, spellings


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an alignment.

    Attributes:
        pieces: The pieces it takes, none for letters that nobody writes.
        letters: The letters it takes, "" for pieces that are not written.
        system: The system whose spelling it is, "" where the table does not know it.
        gain: Natural logarithm; below 0 it speaks against the names being one.
        known: Whether the table of spellings has it.
    """

    pieces: tuple[str, ...]
    letters: str
    system: str
    gain: float
    known: bool


@dataclass(slots=True)
class _Cell:
    gain: float
    start: int
    system: str
    way: tuple[object, Step] | None


def trace(script: str, words: Sequence[Sequence[str]], latin: Sequence[str]) -> tuple[float, list[Step]]:
    """Return the gain of the best alignment and its steps.

    Args:
        script: ISO 15924 code of the pieces' script.
        words: Words of pieces.
        latin: Words of plain letters.
    """
    table, price = spellings(script), prices(script)
    latin = shortened(latin)
    pieces = [piece for word in words for piece in word][:LONGEST_PIECES]
    heads = [place == 0 for word in words for place, _ in enumerate(word)][: len(pieces)]
    opens = [head or not piece.startswith("-") for head, piece in zip(heads, pieces, strict=True)]
    heads.append(True)
    opens.append(True)
    text = "".join(latin) * 2
    starts = _starts(latin)
    length = len(text) // 2
    background = _background(latin)
    cells: dict[tuple[int, int], _Cell] = {
        (0, j): _Cell(0.0 if j == 0 else -price.turn, j, "", None) for j in starts if j < max(length, 1)
    }
    for i in range(len(pieces) + 1):
        for j in range(len(text) + 1):
            cell = cells.get((i, j))
            if cell is None:
                continue
            inside = j < cell.start + length
            steps: list[tuple[int, int, Step]] = []
            if inside:
                steps.append((i, j + 1, Step((), text[j], "", -price.letter, False)))
                if opens[i] and j in starts:
                    end = min(s for s in (*starts, len(text)) if s > j)
                    steps.append((i, end, Step((), text[j:end], "", -price.word, False)))
            if i < len(pieces):
                steps.extend(
                    _with_piece(i, j, cell, pieces, opens, heads, text, starts, length, background, table, price)
                )
            for to_piece, to_letter, step in steps:
                gain = cell.gain + step.gain
                known = cells.get((to_piece, to_letter))
                if known is None or gain > known.gain:
                    cells[to_piece, to_letter] = _Cell(gain, cell.start, step.system or cell.system, (cell, step))
    return _best(cells, len(pieces), text, starts, length, price.word)


def _with_piece(
    i: int,
    j: int,
    cell: _Cell,
    pieces: list[str],
    opens: list[bool],
    heads: list[bool],
    text: str,
    starts: list[int],
    length: int,
    background: list[float],
    table: Spellings,
    price: Prices,
) -> list[tuple[int, int, Step]]:
    end = cell.start + length
    word_end = min((s for s in (*starts, len(text)) if s > j), default=len(text))
    steps = [(i + 1, j, Step((pieces[i],), "", "", -price.missing, False))]
    if j < end:
        steps.append((i + 1, j + 1, Step((pieces[i],), text[j], "", -price.unknown, False)))
    for marks, cost in ((opens, price.syllable), (heads, price.native_word)):
        if marks[i]:
            to = next(k for k in range(i + 1, len(pieces) + 1) if marks[k])
            steps.append((to, j, Step(tuple(pieces[i:to]), "", "", -cost, False)))
    for chunk, system, likelihood in table.entries.get(pieces[i], ()):
        to = j + len(chunk)
        if chunk and (to > end or to > word_end or not text.startswith(chunk, j)):
            continue
        gain = likelihood - (background[to] - background[j])
        if system and system != cell.system:
            gain += float(table.chunks.prior[SYSTEMS.index(system)]) - (price.switch if cell.system else 0.0)
        steps.append((i + 1, to, Step((pieces[i],), chunk, system, gain, True)))
    return steps


def _best(
    cells: dict[tuple[int, int], _Cell], count: int, text: str, starts: list[int], length: int, word: float
) -> tuple[float, list[Step]]:
    best: tuple[float, list[Step]] | None = None
    for j in range(len(text) + 1):
        cell = cells.get((count, j))
        if cell is None:
            continue
        end = cell.start + length
        if j < end and j not in starts:
            continue
        left = [s for s in starts if j <= s < end]
        gain = cell.gain - word * len(left)
        if best is None or gain > best[0]:
            rest = [Step((), text[s : min(t for t in (*starts, len(text)) if t > s)], "", -word, False) for s in left]
            best = gain, [*_way(cell), *rest]
    return best or (-1e9, [])


def _way(cell: _Cell) -> list[Step]:
    steps = []
    at: object = cell
    while isinstance(at, _Cell) and at.way is not None:
        steps.append(at.way[1])
        at = at.way[0]
    return steps[::-1]


def _starts(latin: Sequence[str]) -> list[int]:
    starts, at = [], 0
    for word in [*latin, *latin]:
        starts.append(at)
        at += len(word)
    return starts or [0]


def _background(latin: Sequence[str]) -> list[float]:
    spelled = pack_letters([latin])
    return [float(value) for value in spelled.background]

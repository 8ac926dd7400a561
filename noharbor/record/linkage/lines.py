"""A result as JSON lines: one for each pair, the same without a node and with one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from noharbor.record.linkage.remarks import Remarks
from noharbor.science.matching.people.reconciling import PairFound, RowOfList


def lines_of(
    pairs: Sequence[PairFound], place_of: Callable[[RowOfList], dict[str, Any]], remarks: Remarks
) -> Iterator[dict[str, Any]]:
    """Give each pair as plain values, ready for JSON.

    Args:
        pairs: In the order to give them.
        place_of: Says where a row stands: number of the list and row, and the sheet where there are several.
        remarks: Whose judgements are told, where anybody could judge.
    """
    for pair in pairs:
        line: dict[str, Any] = {
            "a": place_of(pair.a),
            "b": place_of(pair.b),
            "score": round(pair.score, 4),
            "level": pair.level.name.lower().replace("_", " "),
            "proposal": str(pair.proposal),
            "reason": pair.reason,
        }
        if pair.judged.conflicts:
            line["conflicts"] = [one.told() for one in pair.judged.conflicts]
        if remarks.judged is not None:
            judged = remarks.judged.get((pair.a, pair.b))
            line["judgement"] = judged and {"state": judged.state, "by": judged.by}
        yield line

"""The tables of a result: every row as plain cells, for whatever writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from noharbor.record.linkage.remarks import Remarks
from noharbor.science.matching.people.person import Born, Person
from noharbor.science.matching.people.reconciling import OnList, PairFound, RowOfList
from noharbor.science.matching.people.summary import Counted, Summary
from noharbor.science.names.evidence import Proposal
from noharbor.science.names.reasons import LEVEL_NAMES, Translate, untranslated

_ = untranslated

Cells = tuple[str | int | float, ...]


@dataclass(frozen=True, slots=True)
class ResultTable:
    """One table of the result.

    Attributes:
        title: What it is called.
        says: One sentence on what stands in it.
        heads: Of its columns.
        rows: Its cells.
        widths: Of its columns, in characters.
    """

    title: str
    says: str
    heads: tuple[str, ...]
    rows: Sequence[Cells]
    widths: tuple[int, ...]


_PROPOSALS = {Proposal.SAME: _("same person"), Proposal.POSSIBLE: _("possible")}
_PERSON_HEADS = (_("name"), _("birth"), _("sex"), _("nationality"), _("papers"), _("telephone"))
_PERSON_WIDTHS = (28, 12, 8, 11, 18, 16)
_PAIR_HEADS = (_("proposal"), _("score"), _("names agree by"))
_PAIR_WIDTHS = (10, 7, 16)


class Results:
    """A reconciliation as tables.

    Args:
        summary: What the lists say together.
        remarks: What there is to tell beside it; judgements and bodies are told only where a node knows of them.
        translate: Gives the words in another language.
    """

    def __init__(self, summary: Summary, remarks: Remarks, translate: Translate = untranslated) -> None:
        self.summary, self.remarks, self._ = summary, remarks, translate
        self._names = [one.name for one in summary.found.lists]

    def tables(self) -> Iterator[ResultTable]:
        """Every table, in the order to read them."""
        yield self._counts()
        yield self._pairs(
            _("On several lists"), _("Rows of two lists that may be one person; people decide."), self.summary.across
        )
        yield self._pairs(_("Twice on one list"), _("Rows of one list that may be one person."), self.summary.doubles)
        if self.remarks.judged is not None:
            yield self._pairs(_("Judged different"), _("Pairs that people judged to be two."), self.summary.different)
        yield self._conflicts()
        yield self._missing()
        yield self._by_nationality()
        if self.remarks.made_by is not None:
            yield self._by_body(self.remarks.made_by)
        yield self._not_read()

    def _counts(self) -> ResultTable:
        rows: list[Cells] = []
        for number, one in enumerate(self.summary.found.lists):
            counted = self.summary.counted(number)
            rows.append((one.name, *self._counted(counted), counted.alone))
        width = len(self._count_heads) + 1
        rows += [(name, problem, *[""] * (width - 1)) for name, problem in self.remarks.problems]
        return self._table(
            _("Lists"),
            _("Each list and how many of its people stand on another."),
            (_("list"), *self._count_heads, _("on no other")),
            rows,
            (44, *self._count_widths, 12),
        )

    def _pairs(self, title: str, says: str, pairs: Sequence[PairFound]) -> ResultTable:
        rows = [
            (
                self._(_PROPOSALS[pair.proposal]),
                round(pair.score, 4),
                self._(LEVEL_NAMES[pair.level]),
                *self._side(pair.a),
                *self._side(pair.b),
                *self._judged(pair),
                self._why(pair),
            )
            for pair in pairs
        ]
        side = (_("list"), _("row"), *_PERSON_HEADS)
        judgement = (_("judgement"), _("judged by")) if self.remarks.judged is not None else ()
        widths = (*_PAIR_WIDTHS, *((18, 6, *_PERSON_WIDTHS) * 2), *(16, 24)[: len(judgement)], 70)
        return self._table(title, says, (*_PAIR_HEADS, *side, *side, *judgement, _("why")), rows, widths)

    def _judged(self, pair: PairFound) -> Cells:
        return self.remarks.judgement(pair) if self.remarks.judged is not None else ()

    def _conflicts(self) -> ResultTable:
        rows = [
            (one.told(self._), *(cell for at in (pair.a, pair.b) for cell in self._who(at)))
            for pair in self.summary.conflicts
            for one in pair.judged.conflicts
        ]
        heads = (_("conflict"), _("list"), _("row"), _("name"), _("list"), _("row"), _("name"))
        return self._table(
            _("Conflicts"),
            _("One paper, and something that cannot be one person."),
            heads,
            rows,
            (48, 18, 6, 28, 18, 6, 28),
        )

    def _missing(self) -> ResultTable:
        rows: list[Cells] = []
        lists = self.summary.found.lists
        for here in range(len(lists)):
            for there in range(len(lists)):
                if here != there:
                    rows += [
                        (self._names[here], row.row, *person_cells(row.person), self._names[there])
                        for row in self.summary.missing(here, there)
                    ]
        heads = (_("on list"), _("row"), *_PERSON_HEADS, _("missing on"))
        return self._table(
            _("On one only"),
            _("People of one list for whom another has nobody."),
            heads,
            rows,
            (22, 6, *_PERSON_WIDTHS, 22),
        )

    def _by_nationality(self) -> ResultTable:
        rows = [
            (one.name, nationality, *self._counted(counted))
            for number, one in enumerate(self.summary.found.lists)
            for nationality, counted in self.summary.by_nationality(number).items()
        ]
        return self._table(
            _("By nationality"),
            _("Counts of each list; an empty nationality is one the list does not state."),
            (_("list"), _("nationality"), *self._count_heads),
            rows,
            (44, 12, *self._count_widths),
        )

    def _by_body(self, made_by: Sequence[str]) -> ResultTable:
        counts = map(self.summary.counted, range(len(made_by)))
        return self._table(
            _("By body"),
            _("Counts of the lists of each body; who stands on two of its lists is counted twice."),
            (_("body"), *self._count_heads),
            [(body, *self._counted(counted)) for body, counted in by_body(counts, made_by).items()],
            (44, *self._count_widths),
        )

    @property
    def _count_heads(self) -> tuple[str, ...]:
        judged = (_("judged the same"),) if self.remarks.judged is not None else ()
        return (_("people"), *judged, _("proposed on another list"), _("possibly on another"))

    @property
    def _count_widths(self) -> tuple[int, ...]:
        return (10, 16, 16, 16)[: len(self._count_heads)]

    def _counted(self, counted: Counted) -> Cells:
        judged = (counted.judged,) if self.remarks.judged is not None else ()
        return (counted.rows, *judged, counted.proposed, counted.possible)

    def _not_read(self) -> ResultTable:
        rows = [(one.list, "" if one.row is None else one.row, one.saying.told(self._)) for one in self.remarks.unread]
        return self._table(
            _("Not read"),
            _("Rows that are no person, and cells that could not be read; nothing else was left out."),
            (_("list"), _("row"), _("why")),
            rows,
            (44, 8, 90),
        )

    def _table(
        self, title: str, says: str, heads: tuple[str, ...], rows: Sequence[Cells], widths: tuple[int, ...]
    ) -> ResultTable:
        return ResultTable(self._(title), self._(says), tuple(map(self._, heads)), rows, widths)

    def _side(self, place: RowOfList) -> Cells:
        return (self._names[place.list], place.row, *person_cells(self._row(place).person))

    def _row(self, place: RowOfList) -> OnList:
        return self.summary.found.lists[place.list].rows[place.at]

    def _who(self, place: RowOfList) -> Cells:
        return (self._names[place.list], place.row, " / ".join(self._row(place).person.names))

    def _why(self, pair: PairFound) -> str:
        said = pair.judged.saying.told(self._)
        return said[:1].upper() + said[1:]


def by_body(counts: Iterable[Counted], made_by: Iterable[str]) -> dict[str, Counted]:
    """Counts of the lists of each body, in the order of the lists; "" for lists that nobody said who made."""
    found: dict[str, Counted] = {}
    for counted, body in zip(counts, made_by, strict=True):
        found[body] = found[body] + counted if body in found else counted
    return found


def person_cells(person: Person) -> Cells:
    """A person as cells, under the heads of `_PERSON_HEADS`."""
    return (
        " / ".join(person.names),
        born_told(person.born),
        person.sex,
        person.nationality,
        ", ".join((*person.passports, *person.national_ids)),
        ", ".join(person.phones),
    )


def born_told(born: Born | None) -> str:
    """A birth as exactly as it is known: a day, a month, a year, or two years."""
    if born is None:
        return ""
    first, last = born.earliest, born.latest
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"

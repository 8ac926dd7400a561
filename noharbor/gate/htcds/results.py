"""HTCDS as a form in which the result of a reconciliation can be taken out; the settings name it beside the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from noharbor.gate.htcds.people import Described, ExportedPerson, Origin, Record
from noharbor.gate.htcds.sheets import Organisation, Sheets
from noharbor.record.access.models import Body
from noharbor.record.access.vocabulary import BodyKind, Tlp
from noharbor.record.intake.models import Source
from noharbor.record.linkage.forms import WORKBOOK, ResultForm
from noharbor.record.linkage.models import Appearance
from noharbor.record.linkage.persons import from_json
from noharbor.record.linkage.results import Lists, Result
from noharbor.record.linkage.vocabulary import PairState
from noharbor.record.linkage.workbook import workbook_of

#: Kinds of body that a code of the standard says; a joint centre and "other" are none of them.
TYPES = {
    BodyKind.AID_GROUP: "NGO",
    BodyKind.BANK: "CorporateBusiness",
    BodyKind.COURT: "LegalService",
    BodyKind.EMBASSY: "CentralGovernmentOrganisation",
    BodyKind.MINISTRY: "CentralGovernmentOrganisation",
    BodyKind.POLICE: "LawEnforcement",
}


def _written(result: Result) -> bytes:
    sources = [table.source for table in result.lists.tables]
    sheets = Sheets(
        persons_of_result(result),
        made=timezone.localdate(),
        organisations=_organisations(sources, result.lists.made_by),
        marking=_strictest(sources),
        translate=gettext,
    )
    return workbook_of(sheets.tables())


HTCDS = ResultForm("htcds", _("IOM's case data standard (HTCDS)"), ".htcds.xlsx", WORKBOOK.media_type, _written)


def persons_of_result(result: Result) -> list[ExportedPerson]:
    """Return everybody on the lists in their order, rows that people judged the same put together.

    Only a judgement of two of these rows joins them: what joins them elsewhere, the reader may not know of.
    """
    records = {
        row.pk: _record(row, origin)
        for rows, origin in zip(result.people, _origins(result.lists), strict=True)
        for row in rows
    }
    together = _together(records, _judged_same(result))
    found: dict[int, list[UUID]] = {}
    for row in records:
        found.setdefault(id(together[row]), []).append(row)
    return [ExportedPerson(str(rows[0]), [records[row] for row in rows]) for rows in found.values()]


def _judged_same(result: Result) -> Iterable[tuple[UUID, UUID]]:
    """Rows that people judged the same; where that was cut again because something forbids it, they stay two."""
    for (a, b), judged in (result.remarks.judged or {}).items():
        one, other = (result.people[row.list][row.at] for row in (a, b))
        if judged.state == PairState.SAME and one.entity == other.entity:
            yield one.pk, other.pk


def _together(rows: Iterable[UUID], pairs: Iterable[tuple[UUID, UUID]]) -> Mapping[UUID, set[UUID]]:
    """For each row all that pairs join to it."""
    together = {row: {row} for row in rows}
    for one, other in pairs:
        if together[one] is not together[other]:
            together[one] |= together[other]
            together.update(dict.fromkeys(together[other], together[one]))
    return together


def _record(row: Appearance, origin: Origin) -> Record:
    said = Described(from_json(row.said), row.said.get("given", ""), row.said.get("family", ""))
    return Record(origin, row.row or 0, said)


def _origins(lists: Lists) -> list[Origin]:
    return [
        Origin(
            name,
            reading.made_by,
            table.source.owner.name,
            reading.get_use_display(),
            table.source.get_tlp_display(),
        )
        for name, table, reading in zip(lists.names, lists.tables, lists.readings, strict=True)
    ]


def _organisations(sources: Sequence[Source], made_by: Iterable[str]) -> list[Organisation]:
    """Who holds the lists and who made them, each once; of a maker that is no body here only the name is known."""
    makers = [name for name in made_by if name]
    bodies = chain((source.owner for source in sources), Body.objects.filter(name__in=makers))
    known = {body.name: Organisation(body.name, TYPES.get(BodyKind(body.kind), ""), body.country) for body in bodies}
    return [known.get(name) or Organisation(name) for name in sorted({*known, *makers})]


def _strictest(sources: Sequence[Source]) -> str:
    markings = {source.tlp for source in sources}
    return next((marking.label for marking in reversed(Tlp) if marking in markings), "")

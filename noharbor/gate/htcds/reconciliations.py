"""The people of a reconciliation, taken out of the node by a member: their lists, and who was judged to be one."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext

from noharbor.gate.htcds.people import Described, ExportedPerson, Origin, Record
from noharbor.gate.htcds.sheets import Organisation, Sheets
from noharbor.record.access.models import Body, Member
from noharbor.record.access.vocabulary import BodyKind, Tlp
from noharbor.record.audit.actions import append
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.intake.custody import note_opening
from noharbor.record.linkage.actions.reconciliations import KIND
from noharbor.record.linkage.models import Appearance, ListReading, Reconciliation
from noharbor.record.linkage.persons import from_json
from noharbor.record.linkage.queries.appearances import visible_to
from noharbor.record.linkage.queries.lists import list_name
from noharbor.record.linkage.queries.reconciliations import tables_of
from noharbor.record.linkage.queries.review import of_lists
from noharbor.record.linkage.vocabulary import PairState

#: Kinds of body that a code of the standard says; a joint centre and "other" are none of them.
TYPES = {
    BodyKind.AID_GROUP: "NGO",
    BodyKind.BANK: "CorporateBusiness",
    BodyKind.COURT: "LegalService",
    BodyKind.EMBASSY: "CentralGovernmentOrganisation",
    BodyKind.MINISTRY: "CentralGovernmentOrganisation",
    BodyKind.POLICE: "LawEnforcement",
}


@transaction.atomic
def take_out(reconciliation: Reconciliation, *, by: Member) -> Sheets:
    """Note that a member takes the people of a reconciliation out, and give them.

    Args:
        reconciliation: One they may see.
        by: Who takes it out; entries of the log say so, also of each closed list.
    """
    tables = tables_of(reconciliation)
    current = ListReading.objects.filter(table__in=tables, current=True).select_related("table__source__owner")
    # A list is told in the order of the reconciliation; one that waits to be understood has nobody on it yet.
    readings = sorted(current, key=lambda reading: tables.index(reading.table))
    for source in {reading.table.source for reading in readings}:
        note_opening(source, by=by)
    persons = _persons(reconciliation, by, readings)
    append(
        Verb.RECONCILIATION_EXPORTED,
        by=by,
        thing_kind=KIND,
        thing=reconciliation.pk,
        detail={"form": "htcds", "persons": len(persons)},
    )
    markings = {Tlp(reading.table.source.tlp) for reading in readings}
    return Sheets(
        persons,
        made=timezone.localdate(),
        organisations=_organisations(readings),
        marking=next((marking.label for marking in reversed(Tlp) if marking in markings), ""),
        translate=gettext,
    )


def _origin(reading: ListReading) -> Origin:
    source = reading.table.source
    return Origin(
        list_name(reading.table),
        reading.made_by,
        source.owner.name,
        reading.get_use_display(),
        source.get_tlp_display(),
    )


def _persons(reconciliation: Reconciliation, member: Member, readings: Sequence[ListReading]) -> list[ExportedPerson]:
    """Everybody on the lists in their order, rows that people judged the same put together.

    Only pairs whose sides stand on these lists join rows: what joins them elsewhere, the member may not know of.
    """
    records: dict[UUID, Record] = {}
    for reading in readings:
        rows, origin = visible_to(member).filter(list_reading=reading, stands=True), _origin(reading)
        records |= {row.pk: _record(row, origin) for row in rows.order_by("at")}
    same = of_lists(reconciliation, member).filter(state=PairState.SAME, one__entity=F("other__entity"))
    together = {row: {row} for row in records}
    for one, other in same.values_list("one", "other"):
        if one in together and other in together and together[one] is not together[other]:
            together[one] |= together[other]
            together.update(dict.fromkeys(together[other], together[one]))
    found: dict[int, list[UUID]] = {}
    for row in records:
        found.setdefault(id(together[row]), []).append(row)
    return [ExportedPerson(str(rows[0]), [records[row] for row in rows]) for rows in found.values()]


def _record(row: Appearance, origin: Origin) -> Record:
    said = Described(from_json(row.said), row.said.get("given", ""), row.said.get("family", ""))
    return Record(origin, row.row or 0, said)


def _organisations(readings: Sequence[ListReading]) -> list[Organisation]:
    """Who holds the lists and who made them, each once; of a maker that is no body here only the name is known."""
    holders = {reading.table.source.owner for reading in readings}
    bodies = holders | set(Body.objects.filter(name__in={reading.made_by for reading in readings}))
    known = {body.name: Organisation(body.name, TYPES.get(BodyKind(body.kind), ""), body.country) for body in bodies}
    for reading in readings:
        if reading.made_by:
            known.setdefault(reading.made_by, Organisation(reading.made_by))
    return [known[name] for name in sorted(known)]

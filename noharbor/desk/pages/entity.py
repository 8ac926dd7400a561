"""Somebody or something, as people put it together from what sources say."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from noharbor.desk.pages.page import member_of
from noharbor.desk.widgets.entities import appearing, names_of
from noharbor.record.access.decisions import may
from noharbor.record.access.vocabulary import Permission
from noharbor.record.linkage.queries.entities import entity_seen_by
from noharbor.record.linkage.queries.standing import standings
from noharbor.record.reading.custody import note_reading, note_sources


def entity(request: HttpRequest, entity: UUID) -> HttpResponse:
    """Show an entity; the identifier of any of its appearances leads there."""
    member = member_of(request)
    shown = entity_seen_by(member, entity)
    if shown is None:
        raise Http404
    if shown.id != entity:
        return redirect("entity", entity=shown.id)
    stand = standings(shown.appearances, member)
    note_sources((row.source for row in shown.appearances), by=member)
    note_reading((named.statement for one in stand.values() for named in one.statements), by=member)
    context = {
        "entity": shown,
        "first": shown.appearances[0],
        "names": names_of(shown.appearances),
        "appearing": appearing(shown.appearances, stand),
        "sources": len({row.source_id for row in shown.appearances}),
        "may_judge": may(member, Permission.PAIR_JUDGE),
    }
    return render(request, "desk/entity.html", context)

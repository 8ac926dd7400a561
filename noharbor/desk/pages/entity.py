"""Somebody or something, as people put it together from what sources say: all that is said about it, and by whom."""

from __future__ import annotations

from itertools import chain
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from noharbor.desk.pages.page import member_of
from noharbor.desk.widgets.entities import appearing, body_names, names_shown, site_of
from noharbor.desk.widgets.keyset import Cursor
from noharbor.desk.widgets.offices import offices_shown
from noharbor.desk.widgets.said import SaidAbout, said_of
from noharbor.record.access.decisions import may
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Permission
from noharbor.record.linkage.queries.entities import Entity, entity_seen_by, statements_naming
from noharbor.record.linkage.queries.offices import offices_of, speaking_for
from noharbor.record.linkage.queries.written import names_written
from noharbor.record.linkage.vocabulary import EntityKind
from noharbor.record.reading.custody import note_reading, note_sources

#: Judgements that are shown, the newest first.
MOST_JUDGEMENTS = 20


def entity(request: HttpRequest, entity: UUID) -> HttpResponse:
    """Show an entity; the identifier of any of its appearances leads there, and a site to the page of its place."""
    member = member_of(request)
    shown = entity_seen_by(member, entity)
    if shown is None:
        raise Http404
    if site := site_of(shown.key):
        return redirect("place", place=site.id)
    if shown.id != entity:
        return redirect("entity", entity=shown.id)
    said = said_of(statements_naming(shown, member), Cursor.parse(request.GET.get("after", "")))
    note_reading(said.shown, by=member)
    context = {"entity": shown, "first": shown.appearances[0], "said": said}
    if not said.is_later:
        context |= _about(shown, said, member)
    return render(request, "desk/entity.html", context)


def _about(shown: Entity, said: SaidAbout, member: Member) -> dict[str, object]:
    """What stands on the first page of it only."""
    judgements = list(shown.judgements[: MOST_JUDGEMENTS + 1])
    reference, names = body_names(shown.key), names_written(shown, member)
    offices = offices_of(shown, member) if shown.kind == EntityKind.PERSON else ()
    known = {one.name for one in names}.union(*(one.names for one in reference))
    speaking = speaking_for(known, said.newest) if shown.kind == EntityKind.GROUP else ()
    written = (place.appearance.source for name in names for place in name.places)
    note_sources(chain((row.source for row in shown.shown), written), by=member)
    of_offices = (statement for office in offices for statement in (office.first, office.last))
    note_reading(chain(of_offices, (naming.statement for naming in speaking)), by=member)
    return {
        "names": names_shown(names, shown.kind),
        "reference": reference,
        "appearing": appearing(shown.shown),
        "further": shown.count - len(shown.shown),
        "judgements": judgements[:MOST_JUDGEMENTS],
        "are_further_judgements": len(judgements) > MOST_JUDGEMENTS,
        "may_judge": may(member, Permission.PAIR_JUDGE),
        "offices": offices_shown(offices),
        "speaking": speaking,
    }

"""One pair with everything that was said of it, and taking back what no longer holds."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from noharbor.desk.pages.page import member_of
from noharbor.desk.widgets.pairs import side_by_side
from noharbor.record.access.decisions import may
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Permission
from noharbor.record.linkage.models import Judgement, Pair
from noharbor.record.linkage.queries import review as queries
from noharbor.record.linkage.queries.appearances import pairs_visible_to
from noharbor.record.linkage.queries.deadlines import deadline_of
from noharbor.record.linkage.queries.resting import resting_on
from noharbor.record.linkage.queries.standing import PAIR_WITH_SOURCES, PAIR_WITHOUT_CELLS, standings
from noharbor.record.linkage.states import votes_of
from noharbor.record.reading.custody import note_reading, note_sources


def pair(request: HttpRequest, pair: UUID) -> HttpResponse:
    """Show a pair; `?withdraw=` shows what rests on one of its judgements, before it is taken back."""
    member, shown = member_of(request), _pair(request, pair)
    stand = standings((shown.one, shown.other), member)
    note_sources((shown.one.source, shown.other.source), by=member)
    note_reading((named.statement for one in stand.values() for named in one.statements), by=member)
    judgements = queries.judgements_of(shown, member)
    chosen = next((one for one in judgements if str(one.pk) == request.GET.get("withdraw")), None)
    context = {
        "pair": shown,
        "shown": side_by_side(shown, stand),
        "state": queries.state_shown_to(shown, member),
        "deadline": deadline_of(shown, member),
        "judgements": judgements,
        "counting": {one.pk for one in votes_of(judgements).values()},
        "may_judge": may(member, Permission.PAIR_JUDGE),
        **_withdrawal(chosen, member),
    }
    return render(request, "desk/pair.html", context)


def _withdrawal(judgement: Judgement | None, member: Member) -> dict[str, object]:
    if judgement is None or judgement.withdrawn_at is not None:
        return {}
    return {
        "withdrawing": judgement,
        "resting": resting_on(judgement, member),
        "is_own": judgement.by_id == member.pk,
    }


def _pair(request: HttpRequest, identifier: UUID) -> Pair:
    pairs = pairs_visible_to(member_of(request)).select_related(*PAIR_WITH_SOURCES).defer(*PAIR_WITHOUT_CELLS)
    return get_object_or_404(pairs, pk=identifier)

"""The queue of pairs that may be one: both side by side, judged by key or button, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST

from noharbor.desk.pages.page import is_partial, member_of
from noharbor.desk.widgets.names import get_ready
from noharbor.desk.widgets.pairs import side_by_side
from noharbor.desk.widgets.sitting import Sitting
from noharbor.record.access.models import Member
from noharbor.record.linkage.actions.holding import hold, hold_next
from noharbor.record.linkage.actions.judgements import judge, withdraw
from noharbor.record.linkage.evidence import goes_against, new_papers
from noharbor.record.linkage.models import Judgement, Pair, Reconciliation
from noharbor.record.linkage.queries import reconciliations
from noharbor.record.linkage.queries import review as queries
from noharbor.record.linkage.queries.appearances import pairs_visible_to
from noharbor.record.linkage.queries.deadlines import deadline_of
from noharbor.record.linkage.queries.standing import PAIR_WITH_SOURCES, PAIR_WITHOUT_CELLS, standings
from noharbor.record.linkage.refusals import JudgementRefused
from noharbor.record.linkage.states import shown_state
from noharbor.record.linkage.vocabulary import PairState, Verdict
from noharbor.record.reading.custody import note_reading, note_sources
from noharbor.science.matching.people.sayings import IN_CONFLICT

#: What the form sends for going on without a judgement.
_NEXT = "next"
#: Disputed pairs listed under the queue.
_DISPUTED_SHOWN = 10
#: What is said after each verdict.
_KEPT = {
    Verdict.DIFFERENT: gettext_lazy("Kept: they are different."),
    Verdict.SAME: gettext_lazy("Kept: they are the same."),
    Verdict.UNSURE: gettext_lazy("Kept: you are unsure."),
}


class JudgementForm(forms.Form):
    """A verdict on a pair, or going on without one."""

    pair = forms.UUIDField()
    verdict = forms.ChoiceField(choices=[*Verdict.choices, (_NEXT, _NEXT)])
    seen = forms.ChoiceField(choices=PairState)
    why = forms.CharField(
        label=pgettext_lazy("of a judgement", "Why"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    of = forms.UUIDField(required=False)


class WithdrawalForm(forms.Form):
    """A judgement to be taken back."""

    judgement = forms.UUIDField()
    why = forms.CharField(label=pgettext_lazy("of a judgement", "Why"), max_length=500, required=False)
    of = forms.UUIDField(required=False)
    from_queue = forms.BooleanField(required=False)


@dataclass(frozen=True, slots=True)
class Room:
    """Who reviews what, in one request."""

    request: HttpRequest
    member: Member
    sitting: Sitting
    of: Reconciliation | None

    def address(self, pair: UUID | None = None) -> str:
        """The address of the queue, or of one pair in it."""
        asked = {"of": self.of.pk if self.of else None, "at": pair}
        kept = urlencode({key: str(value) for key, value in asked.items() if value})
        return f"{reverse('review')}?{kept}" if kept else reverse("review")


def review(request: HttpRequest) -> HttpResponse:
    """Show the next pair, or with `?at=` a certain one; `?of=` keeps to the lists of a reconciliation."""
    room = _room(request, request.GET.get("of"))
    if not request.GET.get("at"):
        return _shown(room, _next(room))
    pair = _visible(room.member, request.GET["at"])
    hold(pair, room.member)
    return _shown(room, pair)


@require_POST
def review_judge(request: HttpRequest) -> HttpResponse:
    """Judge a pair, or pass it over, and go on to the next."""
    form = JudgementForm(request.POST)
    room = _room(request, request.POST.get("of"))
    pair = _visible(room.member, request.POST.get("pair"))
    if not form.is_valid():
        return _shown(room, pair, form=form, problem=_("Choose one of the answers, and write at most 500 characters."))
    said = form.cleaned_data
    if said["verdict"] == _NEXT:
        room.sitting.pass_over(pair)
        return _onward(room, _("Passed over; it comes back later."))
    verdict = Verdict(said["verdict"])
    try:
        judgement = judge(
            pair, verdict, by=room.member, why=said["why"], blind=room.sitting.is_blind, seen=PairState(said["seen"])
        )
    except JudgementRefused as refusal:
        return _shown(room, _visible(room.member, pair.pk), form=form, problem=refusal.sentence)
    room.sitting.said(judgement)
    return _onward(room, str(_KEPT[verdict]))


@require_POST
def review_withdraw(request: HttpRequest) -> HttpResponse:
    """Take a judgement back, and show its pair again."""
    form = WithdrawalForm(request.POST)
    if not form.is_valid():
        raise Http404
    member, said = member_of(request), form.cleaned_data
    judgement = get_object_or_404(Judgement, pk=said["judgement"], pair__in=pairs_visible_to(member))
    problem, told = "", _("Taken back. The judgement stays in the history.")
    Sitting(request).forget(judgement)
    try:
        withdraw(judgement, by=member, why=said["why"])
    except JudgementRefused as refusal:
        problem = refusal.sentence
    if said["from_queue"] and is_partial(request):
        room = _room(request, said["of"])
        return _shown(room, _visible(member, judgement.pair_id), problem=problem, told="" if problem else told)
    messages.error(request, problem) if problem else messages.success(request, told)
    if said["from_queue"]:
        return redirect(_room(request, said["of"]).address(judgement.pair_id))
    return redirect("pair", pair=judgement.pair_id)


@require_POST
def review_sitting(request: HttpRequest) -> HttpResponse:
    """Hide score and reasons, or show them, for the rest of the session; or take up what was passed over."""
    room = _room(request, request.POST.get("of"))
    if request.POST.get("again"):
        room.sitting.take_up_again()
        return redirect(room.address())
    room.sitting.hide(score=request.POST.get("blind") == "on")
    pair = _visible(room.member, request.POST["pair"]).pk if request.POST.get("pair") else None
    return redirect(room.address(pair))


def _room(request: HttpRequest, of: object) -> Room:
    member = member_of(request)
    asked = None
    if of:
        asked = get_object_or_404(reconciliations.visible_to(member), pk=_identifier(of))
    return Room(request, member, Sitting(request), asked)


def _next(room: Room) -> Pair | None:
    found = hold_next(room.member, room.of, passed_over=room.sitting.passed_over)
    return _with_sources(Pair.objects.all()).get(pk=found.pk) if found else None


def _visible(member: Member, identifier: object) -> Pair:
    return get_object_or_404(_with_sources(pairs_visible_to(member)), pk=_identifier(identifier))


def _with_sources(pairs: QuerySet[Pair]) -> QuerySet[Pair]:
    return pairs.select_related(*PAIR_WITH_SOURCES).defer(*PAIR_WITHOUT_CELLS)


def _identifier(written: object) -> UUID:
    try:
        return written if isinstance(written, UUID) else UUID(str(written))
    except ValueError as problem:
        raise Http404 from problem


def _onward(room: Room, told: str) -> HttpResponse:
    if is_partial(room.request):
        return _shown(room, _next(room), told=told)
    messages.success(room.request, told)
    return redirect(room.address())


def _shown(
    room: Room, pair: Pair | None, *, form: JudgementForm | None = None, problem: str = "", told: str = ""
) -> HttpResponse:
    """The queue with one pair before the member, or with what there is to say when none is left."""
    request, member, sitting = room.request, room.member, room.sitting
    progress = queries.progress(member, room.of)
    previous, last_said = sitting.before(pair), sitting.last_said
    context: dict[str, object] = {
        "of": room.of,
        "progress": progress,
        "disputed": queries.disputed(member, room.of)[:_DISPUTED_SHOWN] if progress.disputed else (),
        "is_blind": sitting.is_blind,
        "passed_over": len(sitting.passed_over),
        "previous": room.address(previous) if previous else "",
        "last_said": last_said,
        "problem": problem,
        "told": told,
        "form": form or JudgementForm(),
        "partial": is_partial(request),
    }
    if pair is None:
        get_ready()
    else:
        sitting.came_to(pair)
        context |= _about(pair, member)
    template = "desk/review.html#review" if is_partial(request) else "desk/review.html"
    return render(request, template, context, status=422 if problem else 200)


def _about(pair: Pair, member: Member) -> dict[str, object]:
    """What is shown of a pair, with an entry in the log where it stands in something closed."""
    stand = standings((pair.one, pair.other), member)
    note_sources((pair.one.source, pair.other.source), by=member)
    note_reading((named.statement for one in stand.values() for named in one.statements), by=member)
    judgements = queries.judgements_of(pair, member)
    own = [one for one in judgements if one.by_id == member.pk and one.withdrawn_at is None]
    return {
        "pair": pair,
        "shown": side_by_side(pair, stand),
        "seen": shown_state(pair.state, has_judged=bool(own)),
        "deadline": deadline_of(pair, member),
        "own": own[-1] if own else None,
        "news": [_(IN_CONFLICT[kind]) for kind in sorted(new_papers(pair, pair.evidence))]
        if pair.is_asked_again
        else (),
        "reason_for_same": goes_against(pair, Verdict.SAME),
        "reason_for_different": goes_against(pair, Verdict.DIFFERENT),
    }

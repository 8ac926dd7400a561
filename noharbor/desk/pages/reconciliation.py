"""One comparison of lists: how far it is, and what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.db.models import Count, F, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.module_loading import import_string
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from noharbor.desk.pages.page import is_partial, member_of
from noharbor.desk.widgets.results import pair_rows, person_row
from noharbor.record.access.decisions import may
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Permission
from noharbor.record.linkage.actions import reconciliations as actions
from noharbor.record.linkage.cells import by_body
from noharbor.record.linkage.counts import counts_of, missing
from noharbor.record.linkage.custody import note_lists, take_out
from noharbor.record.linkage.errors import RunGoesOn
from noharbor.record.linkage.forms import ResultForm
from noharbor.record.linkage.models import Appearance, Pair, Reconciliation
from noharbor.record.linkage.queries import reconciliations as queries
from noharbor.record.linkage.queries.review import waiting
from noharbor.record.linkage.results import Lists
from noharbor.record.linkage.vocabulary import PairState, RunState
from noharbor.science.matching.people.summary import Counted

#: Rows of a page; and pairs, each with its sentence why.
SIZE, PAIRS = 50, 25
#: What a run says it does, in words.
DOING = {
    "comparing": gettext_lazy("comparing rows"),
    "reading names": gettext_lazy("reading names"),
    "writing down": gettext_lazy("writing down pairs"),
}
#: Parts of a result, in the order to read them, and which pairs stand in them.
PARTS = {
    "": gettext_lazy("Overview"),
    "across": gettext_lazy("On several lists"),
    "doubles": gettext_lazy("Twice on one list"),
    "conflicts": gettext_lazy("Conflicts"),
    "different": gettext_lazy("Judged different"),
    "missing": gettext_lazy("On one only"),
    "unread": gettext_lazy("Not read"),
}
_DIFFERENT = Q(state=PairState.DIFFERENT)
_PAIRS = {
    "across": ~Q(one_table=F("other_table")) & ~_DIFFERENT,
    "doubles": Q(one_table=F("other_table")) & ~_DIFFERENT,
    "conflicts": Q(has_conflict=True),
    "different": _DIFFERENT,
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a result in the navigation of the page; `count` is None where counting it would cost too much."""

    name: str
    label: object
    is_here: bool
    count: int | None = None


def reconciliation(request: HttpRequest, reconciliation: UUID) -> HttpResponse:
    """Show a comparison; `?show=` turns to a part of its result, `?page=` to further rows of it."""
    member, run = member_of(request), _run(request, reconciliation)
    moves = run.state in {RunState.RUNNING, RunState.WAITING}
    about = {"run": run, "moves": moves, "doing": DOING.get(run.doing, "")}
    if is_partial(request):
        # Nobody sits there for that: it keeps no desk open.
        request.asked_by_itself = True  # type: ignore[attr-defined]
        response = render(request, "desk/reconciliation.html#progress", about)
        if not moves:
            response.headers["HX-Refresh"] = "true"
        return response
    note_lists(run, by=member)
    lists = Lists.of(run)
    context = about | {
        "lists": lists,
        "may_run": actions.may_run(run, member),
        "problem": run.problem and _(run.problem),
    }
    if run.finished_at:
        context |= _result(request, run, lists, member)
    return render(request, "desk/reconciliation.html", context)


@require_POST
def reconciliation_run(request: HttpRequest, reconciliation: UUID) -> HttpResponse:
    """Stop a comparison, go on with it, or do it again."""
    member, run = member_of(request), _run(request, reconciliation)
    try:
        if request.POST.get("ask") == "stop":
            actions.stop(run, by=member)
            messages.success(request, _("It stops within a few seconds; what was compared so far is kept."))
        else:
            actions.go_on(run, by=member)
    except RunGoesOn as problem:
        messages.info(request, problem.sentence)
    return redirect("reconciliation", reconciliation=run.pk)


def reconciliation_result(request: HttpRequest, reconciliation: UUID) -> HttpResponse:
    """Hand out the result as a file. An entry of the log says so."""
    run, asked = _run(request, reconciliation), request.GET.get("form", "")
    form = next((one for one in result_forms() if one.name == asked), None)
    if form is None or not run.finished_at:
        raise Http404
    content = take_out(run, form, by=member_of(request))
    name = slugify(run.title, allow_unicode=True)[:80] or "result"
    # Never shown by the browser: only saved.
    return HttpResponse(
        content,
        content_type=form.media_type,
        headers={"Content-Disposition": _attachment(f"{name}{form.suffix}")},
    )


def result_forms() -> list[ResultForm]:
    """The forms that this node offers, by its settings."""
    return [import_string(name) for name in settings.RESULT_FORMS]


def _run(request: HttpRequest, identifier: UUID) -> Reconciliation:
    return get_object_or_404(queries.visible_to(member_of(request)), pk=identifier)


def _result(request: HttpRequest, run: Reconciliation, lists: Lists, member: Member) -> dict[str, object]:
    """What came of a comparison, the part that was asked for."""
    show = request.GET.get("show", "")
    show = show if show in PARTS else ""
    pairs = queries.pairs_of(run, member).annotate(
        one_table=F("one__list_reading__table"), other_table=F("other__list_reading__table")
    )
    counts = pairs.order_by().aggregate(**{name: Count("pk", filter=asked) for name, asked in _PAIRS.items()})
    unread = sum(len(reading.asides) + len(reading.problems) for reading in lists.readings)
    context = {
        "show": show,
        "parts": [
            Part(name, label, name == show, (counts | {"unread": unread}).get(name)) for name, label in PARTS.items()
        ],
        "forms": result_forms(),
        "waiting": waiting(member, run).count() if may(member, Permission.PAIR_JUDGE) else 0,
    }
    if show in _PAIRS:
        return context | _pairs(request, pairs.filter(_PAIRS[show]), lists, member)
    if show == "missing":
        return context | _missing(request, run, lists, member)
    if show == "unread":
        return context | _paged(request, list(lists.unread()), "unread", SIZE)
    return context | _overview(request, run, lists, member)


def _overview(request: HttpRequest, run: Reconciliation, lists: Lists, member: Member) -> dict[str, object]:
    counts = counts_of(run, lists.readings, member)
    return _paged(request, _by_nationality(counts.nationalities, lists.names), "nationalities", SIZE) | {
        "counts": list(zip(lists.tables, lists.names, lists.made_by, counts.lists, strict=True)),
        "bodies": by_body(counts.lists, lists.made_by).items() if len(set(lists.made_by)) > 1 else (),
    }


def _by_nationality(counts: Iterable[dict[str, Counted]], names: Iterable[str]) -> list[tuple[str, str, Counted]]:
    """Each nationality, that of most people first, with each list that has somebody of it and the counts there."""
    found: defaultdict[str, list[tuple[str, Counted]]] = defaultdict(list)
    for on_list, name in zip(counts, names, strict=True):
        for nationality, counted in on_list.items():
            found[nationality].append((name, counted))
    ordered = sorted(found.items(), key=lambda one: (-sum(counted.rows for _name, counted in one[1]), one[0]))
    return [(nationality, name, counted) for nationality, on_lists in ordered for name, counted in on_lists]


def _pairs(request: HttpRequest, pairs: QuerySet[Pair], lists: Lists, member: Member) -> dict[str, object]:
    names = dict(zip((table.pk for table in lists.tables), lists.names, strict=True))
    chosen = pairs.select_related("one", "other").prefetch_related("judgements__by")
    paged = _paged(request, chosen.order_by("-proposal", "-score", "pk"), "pairs", PAIRS)
    return paged | {"pairs": pair_rows(paged["pairs"], member, names)}  # type: ignore[arg-type]


def _missing(request: HttpRequest, run: Reconciliation, lists: Lists, member: Member) -> dict[str, object]:
    """People of one list for whom another has nobody; of a single list nobody is missing."""
    names = dict(zip((table.pk for table in lists.tables), lists.names, strict=True))
    last = len(lists.tables) - 1
    here = min(_number(request, "here", 0), last)
    there = min(_number(request, "there", 1), last)
    if here == there:
        return {"here": here, "there": there, "names": lists.names, "people": [], "missing_count": 0, "page": 1}
    people = missing(run, lists.readings[here], lists.readings[there], member)
    paged = _paged(request, people, "people", SIZE)
    found = Appearance.objects.in_bulk(paged["people"])  # type: ignore[arg-type]
    shown = [person_row(found[pk], lists.tables[here].pk, names) for pk in paged["people"]]  # type: ignore[attr-defined]
    return paged | {
        "here": here, "there": there, "names": lists.names, "people": shown, "missing_count": len(people),
        "kept": f"&here={here}&there={there}",
    }  # fmt: skip


def _paged(request: HttpRequest, rows: QuerySet[Pair] | Sequence[object], name: str, size: int) -> dict[str, object]:
    page = max(_number(request, "page", 1), 1)
    chosen = list(rows[(page - 1) * size : page * size + 1])
    return {name: chosen[:size], "page": page, "more": len(chosen) > size}


def _number(request: HttpRequest, name: str, default: int) -> int:
    written = request.GET.get(name, "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 6 else default


def _attachment(name: str) -> str:
    from django.utils.http import content_disposition_header

    return content_disposition_header(as_attachment=True, filename=name) or "attachment"

"""The inbox: hand something in, and see what became of it."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from noharbor.desk.pages.page import is_partial, member_of
from noharbor.desk.widgets.arrivals import rows_of
from noharbor.desk.widgets.greeting import greeting_for
from noharbor.desk.widgets.languages import CHOICES
from noharbor.desk.widgets.numbers import COUNT_CAP
from noharbor.record.access.decisions import may
from noharbor.record.access.vocabulary import Permission, Tlp
from noharbor.record.intake.actions import Particulars, Receipt, receive, receive_text
from noharbor.record.intake.models import Arrival
from noharbor.record.intake.queries import arrivals_of
from noharbor.record.intake.vocabulary import ArrivalOutcome
from noharbor.record.reading.queries import waiting_for_review

#: Rows of a page.
SIZE = 50
#: Longest text that can be pasted, in characters; longer ones come as a file.
LONGEST_PASTE = 1_000_000

SHOWS = (
    ("", gettext_lazy("All")),
    ("review", gettext_lazy("With statements to review")),
    ("refused", gettext_lazy("Could not be read")),
    ("duplicate", gettext_lazy("Already here")),
)


#: What the forms fold away until it is asked for.
_FOLDED = ("language", "name", "published", "publisher", "tlp")


class ParticularsForm(forms.Form):
    """What the member knows of what they hand in; all of it optional."""

    published = forms.DateField(
        label=gettext_lazy("Published on"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    publisher = forms.CharField(label=gettext_lazy("Publisher"), required=False, max_length=200)
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False, choices=CHOICES)
    tlp = forms.ChoiceField(label=gettext_lazy("Marking"), required=False, choices=Tlp, initial=Tlp.AMBER)

    @property
    def is_wrong_within(self) -> bool:
        """Whether something is wrong with a field that stands folded away."""
        return not self.errors.keys().isdisjoint(_FOLDED)

    def particulars(self) -> Particulars:
        """Return what was said."""
        said = self.cleaned_data
        return Particulars(
            published=said["published"],
            publisher=said["publisher"],
            language=said["language"],
            tlp=Tlp(said["tlp"] or Tlp.AMBER),
        )


class PasteForm(ParticularsForm):
    """A text pasted in, with what is known of it."""

    text = forms.CharField(
        label=gettext_lazy("Text"),
        max_length=LONGEST_PASTE,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Paste the text first")},
    )
    name = forms.CharField(label=gettext_lazy("What to call it"), required=False, max_length=200)


def inbox(request: HttpRequest) -> HttpResponse:
    """Show what arrived, newest first, and where to hand in more."""
    return _inbox(request, ParticularsForm(prefix="file"), PasteForm())


@require_POST
def inbox_files(request: HttpRequest) -> HttpResponse:
    """Take in files; each has its own outcome, told in its own row."""
    form = ParticularsForm(request.POST, prefix="file")
    files = request.FILES.getlist("files")
    if not form.is_valid() or not files:
        if form.is_valid():
            form.add_error(None, _("Choose at least one file first"))
        return _inbox(request, form, PasteForm(), status=422)
    member, particulars = member_of(request), form.particulars()
    receipts = [receive(file, name=file.name or "", by=member, particulars=particulars) for file in files]  # type: ignore[arg-type]
    return _received(request, receipts)


@require_POST
def inbox_text(request: HttpRequest) -> HttpResponse:
    """Take in pasted text."""
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _inbox(request, ParticularsForm(prefix="file"), form, status=422)
    said = form.cleaned_data
    name = said["name"] or _("Pasted text")
    receipt = receive_text(said["text"], by=member_of(request), name=name, particulars=form.particulars())
    return _received(request, [receipt])


def arrival(request: HttpRequest, arrival: UUID) -> HttpResponse:
    """Show one arrival's row as it stands now; the page asks while it is being read."""
    # Nobody sits there for that: it keeps no desk open.
    request.asked_by_itself = True  # type: ignore[attr-defined]
    member = member_of(request)
    row = get_object_or_404(arrivals_of(member), pk=arrival)
    return render(request, "desk/parts/arrivals.html", {"arrivals": rows_of([row], member)})


def _inbox(request: HttpRequest, files: ParticularsForm, paste: PasteForm, *, status: int = 200) -> HttpResponse:
    member = member_of(request)
    show = request.GET.get("show", "")
    page = _page(request.GET.get("page", ""))
    chosen = list(_shown(arrivals_of(member), show, request)[(page - 1) * SIZE : page * SIZE + 1])
    context = {
        "arrivals": rows_of(chosen[:SIZE], member),
        "show": show,
        "shows": SHOWS,
        "page": page,
        "more": len(chosen) > SIZE,
        "may_add": may(member, Permission.SOURCE_ADD),
        "files_form": files,
        "paste_form": paste,
        "waiting": waiting_for_review(member).order_by()[: COUNT_CAP + 1].count(),
    }
    if is_partial(request) and status == 200:
        return render(request, "desk/inbox.html#arrivals", context)
    return render(request, "desk/inbox.html", context | {"greeting": greeting_for(member)}, status=status)


def _shown(arrivals: QuerySet[Arrival], show: str, request: HttpRequest) -> QuerySet[Arrival]:
    if show == "review":
        # Asked of each arrival on the way, so that a page is full before all statements were looked at.
        waiting = waiting_for_review(member_of(request)).filter(source=OuterRef("source"))
        return arrivals.filter(Exists(waiting), outcome=ArrivalOutcome.SEALED)
    if show in {ArrivalOutcome.REFUSED, ArrivalOutcome.DUPLICATE}:
        return arrivals.filter(outcome=show)
    return arrivals


def _received(request: HttpRequest, receipts: list[Receipt]) -> HttpResponse:
    """Tell what became of what was handed in: its rows alone, or the inbox with a message for each."""
    everything = [one for receipt in receipts for one in (receipt, *receipt.carried)]
    if is_partial(request):
        rows = rows_of([receipt.arrival for receipt in everything], member_of(request))
        return render(request, "desk/parts/arrivals.html", {"arrivals": rows})
    received = [receipt for receipt in everything if receipt.source]
    if received:
        messages.success(
            request,
            ngettext("%(number)s source received.", "%(number)s sources received.", len(received))
            % {"number": len(received)},
        )
    for receipt in everything:
        name = {"name": receipt.arrival.name}
        if receipt.arrival.outcome == ArrivalOutcome.REFUSED:
            messages.error(request, _("%(name)s: %(problem)s") % (name | {"problem": receipt.arrival.problem_sentence}))
        elif receipt.arrival.outcome == ArrivalOutcome.DUPLICATE:
            messages.info(request, _("%(name)s is already here.") % name)
    if len(everything) == 1 and received:
        return redirect("source", source=received[0].source.pk)  # type: ignore[union-attr]
    return redirect("inbox")


def _page(written: str) -> int:
    return max(int(written), 1) if written.isascii() and written.isdigit() and len(written) < 5 else 1

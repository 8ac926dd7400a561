"""Search: what answers a few words, among all that the member may read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from noharbor.desk.pages.page import is_partial, member_of
from noharbor.desk.widgets.hits import NameHit, SourceHit, StatementHit, name_hits, source_hits, statement_hits
from noharbor.desk.widgets.numbers import COUNT_CAP
from noharbor.record.access.models import Member
from noharbor.record.intake.vocabulary import Reliability
from noharbor.record.reading.custody import note_reading, note_sources
from noharbor.record.reading.vocabulary import EVENT_TYPE_CHOICES
from noharbor.record.search.queries import Asked, Cursor, Found, found
from noharbor.record.search.vocabulary import FoundKind
from noharbor.science.words.question import NOTHING, Question, QuestionTooLong, question_of

#: In the order in which they are shown: who and what it is, what is said, where it is written.
KINDS = (FoundKind.NAME, FoundKind.STATEMENT, FoundKind.SOURCE)
#: Hits of each kind where all kinds are shown, and where one is.
FEW, SIZE = 8, 30
#: The grades that can be asked for; "cannot be judged" is no least grade.
GRADE_CHOICES = [
    ("", _("any grade")),
    *[(grade.value, _("at least %s") % grade.value) for grade in list(Reliability)[:5]],
]


class WordsField(forms.CharField):
    """Words to look for, read into a question."""

    def clean(self, value: object) -> Question:
        """Read the words; too many of them are said to be too many."""
        try:
            return question_of(super().clean(value) or "")
        except QuestionTooLong:
            raise forms.ValidationError(
                _("These are too many words at once. Look for fewer of them, the rarest first.")
            ) from None


class SearchForm(forms.Form):
    """What to look for; an empty field asks nothing."""

    q = WordsField(
        label=_("Words"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "spellcheck": "false"}),
    )
    what = forms.ChoiceField(label=_("Among"), required=False, choices=[("", _("everything")), *FoundKind.choices])
    kind = forms.ChoiceField(
        label=_("Kind of event"), required=False, choices=[("", _("all kinds")), *EVENT_TYPE_CHOICES]
    )
    first = forms.DateField(label=_("From day"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(label=_("To day"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    place = WordsField(label=_("Place"), required=False, max_length=100)
    speaker = WordsField(label=_("Speaker or publisher"), required=False, max_length=100)
    grade = forms.ChoiceField(label=_("Grade of the source"), required=False, choices=GRADE_CHOICES)

    def clean(self) -> dict[str, object]:
        """Refuse a period that ends before it begins."""
        said = super().clean() or {}
        if said.get("first") and said.get("last") and said["first"] > said["last"]:
            self.add_error("last", _("The last day lies before the first. Swap them or clear one."))
        return said

    @property
    def asked(self) -> Asked:
        """What was asked; a form with a mistake asks nothing, so that nobody takes half an answer for the whole."""
        if not self.is_valid():
            return Asked(NOTHING)
        said = self.cleaned_data
        return Asked(
            words=said["q"],
            place=said["place"],
            speaker=said["speaker"],
            event=said["kind"],
            first=said["first"],
            last=said["last"],
            grade=said["grade"],
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter is set, so that the filters are shown open."""
        return any(self[name].value() for name in self.fields if name != "q")


@dataclass(frozen=True, slots=True)
class Section:
    """What was found of one kind.

    Attributes:
        kind: The kind.
        hits: As they are shown.
        count: How many there are, up to one more than the cap.
        all: The address of all of them, where only some are shown; else "".
        later: The address of the next page, where one kind is shown; else "".
    """

    kind: FoundKind
    hits: Sequence[NameHit | SourceHit | StatementHit]
    count: int
    all: str = ""
    later: str = ""

    @property
    def is_beyond_counting(self) -> bool:
        """Whether there are more than are counted."""
        return self.count > COUNT_CAP


def search(request: HttpRequest) -> HttpResponse:
    """Find statements, sources and names; a few of each, or one kind page by page."""
    form, member = SearchForm(request.GET), member_of(request)
    asked = form.asked
    only = form.cleaned_data.get("what", "")
    after = Cursor.parse(request.GET.get("after", "")) if only else None
    sections = [_section(request, member, asked, kind, after) for kind in KINDS if only in {"", kind.value}]
    context = {
        "form": form,
        "asked": asked,
        "only": only,
        "sections": [section for section in sections if section.hits],
        "is_later": after is not None,
        "first_page": _address(request, after=""),
        "everywhere": _address(request, what="", after=""),
    }
    return render(request, "desk/search.html#found" if is_partial(request) else "desk/search.html", context)


def _section(request: HttpRequest, member: Member, asked: Asked, kind: FoundKind, after: Cursor | None) -> Section:
    is_alone = bool(request.GET.get("what"))
    answer = found(member, asked, kind, after=after, size=SIZE if is_alone else FEW, cap=COUNT_CAP)
    _note(answer, kind, member)
    following = answer.following
    return Section(
        kind=kind,
        hits=_hits(answer, asked, kind),
        count=answer.count,
        all=_address(request, what=kind.value, after="") if following and not is_alone else "",
        later=_address(request, after=str(following)) if following and is_alone else "",
    )


def _note(answer: Found, kind: FoundKind, member: Member) -> None:
    """Seeing what closed things say is an act, wherever they are seen."""
    if kind is FoundKind.STATEMENT:
        note_reading([row.statement for row in answer.rows if row.statement], by=member)
    else:
        note_sources([row.source for row in answer.rows], by=member)


def _hits(answer: Found, asked: Asked, kind: FoundKind) -> Sequence[NameHit | SourceHit | StatementHit]:
    if kind is FoundKind.STATEMENT:
        return statement_hits(answer.rows, asked)
    return source_hits(answer.rows, asked) if kind is FoundKind.SOURCE else name_hits(answer.rows, asked)


def _address(request: HttpRequest, **changed: str) -> str:
    asked = request.GET.copy()
    for name, value in changed.items():
        asked[name] = value
    # Empty fields of the form only make addresses long.
    for name in [name for name, value in asked.items() if not value]:
        del asked[name]
    return f"?{asked.urlencode()}"

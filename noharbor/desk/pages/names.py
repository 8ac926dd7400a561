"""Two names and why they may be one person's. Nothing that is typed here is kept, logged or put into an address."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from noharbor.desk.pages.page import is_partial
from noharbor.desk.widgets.names import EXAMPLES, Result, compared, get_ready, has_letters

#: Characters of a name that may be typed; none is longer, with all its titles and aliases.
LONGEST = 200


class NameField(forms.CharField):
    """A name in any script, as found."""

    def __init__(self, label: object) -> None:
        super().__init__(
            label=label,  # type: ignore[arg-type]
            max_length=LONGEST,
            widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "dir": "auto"}),
            error_messages={
                "required": _("Type a name"),
                "max_length": _("This is longer than a name. Leave at most %(limit_value)s characters."),
            },
        )

    def validate(self, value: str) -> None:
        """Refuse what cannot be compared."""
        super().validate(value)
        if value and len(value) <= LONGEST and not has_letters(value):
            raise forms.ValidationError(_("There are no letters in this. Type a name in any script."))


class NamesForm(forms.Form):
    """Two names to compare."""

    one = NameField(_("One name"))
    other = NameField(_("Another"))


@never_cache
@sensitive_post_parameters("one", "other")
def names(request: HttpRequest) -> HttpResponse:
    """Compare two names, or ask for them."""
    if request.method != "POST":
        get_ready()
        return render(request, "desk/names.html", {"form": NamesForm(), "examples": EXAMPLES, "result": None})
    form = NamesForm(_asked(request))
    result: Result | None = None
    if form.is_valid():
        result = compared(form.cleaned_data["one"], form.cleaned_data["other"])
    context = {"form": form, "examples": EXAMPLES, "result": result}
    template = "desk/names.html#result" if is_partial(request) else "desk/names.html"
    return render(request, template, context, status=200 if result else 422)


def _asked(request: HttpRequest) -> dict[str, str]:
    example = EXAMPLES.get(request.POST.get("example", ""))
    if example:
        return {"one": example[0], "other": example[1]}
    return {name: request.POST.get(name, "") for name in ("one", "other")}

"""The form that corrects a statement: every field filled with what stands, so that only what is wrong is touched."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from noharbor.desk.widgets.countries import country_choices
from noharbor.desk.widgets.statements import FRAUD_TYPE_LABELS
from noharbor.record.reading.models import Statement
from noharbor.record.reading.rows import CORRECTABLE
from noharbor.record.reading.vocabulary import BOUND_CHOICES, EVENT_TYPE_CHOICES
from noharbor.science.moments.moment import Precision

PRECISION_CHOICES = [
    ("", _("not said")),
    (Precision.DAY.value, _("to the day")),
    (Precision.RANGE.value, _("from a day to a day")),
    (Precision.MONTH.value, _("to the month")),
    (Precision.YEAR.value, _("to the year")),
    (Precision.RECENT.value, _("only “recently”")),
]
#: Fields that live in the statement's `detail`.
IN_DETAIL = ("people", "organisations", "countries", "nationalities", "fraud_types")


def day_field(label: Any) -> forms.DateField:
    """Make a field for a day, with the browser's own calendar."""
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )


class CorrectionForm(forms.Form):
    """What the statement should say instead."""

    kind = forms.ChoiceField(label=_("Kind"), choices=EVENT_TYPE_CHOICES)
    moment_precision = forms.ChoiceField(
        label=_("How exactly the day is known"), choices=PRECISION_CHOICES, required=False
    )
    moment_first = day_field(_("First day"))
    moment_last = day_field(_("Last day"))
    place_name = forms.CharField(label=_("Place"), max_length=200, required=False)
    place_country = forms.ChoiceField(label=_("Country or region of the place"), required=False)
    count_bound = forms.ChoiceField(
        label=_("The number is meant"), choices=[("", _("not said")), *BOUND_CHOICES], required=False
    )
    count = forms.IntegerField(label=_("How many"), min_value=0, max_value=10**15, required=False)
    amount = forms.DecimalField(label=_("Sum of money"), max_digits=24, decimal_places=2, min_value=0, required=False)
    currency = forms.CharField(
        label=_("Currency"), help_text=_("Three letters, such as CNY or THB"), max_length=8, required=False
    )
    from_country = forms.ChoiceField(label=_("Moved from"), required=False)
    to_country = forms.ChoiceField(label=_("Moved to"), required=False)
    speaker = forms.CharField(label=_("Speaker"), max_length=300, required=False)
    cumulative = forms.BooleanField(label=_("The number is a running total"), required=False)
    measure = forms.CharField(label=_("What is counted, over which period"), max_length=300, required=False)
    people = forms.CharField(
        label=_("People"),
        help_text=_("One on each line; after a semicolon, their role"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    organisations = forms.CharField(
        label=_("Bodies"), help_text=_("One on each line"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    countries = forms.MultipleChoiceField(label=_("Acting states"), required=False)
    nationalities = forms.MultipleChoiceField(label=_("Nationalities"), required=False)
    fraud_types = forms.MultipleChoiceField(label=_("Fraud"), choices=list(FRAUD_TYPE_LABELS.items()), required=False)
    why = forms.CharField(
        label=_("Why"), help_text=_("Everyone who opens the statement sees this"), max_length=500, required=False
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *arguments: Any, statement: Statement, **named: Any) -> None:
        named["initial"] = _standing(statement)
        super().__init__(*arguments, **named)
        self.statement = statement
        countries = country_choices()
        for name in ("place_country", "from_country", "to_country"):
            self.fields[name].choices = [("", _("not said")), *countries]  # type: ignore[attr-defined]
        for name in ("countries", "nationalities"):
            self.fields[name].choices = countries  # type: ignore[attr-defined]
        known = dict(FRAUD_TYPE_LABELS)
        others = [(code, code) for code in self.initial["fraud_types"] if code not in known]
        self.fields["fraud_types"].choices = [*known.items(), *others]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse days out of order and a first day without its precision."""
        said = super().clean() or {}
        first, last = said.get("moment_first"), said.get("moment_last")
        if first and last and first > last:
            self.add_error("moment_last", _("The last day lies before the first. Swap them or clear one."))
        if last and not first:
            self.add_error("moment_first", _("Give the first day too, or clear the last."))
        if first and not said.get("moment_precision"):
            self.add_error("moment_precision", _("Say how exactly the day is known."))
        if said.get("amount") is not None and not said.get("currency"):
            self.add_error("currency", _("Say in which currency."))
        return said

    def changes(self) -> dict[str, Any]:
        """Return what differs from what stands, by column name."""
        said = dict(self.cleaned_data)
        if said["moment_first"] and not said["moment_last"]:
            said["moment_last"] = said["moment_first"]
        said["detail"] = self._detail(said)
        return {column: said[column] for column in CORRECTABLE if said[column] != getattr(self.statement, column)}

    def _detail(self, said: dict[str, Any]) -> dict[str, Any]:
        detail = dict(self.statement.detail)
        given = {
            "people": [_person(line) for line in _lines(said["people"])],
            "organisations": _lines(said["organisations"]),
            "countries": said["countries"],
            "nationalities": said["nationalities"],
            "fraud_types": said["fraud_types"],
        }
        for key, values in given.items():
            # The order of mention is kept where only the form's own order differs.
            if set(map(str, values)) == set(map(str, detail.get(key, []))):
                continue
            detail[key] = values
        return {key: value for key, value in detail.items() if value or key not in IN_DETAIL}


def _standing(statement: Statement) -> dict[str, Any]:
    detail = statement.detail
    people = detail.get("people", ())
    return {
        **{column: getattr(statement, column) for column in CORRECTABLE if column != "detail"},
        "people": "\n".join("; ".join(filter(None, (person["name"], person.get("role")))) for person in people),
        "organisations": "\n".join(detail.get("organisations", ())),
        "countries": detail.get("countries", []),
        "nationalities": detail.get("nationalities", []),
        "fraud_types": detail.get("fraud_types", []),
        "seen": statement.state,
    }


def _lines(written: str) -> list[str]:
    return [line.strip() for line in written.splitlines() if line.strip()]


def _person(line: str) -> dict[str, str | None]:
    name, _separator, role = line.partition(";")
    return {"name": name.strip(), "role": role.strip() or None}

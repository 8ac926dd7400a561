"""The words reading speaks in. Event types come from `noharbor.science.language.events`, with the words people see."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from noharbor.science.language.events import Bound, EventType

EVENT_TYPE_LABELS = {
    EventType.ARREST: _("Arrest"),
    EventType.COMMITMENT: _("Commitment"),
    EventType.HANDOVER: _("Handover"),
    EventType.LEGISLATION: _("Legislation"),
    EventType.MEETING: _("Meeting"),
    EventType.OPERATION: _("Operation"),
    EventType.REPATRIATION_OF_VICTIMS: _("Return of victims"),
    EventType.RESCUE: _("Rescue"),
    EventType.SANCTION: _("Sanction"),
    EventType.SEIZURE: _("Seizure"),
    EventType.SENTENCE: _("Sentence"),
    EventType.STATISTIC: _("Total"),
    EventType.WARNING: _("Warning"),
}
EVENT_TYPE_CHOICES = [(kind.value, label) for kind, label in EVENT_TYPE_LABELS.items()]

BOUND_LABELS = {Bound.EXACT: _("exactly"), Bound.AT_LEAST: _("at least"), Bound.ABOUT: _("about")}
BOUND_CHOICES = [(bound.value, label) for bound, label in BOUND_LABELS.items()]


class StatementState(models.TextChoices):
    """Where a statement stands. The newest review decides; earlier ones stay."""

    CONFIRMED = "confirmed", _("confirmed")
    CORRECTED = "corrected", _("corrected")
    PROPOSED = "proposed", _("proposed")
    REJECTED = "rejected", _("rejected")
    SUPERSEDED = "superseded", _("read anew")
    WITHDRAWN = "withdrawn", _("taken back")


class Verdict(models.TextChoices):
    """What a member may say of a statement."""

    CONFIRM = "confirm", _("confirm")
    CORRECT = "correct", _("correct")
    REJECT = "reject", _("reject")
    WITHDRAW = "withdraw", _("take back")


class Credibility(models.TextChoices):
    """Admiralty scale: how far the information itself is trusted."""

    ONE = "1", _("1: confirmed by other sources")
    TWO = "2", _("2: probably true")
    THREE = "3", _("3: possibly true")
    FOUR = "4", _("4: doubtful")
    FIVE = "5", _("5: improbable")
    SIX = "6", _("6: cannot be judged")

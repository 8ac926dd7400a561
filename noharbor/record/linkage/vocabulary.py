"""The words linkage speaks in."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ClueKind(models.TextChoices):
    """By what somebody can be found."""

    NAME = "name", _("name")
    NUMBER = "number", _("number")


class EntityKind(models.TextChoices):
    """What something named in a source is."""

    GROUP = "group", _("group")
    IDENTIFIER = "identifier", _("identifier")
    PERSON = "person", _("person")
    SITE = "site", _("site")


class ListUse(models.TextChoices):
    """What a list of people is for; it decides what hangs on a match."""

    HANDOVER = "handover", _("people handed over or found")
    MISSING = "missing", _("people looked for")
    OTHER = "other", _("something else")
    TRANSFER = "transfer", _("seats on a plane, bus or boat")
    WANTED = "wanted", _("people wanted by the police")


#: Uses where a match puts somebody on a wanted list or a plane: two people must say so.
NEEDS_TWO = (ListUse.TRANSFER, ListUse.WANTED)


class PairState(models.TextChoices):
    """Where two appearances stand to each other, by what people judged."""

    AWAITS_SECOND = "awaits_second", _("one more must say so")
    DIFFERENT = "different", _("different people")
    DISPUTED = "disputed", _("judged both ways")
    OPEN = "open", _("not judged")
    SAME = "same", _("the same")
    UNSURE = "unsure", _("unsure")


class Verdict(models.TextChoices):
    """What a member may say of two appearances."""

    DIFFERENT = "different", _("different")
    SAME = "same", _("the same")
    UNSURE = "unsure", _("unsure")


class RunState(models.TextChoices):
    """How far a reconciliation is."""

    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    RUNNING = "running", _("running")
    STOPPED = "stopped", _("stopped")
    WAITING = "waiting", _("waiting")

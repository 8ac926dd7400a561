"""The words search speaks in."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class FoundKind(models.TextChoices):
    """What can be found."""

    NAME = "name", _("people, bodies, numbers and sites")
    SOURCE = "source", _("sources")
    STATEMENT = "statement", _("statements")

"""The words figures speak in."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Counted(models.TextChoices):
    """What a figure counts: people to whom something happened, cases, places or names."""

    ARRESTED = "arrested", _("People arrested")
    CASES_SOLVED = "cases-solved", _("Cases solved")
    CASES_TRIED = "cases-tried", _("Cases tried")
    FOUND = "found", _("People found at sites")
    LISTED = "listed", _("Names on sanction lists")
    MOVED = "moved", _("People handed over or sent home")
    OTHER = "other", _("Something else, as the words say")
    RESCUED = "rescued", _("People rescued")
    SENTENCED = "sentenced", _("People sentenced")
    SITES = "sites", _("Places raided")
    WAITING = "waiting", _("People waiting")


class AsOfKnown(models.TextChoices):
    """How it is known of which day a figure is."""

    PUBLISHED = "published", _("day of publication")
    STATED = "stated", _("stated")


class Reason(models.TextChoices):
    """Why two figures are set side by side."""

    APART = "apart", _("Two speakers, about the same day, and no number fits both")
    FALLS = "falls", _("A running total of one speaker that falls")
    PART_LARGER = "part-larger", _("A part that is larger than the whole, about the same day")

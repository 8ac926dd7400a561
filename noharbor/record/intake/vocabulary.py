"""The words intake speaks in."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SourceKind(models.TextChoices):
    """What form the source came in."""

    DOCX = "docx", _("Word document")
    EML = "eml", _("E-mail")
    HTML = "html", _("Web page")
    PASTED = "pasted", _("Pasted text")
    PDF = "pdf", _("PDF")
    TABLE = "table", _("Table")
    TEXT = "text", _("Text file")


class Reliability(models.TextChoices):
    """Admiralty scale: how far the source itself is trusted."""

    A = "A", _("A: completely reliable")
    B = "B", _("B: usually reliable")
    C = "C", _("C: fairly reliable")
    D = "D", _("D: not usually reliable")
    E = "E", _("E: unreliable")
    F = "F", _("F: cannot be judged")


class TextRole(models.TextChoices):
    """How a text came out of the bytes."""

    EXTRACTED = "extracted", _("as received")
    REPAIRED = "repaired", _("encoding repaired")
    TRANSLATED = "translated", _("translated")


class ArrivalOutcome(models.TextChoices):
    """What became of something that arrived."""

    DUPLICATE = "duplicate", _("already here")
    REFUSED = "refused", _("could not be read")
    SEALED = "sealed", _("received")
    WAITING = "waiting", _("waiting")

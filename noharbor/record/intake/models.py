"""What arrived, sealed: the bytes by their SHA-256, how they came, and the text taken out of them."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from noharbor.record.access.models import Body, Marked
from noharbor.record.intake.errors import problem_named
from noharbor.record.intake.notices import Notice
from noharbor.record.intake.vocabulary import ArrivalOutcome, Reliability, SourceKind, TextRole


class Source(Marked):
    """Something received. Its bytes never change; what people say of it (grade, marking) is audited."""

    #: How grants and the audit log name this kind of thing.
    KIND = "source"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=SourceKind)
    #: The name it came with, cleaned of paths and control characters; only ever shown, never used to open anything.
    name = models.CharField(_("name"), max_length=255)
    title = models.CharField(_("title"), max_length=500, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    address = models.CharField(_("address"), max_length=1000, blank=True)
    #: First day the publication date allows; `published_precision` says how much of it is known.
    published = models.DateField(_("published"), null=True, blank=True)
    published_precision = models.CharField(max_length=10, default="day")
    language = models.CharField(_("language"), max_length=20, blank=True)
    reliability = models.CharField(_("reliability"), max_length=1, choices=Reliability, default=Reliability.F)
    owner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="sources")
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    received_at = models.DateTimeField()
    translation_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="translations"
    )
    translated_by = models.CharField(max_length=200, blank=True)

    class Meta:
        # Per bringer too: who may not know of a closed copy in their own body must be able to bring their own.
        constraints = (
            models.UniqueConstraint(fields=("owner", "sha256", "received_by"), name="source_once_per_bringer"),
        )
        indexes = (
            models.Index(fields=("owner", "-received_at"), name="source_inbox"),
            models.Index(fields=("sha256",), name="source_digest"),
        )

    def __str__(self) -> str:
        return self.title or self.name


class SourceText(models.Model):
    """The words taken out of a source, by which extractor and version.

    A newer one stands beside it, never in its place.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="texts")
    role = models.CharField(max_length=12, choices=TextRole, default=TextRole.EXTRACTED)
    text = models.TextField()
    language = models.CharField(max_length=20, blank=True)
    encoding = models.CharField(max_length=40, blank=True)
    extractor = models.CharField(max_length=60)
    extractor_version = models.CharField(max_length=40)
    made_at = models.DateTimeField()
    #: The text that is read and shown; one per source.
    current = models.BooleanField(default=True)
    #: 64-bit SimHash of the words as 16 hexadecimal digits, to find near duplicates.
    fingerprint = models.CharField(max_length=16, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("source",), condition=models.Q(current=True), name="one_current_text_per_source"
            ),
        )


class SourceTable(models.Model):
    """One sheet of a table source, kept cell by cell for the stages that read lists."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="tables")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=255)
    rows = models.JSONField()
    row_count = models.PositiveIntegerField()
    column_count = models.PositiveIntegerField()

    class Meta:
        ordering = ("position",)


class TextBand(models.Model):
    """One MinHash band of a text: texts of one body that share a band are worth comparing."""

    #: Copied from the source, so that one index finds what a body holds.
    owner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)
    band = models.BigIntegerField()
    text = models.ForeignKey(SourceText, on_delete=models.PROTECT, related_name="bands")

    class Meta:
        indexes = (models.Index(fields=("owner", "band", "-id"), name="band_of_body"),)


class Resemblance(models.Model):
    """Two sources that say nearly the same words. Never merged: shown side by side."""

    newer = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="resembles")
    older = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="resembled_by")
    #: Share of word sequences in common, 0..1.
    share = models.FloatField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("newer", "older"), name="resemblance_once"),)


class Arrival(models.Model):
    """One thing somebody handed in, whatever became of it.

    A refusal is kept with its reason, so nothing is lost silently.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=255)
    size_bytes = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, blank=True)
    outcome = models.CharField(max_length=12, choices=ArrivalOutcome, default=ArrivalOutcome.WAITING)
    #: The class name of the error, and its sentence, where the outcome is a refusal.
    problem = models.CharField(max_length=60, blank=True)
    problem_text = models.TextField(blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, null=True, related_name="arrivals")
    owner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    #: What fills the placeholders of the problem's sentence.
    problem_values = models.JSONField(default=dict, blank=True)
    #: What to know about something taken in all the same; see `notices.Notice`.
    notices = models.JSONField(default=list, blank=True)
    #: What the bringer said of it, kept so that an interrupted arrival goes on under its own marking.
    particulars = models.JSONField(default=dict, blank=True)
    #: The letter this was attached to.
    carried_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="carried")

    class Meta:
        ordering = ("-at",)
        indexes = (
            models.Index(fields=("owner", "-at"), name="arrival_inbox"),
            models.Index(fields=("at",), condition=models.Q(outcome="waiting"), name="arrival_waiting"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def problem_sentence(self) -> str:
        """What went wrong and what to do next, in the reader's language; empty when nothing did."""
        return problem_named(self.problem, self.problem_values).sentence if self.problem else ""

    @property
    def notice_sentences(self) -> list[str]:
        """What to know about it, in the reader's language."""
        return [Notice.from_json(kept).sentence for kept in self.notices]

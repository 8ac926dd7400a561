"""Statements: what a source says happened, in which words, who read it there, and what people made of it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from noharbor.record.access.models import Marked
from noharbor.record.intake.models import Source, SourceText
from noharbor.record.reading.parties import PartiesField
from noharbor.record.reading.vocabulary import (
    BOUND_CHOICES,
    EVENT_TYPE_CHOICES,
    Credibility,
    StatementState,
    Verdict,
)


class Reading(models.Model):
    """One engine's pass over one text. Its row says that the text is read; a new version makes a new row."""

    text = models.ForeignKey(SourceText, on_delete=models.PROTECT, related_name="readings")
    engine = models.CharField(max_length=60)
    engine_version = models.CharField(max_length=60)
    at = models.DateTimeField()
    milliseconds = models.PositiveIntegerField()
    found = models.PositiveIntegerField()
    #: What went wrong, in words; empty when all went well.
    problem = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("text", "engine", "engine_version"), name="reading_once"),)


class Statement(Marked):
    """One event as one source states it. The stated values never change; a correction is another statement."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="statements")
    text = models.ForeignKey(SourceText, on_delete=models.PROTECT, related_name="statements")
    passage_start = models.PositiveIntegerField()
    passage_end = models.PositiveIntegerField()
    quote = models.TextField()

    kind = models.CharField(_("kind"), max_length=30, choices=EVENT_TYPE_CHOICES)
    moment_first = models.DateField(null=True, blank=True)
    moment_last = models.DateField(null=True, blank=True)
    moment_precision = models.CharField(max_length=10, blank=True)
    moment_words = models.CharField(max_length=200, blank=True)
    moment_resolved_by = models.CharField(max_length=100, blank=True)
    place_name = models.CharField(_("place"), max_length=200, blank=True)
    place_country = models.CharField(max_length=2, blank=True)
    place = models.CharField(max_length=60, blank=True)  # the gazetteer's identifier
    count = models.BigIntegerField(_("count"), null=True, blank=True)
    count_bound = models.CharField(max_length=10, choices=BOUND_CHOICES, blank=True)
    count_words = models.CharField(max_length=200, blank=True)
    amount = models.DecimalField(max_digits=24, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=8, blank=True)
    from_country = models.CharField(max_length=2, blank=True)
    to_country = models.CharField(max_length=2, blank=True)
    speaker = models.CharField(_("speaker"), max_length=300, blank=True)
    cumulative = models.BooleanField(default=False)
    measure = models.CharField(max_length=300, blank=True)
    #: people [{name, role}], organisations, countries, nationalities, fraud_types, items [{what, number}],
    #: mentions [[start, end]], amount_bound, amount_words, moment_calendar, and inherited: "moment" or "place" where it
    #: was taken from elsewhere in the text and not from the words of the event.
    detail = models.JSONField(default=dict)
    #: The states that act, and those that people were moved between: "MM CN". Written from the columns above.
    parties = PartiesField()

    credibility = models.CharField(max_length=1, choices=Credibility, default=Credibility.SIX)
    confidence = models.FloatField(default=1.0)
    #: The engine and version, or the member who stated it; exactly one of the two.
    engine = models.CharField(max_length=60, blank=True)
    engine_version = models.CharField(max_length=60, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, null=True, related_name="statements")
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections")
    made_at = models.DateTimeField()
    #: Where it stands now: the outcome of the newest review, kept here so that lists can filter by it.
    state = models.CharField(max_length=12, choices=StatementState, default=StatementState.PROPOSED)

    class Meta:
        indexes = (
            models.Index(fields=("source", "passage_start"), name="statement_in_source"),
            models.Index(fields=("-moment_first", "id"), name="statement_by_moment"),
            # Holds all that handovers are counted by, so that the rows with their long quotes are not read for it.
            models.Index(
                fields=(
                    *("kind", "-moment_first", "moment_last", "state", "from_country", "to_country"),
                    *("source", "tlp"),
                ),
                name="statement_by_kind",
            ),
            models.Index(fields=("place_country", "kind", "-moment_first"), name="statement_by_country"),
            models.Index(fields=("place", "-moment_first"), name="statement_by_place"),
            # Holds all that places are counted by, in their order, so that nothing is sorted and no row is read for it.
            models.Index(
                fields=(
                    *("place", "place_country", "moment_last", "moment_first", "state", "kind"),
                    *("source", "tlp"),
                ),
                name="statement_on_map",
            ),
            # Holds all that the map and the timeline count by, so that the rows with their long quotes are not read.
            # It begins with the day and not with the state, or SQLite would take it for lists of the newest too, and
            # sort them.
            models.Index(
                fields=(
                    *("moment_last", "moment_first", "state", "kind", "place", "place_country"),
                    *("from_country", "to_country", "source", "tlp", "moment_precision", "parties"),
                ),
                name="statement_by_last_day",
            ),
        )
        constraints = (
            models.CheckConstraint(
                name="statement_has_one_author",
                condition=(models.Q(by__isnull=True) & ~models.Q(engine=""))
                | (models.Q(by__isnull=False) & models.Q(engine="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.quote[:60]}"


class Review(models.Model):
    """What a member said of a statement. Never edited: a later one takes its place, and both stay."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="reviews")
    verdict = models.CharField(max_length=10, choices=Verdict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = models.CharField(max_length=500, blank=True)
    #: The statement that stands in its place, where the verdict is "correct".
    correction = models.ForeignKey(Statement, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("at",)

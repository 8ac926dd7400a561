"""The audit log: a table that only grows, each row sealed to the one before it."""

from __future__ import annotations

import json

from django.db import models


class Entry(models.Model):
    """One act, or one read of a closed thing.

    Names are copied as text, so that history survives what it speaks of. `sequence` has no gaps; `digest` is the
    SHA-256 of the entry's canonical bytes, which include `previous`, the digest of the entry before. Moment and detail
    are kept as the very characters that were sealed: a column type that reads two spellings as one value would hide a
    change.
    """

    sequence = models.PositiveBigIntegerField(primary_key=True)
    #: ISO 8601 in UTC with microseconds.
    at = models.CharField(max_length=32)
    verb = models.CharField(max_length=60)
    member = models.CharField(max_length=40, blank=True)
    member_name = models.CharField(max_length=200, blank=True)
    thing_kind = models.CharField(max_length=40, blank=True)
    thing = models.CharField(max_length=80, blank=True)
    #: JSON object, keys sorted.
    detail = models.TextField(default="{}")
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ("sequence",)
        indexes = (
            models.Index(fields=("thing_kind", "thing"), name="audit_thing"),
            models.Index(fields=("member", "sequence"), name="audit_member"),
        )

    def __str__(self) -> str:
        return f"{self.sequence} {self.verb}"

    @property
    def details(self) -> dict[str, object]:
        """The detail as a dictionary."""
        return dict(json.loads(self.detail))

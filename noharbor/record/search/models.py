"""What can be found, and the index of its words. All of it can be made anew from the stages before."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from noharbor.record.intake.models import Source, SourceText
from noharbor.record.linkage.models import Appearance
from noharbor.record.reading.models import Statement


class Searched(models.Model):
    """How far a source can be found: what else there is by now waits. Its number is the serial number of the source."""

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="searched")
    #: The newest of everything that was seen, and how many people of its lists were looked up; 0 for none.
    text = models.BigIntegerField(default=0)
    reading = models.BigIntegerField(default=0)
    review = models.BigIntegerField(default=0)
    list_reading = models.BigIntegerField(default=0)
    looked_up = models.BigIntegerField(default=0)
    linked_reading = models.BigIntegerField(default=0)
    linked_review = models.BigIntegerField(default=0)
    version = models.CharField(max_length=20)
    #: Numbers that were given to statements and names of the source so far; none is given twice.
    statement_count = models.PositiveIntegerField(default=0)
    name_count = models.PositiveIntegerField(default=0)


class Findable(models.Model):
    """A part of a source's text, a statement or a name; exactly one of the three."""

    #: See `numbers.number_of`.
    number = models.BigIntegerField(primary_key=True)
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+")
    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, null=True, related_name="+")
    appearance = models.OneToOneField(Appearance, on_delete=models.CASCADE, null=True, related_name="+")
    text = models.ForeignKey(SourceText, on_delete=models.CASCADE, null=True, related_name="+")
    #: The part of the text; a source without words has one part of no length, for its title.
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="findable_is_one_thing", condition=Q(statement__isnull=True) | Q(appearance__isnull=True)
            ),
        )


class Words(models.Model):
    """The words of a findable thing as the database indexes them; written by `index` alone.

    A full-text table on SQLite, a column of the type tsvector on PostgreSQL: see the migration that makes it.
    """

    findable = models.OneToOneField(
        Findable, on_delete=models.DO_NOTHING, primary_key=True, db_column="rowid", related_name="words"
    )
    #: Only ever compared with a question. SQLite calls a full-text table's words by the name of the table.
    index = models.TextField(db_column="search_words")

    class Meta:
        managed = False
        db_table = "search_words"

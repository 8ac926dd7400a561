"""Who and what appears in sources, which of them people judged to be one, and lists laid side by side.

An appearance is somebody or something in one source: a row of a list, a name in a text, a number. Entities are made of
appearances that people judged the same, or that share one canonical form. Nothing is merged and nothing is overwritten.
"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from noharbor.record.access.models import Body
from noharbor.record.intake.models import Source, SourceTable, SourceText
from noharbor.record.linkage.vocabulary import ClueKind, EntityKind, ListUse, PairState, RunState, Verdict
from noharbor.record.reading.models import Statement


class ListReading(models.Model):
    """How one table was understood as a list of people. A correction is another reading; the latest is current."""

    table = models.ForeignKey(SourceTable, on_delete=models.PROTECT, related_name="list_readings")
    #: What a person said of the columns: field by index from 0.
    told = models.JSONField(default=dict)
    #: Who said it; None where the machine understood it alone, or by what was remembered of the shape.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    engine_version = models.CharField(max_length=60)
    shape = models.CharField(max_length=32)
    #: [{index, heading, field, sureness, why, sample}], the columns of the first part; see `understood.py`.
    columns = models.JSONField(default=list)
    #: The day to which ages count, and whether the list itself says it.
    dated = models.DateField()
    is_dated_by_itself = models.BooleanField(default=False)
    #: [{row, why, shown}], rows that are no person; [{row, column, code, shown}], cells that could not be read.
    asides = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    people = models.PositiveIntegerField()
    use = models.CharField(max_length=12, choices=ListUse, default=ListUse.OTHER)
    #: The body that made the list, as a member states it, and its country.
    made_by = models.CharField(max_length=200, blank=True)
    region = models.CharField(max_length=2, blank=True)
    current = models.BooleanField(default=True)
    #: How many of its people were looked for in other sources, in the order of the list, and by which version.
    looked_up = models.PositiveIntegerField(default=0)
    looked_up_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("table",), condition=Q(current=True), name="one_current_reading_per_table"),
        )


class RememberedShape(models.Model):
    """What members of a body said of the columns of lists of one shape. The newest holds; earlier ones stay."""

    owner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    shape = models.CharField(max_length=32)
    fields = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("owner", "shape", "-at"), name="shape_of_body"),)


class Appearance(models.Model):
    """Somebody or something in one source. Its identifier is made from where it stands, so that it outlives re-runs."""

    id = models.UUIDField(primary_key=True, editable=False)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="appearances")
    kind = models.CharField(max_length=10, choices=EntityKind)
    #: As written; the main name of a person, the canonical form of an identifier.
    name = models.CharField(max_length=300)
    #: The canonical form that makes two appearances one thing: "phone:+6681…", a site of the gazetteer; "" for people.
    key = models.CharField(max_length=200, blank=True)
    #: A person or an identifier in the fields of `science`; see `persons.py`.
    said = models.JSONField(default=dict)
    #: Where it stands: a row of a list …
    list_reading = models.ForeignKey(ListReading, on_delete=models.PROTECT, null=True, related_name="appearances")
    row = models.PositiveIntegerField(null=True)
    #: … its place among the people of that list, from 0 …
    at = models.PositiveIntegerField(null=True)
    #: … or a passage of a text.
    text = models.ForeignKey(SourceText, on_delete=models.PROTECT, null=True, related_name="+")
    passage_start = models.PositiveIntegerField(null=True)
    passage_end = models.PositiveIntegerField(null=True)
    #: The entity it belongs to now: the identifier of the oldest appearance judged the same; see `entities.py`.
    entity = models.UUIDField()
    #: False where the present reading of its source has it no more; it stays for the judgements that name it.
    stands = models.BooleanField(default=True)
    made_at = models.DateTimeField()

    class Meta:
        indexes = (
            models.Index(fields=("key",), condition=~Q(key=""), name="appearance_key"),
            models.Index(fields=("source", "kind"), name="appearance_in_source"),
            models.Index(fields=("list_reading", "at"), name="appearance_in_list"),
            # In the order in which an entity is read, so that the first of thousands are found without sorting all.
            models.Index(fields=("entity", "made_at", "id"), name="appearance_of_entity"),
        )

    def __str__(self) -> str:
        return self.name


class Naming(models.Model):
    """A statement that names an appearance. What it says is seen by those who may see the statement."""

    appearance = models.ForeignKey(Appearance, on_delete=models.CASCADE, related_name="namings")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="namings")
    role = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("appearance", "statement"), name="naming_once"),)


class Clue(models.Model):
    """By what somebody can be found in other sources: a name as written, or the key of a number that is theirs."""

    appearance = models.ForeignKey(Appearance, on_delete=models.CASCADE, related_name="clues")
    kind = models.CharField(max_length=8, choices=ClueKind)
    value = models.CharField(max_length=300)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("appearance", "kind", "value"), name="clue_once"),)
        indexes = (models.Index(fields=("kind", "value"), name="clue_value"),)


class Linked(models.Model):
    """How far the words of a text are linked: what else there is by now waits."""

    text = models.OneToOneField(SourceText, on_delete=models.CASCADE, related_name="linked")
    #: The newest reading of the text, and the newest review of what its source says, that were seen; 0 for none.
    reading = models.BigIntegerField(default=0)
    review = models.BigIntegerField(default=0)
    engine_version = models.CharField(max_length=60)
    at = models.DateTimeField()


class Pair(models.Model):
    """Two appearances that may be one, with the evidence. The machine proposes; judgements decide."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    #: The one with the smaller identifier stands first, so that a pair is found whichever way it is asked for.
    one = models.ForeignKey(Appearance, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Appearance, on_delete=models.PROTECT, related_name="+")
    score = models.FloatField()
    log_odds = models.FloatField()
    #: How the names agree: `science.names.evidence.Level`.
    level = models.PositiveSmallIntegerField()
    #: `science.names.evidence.Proposal`, never "different".
    proposal = models.CharField(max_length=10)
    #: The evidence as `science.matching.people` writes it, the first row being `one`.
    evidence = models.JSONField(default=dict)
    #: Whether the rows contradict each other on something that cannot be both.
    has_conflict = models.BooleanField(default=False)
    needs_two = models.BooleanField(default=False)
    #: The day by which somebody needs to know.
    deadline = models.DateField(null=True)
    state = models.CharField(max_length=14, choices=PairState, default=PairState.OPEN)
    #: New strong evidence since it was judged different: it is asked again.
    is_asked_again = models.BooleanField(default=False)
    #: False where the present engine or reading finds the pair no more; judged pairs stay.
    stands = models.BooleanField(default=True)
    engine_version = models.CharField(max_length=60)
    found_at = models.DateTimeField()
    #: Who has it before them now, so that two reviewers are not given the same pair.
    held_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    held_until = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("one", "other"), name="pair_once"),
            models.CheckConstraint(name="pair_in_order", condition=Q(one__lt=models.F("other"))),
        )
        indexes = (
            # In the order of the queue, whose first pair is found without looking at all of them.
            models.Index(fields=("deadline", "-needs_two", "-has_conflict", "-log_odds", "id"), name="pair_queue"),
            models.Index(fields=("state",), name="pair_state"),
            models.Index(fields=("other",), name="pair_other"),
        )


class Judgement(models.Model):
    """What a member said of a pair. Withdrawn, never edited."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pair = models.ForeignKey(Pair, on_delete=models.PROTECT, related_name="judgements")
    verdict = models.CharField(max_length=10, choices=Verdict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = models.CharField(max_length=500, blank=True)
    #: Whether the score was hidden from them.
    blind = models.BooleanField(default=False)
    #: The evidence as it stood when they judged.
    evidence = models.JSONField(default=dict)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_why = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("at",)


class Reconciliation(models.Model):
    """Lists laid side by side. Who may read all of them may read it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=200)
    owner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    #: The day by which the answer is needed.
    deadline = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=RunState, default=RunState.WAITING)
    stop_asked = models.BooleanField(default=False)
    #: What is being done, how much of it is done and how much there is.
    doing = models.CharField(max_length=60, blank=True)
    done = models.PositiveIntegerField(default=0)
    all = models.PositiveIntegerField(default=0)
    #: Told while it runs; a run that has said nothing for long was cut off and is taken up again.
    said_at = models.DateTimeField(null=True)
    #: Names that shared so much with so many others that not all of these were compared.
    cut = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True)
    problem = models.TextField(blank=True)

    class Meta:
        ordering = ("-at",)


class ReconciledList(models.Model):
    """One list of a reconciliation."""

    reconciliation = models.ForeignKey(Reconciliation, on_delete=models.CASCADE, related_name="lists")
    position = models.PositiveIntegerField()
    table = models.ForeignKey(SourceTable, on_delete=models.PROTECT, related_name="+")
    #: The reading that was compared last; where another is current by now, the result is out of date.
    reading = models.ForeignKey(ListReading, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("reconciliation", "table"), name="list_once_per_reconciliation"),
        )


class ComparedLists(models.Model):
    """That two lists of a reconciliation were compared, in these readings: a stopped run goes on after them."""

    reconciliation = models.ForeignKey(Reconciliation, on_delete=models.CASCADE, related_name="compared")
    one = models.ForeignKey(ListReading, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(ListReading, on_delete=models.PROTECT, related_name="+")
    #: What came of it, as `science.matching.people` keeps it, and how many names were not looked at in full.
    found = models.JSONField(default=list)
    cut = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("reconciliation", "one", "other"), name="compared_once"),)


class Hint(models.Model):
    """An owner's leave to tell everybody on this node that somebody knows what a source names; not who, not what."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="hints")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("source",), condition=Q(withdrawn_at__isnull=True), name="one_hint_per_source"
            ),
        )

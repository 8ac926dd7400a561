"""The one way to read statements."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from noharbor.record.access.models import Member
from noharbor.record.access.queries import readable
from noharbor.record.intake.models import Source
from noharbor.record.reading.models import Review, Statement
from noharbor.record.reading.vocabulary import StatementState

#: States in which a statement is shown as said; the others are kept, folded away.
STANDING = (StatementState.PROPOSED, StatementState.CONFIRMED)


def visible_to(member: Member) -> QuerySet[Statement]:
    """Return the statements a member may read: of sources they may read, where their own marking allows it too."""
    return Statement.objects.filter(may_be_read(member))


def may_be_read(member: Member, prefix: str = "") -> Q:
    """Return the condition that a statement may be read, or the one that rows point at by a path ("statement__")."""
    path = f"{prefix}source__"
    by_source = readable(member, kind=Source.KIND, prefix=path)
    return by_source & readable(member, kind=Source.KIND, prefix=path, marking=f"{prefix}tlp")


def events_visible_to(member: Member) -> QuerySet[Statement]:
    """Return the standing statements a member may read, newest event first, those without a date last."""
    return visible_to(member).filter(state__in=STANDING).select_related("source").order_by("-moment_first", "id")


def statements_of(source: Source, member: Member) -> QuerySet[Statement]:
    """Return what a source says, as far as the member may read it, in the order of its words."""
    return (
        visible_to(member)
        .filter(source=source)
        .select_related("by", "source", "text")
        .prefetch_related("reviews__by")
        .order_by("passage_start", "passage_end", "made_at")
    )


def waiting_for_review(member: Member) -> QuerySet[Statement]:
    """Return the statements nobody has judged yet, as far as the member may read them."""
    return visible_to(member).filter(state=StatementState.PROPOSED)


def newest_review(statement: Statement) -> Review | None:
    """Return what was said last of a statement; None when nobody has judged it."""
    return statement.reviews.order_by("-at", "-pk").first()

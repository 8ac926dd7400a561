"""The one way to read what was taken in: permission is a filter on the query."""

from __future__ import annotations

from pathlib import Path

from django.db.models import Q, QuerySet

from noharbor.record.access.models import Member
from noharbor.record.access.queries import only_readable, readable
from noharbor.record.intake.models import Arrival, Resemblance, Source
from noharbor.record.intake.seals import sealed_path


def visible_to(member: Member) -> QuerySet[Source]:
    """Return the sources a member may read."""
    return only_readable(Source.objects.all(), member, kind=Source.KIND)


def arrivals_of(member: Member) -> QuerySet[Arrival]:
    """Return what a member handed in, refusals too, and what became a source the member may read; newest first."""
    became_readable = Q(source__isnull=False) & readable(member, kind=Source.KIND, prefix="source__")
    own_body = Q(owner=member.body_id) & became_readable
    return Arrival.objects.filter(Q(by=member) | own_body).select_related("source", "by")


def resemblances_of(source: Source, member: Member) -> QuerySet[Resemblance]:
    """Return what resembles a source, on both sides, as far as the member may read the other one; most alike first."""
    pairs = Resemblance.objects.filter(Q(newer=source) | Q(older=source))
    return pairs.filter(
        readable(member, kind=Source.KIND, prefix="newer__"), readable(member, kind=Source.KIND, prefix="older__")
    ).order_by("-share")


def readable_copy(member: Member, sha256: str) -> Source | None:
    """Return the source of the member's own body that holds these bytes, if they may know of it."""
    return visible_to(member).filter(owner=member.body_id, sha256=sha256).order_by("received_at").first()


def original_of(source: Source) -> Path:
    """Return where the original bytes of a source rest; check permission by `visible_to` beforehand."""
    return sealed_path(source.sha256)

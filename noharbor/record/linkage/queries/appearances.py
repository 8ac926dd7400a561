"""Who and what appears, and pairs of it, as far as a member may see."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from noharbor.record.access.models import Member
from noharbor.record.access.queries import readable
from noharbor.record.intake.models import Source
from noharbor.record.linkage.models import Appearance, Naming, Pair
from noharbor.record.reading.queries import may_be_read


def visible_to(member: Member) -> QuerySet[Appearance]:
    """Return the appearances a member may see.

    They stand in a source the member may read; what statements name is seen through a statement the member may read.
    """
    return Appearance.objects.filter(_seen(member, ""))


def hidden_from(member: Member) -> QuerySet[Appearance]:
    """Return the appearances a member may not see; they are for telling that somebody knows, and nothing else."""
    return Appearance.objects.exclude(_seen(member, ""))


def pairs_visible_to(member: Member) -> QuerySet[Pair]:
    """Return the pairs of which the member may see both sides."""
    return Pair.objects.filter(_seen(member, "one__"), _seen(member, "other__"))


def _seen(member: Member, prefix: str) -> Q:
    """The condition that an appearance, or one a pair names, may be seen."""
    path = prefix.removesuffix("__") or "pk"
    namings = Naming.objects.filter(appearance=OuterRef(path))
    # By joins: as a list of statements, SQLite would try every one that may be read for each appearance.
    seen = namings.filter(may_be_read(member, "statement__"))
    by_source = readable(member, kind=Source.KIND, prefix=f"{prefix}source__")
    return by_source & (~Q(Exists(namings)) | Q(Exists(seen)))

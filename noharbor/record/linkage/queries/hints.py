"""Which sources tell everybody on the node that somebody knows what they name."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from noharbor.record.access.vocabulary import Tlp
from noharbor.record.intake.models import Source
from noharbor.record.linkage.models import Appearance, Hint, Naming


def is_hinted(source: Source) -> bool:
    """Return whether the owner lets everybody know that somebody knows what a source names."""
    return Hint.objects.filter(source=source, withdrawn_at=None).exists()


def hinted() -> QuerySet[Appearance]:
    """Return what stands in sources whose owners chose to tell so.

    What is TLP:RED tells nothing, whatever was chosen before it was marked so: neither a source nor what only closed
    statements of it name.
    """
    namings = Naming.objects.filter(appearance=OuterRef("pk"))
    told = ~Q(Exists(namings)) | Q(Exists(namings.exclude(statement__tlp=Tlp.RED)))
    chosen = Hint.objects.filter(source=OuterRef("source"), withdrawn_at=None)
    return Appearance.objects.filter(told, Exists(chosen), stands=True).exclude(source__tlp=Tlp.RED)

"""Are the sealed bytes still what was sealed? Slow on purpose: every byte is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from noharbor.record.intake.models import Source
from noharbor.record.intake.seals import is_intact, sealed_path


@dataclass(frozen=True, slots=True)
class SealChecked:
    """One sealed file, looked at.

    Attributes:
        sha256: Its digest, by which it is found.
        is_there: Whether there is a file at its place.
        is_whole: Whether the file has its digest.
    """

    sha256: str
    is_there: bool
    is_whole: bool


def sealed_digests() -> list[str]:
    """Return the digests of all that was ever sealed, each once."""
    return list(Source.objects.order_by("sha256").values_list("sha256", flat=True).distinct())


def check_seals(digests: list[str]) -> Iterator[SealChecked]:
    """Read sealed files one after the other and compare them with their digests."""
    for sha256 in digests:
        yield SealChecked(sha256, sealed_path(sha256).is_file(), is_intact(sha256))

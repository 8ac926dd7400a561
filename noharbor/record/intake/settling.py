"""What was read becomes rows: a source with its texts and tables, and what it resembles. Called by `actions` only."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.db import transaction
from django.utils import timezone

from noharbor.record.access.models import Body
from noharbor.record.access.vocabulary import Tlp
from noharbor.record.audit.actions import append
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.intake.extraction import Reading
from noharbor.record.intake.formats.format import Table, clean_text
from noharbor.record.intake.models import Arrival, Resemblance, Source, SourceTable, SourceText, TextBand
from noharbor.record.intake.queries import readable_copy
from noharbor.record.intake.vocabulary import ArrivalOutcome, Reliability, SourceKind, TextRole
from noharbor.record.intake.words import Words
from noharbor.science.scripts.resemblance import bits_apart, share_in_common

#: Below this share of common word sequences two texts are not worth showing side by side.
LEAST_SHARE = 0.5
#: Newest texts looked at for each band, and compared word by word in all: what one arrival costs stays the same however
#: many letters of one form the node holds.
_PER_BAND = 20
_COMPARED = 12


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a member says of a source when handing it in. Empty fields are taken from the file where it states them."""

    title: str = ""
    publisher: str = ""
    address: str = ""
    published: datetime.date | None = None
    published_precision: str = "day"
    language: str = ""
    reliability: Reliability = Reliability.F
    tlp: Tlp = Tlp.AMBER
    purpose: str = ""
    onward_sharing: bool = False
    court_use: bool = False
    retain_until: datetime.date | None = None
    #: Set where how it came matters more than what it is: pasted text.
    kind: SourceKind | None = None
    #: Set where the words are cells that somebody pasted, to be kept as a table.
    are_cells: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return plain values, to keep with the arrival until it is settled."""
        days = {key: day.isoformat() for key in ("published", "retain_until") if (day := getattr(self, key))}
        return {key: value for key, value in asdict(self).items() if value not in ("", None)} | days

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Particulars:
        """Read back what `as_json` gave."""
        values = dict(kept)
        for key in ("published", "retain_until"):
            if key in values:
                values[key] = datetime.date.fromisoformat(values[key])
        for key, vocabulary in (("reliability", Reliability), ("tlp", Tlp), ("kind", SourceKind)):
            if key in values:
                values[key] = vocabulary(values[key])
        return cls(**values)

    def for_carried(self) -> Particulars:
        """What holds for an attachment too: the marking and the grade, not the letter's title, day or language."""
        return replace(self, title="", address="", published=None, language="", kind=None, are_cells=False)


@transaction.atomic
def keep_source(arrival: Arrival, reading: Reading, words: Words, particulars: Particulars) -> Source | None:
    """Turn an arrival into a source with its texts, tables and resemblances.

    Returns:
        The source; None when somebody handed in the same bytes in the meantime, which the arrival then says.
    """
    # One arrival of a body settles after the other, so that two people who drop the same file make one source.
    Body.objects.select_for_update().get(pk=arrival.owner_id)
    assert arrival.by is not None  # noqa: S101  Only members hand things in.
    copy = readable_copy(arrival.by, arrival.sha256)
    if copy is not None:
        mark_duplicate(arrival, copy)
        return None
    source = _source(arrival, reading, words, particulars)
    text = keep_words(source, reading, words)
    keep_tables(source, reading.tables)
    _find_resemblances(text, words)
    arrival.outcome = ArrivalOutcome.SEALED
    arrival.source = source
    arrival.notices += [notice.as_json() for notice in words.notices]
    arrival.save(update_fields=("outcome", "source", "notices"))
    append(
        Verb.SOURCE_SEALED,
        by=arrival.by,
        thing_kind=Source.KIND,
        thing=source.id,
        detail={"sha256": source.sha256, "size_bytes": source.size_bytes, "kind": source.kind, "tlp": source.tlp},
    )
    return source


def _source(arrival: Arrival, reading: Reading, words: Words, particulars: Particulars) -> Source:
    return Source.objects.create(
        sha256=arrival.sha256,
        size_bytes=arrival.size_bytes,
        media_type=reading.media_type,
        kind=particulars.kind or reading.kind,
        name=arrival.name,
        title=particulars.title[:500] or words.title,
        publisher=particulars.publisher[:200] or words.publisher,
        address=particulars.address[:1000],
        published=particulars.published or words.published_day,
        published_precision=particulars.published_precision if particulars.published else "day",
        language=particulars.language or words.language,
        reliability=particulars.reliability,
        owner_id=arrival.owner_id,
        received_by=arrival.by,
        received_at=arrival.at,
        tlp=particulars.tlp,
        purpose=particulars.purpose[:300],
        onward_sharing=particulars.onward_sharing,
        court_use=particulars.court_use,
        retain_until=particulars.retain_until,
    )


def keep_tables(source: Source, tables: Iterable[Table]) -> None:
    """Keep the sheets of a source cell by cell."""
    for position, table in enumerate(tables):
        SourceTable.objects.create(
            source=source,
            position=position,
            name=clean_text(table.name)[:255],
            rows=table.rows,
            row_count=len(table.rows),
            column_count=max(map(len, table.rows), default=0),
        )


def keep_words(source: Source, reading: Reading, words: Words) -> SourceText:
    """Put the words beside those already there; they become the ones that are read and shown."""
    common = {
        "source": source,
        "encoding": reading.encoding,
        "extractor": reading.extractor,
        "extractor_version": reading.extractor_version,
        "made_at": timezone.now(),
    }
    source.texts.filter(current=True).update(current=False)
    if words.original:
        SourceText.objects.create(text=words.original, language=words.language, current=False, **common)
    return SourceText.objects.create(
        text=words.text,
        language=source.language,
        role=TextRole.REPAIRED if words.original else TextRole.EXTRACTED,
        fingerprint=words.fingerprint.simhash,
        current=True,
        **common,
    )


def mark_duplicate(arrival: Arrival, copy: Source) -> None:
    """Say that an arrival's bytes are here already. What another process settled meanwhile stands as it is."""
    if Arrival.objects.filter(pk=arrival.pk).exclude(outcome=ArrivalOutcome.WAITING).exists():
        arrival.refresh_from_db()
        return
    arrival.outcome = ArrivalOutcome.DUPLICATE
    arrival.source = copy
    arrival.save(update_fields=("outcome", "source"))
    append(Verb.SOURCE_DUPLICATE, by=arrival.by, thing_kind=Source.KIND, thing=copy.id)


def _find_resemblances(text: SourceText, words: Words) -> None:
    owner = text.source.owner_id
    met: set[int] = set()
    for band in words.fingerprint.bands:
        rows = TextBand.objects.filter(owner=owner, band=band).order_by("-pk")
        met.update(rows.values_list("text_id", flat=True)[:_PER_BAND])
    TextBand.objects.bulk_create(TextBand(owner_id=owner, band=band, text=text) for band in words.fingerprint.bands)
    candidates = SourceText.objects.filter(pk__in=met, current=True).exclude(source=text.source)
    apart = {pk: bits_apart(text.fingerprint, simhash) for pk, simhash in candidates.values_list("pk", "fingerprint")}
    nearest = sorted(apart, key=lambda pk: (apart[pk], -pk))[:_COMPARED]
    shares = {older.source_id: share_in_common(text.text, older.text) for older in candidates.filter(pk__in=nearest)}
    Resemblance.objects.bulk_create(
        Resemblance(newer=text.source, older_id=older, share=round(share, 3))
        for older, share in shares.items()
        if share >= LEAST_SHARE
    )

"""A source with statements as the tests of pages need it, made without any engine."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone

from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Tlp
from noharbor.record.intake.models import Source, SourceText
from noharbor.record.intake.seals import sealed_path
from noharbor.record.reading.models import Statement
from tests.cast import ELEVEN

SENTENCE = ELEVEN.split("\n\n")[1]


def put_source(by: Member, text: str = ELEVEN, **columns: Any) -> Source:
    """A source of a member's body with its text, as intake leaves them."""
    number = Source.objects.count()
    source = Source.objects.create(
        **{
            "sha256": f"{number:064x}",
            "size_bytes": len(text.encode()),
            "media_type": "text/plain",
            "kind": "text",
            "name": "report.txt",
            "title": text.split("\n", 1)[0],
            "publisher": "River Times",
            "published": datetime.date(2023, 8, 20),
            "language": "en",
            "tlp": Tlp.AMBER,
            "owner": by.body,
            "received_by": by,
            "received_at": timezone.now(),
            **columns,
        }
    )
    SourceText.objects.create(
        source=source,
        text=text,
        language=source.language,
        extractor="test",
        extractor_version="1",
        made_at=timezone.now(),
    )
    return source


def put_original(source: Source, content: bytes = b"as it came") -> None:
    """Bytes at the place where a source's original rests."""
    path = sealed_path(source.sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def put_statement(source: Source, quote: str = SENTENCE, **columns: Any) -> Statement:
    """A proposed statement that points at `quote` in the source's text."""
    text = source.texts.get(current=True)
    start = text.text.index(quote)
    return Statement.objects.create(
        **{
            "source": source,
            "text": text,
            "passage_start": start,
            "passage_end": start + len(quote),
            "quote": quote,
            "kind": "handover",
            "moment_first": datetime.date(2023, 8, 19),
            "moment_last": datetime.date(2023, 8, 19),
            "moment_precision": "day",
            "moment_words": "19 August 2023",
            "moment_resolved_by": "written",
            "count": 11,
            "count_bound": "exact",
            "count_words": "Eleven people",
            "from_country": "MM",
            "to_country": "CN",
            "speaker": "the ministry",
            "detail": {"nationalities": ["CN"], "fraud_types": ["telecom_online_fraud"]},
            "engine": "rules",
            "engine_version": "1.0",
            "made_at": timezone.now(),
            "tlp": source.tlp,
            **columns,
        }
    )

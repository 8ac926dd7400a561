"""Whoever was shown a series read what closed sources say in it."""

from __future__ import annotations

import pytest

from noharbor.record.audit.models import Entry
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.figures.custody import note_series
from noharbor.record.figures.queries import series_seen_by
from noharbor.record.figures.series import Series
from noharbor.record.figures.vocabulary import Counted
from noharbor.record.reading.models import Statement
from tests.desk.stage import put_source, put_statement

pytestmark = pytest.mark.django_db


def test_what_was_shown_is_noted_though_it_was_rejected_meanwhile(cast):
    closed = put_source(cast.asha, tlp="red")
    put_statement(closed)
    seen = series_seen_by(cast.asha, Series(Counted.MOVED, "MM", "CN"))
    Statement.objects.update(state="rejected")
    note_series(seen, by=cast.asha)
    assert list(Entry.objects.filter(verb=Verb.SOURCE_LISTED).values_list("thing", flat=True)) == [str(closed.pk)]

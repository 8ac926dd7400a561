"""What waits to be found: new, changed, or no longer standing; never twice."""

from __future__ import annotations

import pytest
from django.utils import timezone

from noharbor.record.intake.models import SourceText
from noharbor.record.linkage.models import Appearance
from noharbor.record.reading import actions
from noharbor.record.reading.models import Reading, Statement
from noharbor.record.search import index, jobs
from noharbor.record.search.models import Findable, Searched
from tests.desk.stage import put_source, put_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(cast):
    return put_source(cast.asha)


def read(source) -> None:
    """As an engine leaves its mark when it has read a text."""
    text = source.texts.get(current=True)
    Reading.objects.create(
        text=text,
        engine="rules",
        engine_version=str(Reading.objects.count()),
        at=timezone.now(),
        milliseconds=1,
        found=1,
    )


def statements() -> set:
    return set(Findable.objects.filter(statement__isnull=False).values_list("statement", flat=True))


def test_a_source_waits_until_it_can_be_found_and_then_no_more(source):
    put_statement(source)
    assert list(jobs.pending()) == [source.pk]
    assert jobs.step() == 1
    assert list(jobs.pending()) == []
    assert jobs.step() == 0
    assert Findable.objects.count() == 2


def test_twice_is_as_once(source):
    put_statement(source)
    assert jobs.index_one(source.pk) is True
    before = list(Findable.objects.order_by("pk").values())
    assert jobs.index_one(source.pk) is False
    assert list(Findable.objects.order_by("pk").values()) == before


def test_what_is_read_later_is_added_and_the_rest_keeps_its_number(source):
    first = put_statement(source)
    jobs.step()
    number = Findable.objects.get(statement=first).pk
    second = put_statement(source, "Police in Myawaddy had caught them")
    read(source)
    assert jobs.step() == 1
    assert statements() == {first.pk, second.pk}
    assert Findable.objects.get(statement=first).pk == number


def test_what_is_rejected_goes_and_comes_back_when_that_is_taken_back(cast, source):
    statement = put_statement(source)
    jobs.step()
    actions.reject(statement, by=cast.asha, why="The words say arrested.")
    assert jobs.step() == 1
    assert statements() == set()
    actions.take_back(Statement.objects.get(pk=statement.pk), by=cast.asha)
    assert jobs.step() == 1
    assert statements() == {statement.pk}


def test_a_new_text_takes_the_place_of_the_old_one(source):
    jobs.step()
    SourceText.objects.filter(source=source).update(current=False)
    new = SourceText.objects.create(
        source=source, text="改写", language="zh", extractor="test", extractor_version="2", made_at=timezone.now()
    )
    assert jobs.step() == 1
    assert list(Findable.objects.values_list("text", flat=True)) == [new.pk]


def test_a_source_without_words_is_found_by_its_title(cast):
    source = put_source(cast.asha)
    SourceText.objects.all().delete()
    assert jobs.step() == 1
    assert Findable.objects.get().source == source


def test_names_that_no_longer_stand_go(source):
    appearance = Appearance.objects.create(
        id=source.pk, source=source, kind="person", name="陳海", entity=source.pk, made_at=timezone.now()
    )
    jobs.step()
    assert Findable.objects.filter(appearance=appearance).exists()
    Appearance.objects.update(stands=False)
    read(source)
    jobs.step()
    assert not Findable.objects.filter(appearance=appearance).exists()


def test_a_new_version_indexes_everything_anew(source, monkeypatch):
    put_statement(source)
    jobs.step()
    monkeypatch.setattr(jobs, "VERSION", "another")
    monkeypatch.setattr(jobs, "_settled", (None, 0.0))
    assert jobs.step() == 1
    assert Findable.objects.count() == 2
    assert Searched.objects.get().version == "another"


def test_a_source_that_cannot_be_indexed_does_not_stop_the_others(cast, source, monkeypatch):
    broken = put_source(cast.asha, "broken")
    put = index.put

    def stumble(rows):
        rows = list(rows)
        if any("broken" in entry for _, said in rows for entries in said.values() for entry in entries):
            raise ValueError
        put(rows)

    monkeypatch.setattr(index, "put", stumble)
    assert jobs.step() == 1
    assert jobs.step() == 0
    assert set(Searched.objects.values_list("source", flat=True)) == {source.pk}
    assert broken.pk not in Findable.objects.values_list("source", flat=True)

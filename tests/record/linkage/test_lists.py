"""Tables become lists of people, and people say what the machine did not see."""

from __future__ import annotations

import datetime

import pytest

from noharbor.record.access.errors import NotAllowed
from noharbor.record.audit.models import Entry
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.linkage import versions
from noharbor.record.linkage.actions.lists import Told, tell
from noharbor.record.linkage.errors import ListReadMeanwhile
from noharbor.record.linkage.identity import row_identity
from noharbor.record.linkage.jobs import lists as jobs
from noharbor.record.linkage.models import Appearance, ListReading, RememberedShape
from noharbor.record.linkage.vocabulary import ListUse
from noharbor.science.lists.fields import Field
from tests.cast import invite
from tests.record.linkage.lists import EMBASSY, HANDOVER, put_list, put_table

pytestmark = pytest.mark.django_db

ODD = [["A", "B"], ["Wang Wei", "E12345678"], ["Li Qiang", "E99999999"]]


def reading_of(table) -> ListReading:
    return ListReading.objects.get(table=table, current=True)


def test_every_row_is_a_person_or_told_to_be_none(cast):
    table = put_table(cast.asha, HANDOVER)
    assert jobs.step() == 1
    reading = reading_of(table)
    people = Appearance.objects.filter(list_reading=reading).order_by("at")
    assert [(one.row, one.name) for one in people] == [
        (4, "王伟"), (5, "陈海明"), (6, "李娜"), (7, "李娜"), (8, "吴昂觉莫"),
    ]  # fmt: skip
    assert people[0].said["passports"] == ["E12345678"]
    assert people[0].pk == people[0].entity == row_identity(table.source_id, 0, 4, 0)
    assert [(aside["row"], aside["why"]) for aside in reading.asides] == [
        (1, "title"), (2, "empty"), (3, "header"), (9, "total"),
    ]  # fmt: skip
    assert (reading.people, reading.is_dated_by_itself, reading.dated) == (5, False, datetime.date(2023, 8, 20))
    assert reading.columns[1]["field"] == "name"
    assert not jobs.step()


def test_what_could_not_be_read_is_kept_by_row(cast):
    [problem] = reading_of(put_list(cast.asha, EMBASSY)).problems
    assert (problem["row"], problem["column"], problem["shown"]) == (5, 3, "32/01/1960")


def test_empty_rows_side_by_side_are_counted(cast):
    table = put_list(cast.asha, [*EMBASSY, *[[] for _ in range(500)], ["9", "Li Na", "F"]])
    asides = reading_of(table).asides
    assert {"row": 6, "last": 505, "why": "empty", "shown": ""} in asides
    assert len(asides) == 2


def test_a_table_of_something_else_is_not_looked_at_again(cast):
    table = put_table(cast.asha, [["Province", "Area in km²"], ["Kayin", "30,383"]])
    jobs.step()
    assert reading_of(table).people == 0
    assert not jobs.step()


def test_an_older_reading_is_made_anew_and_people_keep_their_identity(cast, monkeypatch):
    table = put_list(cast.asha, HANDOVER)
    before = list(Appearance.objects.order_by("pk").values_list("pk", "entity"))
    Appearance.objects.update(entity=before[0][0])
    monkeypatch.setattr(versions, "of_understanding", lambda: "newer")
    table.rows = [row for row in HANDOVER if row[:1] != [5]]
    table.save()
    assert jobs.step() == 1
    assert ListReading.objects.filter(table=table).count() == 2
    assert Appearance.objects.count() == 5
    assert set(Appearance.objects.values_list("entity", flat=True)) == {before[0][0]}
    gone = Appearance.objects.get(stands=False)
    assert gone.name == "吴昂觉莫"
    assert gone.list_reading != reading_of(table)


def test_a_newer_version_that_understands_the_same_leaves_the_reading(cast, monkeypatch):
    table = put_list(cast.asha, HANDOVER)
    reading = reading_of(table)
    monkeypatch.setattr(versions, "of_understanding", lambda: "newer")
    assert jobs.step() == 1
    assert reading_of(table) == reading
    assert reading_of(table).engine_version == "newer"
    assert not jobs.step()


def test_whoever_comes_second_lets_the_reading_be(cast):
    table = put_table(cast.asha, EMBASSY)
    seen = list(jobs.pending())
    jobs.step()
    assert not jobs.understand_one(seen[0])
    assert ListReading.objects.filter(table=table).count() == 1


def test_a_table_that_trips_the_reader_does_not_stop_the_others(cast, monkeypatch):
    broken, fine = put_table(cast.asha, [["x"]]), put_table(cast.asha, EMBASSY)
    real = jobs.understood_of

    def trips(table, *rest):
        if table == broken:
            raise ValueError("odd")
        return real(table, *rest)

    monkeypatch.setattr(jobs, "understood_of", trips)
    monkeypatch.setattr(jobs, "_tripped", set())
    assert jobs.step() == 1
    assert reading_of(fine).people == 4
    assert not jobs.step()


def test_a_member_says_what_a_column_is_and_the_next_list_of_that_shape_needs_no_word(cast):
    table = put_list(cast.asha, ODD)
    seen = reading_of(table)
    told = Told({0: Field.NAME, 1: Field.NATIONAL_ID}, ListUse.WANTED, "Border Police", "TH")
    reading = tell(seen, told, by=cast.asha)
    assert reading_of(table) == reading
    assert (reading.use, reading.made_by, reading.region, reading.by) == ("wanted", "Border Police", "TH", cast.asha)
    person = Appearance.objects.get(list_reading=reading, row=2)
    assert person.said["national_ids"] == ["E12345678"]
    assert "passports" not in person.said
    assert RememberedShape.objects.get().fields == {"0": "name", "1": "national_id"}
    assert Entry.objects.filter(verb=Verb.LIST_TOLD, member=str(cast.asha.id)).count() == 1
    another = put_list(cast.asha, [["A", "B"], ["Zhao Min", "E55555555"], ["Sun Li", ""]])
    assert Appearance.objects.get(list_reading__table=another, row=2).said["national_ids"] == ["E55555555"]
    theirs = put_list(cast.boun, [["A", "B"], ["Zhao Min", "E55555556"], ["Sun Li", "E55555557"]])
    assert "national_ids" not in Appearance.objects.get(list_reading__table=theirs, row=2).said


def test_what_a_member_said_outlives_a_newer_version(cast, monkeypatch):
    table = put_list(cast.asha, ODD)
    tell(reading_of(table), Told({0: Field.NAME, 1: Field.NATIONAL_ID}, ListUse.WANTED, "Border Police"), by=cast.asha)
    monkeypatch.setattr(versions, "of_understanding", lambda: "newer")
    assert jobs.step() == 1
    reading = reading_of(table)
    assert (reading.engine_version, reading.told["1"], reading.use, reading.made_by, reading.by) == (
        "newer", "national_id", "wanted", "Border Police", cast.asha,
    )  # fmt: skip


def test_of_two_who_correct_at_once_the_second_is_told(cast):
    table = put_list(cast.asha, ODD)
    seen = reading_of(table)
    first = tell(seen, Told(use=ListUse.MISSING), by=cast.asha)
    with pytest.raises(ListReadMeanwhile):
        tell(seen, Told(use=ListUse.WANTED), by=cast.asha)
    assert reading_of(table) == first


def test_only_who_may_judge_the_source_says_what_it_is(cast):
    table = put_list(cast.asha, ODD)
    invite(table.source, cast.boun, by=cast.asha)
    for member in (cast.boun, cast.chai):
        with pytest.raises(NotAllowed):
            tell(reading_of(table), Told(use=ListUse.WANTED), by=member)
    assert reading_of(table).use == ListUse.OTHER

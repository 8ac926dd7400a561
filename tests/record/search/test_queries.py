"""What is found, by whom, in which order; never what a member may not read, and never counted."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from noharbor.record.linkage.models import Appearance, Naming
from noharbor.record.search import jobs
from noharbor.record.search.queries import Asked, Cursor, found
from noharbor.record.search.vocabulary import FoundKind
from noharbor.science.words.question import NOTHING, question_of
from tests.cast import invite
from tests.desk.stage import put_source, put_statement

pytestmark = pytest.mark.django_db

CHINESE = "陳海被捕\n\n陳海因電信詐騙在妙瓦底被捕。"


def look(member, words: str = "", kind=FoundKind.STATEMENT, *, size=10, after=None, cap=100, **asked):
    asked = {name: question_of(value) if name in {"place", "speaker"} else value for name, value in asked.items()}
    return found(member, Asked(question_of(words), **asked), kind, after=after, size=size, cap=cap)


def name_in(source, name: str, statement=None, **columns) -> Appearance:
    number = f"{Appearance.objects.count() + 1:032x}"
    row = Appearance.objects.create(
        **{"id": number, "source": source, "kind": "person", "name": name, "entity": number, "made_at": timezone.now()}
        | columns
    )
    if statement:
        Naming.objects.create(appearance=row, statement=statement)
    return row


@pytest.fixture
def chinese(cast):
    source = put_source(cast.asha, CHINESE, language="zh", publisher="河畔時報", reliability="B")
    put_statement(source, "陳海因電信詐騙在妙瓦底被捕。", kind="arrest", place_name="妙瓦底", speaker="公安部")
    name_in(source, "陳海", said={"names": ["陳海", "Chen Hai"]})
    return source


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (FoundKind.STATEMENT, "陈海"),
        (FoundKind.STATEMENT, "诈骗"),
        (FoundKind.STATEMENT, "公安 诈骗"),
        (FoundKind.SOURCE, "陈海"),
        (FoundKind.SOURCE, "河畔时报"),
        (FoundKind.NAME, "陈海"),
        (FoundKind.NAME, "chen"),
    ],
)
def test_only_those_who_may_read_it_find_it(cast, chinese, kind, words):
    jobs.step()
    assert look(cast.asha, words, kind).count == 1
    assert look(cast.chai, words, kind).count == look(cast.boun, words, kind).count == 0
    invite(chinese, cast.boun, by=cast.asha)
    assert look(cast.boun, words, kind).count == 1
    assert len(look(cast.boun, words, kind).rows) == 1
    assert look(cast.chai, words, kind).count == 0


def test_a_statement_closed_within_an_open_source_is_hidden_with_the_names_it_names(cast):
    source = put_source(cast.asha, CHINESE, tlp="clear")
    statement = put_statement(source, "陳海因電信詐騙在妙瓦底被捕。", tlp="red")
    name_in(source, "陳海", statement)
    jobs.step()
    assert look(cast.chai, "诈骗").count == 0
    assert look(cast.chai, "陈海", FoundKind.NAME).count == 0
    assert look(cast.asha, "诈骗").count == 1
    assert look(cast.asha, "陈海", FoundKind.NAME).count == 1


def test_a_marking_that_changes_counts_at_once(cast, chinese):
    jobs.step()
    chinese.tlp = "clear"
    chinese.save()
    assert look(cast.chai, "陈海", FoundKind.SOURCE).count == 1


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"event": "arrest"}, 1),
        ({"event": "handover"}, 0),
        ({"first": datetime.date(2023, 8, 19)}, 1),
        ({"first": datetime.date(2023, 8, 20)}, 0),
        ({"last": datetime.date(2023, 8, 18)}, 0),
        ({"place": "妙瓦"}, 1),
        ({"place": "公安部"}, 0),
        ({"speaker": "公安"}, 1),
        ({"speaker": "妙瓦底"}, 0),
        ({"grade": "B"}, 1),
        ({"grade": "A"}, 0),
    ],
)
def test_filters_narrow_statements(cast, chinese, asked, count):
    jobs.step()
    assert look(cast.asha, "陈海", **asked).count == count


def test_a_place_or_a_speaker_can_be_looked_for_alone(cast, chinese):
    jobs.step()
    assert look(cast.asha, place="妙瓦底").count == 1
    assert look(cast.asha, speaker="河畔", kind=FoundKind.SOURCE).count == 1
    assert not Asked(NOTHING)
    assert look(cast.asha).count == 0


def test_what_a_source_cannot_answer_it_is_not_asked(cast, chinese):
    jobs.step()
    assert look(cast.asha, "陈海", FoundKind.SOURCE, event="arrest").count == 0
    assert look(cast.asha, "陈海", FoundKind.NAME, speaker="公安部").count == 0


def test_statements_come_newest_event_first_and_the_undated_last(cast):
    source = put_source(cast.asha)
    days = [datetime.date(2023, 1, 1), None, datetime.date(2025, 1, 1), datetime.date(2024, 1, 1)]
    for day in days:
        put_statement(source, moment_first=day, moment_last=day)
    jobs.step()
    moments = [row.statement.moment_first for row in look(cast.asha, "eleven").rows]
    assert moments == [datetime.date(2025, 1, 1), datetime.date(2024, 1, 1), datetime.date(2023, 1, 1), None]


def test_sources_whose_title_answers_come_first_then_the_newest_page_after_page(cast):
    for number in range(7):
        title = f"Bridge {number}" if number in {1, 4} else f"Report {number}"
        day = datetime.date(2023, 1, 1 + number)
        put_source(cast.asha, f"{title}\n\nAt the bridge, {number}.", title=title, published=day)
    jobs.step()
    expected = ["Bridge 4", "Bridge 1", "Report 6", "Report 5", "Report 3", "Report 2", "Report 0"]
    for size in (1, 2, 3, 10):
        seen, after = [], None
        while True:
            page = look(cast.asha, "bridge", FoundKind.SOURCE, size=size, after=after)
            assert page.count == 7
            seen += [row.source.title for row in page.rows]
            after = page.following
            if after is None:
                break
            assert Cursor.parse(str(after)) == after
        assert seen == expected


def test_no_more_are_counted_than_asked_for(cast):
    source = put_source(cast.asha)
    for _ in range(6):
        put_statement(source)
    jobs.step()
    page = look(cast.asha, "eleven", size=2, cap=4)
    assert (len(page.rows), page.count) == (2, 5)


@pytest.mark.parametrize(
    "written", ["", "x", "title.", "title.-1", "words.1e9", "title.٣", "other.1", "title." + "9" * 20]
)
def test_a_mangled_cursor_is_none(written):
    assert Cursor.parse(written) is None


def test_a_passage_of_a_long_source_is_found_where_it_stands(cast):
    text = "Nothing of note. " * 600 + "陳海 was seen at the bridge. " + "Nothing of note. " * 600
    put_source(cast.asha, text, title="Long")
    jobs.step()
    row = look(cast.asha, "陈海", FoundKind.SOURCE).rows[0]
    assert "陳海 was seen" in row.text.text[row.start : row.end]
    assert row.end - row.start < len(text) / 3

"""The parts of reading that every language shares: layout, scope, merging, the linear model."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from noharbor.science.language.coreference import merge_drafts
from noharbor.science.language.discourse import period_end, published_moment, size_groups
from noharbor.science.language.drafts import EventDraft
from noharbor.science.language.events import Bound, Count, EventPlace, EventType, PersonMention
from noharbor.science.language.layout import BlockKind, blocks_of
from noharbor.science.language.linear import LinearModel, pack_model, unpack_model
from noharbor.science.moments.moment import Moment, Precision


def draft(
    kind: EventType = EventType.ARREST,
    *,
    sentence: int = 0,
    count: int | None = None,
    day: int | None = None,
    place: str | None = None,
) -> EventDraft:
    start = sentence * 100
    return EventDraft(
        kind,
        start,
        start + 50,
        sentence,
        sentence,
        count=Count(count, Bound.EXACT, str(count)) if count else None,
        moment=Moment(date(2025, 3, day), date(2025, 3, day), Precision.DAY, f"March {day}") if day else None,
        place=EventPlace(place, "KH", place) if place else None,
    )


def never(_around: EventPlace, _within: EventPlace) -> bool:
    return False


def test_the_same_number_is_the_same_event() -> None:
    merged = merge_drafts([draft(count=61, day=3), draft(sentence=4, count=61)], contains=never)
    assert len(merged) == 1
    assert len(merged[0].mentions) == 2
    assert merged[0].moment is not None


def test_other_days_and_other_numbers_are_other_events() -> None:
    assert len(merge_drafts([draft(count=61, day=3), draft(sentence=1, count=62, day=3)], contains=never)) == 2
    assert len(merge_drafts([draft(count=61, day=3), draft(sentence=1, count=61, day=4)], contains=never)) == 2


def test_the_parts_of_a_judgment_are_no_judgments_of_their_own() -> None:
    told = [
        draft(EventType.SENTENCE, count=39, day=3),
        *(draft(EventType.SENTENCE, sentence=n, count=4) for n in (1, 2)),
    ]
    merged = merge_drafts(told, contains=never)
    assert [one.count.value for one in merged if one.count] == [39]
    later = [draft(EventType.SENTENCE, count=39, day=3), draft(EventType.SENTENCE, sentence=1, count=4, day=9)]
    assert len(merge_drafts(later, contains=never)) == 2


def test_meetings_of_other_people_are_other_meetings() -> None:
    one, other = draft(EventType.MEETING, day=3), draft(EventType.MEETING, sentence=6, day=3)
    one.people, other.people = (PersonMention("An Envoy", None),), (PersonMention("A Minister", None),)
    assert len(merge_drafts([one, other], contains=never)) == 2


def test_each_side_promises_for_itself() -> None:
    one, other = draft(EventType.COMMITMENT, day=3), draft(EventType.COMMITMENT, sentence=6, day=3)
    one.countries, other.countries = ("CN",), ("MM",)
    assert len(merge_drafts([one, other], contains=never)) == 2


def test_a_headline_takes_the_type_of_the_body() -> None:
    title = draft(EventType.HANDOVER, count=27)
    title.in_title = True
    body = draft(EventType.REPATRIATION_OF_VICTIMS, sentence=1, count=27)
    merged = merge_drafts([title, body], contains=never)
    assert [one.type for one in merged] == [EventType.REPATRIATION_OF_VICTIMS]


def test_words_that_point_back_take_the_size_of_the_group() -> None:
    first, second = draft(EventType.HANDOVER, count=6), draft(sentence=1)
    second.refers_back = True
    size_groups([first, second])
    assert second.count == first.count


def test_a_closed_period_ends_in_its_last_month() -> None:
    half = Moment(date(2025, 1, 1), date(2025, 6, 30), Precision.RANGE, "the first half of the year")
    year = Moment(date(2025, 1, 1), date(2025, 12, 31), Precision.YEAR, "2025")
    found = period_end(half, date(2025, 9, 1))
    assert found is not None
    assert found.iso == "2025-06"
    assert period_end(year, date(2026, 1, 5)) == year
    assert period_end(year, date(2025, 9, 1)) is None


def test_layout_tells_title_text_and_furniture_apart() -> None:
    text = (
        "https://example.org/a\nTitle of it\n\nFirst paragraph, a sentence.\n\nRELATED: more "
        "| Subscribe\n\nComments\n\nI agree.\n"
    )
    kinds = [block.kind for block in blocks_of(text)]
    assert kinds == [
        BlockKind.ADDRESS,
        BlockKind.TITLE,
        BlockKind.PARAGRAPH,
        BlockKind.FURNITURE,
        BlockKind.FURNITURE,
        BlockKind.FURNITURE,
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = "Title\n\nThe police of the two countries said that they had\nworked together for a year.\n"
    assert [block.kind for block in blocks_of(text)] == [BlockKind.TITLE, BlockKind.PARAGRAPH]


def test_a_packed_model_says_the_same() -> None:
    model = LinearModel(
        ("arrest", "rescue"),
        {7: 0, 9: 1},
        np.array([[1.0, 0.5], [0.25, -2.0]], dtype=np.float32),
        np.zeros(2, dtype=np.float32),
    )
    packed = pack_model(model)
    assert packed == pack_model(unpack_model(packed))
    assert unpack_model(packed).probabilities({"x": 1.0}) == model.probabilities({"x": 1.0})


@pytest.mark.parametrize(
    ("precision", "last", "words"),
    [("day", date(2023, 8, 1), "2023-08-01"), ("month", date(2023, 8, 31), "2023-08"), ("year", None, "2023")],
)
def test_a_source_of_a_month_or_a_year_may_be_of_any_day_of_it(precision, last, words):
    day = date(2023, 1, 1) if precision == "year" else date(2023, 8, 1)
    moment = published_moment(day, precision)
    assert (moment.first, moment.last, moment.words) == (day, last or date(2023, 12, 31), words)
    assert published_moment(None, precision) is None

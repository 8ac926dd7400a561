"""The timeline: only what the member may see, no more exactly than it is known, from years to one day."""

from __future__ import annotations

import datetime
import html
import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override

from noharbor.desk.pages import timeline as timeline_module
from noharbor.desk.widgets.days import DayField
from noharbor.desk.widgets.timeline_axis import axis_of, say_hours
from noharbor.desk.widgets.timeline_bars import Units, crowded
from noharbor.desk.widgets.timeline_counts import counts_of
from noharbor.desk.widgets.timeline_lanes import MOST_LANES, OTHERS, Links, counted_lanes
from noharbor.desk.widgets.timeline_marks import Piece, Shape, Side, in_rows, shape_of
from noharbor.desk.widgets.timeline_scale import (
    Scale,
    Unit,
    closer_to,
    cut,
    days_in,
    farther_from,
    say_period,
    shifted,
    unit_around,
)
from noharbor.record.audit.models import Entry
from noharbor.record.reading.placed import Period
from noharbor.record.reading.timed import By, Grain, Span
from tests.desk.stage import put_source, put_statement

PARTIAL = {"HX-Request": "true"}
AUGUST = {"first": "2023-08", "last": "2023-08"}
D = datetime.date
MONTH = Period(D(2023, 8, 1), D(2023, 8, 31))
YEARS = Period(D(2021, 1, 1), D(2026, 12, 31))


def days(first: D | None, last: D | None = None, precision: str = "day") -> dict[str, object]:
    return {"moment_first": first, "moment_last": last or first, "moment_precision": precision}


def timeline_of(client, **asked):
    return client.get(reverse("timeline"), {**AUGUST, **asked})


def link(period: Period, **_changed: str) -> str:
    return f"?first={period.first}&last={period.last}"


def span(first: D, last: D | None = None, precision: str = "day", number: int = 1, lane: str = "arrest") -> Span:
    return Span((lane,), "", first, last or first, precision, number)


@pytest.fixture
def asha(stage):
    return stage.client(stage.cast.asha)


# ---- what may be seen ----


def test_nothing_on_the_timeline_tells_of_a_hidden_statement(stage):
    put_statement(put_source(stage.cast.asha), kind="arrest", place_name="Lashio", place_country="MM")
    put_statement(put_source(stage.cast.asha), **days(None, None, ""))
    asha, boun, chai = (timeline_of(stage.client(getattr(stage.cast, who))) for who in ("asha", "boun", "chai"))
    assert [answer.context["inside"] for answer in (asha, boun, chai)] == [3, 2, 0]
    assert [answer.context["undated"] for answer in (asha, boun, chai)] == [1, 0, 0]
    assert "Lashio" in asha.text
    assert "Lashio" not in boun.text
    assert "Nothing in this period" in chai.text


def test_a_stranger_does_not_learn_from_when_there_are_statements(stage):
    answer = stage.client(stage.cast.chai).get(reverse("timeline"))
    assert answer.context["first"][:7] == answer.context["last"][:7]
    assert not answer.context["earlier"]
    assert not answer.context["farther"]


def test_counted_is_only_what_the_member_may_see(stage, monkeypatch):
    monkeypatch.setattr(timeline_module, "MOST_TOLD", 0)
    put_statement(put_source(stage.cast.asha), kind="arrest")
    asha, boun = (timeline_of(stage.client(getattr(stage.cast, who))) for who in ("asha", "boun"))
    assert [row.lanes for row in asha.context["counts"].rows] == ["Arrest\xa02 · Handover\xa01"]
    assert [row.lanes for row in boun.context["counts"].rows] == ["Arrest\xa01 · Handover\xa01"]


def test_showing_what_a_closed_source_says_is_noted(stage, asha):
    put_statement(put_source(stage.cast.asha, tlp="red"), tlp="red")
    before = Entry.objects.count()
    timeline_of(asha)
    assert Entry.objects.count() == before + 1


# ---- where marks lead ----


def test_a_single_statement_leads_to_its_sentence(asha, stage):
    answer = timeline_of(asha)
    address = answer.context["lanes"][0].marks[0].piece.address
    assert address in html.unescape(answer.text)
    assert asha.get(address.partition("#")[0]).status_code == 200


def test_each_bar_and_row_leads_to_as_many_statements_as_it_counts(asha, stage, monkeypatch):
    monkeypatch.setattr(timeline_module, "MOST_TOLD", 0)
    for day in (3, 3, 19, 30):
        put_statement(stage.source, kind="arrest", **days(D(2023, 8, day)))
    put_statement(stage.source, **days(D(2023, 8, 2), D(2023, 8, 4), "range"))
    put_statement(stage.source, **days(D(2023, 8, 1), D(2023, 8, 31), "month"))
    put_statement(stage.source, **days(D(2023, 1, 1), D(2023, 12, 31), "year"))
    for asked in (AUGUST, {"first": "2023", "last": "2023"}, {"first": "2020", "last": "2025"}):
        rows = asha.get(reverse("timeline"), asked).context["counts"].rows
        assert rows
        for row in rows:
            found = asha.get(reverse("timeline") + row.address).context
            assert found["inside"] >= row.statements, (asked, row)
    bars = [bar for lane in timeline_of(asha).context["lanes"] for bar in lane.bars]
    assert sorted(bar.number for bar in bars) == ["1", "1", "2", "2"]


def test_a_lane_leads_to_itself_alone_and_keeps_the_rest(asha, stage):
    put_statement(stage.source, kind="seizure", detail={"countries": ["TH"]}, from_country="", to_country="")
    (lane,) = timeline_of(asha, lanes="party", kind="seizure").context["lanes"]
    assert lane.name == "Thailand"
    assert lane.address == "?first=2023-08&last=2023-08&kind=seizure&party=TH&lanes=party"


def test_the_chain_of_meetings_of_a_party_can_be_read(asha, stage):
    for day, place in ((23, "Yangon"), (31, "Nay Pyi Taw")):
        said = {"kind": "meeting", "from_country": "", "to_country": "", "place_name": place, "place_country": "MM"}
        put_statement(stage.source, detail={"countries": ["CN", "MM"]}, **said, **days(D(2023, 3, day)))
    chain = {"first": "2023", "last": "2023", "kind": "meeting", "party": "CN", "lanes": "party"}
    answer = asha.get(reverse("timeline"), chain)
    assert [where.place_name for where, _ in answer.context["told"]] == ["Yangon", "Nay Pyi Taw"]
    assert [lane.name for lane in answer.context["lanes"]] == ["China", "Myanmar"]


# ---- no more exactly than it is known ----


@pytest.mark.parametrize(
    ("first", "last", "precision", "shown", "shape"),
    [
        (D(2023, 8, 19), D(2023, 8, 19), "day", MONTH, Shape.DAY),
        (D(2023, 8, 19), D(2023, 8, 19), "day", YEARS, Shape.DOT),
        (D(2023, 8, 2), D(2023, 8, 5), "range", MONTH, Shape.BAND),
        (D(2023, 8, 1), D(2023, 8, 31), "month", YEARS, Shape.BAND),
        (D(2023, 1, 1), D(2023, 12, 31), "year", YEARS, Shape.LONG),
        (D(2022, 12, 1), D(2023, 8, 31), "range", YEARS, Shape.LONG),
        (D(2023, 7, 1), D(2023, 8, 20), "recent", MONTH, Shape.HAZE),
    ],
)
def test_each_precision_has_its_shape(first, last, precision, shown, shape):
    piece = Piece(first, last, precision, "MM", (), "", "", 1)
    assert shape_of(piece, Scale.of(shown)) is shape


def test_a_month_is_as_long_as_a_month_and_recently_ends_when_the_source_came_out():
    scale = Scale.of(Period(D(2023, 1, 1), D(2023, 12, 31)))
    left, width = scale.stretch(MONTH.first, MONTH.last)
    assert (left, width) == pytest.approx((100 * 212 / 365, 100 * 31 / 365))
    assert scale.stretch(D(2022, 1, 1), D(2022, 12, 31)) == (0, 0)
    assert scale.stretch(D(2022, 6, 1), D(2024, 6, 1)) == (0, 100)


def test_a_day_of_myanmar_stands_half_an_hour_after_that_of_thailand():
    scale = Scale.of(Period(D(2023, 8, 19), D(2023, 8, 19)))
    assert scale.in_hours
    burmese, thai = (scale.stretch(D(2023, 8, 19), D(2023, 8, 19), country) for country in ("MM", "TH"))
    assert burmese[0] - thai[0] == pytest.approx(100 * 0.5 / 36)
    assert (burmese[1], thai[1]) == pytest.approx((100 * 24 / 36, 100 * 24 / 36))
    nowhere = Piece(D(2023, 8, 19), D(2023, 8, 19), "day", "", (), "", "", 1)
    assert shape_of(nowhere, scale) is Shape.BAND


def test_the_hours_of_a_day_are_told_by_universal_time(asha, stage):
    put_statement(stage.source, place_country="MM", quote="Eleven")
    page = timeline_of(asha, first="2023-08-19", last="2023-08-19").text
    assert "UTC+6:30: 18 Aug 17:30 to 19 Aug 17:30 UTC" in page
    assert "local clocks not known: between 18 Aug 10:00 and 20 Aug 12:00 UTC" in page
    assert say_hours(D(2023, 8, 19), D(2023, 8, 19), "ID").startswith("UTC+7 to UTC+9: between 18 Aug 15:00")


def test_what_reaches_into_the_period_is_drawn_but_not_counted_as_in_it(asha, stage):
    put_statement(stage.source, **days(D(2023, 1, 1), D(2023, 12, 31), "year"))
    answer = timeline_of(asha)
    assert (answer.context["inside"], answer.context["reaching"]) == (2, 1)
    assert "1 statement more may lie in it" in answer.text
    assert [row.words for row in answer.context["counts"].rows] == ["2023"]
    assert 'class="timeline-long"' in answer.text


def test_crowded_days_are_widened_to_units_and_put_together():
    scale = Scale.of(Period(D(2023, 1, 1), D(2023, 12, 31)))
    together = crowded(
        [
            span(D(2023, 8, 1), D(2023, 8, 8), "range"),
            span(D(2023, 8, 2), D(2023, 8, 9), "range"),
            span(D(2023, 8, 1), D(2023, 8, 31), "month"),
            span(D(2023, 7, 1), D(2023, 8, 20), "recent"),
        ],
        scale,
    )
    assert together == [
        span(D(2023, 7, 31), D(2023, 8, 13), "range", 2),
        span(D(2023, 8, 1), D(2023, 8, 31), "month"),
        span(D(2023, 7, 1), D(2023, 8, 31), "recent"),
    ]


def test_a_bar_counts_only_what_surely_fell_in_its_unit():
    scale = Scale.of(YEARS)
    units = Units(scale, link)
    bars, rest = units.sorted_into(
        [
            span(D(2023, 8, 19), number=3),
            span(D(2023, 8, 1), D(2023, 8, 31), "month", 2),
            span(D(2023, 6, 29), D(2023, 7, 2), "range"),
            span(D(2023, 8, 1), D(2023, 9, 3), "recent"),
            span(D(2023, 1, 1), D(2023, 12, 31), "year"),
        ]
    )
    assert dict(bars) == {10: 5}
    assert [one.precision for one in rest] == ["range", "recent", "year"]


# ---- lanes and rows ----


def test_marks_that_would_cover_each_other_stand_in_rows():
    pieces = [
        Piece(D(2023, 8, day), D(2023, 8, day), "day", "", (f"Day {day}",), "", "", 1, beside=True)
        for day in (1, 2, 2, 31)
    ]
    laid = in_rows(pieces, Scale.of(MONTH), most=9)
    assert [mark.top // 26 for mark in laid.marks] == [0, 1, 2, 0]
    assert laid.marks[-1].side is Side.BEFORE, "a label is not cut by the right edge"
    assert laid.height == 3 * 26


def test_what_finds_no_row_is_counted_and_said():
    pieces = [Piece(MONTH.first, MONTH.last, "month", "", (), "", "", 2) for _ in range(5)]
    laid = in_rows(pieces, Scale.of(MONTH), most=3)
    assert (len(laid.marks), laid.further) == (3, 4)


def test_the_smallest_lanes_share_the_last():
    codes = [chr(65 + number) * 2 for number in range(20)]
    spans = [span(D(2023, 8, 19), number=90 - at, lane=code) for at, code in enumerate(codes)]
    lanes = counted_lanes(spans, Scale.of(MONTH), By.COUNTRY, Links(link, lambda code: code))
    assert len(lanes) == MOST_LANES
    assert (lanes[-1].code, lanes[-1].address) == (OTHERS, "")
    assert sum(lane.statements for lane in lanes) == sum(span.statements for span in spans)


def test_thousands_of_periods_are_listed_up_to_a_number_and_the_rest_is_said():
    spans = [
        span(D(2023, 8, 1) - datetime.timedelta(days=back), D(2023, 9, 5), "range", 2 if back == 70 else 1)
        for back in range(1, 71)
    ]
    counts = counts_of(spans, Scale.of(MONTH), By.KIND, link)
    assert (len(counts.rows), counts.further) == (40, 30)
    assert 2 in [row.statements for row in counts.rows]


def test_labels_in_scripts_without_spaces_are_whole(asha, stage):
    put_statement(stage.source, kind="meeting", place_name="ရန်ကုန်မြို့", place_country="MM", from_country="", to_country="")
    assert re.search(r"<text[^>]*>11 · ရန်ကုန်မြို့, Myanmar</text>", timeline_of(asha).text)


# ---- zoom ----


@pytest.mark.parametrize(
    ("first", "last", "unit", "grain"),
    [
        (D(2023, 8, 19), D(2023, 8, 19), Unit.DAY, Grain.DAY),
        (D(2023, 8, 1), D(2023, 8, 31), Unit.DAY, Grain.DAY),
        (D(2023, 1, 1), D(2023, 12, 31), Unit.WEEK, Grain.DAY),
        (D(2023, 7, 1), D(2025, 2, 28), Unit.MONTH, Grain.MONTH),
        (D(2021, 1, 1), D(2026, 12, 31), Unit.QUARTER, Grain.MONTH),
        (D(1900, 1, 1), D(2199, 12, 31), Unit.YEAR, Grain.YEAR),
    ],
)
def test_a_period_is_cut_into_units_that_can_be_told_apart(first, last, unit, grain):
    scale = Scale.of(Period(first, last))
    assert (scale.unit, scale.grain) == (unit, grain)
    assert all(row for row in axis_of(scale, link))
    units = cut(scale.period, unit)
    assert units[0].first <= first
    assert units[-1].last >= last
    assert len(units) <= (300 if unit is Unit.YEAR else 70)


def test_closer_goes_to_the_fullest_unit_down_to_a_day_and_farther_up_to_everything():
    scale = Scale.of(YEARS)
    fell = {Period(D(2023, 8, 19), D(2023, 8, 19)): 2, Period(D(2025, 2, 20), D(2025, 2, 20)): 1, MONTH: 9}
    steps = []
    while near := closer_to(scale, fell):
        scale = Scale.of(near)
        steps.append(say_period(near))
    assert steps == ["2023", "August 2023", "14 to 20 Aug 2023", "19 Aug 2023"]
    back = []
    while far := farther_from(scale, YEARS):
        scale = Scale.of(far)
        back.append(say_period(far))
    assert back == ["14 to 20 Aug 2023", "August 2023", "2023", "2021 to 2026"]


@pytest.mark.parametrize(
    ("period", "by", "words"),
    [
        (Period(D(2023, 1, 1), D(2023, 12, 31)), 1, "2024"),
        (Period(D(2024, 2, 1), D(2024, 2, 29)), -1, "January 2024"),
        (Period(D(2023, 7, 1), D(2023, 8, 31)), 1, "September 2023 to October 2023"),
        (Period(D(2023, 8, 14), D(2023, 8, 20)), 1, "21 to 27 Aug 2023"),
        (Period(D(2023, 8, 19), D(2023, 8, 19)), -1, "18 Aug 2023"),
    ],
)
def test_earlier_and_later_keep_the_length(period, by, words):
    assert say_period(shifted(period, by)) == words


def test_a_week_begins_on_monday():
    assert unit_around(Unit.WEEK, D(2023, 8, 19)) == Period(D(2023, 8, 14), D(2023, 8, 20))
    assert days_in(unit_around(Unit.QUARTER, D(2023, 8, 19))) == 92


def test_the_period_is_said_in_the_readers_language():
    with override("zh-hans"):
        assert say_period(MONTH) == "2023年8月"


@pytest.mark.parametrize("few", [True, False])
@pytest.mark.parametrize(
    "asked",
    [
        {"first": "2023-08-19", "last": "2023-08-19"},
        {"first": "2023-08-03", "last": "2023-08-20"},
        {"first": "2023", "last": "2023"},
        {"first": "2023-07", "last": "2024-12"},
        {"first": "1900", "last": "2199"},
    ],
)
def test_what_shall_never_end_and_what_always_was_is_drawn(asha, stage, monkeypatch, asked, few):
    monkeypatch.setattr(timeline_module, "MOST_TOLD", 80 if few else 0)
    put_statement(stage.source, **days(D(2023, 8, 19), D.max, "range"))
    put_statement(stage.source, **days(D.min, D(2023, 8, 19), "year"))
    answer = asha.get(reverse("timeline"), asked)
    assert answer.context["reaching"] == 2
    for row in answer.context["counts"].rows:
        assert not asha.get(reverse("timeline") + row.address).context["form"].errors
    assert (asha.get(reverse("timeline")).context["reaching"], answer.context["undated"]) == (1, 0)


# ---- what is asked ----


@pytest.mark.parametrize(
    ("written", "end", "day"),
    [
        ("2023-08-19", True, D(2023, 8, 19)),
        ("2023-08", False, D(2023, 8, 1)),
        ("2023-08", True, D(2023, 8, 31)),
        ("2023", True, D(2023, 12, 31)),
    ],
)
def test_a_month_or_a_year_may_be_written_for_a_day(written, end, day):
    assert DayField(end=end).clean(written) == day


@pytest.mark.parametrize("written", ["soon", "2023-13", "0001-01-01", "9999", "2023-02-30"])
def test_what_is_no_day_of_these_centuries_is_refused(written):
    with pytest.raises(ValidationError, match="Write a day, a month or a year"):
        DayField().clean(written)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"first": "2024-02", "last": "2024-01"}, "The last day lies before the first."),
        ({"first": "soon"}, "Write a day, a month or a year"),
        ({"kind": "feast"}, "Select a valid choice"),
        ({"lanes": "weather"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_asked_is_said_and_the_page_stands(asha, asked, said):
    answer = timeline_of(asha, **asked)
    assert answer.status_code == 200
    assert said in answer.text


def test_without_a_period_the_last_twelve_months_with_statements_are_shown(asha, stage):
    put_statement(stage.source, **days(D(2021, 3, 1)))
    context = asha.get(reverse("timeline")).context
    assert (context["first"], context["last"]) == ("2022-09-01", "2023-08-31")
    assert context["farther_words"] == "March 2021 to August 2023"


def test_the_same_can_be_seen_on_the_map_and_in_the_list(asha):
    answer = timeline_of(asha, kind="handover", country="MM")
    assert answer.context["on_map"] == "/map/?first=2023-08&last=2023-08&kind=handover"
    listed = "/events/?first=2023-08-01&last=2023-08-31&kind=handover&country=MM"
    assert answer.context["in_list"] == listed
    assert timeline_of(asha, party="CN").context["in_list"] == "", "the list cannot be narrowed to a party"


def test_the_part_equals_the_part_of_the_whole(asha):
    whole = timeline_of(asha).text
    part = asha.get(reverse("timeline"), AUGUST, headers=PARTIAL).text
    assert part.strip() in whole
    assert "<html" not in part

"""Figures by speaker: side by side, never added up, and only what the member may read."""

from __future__ import annotations

import csv
import datetime
import io
import re

import pytest
from django.urls import reverse
from django.utils.translation import override

from noharbor.desk.pages import figures as figures_module
from noharbor.desk.widgets import figures_chart, figures_voices
from noharbor.desk.widgets.figures_scales import NumberScale, TimeScale
from noharbor.desk.widgets.figures_words import say_speaker
from noharbor.record.audit.models import Entry
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.figures.speakers import speaker_of
from tests.desk.stage import put_source, put_statement

OUT = {"counted": "moved", "scope": "MM-any"}
TO_CHINA = {"counted": "moved", "scope": "MM-CN"}
TOTAL = {"kind": "statistic", "measure": "foreigners sent home", "cumulative": True, "to_country": "", "detail": {}}


def march(day: int) -> dict[str, object]:
    moment = datetime.date(2025, 3, day)
    return {"moment_first": moment, "moment_last": moment, "moment_words": f"{day} March"}


@pytest.fixture
def asha(stage):
    return stage.client(stage.cast.asha)


@pytest.fixture
def told(stage):
    """The three counts of March 2025, and a single action."""
    put_statement(stage.source, count=2763, speaker="Myanmar's government", **TOTAL | march(11))
    put_statement(stage.source, count=7968, speaker="the Karen Border Guard Force", **TOTAL | march(15))
    chinese = put_source(stage.cast.asha, "又有2255人\n\n已有2876名嫌疑人被押解回国。", language="zh-Hans")
    said = TOTAL | {"measure": "已有2876名嫌疑人被押解回国", "to_country": "CN", "count_bound": "at_least"}
    put_statement(chinese, "已有2876名嫌疑人被押解回国", count=2876, speaker="公安部", **said | march(15))
    return chinese


def series(client, address=OUT, **asked):
    return client.get(reverse("figures-series", kwargs=address), asked)


def figures(answer) -> list[str]:
    return [row.figure for row in answer.context["rows"]]


# ---- what may be seen ----


def test_a_member_meets_no_series_snapshot_speaker_or_number_they_may_not_read(stage, told):
    asha, boun, chai = (stage.client(getattr(stage.cast, who)) for who in ("asha", "boun", "chai"))
    assert figures(series(asha)) == ["7,968", "at least 2,876", "2,763", "11"]
    assert figures(series(boun)) == ["7,968", "2,763", "11"], "the Chinese source is hidden from him"
    assert "公安部" not in series(boun).text
    assert series(chai).status_code == 404
    listed = [
        {(row.words, row.snapshots, row.speakers) for row in who.get(reverse("figures")).context["rows"]}
        for who in (asha, boun, chai)
    ]
    moved = "People handed over or sent home: "
    here = ("People arrested: Myanmar", 1, 1)
    assert listed == [
        {(f"{moved}out of Myanmar", 4, 4), (f"{moved}Myanmar → China", 2, 2), here},
        {(f"{moved}out of Myanmar", 3, 3), (f"{moved}Myanmar → China", 1, 1), here},
        set(),
    ]
    assert "No figures yet" in chai.get(reverse("figures")).text


def test_what_is_hidden_disagrees_with_nothing(stage, told):
    counts = [len(series(stage.client(getattr(stage.cast, who))).context["pairs"]) for who in ("asha", "boun")]
    assert counts == [2, 1]


@pytest.mark.parametrize("scope", ["MM", "mm-cn", "XX-YY", "KR-JP"])
def test_a_mangled_address_and_one_without_figures_look_the_same(asha, scope):
    assert series(asha, {"counted": "moved", "scope": scope}).status_code == 404


def test_seeing_a_series_of_a_closed_source_is_in_the_log(stage, asha):
    closed = put_source(stage.cast.asha, tlp="red")
    put_statement(closed)
    series(asha, TO_CHINA)
    series(asha, TO_CHINA)
    noted = Entry.objects.filter(verb=Verb.SOURCE_LISTED).values_list("thing", flat=True)
    assert list(noted) == [str(closed.pk)]


# ---- side by side ----


def test_what_does_not_agree_stands_side_by_side_in_words_and_nothing_is_added_up(asha, told):
    page = series(asha)
    pairs = [(pair.reason, *(side.says for side in pair.sides)) for pair in page.context["pairs"]]
    government = "Myanmar's government says 2,763 as of 11 Mar 2025."
    assert pairs == [
        (
            "A part that is larger than the whole, about the same day",
            "Ministry of Public Security (China) says at least 2,876 (to China) as of 15 Mar 2025.",
            government,
        ),
        (
            "Two speakers, about the same day, and no number fits both",
            government,
            "Border Guard Force says 7,968 as of 15 Mar 2025.",
        ),
    ]
    for total in (2763 + 7968, 2763 + 7968 + 2876, 7968 + 2876, 2763 + 2876):
        assert f"{total:,}" not in page.text


def test_each_row_says_who_when_how_it_is_known_and_leads_to_its_words(stage, asha, told):
    put_statement(told, "又有2255人", count=2255, moment_first=None, moment_last=None, speaker="")
    rows = {row.figure: row for row in series(asha).context["rows"]}
    ministry, publisher = rows["at least 2,876"], rows["2,255"]
    assert (ministry.voice.name, ministry.note) == ("Ministry of Public Security (China)", "“公安部”")
    assert (ministry.as_of, ministry.known, ministry.scope) == ("15 Mar 2025", "stated", "to China")
    assert (publisher.voice.name, publisher.note) == ("River Times", "publisher; the source names no speaker")
    assert (publisher.as_of, publisher.known) == ("20 Aug 2023", "day of publication")
    page = series(asha).text
    for origin in (*ministry.origins, *publisher.origins):
        assert f"{reverse('source', args=[origin.source])}?statement={origin.statement}#statement-" in page


def test_a_body_is_called_in_the_readers_language():
    speaker = speaker_of("Karen Border Guard Force", "River Times", "en")
    with override("zh-hans"):
        assert say_speaker(speaker) == "边防军"


def test_one_speaker_alone_keeps_letter_and_pairs(asha, told):
    whole = series(asha)
    voice = next(one for one in whole.context["voices"] if one.speaker.key == "body:mm-bgf")
    alone = series(asha, speaker="body:mm-bgf")
    assert figures(alone) == ["7,968"]
    assert alone.context["only"] == voice
    assert len(alone.context["pairs"]) == 1
    assert f'<b class="figure-letter figure-hue-{voice.number}">{voice.letter}</b>' in alone.text
    assert figures(series(asha, speaker="nobody")) == figures(whole)


# ---- the chart ----


def test_bounds_have_shapes_of_their_own_and_totals_are_apart_from_single_actions(stage, asha, told):
    put_statement(
        stage.source, count=8000, count_bound="about", speaker="the Karen Border Guard Force", **TOTAL | march(28)
    )
    chart = series(asha).context["chart"]
    totals, singles = chart.panels
    assert [mark.bound for mark in totals.marks] == ["exact", "at_least", "exact", "about"]
    assert [bool(mark.whisker) for mark in totals.marks] == [False, False, False, True]
    assert [mark.differs for mark in totals.marks] == [True, True, True, False]
    assert [mark.says for mark in singles.marks] == ["the ministry says 11 (to China) as of 19 Aug 2023."]
    (steps,) = totals.steps
    assert steps.path.count("V") == 1, "only the two totals of one speaker are joined"
    assert singles.steps == ()
    assert all(chart.left <= mark.x <= chart.right for mark in (*totals.marks, *singles.marks))
    assert all(panel.head <= mark.y <= panel.foot for panel in chart.panels for mark in panel.marks)


def test_every_mark_leads_to_a_row_of_the_table(monkeypatch, asha, told):
    monkeypatch.setattr(figures_module, "SIZE", 2)
    page = series(asha)
    addresses = [mark.address for panel in page.context["chart"].panels for mark in panel.marks]
    assert len({address.partition("#")[0] for address in addresses}) == 2
    for address in addresses:
        query, _, row = address.partition("#")
        assert f'id="{row}"' in asha.get(reverse("figures-series", kwargs=OUT) + query).text


def test_more_than_can_be_drawn_or_told_apart_is_said(monkeypatch, asha, told):
    monkeypatch.setattr(figures_chart, "MOST_MARKS", 2)
    monkeypatch.setattr(figures_voices, "LETTERS", "A")
    page = series(asha)
    assert page.context["chart"].left_out == 2
    assert "2 snapshots are not drawn" in page.text
    assert [voice.letter for voice in page.context["voices"]] == ["A"]
    assert "the other speakers; the table names them" in page.text


@pytest.mark.parametrize(
    ("numbers", "is_log", "labels"),
    [
        ([2763, 7968], False, ["0", "2,000", "4,000", "6,000", "8,000", "10,000"]),
        ([11, 55000], True, ["10", "100", "1,000", "10,000", "100,000"]),
        ([2], False, ["0", "1", "2", "3"]),
    ],
)
def test_numbers_far_apart_are_drawn_by_powers_of_ten(numbers, is_log, labels):
    scale = NumberScale.over(numbers, foot=100, head=0)
    assert (scale.is_log, [tick.label for tick in scale.ticks()]) == (is_log, labels)
    assert scale.y(scale.least) == 100
    assert scale.y(scale.most) == 0


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ((2023, 8, 25), (2026, 1, 8), ["Jan 2024", "Jul 2024", "Jan 2025", "Jul 2025", "Jan 2026"]),
        ((2025, 1, 20), (2025, 6, 3), ["Feb 2025", "Mar 2025", "Apr 2025", "May 2025", "Jun 2025"]),
        ((2025, 3, 10), (2025, 3, 13), ["10 Mar 2025", "11 Mar 2025", "12 Mar 2025", "13 Mar 2025"]),
    ],
)
def test_time_is_marked_by_years_months_or_days(first, last, labels):
    scale = TimeScale(datetime.date(*first), datetime.date(*last), 0, 100)
    assert [tick.label for tick in scale.ticks()] == labels


# ---- the list, the file, the states ----


def test_the_list_narrows_and_its_part_equals_that_of_the_whole(asha, told):
    asked = {"counted": "moved", "country": "CN"}
    whole = asha.get(reverse("figures"), asked)
    assert [row.words for row in whole.context["rows"]] == ["People handed over or sent home: Myanmar → China"]
    part = asha.get(reverse("figures"), asked, headers={"HX-Request": "true"}).text
    assert part.strip() in whole.text
    assert "<html" not in part
    assert "No series fits" in asha.get(reverse("figures"), {"country": "JP"}).text
    assert asha.get(reverse("figures"), {"counted": "moon", "page": "many"}).status_code == 200


def test_the_list_begins_with_what_does_not_agree(asha, told):
    first = asha.get(reverse("figures")).context["rows"][0]
    assert (first.words, first.disagreements) == ("People handed over or sent home: out of Myanmar", 2)


def test_the_file_has_a_line_for_each_statement_in_every_script_and_no_formula(stage, asha, told):
    put_statement(told, "又有2255人", count=2255, speaker="=HYPERLINK()", **march(15))
    answer = asha.get(reverse("figures-table", kwargs=OUT))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="figures-moved-MM-any.csv"'
    text = answer.content.decode("utf-8-sig")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    heads, *lines = csv.reader(io.StringIO(text))
    assert len(lines) == 5
    by_number = {line[heads.index("number")]: dict(zip(heads, line, strict=True)) for line in lines}
    assert by_number["2255"]["speaker"] == "'=HYPERLINK()"
    assert by_number["2876"]["speaker"] == "公安部"
    assert (by_number["2876"]["bound"], by_number["2876"]["as of, last day"]) == ("at least", "2025-03-15")


def test_nothing_in_the_drawing_is_written_the_readers_way_where_a_number_is_meant(asha, told):
    page = series(asha).text
    drawing = page[page.index('<svg class="figure-drawing"') : page.index("</svg>", page.index("figure-drawing"))]
    for value in re.findall(r' (?:x|y|d|transform|viewBox)="([^"]+)"', drawing):
        assert "," not in value

"""Series are worked out of what a member may read, and of nothing else."""

from __future__ import annotations

import pytest

from noharbor.record.figures import disagreements, queries
from noharbor.record.figures.queries import list_series, series_seen_by
from noharbor.record.figures.series import Series
from noharbor.record.figures.vocabulary import Counted
from tests.desk.stage import put_source, put_statement

pytestmark = pytest.mark.django_db
TO_CHINA, OUT = Series(Counted.MOVED, "MM", "CN"), Series(Counted.MOVED, left="MM")


@pytest.fixture
def source(cast):
    return put_source(cast.asha)


def listed(member, **asked):
    return {one.series: (one.snapshots, one.speakers) for one in list_series(member, **asked).listed}


def test_a_member_learns_of_no_series_snapshot_or_speaker_they_may_not_read(cast, source):
    put_statement(put_source(cast.asha, tlp="green"), speaker="an officer")
    put_statement(source, count=300, speaker="the ministry")
    put_statement(source, kind="arrest", place_country="MM")
    assert listed(cast.asha) == {TO_CHINA: (2, 2), Series(Counted.ARRESTED, country="MM"): (1, 1)}
    assert listed(cast.chai) == {TO_CHINA: (1, 1)}
    assert len(series_seen_by(cast.chai, TO_CHINA).snapshots) == 1
    assert series_seen_by(cast.chai, Series(Counted.ARRESTED, country="MM")) is None


def test_neither_one_nor_promises_nor_what_was_rejected_are_figures(cast, source):
    put_statement(source, count=1)
    put_statement(source, count=None)
    put_statement(source, kind="commitment")
    put_statement(source, state="rejected")
    assert listed(cast.asha) == {}


def test_out_of_a_state_holds_what_reached_each_and_tells_it_apart(cast, source):
    put_statement(source)
    assert set(listed(cast.asha)) == {TO_CHINA}, "nobody speaks of the whole yet"
    put_statement(source, to_country="", count=2763)
    assert listed(cast.asha) == {TO_CHINA: (1, 1), OUT: (2, 1)}
    scopes = {one.best.number.value: one.best.scope.reached for one in series_seen_by(cast.asha, OUT).snapshots}
    assert scopes == {11: "CN", 2763: ""}


def test_a_place_limits_a_figure_only_where_its_own_words_say_so(cast, source):
    here = {"place": "mm-myawaddy", "place_name": "Myawaddy", "place_country": "MM"}
    put_statement(source, count=20, **here)
    put_statement(source, count=30, detail={"inherited": ["place"]}, **here)
    put_statement(source, count=40, place="country-mm", place_name="Myanmar", place_country="MM")
    put_statement(source, count=50, place="cn-320000", place_name="Jiangsu", place_country="CN")
    places = {one.best.number.value: one.best.scope.place for one in series_seen_by(cast.asha, TO_CHINA).snapshots}
    assert places == {20: "mm-myawaddy", 30: "", 40: "", 50: ""}


def test_totals_belong_where_their_words_say(cast, source):
    put_statement(source, kind="statistic", measure="suspects arrested", place_country="MM", cumulative=True, count=300)
    put_statement(source, kind="statistic", measure="foreigners sent", to_country="", cumulative=True, count=7968)
    assert set(listed(cast.asha)) == {Series(Counted.ARRESTED, country="MM"), OUT}
    assert set(listed(cast.asha, counted=Counted.ARRESTED)) == {Series(Counted.ARRESTED, country="MM")}
    assert set(listed(cast.asha, country="CN")) == set()


def test_older_figures_than_can_be_looked_at_are_left_out_and_it_is_told(cast, source, monkeypatch):
    monkeypatch.setattr(queries, "MOST", 1)
    put_statement(source)
    put_statement(source, count=12, moment_first=None, moment_last=None)
    found, series = list_series(cast.asha), series_seen_by(cast.asha, TO_CHINA)
    assert (found.is_cut, series.is_cut) == (True, True)
    assert [one.best.number.value for one in series.snapshots] == [11]


def test_it_is_told_where_the_oldest_totals_are_not_compared(cast, source, monkeypatch):
    put_statement(source, count=300, cumulative=True, speaker="the ministry")
    put_statement(source, count=20, cumulative=True, speaker="the army")
    seen = series_seen_by(cast.asha, TO_CHINA)
    assert (len(seen.disagreements), seen.are_all_compared) == (1, True)
    monkeypatch.setattr(disagreements, "MOST_COMPARED", 1)
    seen = series_seen_by(cast.asha, TO_CHINA)
    assert (len(seen.disagreements), seen.are_all_compared) == (0, False)

"""What came of lists side by side, with what people judged."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import openpyxl
import pytest

from noharbor.record.access.errors import NotAllowed
from noharbor.record.audit.models import Entry
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.linkage.actions.judgements import judge, withdraw
from noharbor.record.linkage.actions.lists import Told, tell
from noharbor.record.linkage.actions.reconciliations import start
from noharbor.record.linkage.counts import counts_of, missing
from noharbor.record.linkage.custody import take_out
from noharbor.record.linkage.forms import LINES, SEPARATED, WORKBOOK
from noharbor.record.linkage.jobs import reconciliations as jobs
from noharbor.record.linkage.models import Pair
from noharbor.record.linkage.queries.lists import reading_of
from noharbor.record.linkage.results import Lists, result_of
from noharbor.record.linkage.vocabulary import ListUse, PairState, Verdict
from noharbor.science.matching.people.summary import Counted
from tests.cast import invite
from tests.desk.stage import put_source
from tests.record.linkage.lists import EMBASSY, HANDOVER, put_list
from tests.record.linkage.stage import put_appearance, put_pair

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(cast):
    tables = [put_list(cast.asha, HANDOVER), put_list(cast.asha, EMBASSY, name="embassy.csv")]
    tell(reading_of(tables[1]), Told(made_by="Embassy", region="TH"), by=cast.asha)
    started = start(tables, by=cast.asha, title="Bridge")
    jobs.step(lambda: False)
    return started


def pair_of(one: int, other: int) -> Pair:
    """The pair of a row of the handover and a row of the embassy's list."""
    ends = {one, other}
    return next(pair for pair in Pair.objects.select_related("one", "other") if {pair.one.row, pair.other.row} == ends)


def counted(run, member, number: int = 0) -> Counted:
    return counts_of(run, Lists.of(run).readings, member).lists[number]


def test_a_judged_pair_counts_as_judged_and_a_withdrawn_judgement_undoes_that(cast, run):
    before = counted(run, cast.asha)
    assert before == Counted(rows=5, judged=0, proposed=2, possible=1)
    same = judge(pair_of(4, 2), Verdict.SAME, by=cast.asha, seen=PairState.OPEN)
    different = judge(pair_of(8, 3), Verdict.DIFFERENT, by=cast.asha, seen=PairState.OPEN, why="another man")
    assert counted(run, cast.asha) == Counted(rows=5, judged=1, proposed=0, possible=1)
    summary = result_of(run, cast.asha).summary
    assert [pair.a.row for pair in summary.different] == [8]
    assert [row.row for row in summary.missing(0, 1)] == [6, 7, 8]
    for judgement in (same, different):
        withdraw(judgement, by=cast.asha)
    assert counted(run, cast.asha) == before


def test_counts_of_a_page_are_those_of_the_whole(cast, run):
    judge(pair_of(4, 2), Verdict.SAME, by=cast.asha, seen=PairState.OPEN)
    readings, whole = Lists.of(run).readings, result_of(run, cast.asha)
    fast = counts_of(run, readings, cast.asha)
    for number in (0, 1):
        assert fast.nationalities[number] == whole.summary.by_nationality(number)
        assert fast.lists[number] == whole.summary.counted(number)
    for here, there in ((0, 1), (1, 0)):
        gone = [whole.people[here][at].pk for at in whole.summary.missing_at(here, there)]
        assert missing(run, readings[here], readings[there], cast.asha) == gone != []


def test_evidence_reads_the_right_way_round_whichever_identifier_is_smaller(cast, run):
    for pair in result_of(run, cast.asha).summary.across:
        names = result_of(run, cast.asha).summary.found.lists[pair.a.list].rows[pair.a.at].person.names
        assert pair.judged.names[0] in names


def test_the_workbook_tells_judgements_and_bodies(cast, run):
    judge(pair_of(4, 2), Verdict.SAME, by=cast.asha, seen=PairState.OPEN)
    judge(pair_of(8, 3), Verdict.DIFFERENT, by=cast.asha, seen=PairState.OPEN, why="another man")
    book = openpyxl.load_workbook(io.BytesIO(take_out(run, WORKBOOK, by=cast.asha)))
    assert book.sheetnames == [
        "Lists", "On several lists", "Twice on one list", "Judged different", "Conflicts", "On one only",
        "By nationality", "By body", "Not read",
    ]  # fmt: skip
    rows = list(book["On several lists"].iter_rows(values_only=True))
    head = rows[1]
    [judged] = [row for row in rows[2:] if row[head.index("judgement")]]
    assert judged[head.index("judgement")] == "the same"
    assert judged[head.index("judged by")].startswith("Asha 20")
    assert [row[0] for row in book["By body"].iter_rows(min_row=3, values_only=True)] == [None, "Embassy"]
    assert book["Judged different"].max_row == 3


def test_json_lines_are_the_command_lines_with_the_judgement(cast, run):
    judge(pair_of(4, 2), Verdict.SAME, by=cast.asha, seen=PairState.OPEN)
    lines = [json.loads(line) for line in take_out(run, LINES, by=cast.asha).splitlines()]
    [wang] = [line for line in lines if line["a"] == {"list": 0, "row": 4} and line["b"] == {"list": 1, "row": 2}]
    assert set(wang) == {"a", "b", "score", "level", "proposal", "reason", "judgement"}
    assert wang["judgement"]["state"] == "same"
    assert [line["judgement"] for line in lines if line is not wang] == [None] * (len(lines) - 1)


def test_separated_values_come_in_one_archive_and_taking_out_is_noted(cast, run):
    with zipfile.ZipFile(io.BytesIO(take_out(run, SEPARATED, by=cast.asha))) as archive:
        assert len(archive.namelist()) == 9
        rows = list(csv.reader(io.StringIO(archive.read("1-lists.csv").decode("utf-8-sig"))))
    assert rows[0] == [
        "list", "people", "judged the same", "proposed on another list", "possibly on another", "on no other",
    ]  # fmt: skip
    entry = Entry.objects.get(verb=Verb.RECONCILIATION_EXPORTED)
    assert (entry.thing, entry.member, entry.details["form"]) == (str(run.pk), str(cast.asha.id), "csv")


def test_a_result_holds_only_what_the_member_may_see(cast, run):
    invite(run.lists.all()[0].table.source, cast.boun, by=cast.asha)
    assert not result_of(run, cast.boun).summary.across
    for member in (cast.boun, cast.chai):
        with pytest.raises(NotAllowed):
            take_out(run, LINES, by=member)
    assert not Entry.objects.filter(verb=Verb.RECONCILIATION_EXPORTED)


def test_what_the_first_of_two_said_is_kept_from_the_second(cast, run):
    for link in run.lists.all():
        tell(reading_of(link.table), Told(use=ListUse.WANTED), by=cast.asha)
        invite(link.table.source, cast.boun, by=cast.asha)
    judge(pair_of(4, 2), Verdict.SAME, by=cast.asha, seen=PairState.OPEN)
    asha, boun = (result_of(run, member).remarks.judged for member in (cast.asha, cast.boun))
    assert [one.state for one in asha.values()] == [PairState.AWAITS_SECOND]
    assert not boun
    assert counted(run, cast.asha) == counted(run, cast.boun) == Counted(rows=5, judged=0, proposed=2, possible=1)


def test_what_only_something_hidden_makes_one_stands_as_it_was_proposed(cast, run):
    for link in run.lists.all():
        invite(link.table.source, cast.boun, by=cast.asha)
    pair, hidden = pair_of(4, 2), put_appearance(put_source(cast.asha))
    before = counted(run, cast.boun)
    for end in (pair.one, pair.other):
        judge(put_pair(end, hidden), Verdict.SAME, by=cast.asha, seen=PairState.OPEN)
    assert (counted(run, cast.asha).judged, len(result_of(run, cast.asha).remarks.judged)) == (1, 1)
    assert counted(run, cast.boun) == before
    assert not result_of(run, cast.boun).remarks.judged

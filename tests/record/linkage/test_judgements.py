"""People decide whether two are one; nobody is overridden, and everything can be taken back."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from noharbor.record.access.errors import NotAllowed
from noharbor.record.access.models import Grant
from noharbor.record.audit.models import Entry
from noharbor.record.linkage.actions.judgements import judge, withdraw
from noharbor.record.linkage.models import Appearance, Pair, ReconciledList, Reconciliation
from noharbor.record.linkage.queries.resting import resting_on
from noharbor.record.linkage.refusals import (
    AlreadyWithdrawn,
    JudgedMeanwhile,
    JudgementRefused,
    ReasonNeeded,
    SaidAlready,
    SecondMustBeAnother,
    TakenBackMeanwhile,
    WithdrawalNeedsReason,
)
from noharbor.record.linkage.vocabulary import ListUse, PairState, Verdict
from tests.cast import invite
from tests.desk.stage import put_source
from tests.record.access.test_decisions import colleague_of
from tests.record.linkage.stage import put_appearance, put_pair, put_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(cast) -> Pair:
    """Two that Asha and Boun see; Chai sees one side."""
    here, there = put_source(cast.asha), put_source(cast.asha)
    for source, member in ((here, cast.boun), (there, cast.boun), (here, cast.chai)):
        invite(source, member, by=cast.asha)
    return put_pair(put_appearance(here), put_appearance(there))


@pytest.fixture
def wanted_pair(cast) -> Pair:
    """Two that Asha and Boun see, one of them on a list of wanted people."""
    source = put_source(cast.asha)
    invite(source, cast.boun, by=cast.asha)
    return put_pair(put_row(source, use=ListUse.WANTED), put_appearance(source), needs_two=True)


def say(pair, verdict, by, seen=PairState.OPEN, **said):
    return judge(pair, Verdict(verdict), by=by, seen=PairState(seen), **said)


def state(pair) -> str:
    return Pair.objects.get(pk=pair.pk).state


def are_one(pair) -> bool:
    one, other = Appearance.objects.filter(pk__in=(pair.one_id, pair.other_id))
    return one.entity == other.entity


def test_who_does_not_see_both_sides_is_answered_as_if_there_were_no_pair(cast, pair):
    with pytest.raises(Pair.DoesNotExist):
        say(pair, "same", cast.chai)
    judgement = say(pair, "same", cast.boun)
    with pytest.raises(Pair.DoesNotExist):
        withdraw(judgement, by=cast.chai, why="I know better")
    assert state(pair) == PairState.SAME


def test_who_may_not_judge_pairs_is_refused(cast, pair):
    judgement = say(pair, "same", cast.asha)
    Grant.objects.filter(member=cast.boun, permission="pair:judge").delete()
    with pytest.raises(NotAllowed):
        say(pair, "same", cast.boun, "same")
    with pytest.raises(NotAllowed):
        withdraw(judgement, by=cast.boun, why="no")


def test_one_member_is_enough_where_little_hangs_on_it(cast, pair):
    say(pair, "same", cast.asha, why="the same tattoo")
    assert state(pair) == PairState.SAME
    assert are_one(pair)
    entry = Entry.objects.get(verb="pair:judged")
    assert (entry.member_name, entry.thing, entry.details["verdict"]) == ("Asha", str(pair.pk), "same")
    assert "tattoo" not in entry.detail


def test_of_two_at_once_the_second_is_told_who_was_faster_and_undoes_nothing(cast, pair):
    shown = PairState.OPEN
    say(pair, "same", cast.asha, shown)
    with pytest.raises(JudgedMeanwhile, match="Asha judged these two “the same”"):
        say(pair, "different", cast.boun, shown)
    assert state(pair) == PairState.SAME
    withdraw(pair.judgements.get(), by=cast.asha)
    with pytest.raises(TakenBackMeanwhile, match="Asha took"):
        say(pair, "different", cast.boun, "same")


def test_members_who_say_the_opposite_leave_it_disputed_until_one_gives_way(cast, pair):
    first = say(pair, "same", cast.asha)
    second = say(pair, "different", cast.boun, "same")
    assert state(pair) == PairState.DISPUTED
    assert not are_one(pair)
    withdraw(second, by=cast.boun)
    assert state(pair) == PairState.SAME
    assert are_one(pair)
    say(pair, "different", cast.boun, "same")
    say(pair, "different", cast.asha, "disputed")
    assert state(pair) == PairState.DIFFERENT
    assert first.pair.judgements.count() == 4


def test_unsure_decides_nothing_and_leaves_it_to_others(cast, pair):
    say(pair, "unsure", cast.asha)
    assert state(pair) == PairState.UNSURE
    say(pair, "same", cast.boun, "unsure")
    assert state(pair) == PairState.SAME


def test_nobody_says_the_same_twice(cast, pair):
    say(pair, "same", cast.asha)
    with pytest.raises(SaidAlready):
        say(pair, "same", cast.asha, "same")


def test_where_a_plane_or_a_wanted_list_hangs_on_it_two_different_members_must_say_so(cast, wanted_pair):
    say(wanted_pair, "same", cast.asha)
    assert state(wanted_pair) == PairState.AWAITS_SECOND
    assert not are_one(wanted_pair)
    with pytest.raises(SecondMustBeAnother):
        say(wanted_pair, "same", cast.asha, "awaits_second")
    # Boun opened it before Asha judged; he was to see nothing of her verdict anyway.
    say(wanted_pair, "same", cast.boun, "open", blind=True)
    assert state(wanted_pair) == PairState.SAME
    assert are_one(wanted_pair)


def test_for_different_one_member_is_enough_everywhere(cast, wanted_pair):
    say(wanted_pair, "different", cast.asha)
    assert state(wanted_pair) == PairState.DIFFERENT


def test_a_second_who_sees_it_otherwise_leaves_it_disputed(cast, wanted_pair):
    say(wanted_pair, "same", cast.asha)
    say(wanted_pair, "different", cast.boun)
    assert state(wanted_pair) == PairState.DISPUTED


def test_what_a_list_is_for_counts_as_it_is_when_somebody_judges(cast, wanted_pair):
    Pair.objects.update(needs_two=False)
    say(wanted_pair, "same", cast.asha)
    assert state(wanted_pair) == PairState.AWAITS_SECOND


@pytest.mark.parametrize(
    ("verdict", "columns"),
    [("same", {"has_conflict": True}), ("different", {"evidence": {"kinds": ["same passport"]}})],
)
def test_against_the_evidence_a_reason_is_needed(cast, pair, verdict, columns):
    Pair.objects.update(**columns)
    with pytest.raises(ReasonNeeded):
        say(pair, verdict, cast.asha, why="  ")
    say(pair, verdict, cast.asha, why="The officer typed the neighbour's number")
    assert state(pair) == verdict


def test_a_judgement_is_kept_with_the_evidence_it_was_made_on(cast, pair):
    Pair.objects.update(evidence={"kinds": ["born same day"]})
    assert say(pair, "same", cast.asha).evidence == {"kinds": ["born same day"]}


def test_taking_back_works_for_ever_and_gives_back_what_the_others_say(cast, pair):
    first = say(pair, "same", cast.asha)
    say(pair, "same", cast.boun, "same")
    years = datetime.timedelta(days=3000)
    pair.judgements.update(at=timezone.now() - years)
    withdraw(first, by=cast.asha)
    assert state(pair) == PairState.SAME
    withdraw(pair.judgements.get(by=cast.boun), by=cast.boun)
    assert state(pair) == PairState.OPEN
    assert not are_one(pair)
    assert pair.judgements.count() == 2
    with pytest.raises(AlreadyWithdrawn):
        withdraw(first, by=cast.asha)


def test_anothers_judgement_is_taken_back_with_a_reason_that_the_log_keeps(cast, pair):
    judgement = say(pair, "same", cast.asha)
    with pytest.raises(WithdrawalNeedsReason):
        withdraw(judgement, by=cast.boun)
    withdraw(judgement, by=cast.boun, why="She was shown the wrong photograph")
    entry = Entry.objects.get(verb="pair:withdrawn")
    assert (entry.member_name, entry.details["why"]) == ("Boun", "She was shown the wrong photograph")


def test_it_tells_what_rests_on_it(cast):
    source = put_source(cast.asha)
    ones = [put_appearance(source, name) for name in ("Aung", "Bo", "Chit", "Dway")]
    chain = [put_pair(*two) for two in pairwise(ones)]
    asked = put_pair(ones[0], ones[3])
    for pair in chain:
        say(pair, "same", cast.asha)
    middle = chain[1].judgements.get()
    rests = withdraw(middle, by=cast.asha)
    assert [{str(one) for one in group} for group in rests.now] == [{"Aung", "Bo", "Chit", "Dway"}]
    assert [{str(one) for one in group} for group in rests.then] == [{"Aung", "Bo"}, {"Chit", "Dway"}]
    assert {one.pair for one in rests.beside} == {chain[0], chain[2]}
    assert rests.asked_again == 1
    assert asked.state == PairState.OPEN


def test_it_tells_which_comparisons_change_of_those_the_member_may_see(cast):
    rows = [put_row(put_source(cast.asha)) for _ in range(2)]
    pair = put_pair(*rows)
    for title, listed in (("Of both", rows), ("Of one", rows[:1])):
        asked = Reconciliation.objects.create(title=title, owner=cast.asha.body, by=cast.asha, at=timezone.now())
        for position, row in enumerate(listed):
            ReconciledList.objects.create(reconciliation=asked, position=position, table=row.list_reading.table)
    judgement = say(pair, "same", cast.asha)
    assert [one.title for one in resting_on(judgement, cast.asha).reconciliations] == ["Of both"]
    assert resting_on(judgement, cast.boun).reconciliations == ()


def test_what_rests_on_it_does_not_name_what_the_member_may_not_see(cast, pair):
    hidden = put_appearance(put_source(cast.asha), "Hidden")
    say(put_pair(hidden, pair.one), "same", cast.asha)
    judgement = say(pair, "same", cast.boun)
    rests = withdraw(judgement, by=cast.boun)
    assert [{one.pk for one in group} for group in rests.now] == [{pair.one_id, pair.other_id}]
    assert rests.beside == ()


def test_two_bodies_judge_what_both_see(cast, wanted_pair):
    colleague = colleague_of(cast.asha)
    say(wanted_pair, "same", cast.boun)
    assert colleague.body == cast.asha.body
    with pytest.raises(NotAllowed):
        say(wanted_pair, "same", colleague)


@pytest.mark.parametrize("seen", [PairState.UNSURE, PairState.DIFFERENT])
def test_a_refusal_does_not_tell_the_second_what_the_first_one_said(cast, wanted_pair, seen):
    say(wanted_pair, Verdict.SAME, cast.asha)
    with pytest.raises(JudgementRefused) as refusal:
        say(wanted_pair, Verdict.SAME, cast.boun, seen=seen)
    assert type(refusal.value) is JudgementRefused
    assert "Asha" not in str(refusal.value)


def test_what_rests_on_it_does_not_tell_the_second_what_the_first_one_said(cast, wanted_pair):
    between = put_appearance(wanted_pair.one.source, "Between")
    links = [put_pair(end, between) for end in (wanted_pair.one, wanted_pair.other)]
    say(wanted_pair, Verdict.SAME, cast.asha)
    for by in (cast.asha, cast.boun):
        judgements = [say(link, Verdict.SAME, by, seen=state(link)) for link in links if state(link) != PairState.SAME]
    judgement = judgements[0]
    told = {member: {one.pair for one in resting_on(judgement, member).beside} for member in (cast.asha, cast.boun)}
    assert wanted_pair in told[cast.asha]
    assert wanted_pair not in told[cast.boun]


def test_the_log_is_written_last(cast, pair):
    """Whoever holds the log's lock waits for no other: a list understood anew groups first, too."""
    for act in (lambda: say(pair, Verdict.SAME, cast.asha), lambda: withdraw(pair.judgements.get(), by=cast.asha)):
        with CaptureQueriesContext(connection) as asked:
            act()
        tables = [query["sql"] for query in asked if query["sql"].startswith(("UPDATE", "INSERT"))]
        assert "audit_entry" in tables[-1]
        assert any("linkage_appearance" in sql for sql in tables)

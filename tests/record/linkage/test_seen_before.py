"""Seen before: counted of what the member may read; the rest does not exist, or somebody knows if its owner says so."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from noharbor.record.access.vocabulary import Tlp
from noharbor.record.linkage.actions import hints
from noharbor.record.linkage.actions.judgements import judge
from noharbor.record.linkage.models import Appearance, Pair
from noharbor.record.linkage.queries.seen_before import NOWHERE, Elsewhere, seen_before
from noharbor.record.linkage.vocabulary import Verdict
from noharbor.record.reading.models import Statement
from tests.cast import invite
from tests.desk.stage import put_source, put_statement
from tests.record.linkage.stage import put_pair
from tests.record.linkage.test_statements import person_in, put_report

CALL = "Call +66 81 234 5678."


def put_call(by, **columns):
    return put_source(by, CALL, **columns)


def phone_of(source, member):
    [seen] = seen_before(source, member).identifiers
    return seen


def told(source, member):
    """All that is told of a source, as plain values."""
    seen = seen_before(source, member)
    things = [(one.appearance.pk, one.entity, one.before, one.maybe, one.somebody_knows) for one in seen.things]
    return things, {statement: [one.entity for one in some] for statement, some in seen.named_by.items()}


def test_reports_and_offices_are_counted_without_the_one_that_is_shown(cast, linkage):
    here = put_call(cast.chai)
    for by in (cast.asha, cast.asha, cast.boun):
        put_call(by, tlp=Tlp.GREEN)
    put_call(cast.asha)
    linkage.step()
    assert phone_of(here, cast.chai).before == Elsewhere(reports=3, offices=2)


def test_what_a_member_may_not_read_does_not_exist(cast, linkage):
    here = put_call(cast.chai)
    linkage.step()
    alone = told(here, cast.chai)
    hidden = [put_call(cast.asha), put_call(cast.boun, tlp=Tlp.AMBER_STRICT), put_call(cast.asha, tlp=Tlp.RED)]
    linkage.step()
    assert told(here, cast.chai) == alone
    assert phone_of(here, cast.chai).before == NOWHERE
    invite(hidden[0], cast.chai, by=cast.asha)
    assert phone_of(here, cast.chai).before == Elsewhere(reports=1, offices=1)


def test_what_only_a_closed_statement_names_does_not_exist_either(cast, linkage):
    here, there = put_call(cast.chai), put_call(cast.asha, tlp=Tlp.GREEN)
    put_statement(there, CALL, tlp=Tlp.AMBER_STRICT)
    linkage.step()
    assert phone_of(here, cast.chai).before == NOWHERE
    Statement.objects.update(tlp=Tlp.GREEN)
    assert phone_of(here, cast.chai).before == Elsewhere(reports=1, offices=1)


def test_somebody_knows_where_the_owner_says_so_and_nothing_more_is_told(cast, linkage):
    here, there = put_call(cast.chai), put_call(cast.asha)
    linkage.step()
    hints.give(there, by=cast.asha)
    seen = phone_of(here, cast.chai)
    assert (seen.before, seen.maybe, seen.somebody_knows) == (NOWHERE, NOWHERE, True)
    once = told(here, cast.chai)
    hints.give(put_call(cast.asha), by=cast.asha)
    linkage.step()
    assert told(here, cast.chai) == once
    hints.withdraw(there, by=cast.asha)
    Appearance.objects.exclude(source__in=[here, there]).update(stands=False)
    assert not phone_of(here, cast.chai)


def test_who_may_read_it_is_told_of_it_and_not_that_somebody_knows(cast, linkage):
    here, there = put_call(cast.asha), put_call(cast.asha)
    linkage.step()
    hints.give(there, by=cast.asha)
    seen = phone_of(here, cast.asha)
    assert (seen.before, seen.somebody_knows) == (Elsewhere(1, 1), False)


@pytest.mark.parametrize("closed", ["source", "statement"])
def test_what_is_closed_after_its_hint_was_given_tells_nothing_any_more(cast, linkage, closed):
    here, there = put_call(cast.chai), put_call(cast.asha)
    put_statement(there, CALL)
    linkage.step()
    hints.give(there, by=cast.asha)
    assert phone_of(here, cast.chai).somebody_knows
    rows = type(there).objects.filter(pk=there.pk) if closed == "source" else Statement.objects.filter(source=there)
    rows.update(tlp=Tlp.RED)
    assert not phone_of(here, cast.chai)


def test_a_proposal_says_that_somebody_may_have_been_seen(cast, linkage):
    here = put_report(cast.asha, "Hun Manet")
    there = put_report(cast.boun, "Hun Maneth", tlp=Tlp.GREEN)
    linkage.step()
    [seen] = seen_before(here, cast.asha).things
    assert (seen.before, seen.maybe) == (NOWHERE, Elsewhere(1, 1))
    [back] = seen_before(there, cast.boun).things
    assert back.maybe == NOWHERE


def judge_same(by, *pairs):
    for pair in pairs or Pair.objects.all():
        judge(pair, Verdict.SAME, by=by, seen=pair.state)


def test_who_was_judged_the_same_was_seen_before(cast, linkage):
    here = put_report(cast.asha, "Hun Manet")
    put_report(cast.boun, "Hun Maneth", tlp=Tlp.GREEN)
    linkage.step()
    judge_same(cast.asha)
    [seen] = seen_before(here, cast.asha).things
    assert (seen.before, seen.maybe) == (Elsewhere(1, 1), NOWHERE)


def test_that_somebody_hidden_was_judged_the_same_shows_nowhere(cast, linkage):
    here = put_report(cast.chai, "Hun Manet", tlp=Tlp.GREEN)
    linkage.step()
    alone = told(here, cast.chai)
    put_report(cast.asha, "Hun Manet")
    linkage.step()
    assert told(here, cast.chai) == alone
    judge_same(cast.asha)
    assert told(here, cast.chai) == alone


def test_two_who_are_one_through_somebody_hidden_alone_are_two_to_who_may_not_see_them(cast, linkage):
    here, there = put_report(cast.chai, "Hun Manet", tlp=Tlp.GREEN), put_report(cast.boun, "Hun Sen", tlp=Tlp.GREEN)
    bridge = put_report(cast.asha, "Hun")
    linkage.step()
    Pair.objects.all().delete()
    alone = told(here, cast.chai)
    with CaptureQueriesContext(connection) as asked:
        told(here, cast.chai)
    judge_same(cast.asha, *(put_pair(person_in(one), person_in(bridge)) for one in (here, there)))
    assert person_in(here).entity == person_in(there).entity
    with CaptureQueriesContext(connection) as asked_then:
        assert told(here, cast.chai) == alone
    assert len(asked_then) == len(asked)
    assert seen_before(here, cast.asha).things[0].before == Elsewhere(2, 2)


def test_beside_a_statement_stands_what_it_names_itself(cast, linkage):
    here = put_source(cast.chai, f"{CALL} Write to a@b-job.com.")
    first, second = put_statement(here, CALL), put_statement(here, "Write to a@b-job.com")
    put_call(cast.asha, tlp=Tlp.GREEN)
    linkage.step()
    seen = seen_before(here, cast.chai)
    assert [one.appearance.name for one in seen.told_beside(first.pk)] == ["+66812345678"]
    assert seen.told_beside(second.pk) == []
    alone = seen_before(here, cast.chai, statement=second)
    assert [one.appearance.name for one in alone.things] == ["a@b-job.com"]


def test_the_questions_do_not_grow_with_what_is_there_nor_with_what_is_hidden(cast, linkage):
    here = put_source(cast.chai, CALL)
    put_call(cast.asha, tlp=Tlp.GREEN)
    linkage.step()
    with CaptureQueriesContext(connection) as few:
        seen_before(here, cast.chai)
    for _ in range(3):
        put_call(cast.asha)
    more = put_source(cast.chai, f"{CALL} Or +66 81 234 5679, +66 81 234 5670.")
    linkage.step()
    with CaptureQueriesContext(connection) as still:
        seen_before(here, cast.chai)
    with CaptureQueriesContext(connection) as many:
        assert len(seen_before(more, cast.chai).things) == 3
    assert len(few) == len(still) == len(many) <= 6

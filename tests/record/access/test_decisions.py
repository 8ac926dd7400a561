"""Who may read what, who may do what, and that a hidden thing looks absent."""

from __future__ import annotations

import datetime
import hashlib
import uuid

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from noharbor.record.access.actions import Audience, give, withdraw
from noharbor.record.access.decisions import may, permitted, require
from noharbor.record.access.errors import NotAllowed
from noharbor.record.access.models import Grant, Member, Office, OfficeHolding
from noharbor.record.access.queries import only_readable
from noharbor.record.access.vocabulary import Permission, Tlp
from noharbor.record.audit.models import Entry
from noharbor.record.intake.models import Source
from tests.cast import invite

READ = Permission.SOURCE_READ


def source_of(member: Member, tlp: Tlp) -> Source:
    """A bare source row: these tests are about marking, not about content."""
    return Source.objects.create(
        sha256=hashlib.sha256(uuid.uuid4().bytes).hexdigest(),
        size_bytes=1,
        media_type="text/plain",
        kind="text",
        name="a.txt",
        owner=member.body,
        received_by=member,
        received_at=timezone.now(),
        tlp=tlp,
    )


def colleague_of(member: Member) -> Member:
    return Member.objects.create(username=uuid.uuid4().hex, name="Dao", body=member.body, password="!")


def visible(member: Member) -> set[uuid.UUID]:
    return set(only_readable(Source.objects.all(), member, kind=Source.KIND).values_list("id", flat=True))


@pytest.mark.parametrize("tlp", Tlp)
@pytest.mark.parametrize("invited", [False, True])
def test_the_filter_and_the_answer_never_differ(cast, tlp, invited):
    source = source_of(cast.asha, tlp)
    if invited:
        invite(source, cast.boun, by=cast.asha)
    for member in (*cast, colleague_of(cast.asha)):
        assert (source.id in visible(member)) == bool(may(member, READ, source)), member


@pytest.mark.parametrize(
    ("tlp", "owner", "colleague", "invited", "stranger"),
    [
        (Tlp.CLEAR, True, True, True, True),
        (Tlp.GREEN, True, True, True, True),
        (Tlp.AMBER, True, True, True, False),
        (Tlp.AMBER_STRICT, True, True, False, False),
        (Tlp.RED, True, False, True, False),
    ],
)
def test_each_marking_opens_as_far_as_it_says(cast, tlp, owner, colleague, invited, stranger):
    source = source_of(cast.asha, tlp)
    invite(source, cast.boun, by=cast.asha)
    people = (cast.asha, colleague_of(cast.asha), cast.boun, cast.chai)
    assert [source.id in visible(person) for person in people] == [owner, colleague, invited, stranger]


def test_leave_given_to_a_whole_body_does_not_open_a_closed_thing(cast):
    source = source_of(cast.asha, Tlp.RED)
    give(READ, Audience(body=cast.boun.body), thing=source, by=cast.asha, why="they asked")
    assert source.id not in visible(cast.boun)
    assert not may(cast.boun, READ, source)


def test_leave_given_to_a_body_opens_an_amber_thing_to_its_members(cast):
    source = source_of(cast.asha, Tlp.AMBER)
    give(READ, Audience(body=cast.boun.body), thing=source, by=cast.asha, why="they work on it")
    assert source.id in visible(cast.boun)
    assert source.id not in visible(cast.chai)


def test_who_goes_to_another_body_leaves_behind_what_the_first_was_invited_to(cast):
    source = source_of(cast.asha, Tlp.AMBER)
    give(READ, Audience(body=cast.boun.body), thing=source, by=cast.asha, why="they work on it")
    assert source.id in visible(cast.boun)
    cast.boun.body = cast.chai.body
    assert source.id not in visible(cast.boun)
    assert not may(cast.boun, READ, source)


def test_leave_given_to_an_office_ends_when_the_holder_leaves_it(cast):
    source = source_of(cast.asha, Tlp.RED)
    office = Office.objects.create(body=cast.boun.body, title="Liaison officer")
    today = timezone.localdate()
    holding = OfficeHolding.objects.create(member=cast.boun, office=office, first_day=today)
    give(READ, Audience(office=office), thing=source, by=cast.asha, why="the office works on it")
    assert source.id in visible(cast.boun)
    holding.first_day = today - datetime.timedelta(days=9)
    holding.last_day = today - datetime.timedelta(days=1)
    holding.save()
    assert source.id not in visible(cast.boun)
    assert not may(cast.boun, READ, source)


def test_withdrawn_leave_closes_and_the_row_stays(cast):
    source = source_of(cast.asha, Tlp.AMBER)
    invite(source, cast.boun, by=cast.asha)
    grant = Grant.objects.get(member=cast.boun, thing=source.id)
    withdraw(grant, by=cast.asha, why="the work is done", thing=source)
    assert source.id not in visible(cast.boun)
    grant.refresh_from_db()
    assert grant.withdrawn_by == cast.asha
    assert Entry.objects.filter(verb="grant:withdrawn", thing=str(source.id)).exists()


def test_leave_ends_with_its_last_day(cast):
    source = source_of(cast.asha, Tlp.AMBER)
    today = timezone.localdate()
    give(READ, Audience(member=cast.boun), thing=source, by=cast.asha, why="for a day", last_day=today)
    assert may(cast.boun, READ, source)
    assert not may(cast.boun, READ, source, on=today + datetime.timedelta(days=1))


def test_an_empty_audience_is_nobody(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        give(READ, Audience(), why="to nobody")


def test_two_audiences_in_one_leave_are_refused(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        give(READ, Audience(member=cast.boun, body=cast.chai.body), why="to two")


def test_a_member_who_left_sees_nothing(cast):
    source_of(cast.asha, Tlp.CLEAR)
    cast.asha.is_active = False
    assert visible(cast.asha) == set()
    assert not may(cast.asha, Permission.SOURCE_ADD)


def test_reading_leave_is_not_leave_to_judge(cast):
    source = source_of(cast.asha, Tlp.AMBER)
    invite(source, cast.boun, by=cast.asha)
    verdict = may(cast.boun, Permission.STATEMENT_JUDGE, source)
    assert not verdict
    assert "may read" in str(verdict.reason)


def test_the_refusal_of_a_hidden_thing_says_what_an_absent_one_would(cast):
    hidden = source_of(cast.asha, Tlp.AMBER)
    reasons = {str(may(cast.chai, permission, hidden).reason) for permission in Permission}
    assert reasons == {"There is nothing here that you may see."}


def test_nobody_invites_to_what_they_do_not_own(cast):
    source = source_of(cast.asha, Tlp.AMBER)
    invite(source, cast.boun, by=cast.asha)
    with pytest.raises(NotAllowed):
        give(READ, Audience(member=cast.chai), thing=source, by=cast.boun, why="a friend")
    assert source.id not in visible(cast.chai)


def test_nobody_withdraws_what_they_do_not_own(cast):
    source = source_of(cast.asha, Tlp.AMBER)
    invite(source, cast.boun, by=cast.asha)
    grant = Grant.objects.get(member=cast.boun, thing=source.id)
    with pytest.raises(NotAllowed):
        withdraw(grant, by=cast.chai, why="spite", thing=source)


def test_an_error_carries_permission_and_reason(cast):
    with pytest.raises(NotAllowed) as caught:
        require(cast.chai, Permission.AUDIT_READ)
    assert caught.value.permission is Permission.AUDIT_READ
    assert str(caught.value.reason)


def test_filtering_never_doubles_a_row(cast):
    source = source_of(cast.asha, Tlp.AMBER)
    for _ in range(3):
        invite(source, cast.boun, by=cast.asha)
    assert only_readable(Source.objects.all(), cast.boun, kind=Source.KIND).count() == 1


def test_permissions_are_sorted_and_spoken_the_same_way():
    assert Permission.names == sorted(Permission.names)
    assert all(permission.value.count(":") == 1 for permission in Permission)


def test_all_that_a_member_may_in_general_is_what_they_may_one_by_one(cast):
    for member in cast:
        assert permitted(member) == {permission for permission in Permission if may(member, permission)}
    cast.asha.is_active = False
    assert permitted(cast.asha) == frozenset()

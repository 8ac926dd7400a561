"""Leave cannot be stretched: not to oneself, not to all, not into another body, not by taking back what others gave."""

from __future__ import annotations

import pytest
from django.utils import timezone

from noharbor.record.access.actions import Audience, give, withdraw
from noharbor.record.access.decisions import may
from noharbor.record.access.errors import NotAllowed
from noharbor.record.access.models import Grant, Office, OfficeHolding
from noharbor.record.access.vocabulary import Permission, Tlp
from noharbor.record.audit.models import Entry
from tests.cast import invite
from tests.record.access.test_decisions import colleague_of, source_of


def test_a_member_gives_leave_for_single_things_only(cast):
    for permission in Permission:
        with pytest.raises(NotAllowed):
            give(permission, Audience(member=cast.asha), by=cast.asha, why="for all")
    assert not Grant.objects.filter(given_by=cast.asha).exists()


def test_nobody_gives_what_they_may_not_do_themselves(cast):
    source = source_of(cast.asha, Tlp.AMBER)
    inviter = colleague_of(cast.asha)
    give(Permission.SOURCE_INVITE, Audience(member=inviter), why="set up")
    with pytest.raises(NotAllowed):
        give(Permission.SOURCE_MARK, Audience(member=inviter), thing=source, by=inviter, why="me too")
    give(Permission.SOURCE_READ, Audience(member=cast.boun), thing=source, by=inviter, why="they work on it")
    assert may(cast.boun, Permission.SOURCE_READ, source)


def test_leave_for_one_thing_is_not_withdrawn_by_naming_another(cast):
    theirs = source_of(cast.boun, Tlp.AMBER)
    give(Permission.SOURCE_READ, Audience(member=cast.chai), thing=theirs, why="set up")
    grant = Grant.objects.get(member=cast.chai, thing=theirs.id)
    own = source_of(cast.asha, Tlp.AMBER)
    for pretext in (own, None):
        with pytest.raises(NotAllowed):
            withdraw(grant, by=cast.asha, why="spite", thing=pretext)
    assert may(cast.chai, Permission.SOURCE_READ, theirs)


def test_general_leave_is_withdrawn_within_ones_own_body_only(cast):
    grant = Grant.objects.get(member=cast.chai, permission=Permission.SOURCE_ADD)
    with pytest.raises(NotAllowed):
        withdraw(grant, by=cast.asha, why="spite")
    assert may(cast.chai, Permission.SOURCE_ADD)


def test_an_office_in_another_body_opens_nothing_of_ones_own(cast):
    source = source_of(cast.asha, Tlp.AMBER)
    seconded = colleague_of(cast.asha)
    office = Office.objects.create(body=cast.boun.body, title="Liaison officer")
    OfficeHolding.objects.create(member=seconded, office=office, first_day=timezone.localdate())
    for permission in (Permission.SOURCE_MARK, Permission.AUDIT_READ, Permission.SOURCE_ADD):
        give(permission, Audience(office=office), why="for what the Lao office owns")
    assert may(seconded, Permission.SOURCE_READ, source)
    assert not may(seconded, Permission.SOURCE_MARK, source)
    assert not may(seconded, Permission.AUDIT_READ)
    assert not may(seconded, Permission.SOURCE_ADD)


def test_an_entry_about_leave_says_whose_body_it_concerns(cast):
    source = source_of(cast.asha, Tlp.AMBER)
    invite(source, cast.boun, by=cast.asha)
    entry = Entry.objects.filter(verb="grant:given", thing=str(source.id)).get()
    assert entry.details["body"] == cast.boun.body.name

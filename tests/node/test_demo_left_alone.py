"""A node that holds members of its own is never given demo data."""

from __future__ import annotations

import pytest

from noharbor.node.demo.load import load_demo, sign_in_lines
from noharbor.node.demo.members import passwords_path
from noharbor.record.access.actions import add_body, add_member
from noharbor.record.access.models import Body, Member
from noharbor.record.access.vocabulary import BodyKind
from noharbor.record.intake.models import Source


@pytest.fixture
def embassy(db, settings, tmp_path):
    settings.HOME = tmp_path
    body = add_body("An embassy", kind=BodyKind.EMBASSY, country="LA")
    return add_member("clerk", "Clerk", body=body, password="a long walk to the river bridge")


def test_a_node_with_members_of_its_own_is_left_alone(embassy):
    said: list[str] = []
    assert load_demo(said.append) is False
    assert said == ["This node has members of its own, so no demo was loaded into it."]
    assert list(Member.objects.all()) == [embassy]
    assert Body.objects.count() == 1
    assert Source.objects.count() == 0


def test_it_gets_no_passwords_and_prints_none(embassy):
    load_demo()
    assert not passwords_path().exists()
    assert list(sign_in_lines()) == []

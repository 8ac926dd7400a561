"""An owner may let others know that somebody knows; nobody else may, and never of what is closed."""

from __future__ import annotations

import pytest

from noharbor.record.access.errors import NotAllowed
from noharbor.record.access.vocabulary import Tlp
from noharbor.record.audit.models import Entry
from noharbor.record.linkage.actions import hints
from noharbor.record.linkage.errors import ClosedToHints
from noharbor.record.linkage.models import Hint
from noharbor.record.linkage.queries.hints import is_hinted
from tests.cast import invite
from tests.desk.stage import put_source

pytestmark = pytest.mark.django_db


def test_it_is_off_until_the_owner_gives_it_and_given_once(cast):
    source = put_source(cast.asha)
    assert not is_hinted(source)
    hints.give(source, by=cast.asha)
    hints.give(source, by=cast.asha)
    assert is_hinted(source)
    assert list(Entry.objects.values_list("verb", flat=True)).count("hint:given") == 1


def test_it_is_withdrawn_and_the_row_stays(cast):
    source = put_source(cast.asha)
    hints.give(source, by=cast.asha)
    hints.withdraw(source, by=cast.asha)
    hints.withdraw(source, by=cast.asha)
    assert not is_hinted(source)
    kept = Hint.objects.get()
    assert (kept.by, kept.withdrawn_by) == (cast.asha, cast.asha)
    assert list(Entry.objects.values_list("verb", flat=True)).count("hint:withdrawn") == 1
    hints.give(source, by=cast.asha)
    assert is_hinted(source)


def test_who_was_only_invited_may_neither_give_nor_withdraw_it(cast):
    source = put_source(cast.asha)
    invite(source, cast.boun, by=cast.asha)
    for member in (cast.boun, cast.chai):
        with pytest.raises(NotAllowed):
            hints.give(source, by=member)
    hints.give(source, by=cast.asha)
    for member in (cast.boun, cast.chai):
        with pytest.raises(NotAllowed):
            hints.withdraw(source, by=member)
    assert is_hinted(source)


def test_a_closed_source_gives_none(cast):
    source = put_source(cast.asha, tlp=Tlp.RED)
    with pytest.raises(ClosedToHints):
        hints.give(source, by=cast.asha)
    assert not Hint.objects.exists()

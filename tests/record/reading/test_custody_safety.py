"""What closed things say is not read without an entry, wherever it is shown."""

from __future__ import annotations

from noharbor.record.access.vocabulary import Tlp
from noharbor.record.audit.models import Entry
from noharbor.record.reading import custody
from noharbor.record.reading.custody import note_reading


def looks(thing: object) -> int:
    verbs = ("source:listed", "source:opened", "statement:opened")
    return Entry.objects.filter(verb__in=verbs, thing=str(thing)).count()


def test_what_is_open_leaves_no_entry(cast, handover):
    note_reading([handover], by=cast.asha)
    assert looks(handover.pk) == looks(handover.source_id) == 0


def test_a_closed_source_in_a_list_is_noted_once_for_a_look(cast, handover, monkeypatch):
    handover.source.tlp = Tlp.RED
    note_reading([handover, handover], by=cast.asha)
    note_reading([handover], by=cast.asha)
    assert looks(handover.source_id) == 1
    note_reading([handover], by=cast.boun)
    assert looks(handover.source_id) == 2
    monkeypatch.setattr(custody, "SAME_LOOK", -custody.SAME_LOOK)
    note_reading([handover], by=cast.asha)
    assert looks(handover.source_id) == 3


def test_a_closed_statement_of_an_open_source_is_noted_by_itself(cast, handover):
    handover.tlp = Tlp.RED
    note_reading([handover], by=cast.asha)
    assert (looks(handover.pk), looks(handover.source_id)) == (1, 0)

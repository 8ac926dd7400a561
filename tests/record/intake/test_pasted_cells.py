"""Cells that somebody pastes are sealed as they are and kept as a table."""

from __future__ import annotations

import pytest

from noharbor.record.intake.actions import receive_cells, receive_text
from noharbor.record.intake.queries import original_of
from noharbor.record.intake.vocabulary import ArrivalOutcome, SourceKind

pytestmark = pytest.mark.django_db

CELLS = "姓名\t护照号\n王伟\tE12345678\n李娜\t\n"


def test_they_become_a_sealed_source_with_a_table(cast):
    source = receive_cells(CELLS, by=cast.asha, name="From the chat").source
    assert (source.kind, source.name) == (SourceKind.PASTED, "From the chat")
    assert original_of(source).read_bytes() == CELLS.encode()
    [table] = source.tables.all()
    assert table.rows == [["姓名", "护照号"], ["王伟", "E12345678"], ["李娜"]]


def test_the_same_cells_again_add_nothing(cast):
    receive_cells(CELLS, by=cast.asha)
    again = receive_cells(CELLS, by=cast.asha)
    assert again.arrival.outcome == ArrivalOutcome.DUPLICATE
    assert again.duplicate_of.tables.count() == 1


def test_what_was_pasted_as_a_text_becomes_a_table_beside_its_words(cast):
    words = "Name, Passport\nWang Wei, E12345678\n"
    source = receive_text(words, by=cast.asha).source
    assert not source.tables.exists()
    assert receive_cells(words, by=cast.asha).duplicate_of == source
    assert source.tables.get().row_count == 2
    assert source.texts.get(current=True).text


def test_nothing_pasted_is_refused_with_a_sentence(cast):
    refused = receive_cells(" \n\t\n", by=cast.asha)
    assert refused.arrival.outcome == ArrivalOutcome.REFUSED
    assert refused.arrival.problem_sentence

"""The parties of a statement stand in a column, in step with what the statement says."""

from __future__ import annotations

import pytest

from noharbor.record.reading.models import Statement
from noharbor.record.reading.parties import MOST_PARTIES, parties_of
from tests.desk.stage import put_source, put_statement


@pytest.mark.parametrize(
    ("acting", "left", "reached", "written"),
    [
        (["CN", "MM"], "", "", "CN MM"),
        (["CN"], "MM", "CN", "CN MM"),
        ([], "MM", "", "MM"),
        (["CN", "CN", "", "police of Yangon"], "", "", "CN"),
        ([], "", "", ""),
    ],
)
def test_each_state_is_named_once(acting, left, reached, written):
    assert parties_of(acting, left, reached) == written


def test_the_column_holds_no_more_than_it_can():
    many = [chr(65 + number // 26) + chr(65 + number % 26) for number in range(200)]
    assert len(parties_of(many, "", "").split()) == MOST_PARTIES


def test_one_row_and_many_are_written_with_their_parties(cast):
    source = put_source(cast.asha)
    one = put_statement(source, detail={"countries": ["TH"]})
    many = put_statement(source, detail={"countries": ["LA"]}, from_country="", to_country="")
    many.pk = None
    Statement.objects.bulk_create([many])
    assert set(Statement.objects.values_list("parties", flat=True)) == {"TH MM CN", "LA"}
    one.state = "confirmed"
    one.save(update_fields=["state"])
    one.refresh_from_db()
    assert one.parties == "TH MM CN"

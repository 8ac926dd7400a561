"""The stage on which the tests of pages play."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from noharbor.record.access.models import Member
from noharbor.record.intake.models import Arrival, Source, SourceTable
from noharbor.record.intake.vocabulary import ArrivalOutcome
from noharbor.record.linkage.models import Pair, Reconciliation
from noharbor.record.reading.models import Statement
from tests.cast import Cast, invite
from tests.desk.stage import put_source, put_statement
from tests.record.linkage.lists import EMBASSY, put_comparison, put_list


@dataclass(frozen=True)
class Stage:
    """Asha's source with two statements, and her list; Boun was invited to both, Chai must not learn of them."""

    cast: Cast
    source: Source
    statement: Statement
    other: Statement
    arrival: Arrival
    table: SourceTable
    reconciliation: Reconciliation

    @property
    def pair(self) -> Pair:
        """Two people of the list that may be one."""
        return Pair.objects.get(one__list_reading__table=self.table)

    def client(self, member: Member) -> Client:
        client = Client()
        client.force_login(member, backend=settings.AUTHENTICATION_BACKENDS[0])
        return client


@pytest.fixture
def stage(cast: Cast) -> Stage:
    return make_stage(cast)


def make_stage(cast: Cast) -> Stage:
    source = put_source(cast.asha)
    statement = put_statement(source)
    other = put_statement(
        source,
        "Police in Myawaddy had caught them two days earlier in a rented house.",
        kind="arrest",
        place_name="Myawaddy",
        place_country="MM",
        moment_words="two days earlier",
        moment_resolved_by="days before",
    )
    arrival = Arrival.objects.create(
        name="report.txt",
        size_bytes=source.size_bytes,
        sha256=source.sha256,
        outcome=ArrivalOutcome.SEALED,
        source=source,
        owner=source.owner,
        by=cast.asha,
        at=timezone.now(),
    )
    invite(source, cast.boun, by=cast.asha)
    table = put_list(cast.asha, EMBASSY)
    invite(table.source, cast.boun, by=cast.asha)
    return Stage(cast, source, statement, other, arrival, table, put_comparison(table, by=cast.asha))

"""The people every test speaks of.

Asha owns: analyst of the joint desk, may add, grade, mark, invite, judge and read the log.
Boun is invited: liaison of another body, reads what he was invited to.
Chai must not learn that it exists: an aid worker of a third body.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from noharbor.record.access.actions import Audience, add_member, give
from noharbor.record.access.models import Body, Member
from noharbor.record.access.vocabulary import BodyKind, Permission, Tlp
from noharbor.record.intake.models import Source

PASSWORD = "a long walk to the river bridge"

OWNERS_LEAVE = (
    Permission.AUDIT_READ,
    Permission.PAIR_JUDGE,
    Permission.SOURCE_ADD,
    Permission.SOURCE_GRADE,
    Permission.SOURCE_INVITE,
    Permission.SOURCE_MARK,
    Permission.STATEMENT_JUDGE,
)


@dataclass(frozen=True)
class Cast:
    asha: Member
    boun: Member
    chai: Member

    def __iter__(self):
        return iter((self.asha, self.boun, self.chai))


def make_cast() -> Cast:
    desk = Body.objects.create(name="Joint Desk", kind=BodyKind.JOINT_CENTRE, country="TH")
    liaison = Body.objects.create(name="Lao Liaison Office", kind=BodyKind.POLICE, country="LA")
    shelter = Body.objects.create(name="River Shelter", kind=BodyKind.AID_GROUP, country="TH")
    asha = add_member("asha", "Asha", body=desk, password=PASSWORD)
    boun = add_member("boun", "Boun", body=liaison, password=PASSWORD)
    chai = add_member("chai", "Chai", body=shelter, password=PASSWORD)
    for permission in OWNERS_LEAVE:
        give(permission, Audience(member=asha), why="test")
    for member in (boun, chai):
        give(Permission.SOURCE_ADD, Audience(member=member), why="test")
        give(Permission.PAIR_JUDGE, Audience(member=member), why="test")
        give(Permission.STATEMENT_JUDGE, Audience(member=member), why="test")
    return Cast(asha, boun, chai)


ELEVEN = """Eleven suspects return from Myawaddy

Eleven people suspected of online fraud were handed over from Myanmar to China on 19 August 2023, the ministry said.

Police in Myawaddy had caught them two days earlier in a rented house.
"""


def make_source(by: Member, text: str = ELEVEN, *, tlp: Tlp = Tlp.AMBER, language: str = "en") -> Source:
    """A sealed source with its text, made the way people make it."""
    from noharbor.record.intake.actions import Particulars, receive

    particulars = Particulars(language=language, tlp=tlp)
    receipt = receive(io.BytesIO(text.encode("utf-8")), name="report.txt", by=by, particulars=particulars)
    assert receipt.source is not None, receipt.arrival.problem_text
    return receipt.source


def invite(source: Source, member: Member, *, by: Member) -> None:
    """Let somebody read one source."""
    give(Permission.SOURCE_READ, Audience(member=member), thing=source, by=by, why="they work on it too")

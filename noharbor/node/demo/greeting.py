"""What greets the members of the demo: a sentence behind a number, a month on the map, a question of who is who."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from noharbor.desk.widgets.greeting import Greeting, Thing
from noharbor.node.demo.members import BODIES
from noharbor.record.access.models import Member
from noharbor.record.linkage.queries.reconciliations import visible_to as reconciliations_visible_to
from noharbor.record.reading.models import Statement
from noharbor.record.reading.queries import visible_to
from noharbor.science.language.events import Bound

#: The report that says a number of suspects, in which words, and the number.
RELEASE, WORDS, SUSPECTS = "2023-08-26-eleven-from-myawaddy.txt", "more than 300 suspects", 300
#: The wallet that two invented victims of fraud were given.
WALLET = "0x52908400098527886E0F7030069857D2E4169EE7"


def greeting(member: Member) -> Greeting | None:
    """Return what greets a member of the demo; None for anybody else."""
    if member.body.name not in {body.name for body in BODIES.values()}:
        return None
    return Greeting(
        _("Welcome to the demo: public events of 2021 to 2026 in our own words, and invented reports that say so."),
        (_sentence(member), _month(), _pair() if reconciliations_visible_to(member).exists() else _wallet()),
    )


def _sentence(member: Member) -> Thing:
    said = visible_to(member).filter(source__name=RELEASE, count=SUSPECTS, count_bound=Bound.AT_LEAST)
    statement = said.first()
    # While the demo is being read, the words are found before what they say.
    elsewhere = f"{reverse('search')}?{urlencode({'q': WORDS})}"
    return Thing(
        _("Read the sentence behind “more than 300 suspects”"),
        _("It stands lit in the release, with its speaker, its bound and its day beside it."),
        _lit(statement) if statement else elsewhere,
    )


def _lit(statement: Statement) -> str:
    # At the words, not at what was read from them: on a phone these stand one above the other.
    source = reverse("source", kwargs={"source": statement.source_id})
    return f"{source}?statement={statement.pk}#passage-{statement.pk}"


def _month() -> Thing:
    return Thing(
        _("See July 2023 on the map"),
        _("What was said of that month, drawn no finer than it is known; then move the slider on to February 2025."),
        f"{reverse('map')}?{urlencode({'first': '2023-07', 'last': '2023-07'})}",
    )


def _pair() -> Thing:
    return Thing(
        _("Say who is who on two lists"),
        _("Invented people in six scripts: s is same, d different, u unsure, and everything can be taken back."),
        reverse("review"),
    )


def _wallet() -> Thing:
    return Thing(
        _("Look for one wallet in two reports"),
        _("Two people who never met paid to the same address; both are invented."),
        f"{reverse('search')}?{urlencode({'q': WALLET})}",
    )

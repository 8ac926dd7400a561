"""The first visit: one sentence, and three things to try."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from noharbor.record.access.decisions import permitted
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Permission

#: So many things are offered to try.
THINGS = 3


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to try.

    Attributes:
        title: What to do, in a few words; the link.
        words: What comes of it, in a sentence.
        address: Where it is done; empty where it is done elsewhere than on the desk.
    """

    title: str | Promise
    words: str | Promise
    address: str = ""


@dataclass(frozen=True, slots=True)
class Greeting:
    """What greets a member until they put it away."""

    sentence: str | Promise
    things: tuple[Thing, ...]


#: What a node may give instead of the desk's own greeting, as `GREETING` of the settings names it; None where it has
#: nothing of its own to say to a member.
OwnGreeting = Callable[[Member], Greeting | None]


def greeting_for(member: Member) -> Greeting | None:
    """Return what greets a member; None once they have put it away."""
    if member.greeting_put_away_at is not None:
        return None
    own: OwnGreeting = import_string(settings.GREETING)
    return own(member) or _of_the_desk(permitted(member))


def _of_the_desk(may: frozenset[Permission]) -> Greeting:
    """Greet on a node of one's own, with what the member may do there."""
    offered: list[Thing] = []
    if Permission.SOURCE_ADD in may:
        offered += [
            Thing(
                _("Hand in a first report"),
                _("Drop a news article or a statement of a ministry on the field below; it is read within seconds."),
                f"{reverse('inbox')}#hand-in",
            ),
            Thing(
                _("Lay two lists side by side"),
                _("Of people handed over and people looked for, say: who stands on both, and why it may be so."),
                reverse("lists"),
            ),
        ]
    if Permission.SOURCE_INVITE in may:
        offered.append(
            Thing(
                _("Let a colleague in"),
                _("Whoever runs this node adds them with the command “noharbor member add”; they see nothing yet."),
            )
        )
    offered += [
        Thing(
            _("Find a name in any script"),
            _("Type it as you know it: without tone marks, in simplified or in traditional characters."),
            reverse("search"),
        ),
        Thing(
            _("Look at what happened, row by row"),
            _("Each event leads to the very sentence that says so."),
            reverse("events"),
        ),
        Thing(
            _("Compare two names across scripts"),
            _("See how likely they are one, which parts met, and by which way of spelling."),
            reverse("names"),
        ),
    ]
    return Greeting(
        _("Welcome. Hand in a report, and read in it who did what, when and where.")
        if Permission.SOURCE_ADD in may
        else _("Welcome. Read here who said what, when and where, each beside the words that say so."),
        tuple(offered[:THINGS]),
    )

"""The words of history: `thing:verb`, alphabetical."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verb(models.TextChoices):
    """What happened."""

    ARRIVAL_REFUSED = "arrival:refused", _("could not read what arrived")
    BODY_ADDED = "body:added", _("added a body")
    ENGINE_READ = "engine:read", _("read a text")
    GRANT_GIVEN = "grant:given", _("gave leave")
    GRANT_WITHDRAWN = "grant:withdrawn", _("took leave back")
    HINT_GIVEN = "hint:given", _("let others know that somebody knows")
    HINT_WITHDRAWN = "hint:withdrawn", _("took back that somebody knows")
    LIST_READ = "list:read", _("understood a list")
    LIST_TOLD = "list:told", _("said what a list's columns are")
    MEMBER_ADDED = "member:added", _("added a member")
    MEMBER_SIGNED_IN = "member:signed_in", _("signed in")
    MEMBER_SIGNED_OUT = "member:signed_out", _("signed out")
    MEMBER_SIGN_IN_FAILED = "member:sign_in_failed", _("failed to sign in")
    OFFICE_TAKEN = "office:taken", _("took an office")
    PAIR_JUDGED = "pair:judged", _("judged whether two are one")
    PAIR_WITHDRAWN = "pair:withdrawn", _("took a judgement of two back")
    RECONCILIATION_DONE = "reconciliation:done", _("compared lists")
    RECONCILIATION_EXPORTED = "reconciliation:exported", _("took out the result of a comparison")
    RECONCILIATION_STARTED = "reconciliation:started", _("asked for lists to be compared")
    RECONCILIATION_STOPPED = "reconciliation:stopped", _("stopped a comparison")
    SOURCE_DUPLICATE = "source:duplicate", _("received what was already here")
    SOURCE_EXPORTED = "source:exported", _("took out the original")
    SOURCE_GRADED = "source:graded", _("graded a source")
    SOURCE_LISTED = "source:listed", _("saw a closed source in a list")
    SOURCE_MARKED = "source:marked", _("changed a marking")
    SOURCE_OPENED = "source:opened", _("opened a closed source")
    SOURCE_SEALED = "source:sealed", _("received a source")
    STATEMENT_GRADED = "statement:graded", _("graded a statement")
    STATEMENT_MARKED = "statement:marked", _("changed a statement's marking")
    STATEMENT_OPENED = "statement:opened", _("read a closed statement")
    STATEMENT_REVIEWED = "statement:reviewed", _("judged a statement")

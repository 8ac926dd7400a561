"""The one way to have lists compared, to stop that, and to have it done again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from noharbor.record.access.decisions import require
from noharbor.record.access.errors import NotAllowed
from noharbor.record.access.models import Member
from noharbor.record.access.vocabulary import Permission
from noharbor.record.audit.actions import append
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.intake.models import SourceTable
from noharbor.record.linkage.errors import NothingToCompare, RunGoesOn
from noharbor.record.linkage.models import ReconciledList, Reconciliation
from noharbor.record.linkage.queries.lists import list_name, without_twins
from noharbor.record.linkage.queries.reconciliations import visible_to
from noharbor.record.linkage.vocabulary import RunState

KIND = "reconciliation"
_LONGEST_TITLE = 200


@transaction.atomic
def start(
    tables: Sequence[SourceTable], *, by: Member, title: str = "", deadline: date | None = None
) -> Reconciliation:
    """Have lists compared; the worker does it.

    Args:
        tables: Two or more lists, or one to look for people who stand on it twice. A list of the same bytes as another
            adds nothing and is left out; see `queries.lists.without_twins`.
        by: Who asks; they must be able to read every list.
        title: What to call it; the names of the lists without it.
        deadline: The day by which the answer is needed.

    Raises:
        NotAllowed: They may not read one of the lists.
        NothingToCompare: No list was given.
    """
    for table in tables:
        require(by, Permission.SOURCE_READ, table.source)
    kept, _twins = without_twins(tables)
    if not kept:
        raise NothingToCompare
    reconciliation = Reconciliation.objects.create(
        title=(title or " · ".join(map(list_name, kept)))[:_LONGEST_TITLE],
        owner_id=by.body_id,
        by=by,
        at=timezone.now(),
        deadline=deadline,
    )
    ReconciledList.objects.bulk_create(
        ReconciledList(reconciliation=reconciliation, position=position, table=table)
        for position, table in enumerate(kept)
    )
    _note(Verb.RECONCILIATION_STARTED, reconciliation, by, lists=len(kept))
    return reconciliation


@transaction.atomic
def stop(reconciliation: Reconciliation, *, by: Member) -> None:
    """End a run within a second or two; what was compared so far is kept. One that is over stays as it is.

    Raises:
        NotAllowed: They may not see it, or it is another body's.
    """
    _require_own(reconciliation, by)
    mine = Reconciliation.objects.filter(pk=reconciliation.pk)
    stopped = mine.filter(state=RunState.WAITING).update(state=RunState.STOPPED)
    if stopped or mine.filter(state=RunState.RUNNING).update(stop_asked=True):
        _note(Verb.RECONCILIATION_STOPPED, reconciliation, by)


@transaction.atomic
def go_on(reconciliation: Reconciliation, *, by: Member) -> None:
    """Go on with a run that was stopped or failed, from where it was; or compare again what is done.

    Raises:
        NotAllowed: They may not see it, or it is another body's.
        RunGoesOn: It is under way.
    """
    _require_own(reconciliation, by)
    over = (RunState.DONE, RunState.FAILED, RunState.STOPPED)
    mine = Reconciliation.objects.filter(pk=reconciliation.pk, state__in=over)
    if not mine.update(state=RunState.WAITING, stop_asked=False, doing="", done=0, all=0, problem=""):
        raise RunGoesOn
    _note(Verb.RECONCILIATION_STARTED, reconciliation, by, again=True)


def may_run(reconciliation: Reconciliation, member: Member) -> bool:
    """Say whether a member may stop it and have it done again."""
    return member.is_active and member.body_id == reconciliation.owner_id


def require_visible(reconciliation: Reconciliation, by: Member) -> None:
    """Go on only if the member may read every list.

    Raises:
        NotAllowed: They may not.
    """
    if not visible_to(by).filter(pk=reconciliation.pk).exists():
        raise NotAllowed(Permission.SOURCE_READ, _("There is nothing here that you may see."))


def _require_own(reconciliation: Reconciliation, by: Member) -> None:
    require_visible(reconciliation, by)
    if not may_run(reconciliation, by):
        raise NotAllowed(
            Permission.SOURCE_READ,
            _("Another body asked for this comparison. You may have the same lists compared on your own."),
        )


def _note(verb: Verb, reconciliation: Reconciliation, by: Member, **detail: object) -> None:
    append(verb, by=by, thing_kind=KIND, thing=reconciliation.pk, detail=detail)

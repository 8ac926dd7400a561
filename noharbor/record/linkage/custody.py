"""Reads of lists that are acts themselves: seeing rows of a closed one, taking out a result."""

from __future__ import annotations

from noharbor.record.access.models import Member
from noharbor.record.audit.actions import append
from noharbor.record.audit.vocabulary import Verb
from noharbor.record.linkage.actions.reconciliations import KIND, require_visible
from noharbor.record.linkage.forms import ResultForm
from noharbor.record.linkage.models import Reconciliation
from noharbor.record.linkage.queries.reconciliations import tables_of
from noharbor.record.linkage.results import result_of
from noharbor.record.reading.custody import note_sources


def note_lists(reconciliation: Reconciliation, *, by: Member) -> None:
    """Note in the log which closed lists a member is shown rows of."""
    note_sources([table.source for table in tables_of(reconciliation)], by=by)


def take_out(reconciliation: Reconciliation, form: ResultForm, *, by: Member) -> bytes:
    """Note that a member takes out a result, and return it: what they may see of it, and nothing else.

    Raises:
        NotAllowed: They may not read every list of it.
    """
    require_visible(reconciliation, by)
    result = result_of(reconciliation, by)
    append(
        Verb.RECONCILIATION_EXPORTED,
        by=by,
        thing_kind=KIND,
        thing=reconciliation.pk,
        detail={"form": form.name, "pairs": len(result.summary.found.pairs)},
    )
    note_sources([table.source for table in result.lists.tables], by=by)
    return form.write(result)

"""What a member takes out of the node for other machines; the node puts it behind the door of the desk."""

from __future__ import annotations

import tempfile
from pathlib import Path
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from noharbor.gate.htcds.reconciliations import take_out
from noharbor.record.access.models import Member
from noharbor.record.linkage.queries.reconciliations import visible_to
from noharbor.record.linkage.workbook import write_workbook

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class MembersRequest(HttpRequest):
    """A request that only members can make: the door stands before."""

    user: Member


@require_GET
def reconciliation_htcds(request: MembersRequest, reconciliation: UUID) -> HttpResponse:
    """Hand out the people of a reconciliation in IOM's case data standard."""
    wanted = get_object_or_404(visible_to(request.user), pk=reconciliation)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "htcds.xlsx"
        write_workbook(path, take_out(wanted, by=request.user).tables())
        return HttpResponse(
            path.read_bytes(),
            content_type=_WORKBOOK,
            headers={"Content-Disposition": 'attachment; filename="htcds.xlsx"'},
        )

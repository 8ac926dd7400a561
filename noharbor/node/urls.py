"""Addresses of one node."""

from django.urls import include, path

from noharbor.desk.pages.page import Page, guarded
from noharbor.gate.downloads import reconciliation_htcds

#: What goes out through the gate, behind the same door as the pages of the desk.
HANDED_OUT: tuple[Page, ...] = (
    Page("reconciliation-htcds", "reconciliations/<uuid:reconciliation>/htcds.xlsx", reconciliation_htcds),
)

urlpatterns = [
    path("", include("noharbor.desk.urls")),
    *(path(page.path, guarded(page), name=page.name) for page in HANDED_OUT),
]

handler400 = "noharbor.desk.pages.refusals.bad_request"
handler403 = "noharbor.desk.pages.refusals.forbidden"
handler404 = "noharbor.desk.pages.refusals.not_found"
handler500 = "noharbor.desk.pages.refusals.broken"

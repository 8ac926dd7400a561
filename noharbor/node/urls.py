"""Addresses of one node."""

from django.urls import include, path

urlpatterns = [path("", include("noharbor.desk.urls"))]

handler400 = "noharbor.desk.pages.refusals.bad_request"
handler403 = "noharbor.desk.pages.refusals.forbidden"
handler404 = "noharbor.desk.pages.refusals.not_found"
handler500 = "noharbor.desk.pages.refusals.broken"

"""Addresses of one node."""

from django.urls import include, path

urlpatterns = [path("", include("noharbor.desk.urls"))]

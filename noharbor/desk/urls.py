"""Addresses of the desk, made from the one list of pages."""

from django.urls import path

from noharbor.desk.pages import PAGES
from noharbor.desk.pages.page import guarded

urlpatterns = [path(page.path, guarded(page), name=page.name) for page in PAGES]

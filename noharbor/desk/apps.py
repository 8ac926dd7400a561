"""Registers the desk with Django."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The desk: templates, static files, pages."""

    name = "noharbor.desk"
    label = "desk"

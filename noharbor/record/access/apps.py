"""Registers the stage with Django."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The access stage."""

    name = "noharbor.record.access"
    label = "access"

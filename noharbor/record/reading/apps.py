"""Registers the stage with Django."""

from django.apps import AppConfig


class ReadingConfig(AppConfig):
    """The reading stage."""

    name = "noharbor.record.reading"
    label = "reading"

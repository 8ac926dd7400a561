"""Registers the stage with Django."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """The intake stage."""

    name = "noharbor.record.intake"
    label = "intake"

"""Registers the stage with Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The audit stage."""

    name = "noharbor.record.audit"
    label = "audit"

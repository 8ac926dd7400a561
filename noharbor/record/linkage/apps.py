"""The stage where what sources say becomes people, groups, sites and identifiers."""

from django.apps import AppConfig


class LinkageConfig(AppConfig):
    """Registers the tables of linkage."""

    name = "noharbor.record.linkage"
    label = "linkage"

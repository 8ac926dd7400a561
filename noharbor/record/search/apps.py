"""The search stage as a Django app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Fifth stage: what stands can be found by its words."""

    name = "noharbor.record.search"
    label = "search"

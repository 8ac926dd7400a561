"""Registers the node with Django."""

from django.apps import AppConfig


class NodeConfig(AppConfig):
    """The node: settings, worker, command line."""

    name = "noharbor.node"
    label = "node"

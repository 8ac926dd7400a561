"""No Harbor: the open joint case desk against cross-border telecom and online fraud."""

__version__ = "0.1.0"

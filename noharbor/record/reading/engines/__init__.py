"""The engines that read, in one list.

The first is always there; the second works only where the node's owner names an endpoint.
"""

from __future__ import annotations

from noharbor.record.reading.engines.endpoint import EndpointEngine
from noharbor.record.reading.engines.protocol import Engine
from noharbor.record.reading.engines.rules import RulesEngine

ENGINES: tuple[Engine, ...] = (
    RulesEngine(),
    EndpointEngine.from_environment(),
)


def engines_at_work() -> tuple[Engine, ...]:
    """Return the engines that can read on this node."""
    return tuple(engine for engine in ENGINES if engine.versions())

"""Facts of the world, as YAML with sources, compiled into fast tables."""

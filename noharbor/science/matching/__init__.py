"""Finding who may be meant: an index over many persons' names and identifiers, with reasons."""

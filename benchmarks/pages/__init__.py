"""How long every page of the desk takes with 100,000 statements of 20,000 events in the node."""

"""Writing systems: which one a text is in, how its bytes spell it, how to repair it."""

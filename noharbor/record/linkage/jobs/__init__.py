"""What waits in linkage, a module for each kind of work."""

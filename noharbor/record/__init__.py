"""What the node knows: one Django application per stage, in the order a report travels."""

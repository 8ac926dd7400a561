"""How fast search answers with 100,000 statements in the node, and whether it finds what a plain scan finds."""

"""Words in running text of any script: cut into tokens that can be looked up, and found again in the text."""

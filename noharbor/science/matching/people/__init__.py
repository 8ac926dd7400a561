"""People on lists: which rows may be one person, how strong the evidence is, and what speaks against it."""

"""Numbers and addresses that stand for one person, account or machine. Takes: what was written. Gives: one form of it."""

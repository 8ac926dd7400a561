"""Numbers and addresses that stand for one person, account or machine. Takes: words. Gives: one form of each."""

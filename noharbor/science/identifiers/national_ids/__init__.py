"""Numbers that states give to people, country by country. Takes: words. Gives: the number, and what it says itself."""

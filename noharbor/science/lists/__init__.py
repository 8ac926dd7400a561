"""Lists of people as bodies keep them. Takes: the cells of a sheet. Gives: its columns understood, and a person for each row."""

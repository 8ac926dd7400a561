"""Lists of people as bodies keep them. Takes: cells of a sheet. Gives: its columns understood, a person a row."""

"""How numbers and days are written where the desk departs from Django: one package for each language."""

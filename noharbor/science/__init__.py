"""What can be computed. Pure functions over values: no Django, no clock, no dice, no network."""

"""The demo node: public events told in our own words, invented reports, and three people who see different things."""

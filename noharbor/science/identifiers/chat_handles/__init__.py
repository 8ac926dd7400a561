"""Handles of chat services, service by service. Takes: words or an address. Gives: the handle in its one form."""

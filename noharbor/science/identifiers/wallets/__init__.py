"""Addresses of wallets, chain by chain. Takes: words. Gives: the address in its one form, and whether it checks."""

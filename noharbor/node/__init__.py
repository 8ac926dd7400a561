"""How one node runs: settings, addresses, worker, command line."""

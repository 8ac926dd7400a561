"""Linkage beside its peers: invented worlds, the lists that bodies keep of their people, and who finds whom."""

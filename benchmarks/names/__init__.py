"""Names across scripts: what is learnt from names outside the repository, and how ours stands beside its peers."""

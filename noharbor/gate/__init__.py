"""What other machines see: what the node knows, in forms that others agreed on. Nothing goes out but by a member."""

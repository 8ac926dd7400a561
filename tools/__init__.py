"""Tools of those who build the node; nothing here is part of the product."""

"""The one way to change what linkage knows, a module for each subject."""

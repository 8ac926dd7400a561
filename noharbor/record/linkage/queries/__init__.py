"""The one way to read what linkage knows, a module for each subject."""

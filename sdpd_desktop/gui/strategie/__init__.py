"""The plan as a tree, and everything about the object chosen in it."""

"""Documents: choose a bilan, look at it, export it, print it."""

"""Journal: who did what and when, row by row, and how to put it back."""

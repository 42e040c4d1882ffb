"""Taking out for good what should never have been received."""

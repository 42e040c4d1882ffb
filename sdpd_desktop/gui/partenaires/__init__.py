"""The form of a partner: whom to write to, and its units."""

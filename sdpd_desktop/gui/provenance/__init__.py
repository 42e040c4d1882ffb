"""Where a value comes from, and the row of the file as received."""

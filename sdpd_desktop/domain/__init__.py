"""The field's vocabulary and rules; imports nothing but the standard library."""

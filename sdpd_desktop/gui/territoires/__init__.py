"""Territories with the dates of their limits, instances with their meetings and decisions."""

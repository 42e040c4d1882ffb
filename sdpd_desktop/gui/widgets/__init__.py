"""Small widgets, models and delegates that several screens share."""

"""The first screen: what needs attention, each figure a link to the rows behind it."""

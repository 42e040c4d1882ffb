"""Everything a user sees: the window, one folder per screen, and the widgets they share."""

"""Forms compiled from ui/forms; never edited by hand."""

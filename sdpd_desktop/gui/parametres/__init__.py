"""Paramètres: the office, the look, backups, retention times, reference plans."""

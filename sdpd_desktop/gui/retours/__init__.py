"""Retours partenaires: campagnes, what came back, the preview of an import and its undo."""

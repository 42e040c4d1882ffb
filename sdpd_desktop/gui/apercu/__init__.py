"""Shows a PDF page by page and prints it; shared by conventions and documents."""

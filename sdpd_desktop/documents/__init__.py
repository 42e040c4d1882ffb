"""Files in and files out: workbooks, PDF, reference data."""

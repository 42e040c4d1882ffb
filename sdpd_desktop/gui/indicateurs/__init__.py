"""The value grid: indicators by periods, like a spreadsheet, and where each value comes from."""

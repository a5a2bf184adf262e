"""Tables: where they stand in a sheet, and what their headers say about each figure."""

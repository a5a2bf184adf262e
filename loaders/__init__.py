"""From any file to records: grid, tables, meaning, checks."""

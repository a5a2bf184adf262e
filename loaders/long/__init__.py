"""Long sheets, one figure or a few in each of many rows, read by specimens of their rows.

Rows that are laid out alike and say alike are read once, as the reader of every sheet reads them;
of the others only region, year and figure are their own, and these are kept by the column.
"""

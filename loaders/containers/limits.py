"""How much of a file the loaders are willing to take in."""

from __future__ import annotations

MEGABYTE = 1 << 20

FILE_BYTES = 64 * MEGABYTE
UNPACKED_BYTES = 160 * MEGABYTE
MEMBERS = 5000
CELLS = 2_000_000
GRID_PLACES = 8_000_000
COLUMNS = 16_384
"""The widest sheet that Excel itself knows."""
MERGED = 500_000
NESTED_TABLES = 50
SHEETS = 2000
CELL_CHARACTERS = 32_767
"""The longest text that Excel itself lets into a cell."""
CAREFUL_CELLS = 50_000
"""Above this many cells openpyxl takes too long (35 s for 1.6 million) and calamine reads."""

"""Lay every workbook of this folder anew: `python tests/workbooks/build.py [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

import bureau_laying
import nbs_copies
import nbs_national
import nbs_regions

if __name__ == "__main__":
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for source in (nbs_regions, nbs_national, nbs_copies):
        for layout in source.LAYOUTS:
            layout().write(root)
    bureau_laying.lay(root)

"""Lay every workbook of this folder anew: `python tests/workbooks/build.py [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

import bureau_laying
from nbs_layouts import LAYOUTS

if __name__ == "__main__":
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for layout in LAYOUTS:
        layout().write(root)
    bureau_laying.lay(root)

"""What stands in a cell instead of a figure, and what it means.

Meanings as the explanatory notes of the statistical yearbooks give them: `…` is smaller than the
smallest unit of the table, a dash is not available or not comparable, a cross is withheld.
"""

from __future__ import annotations

import re
from typing import Literal
from unicodedata import normalize

from cockpit.observation import SUPPRESSED

Marker = Literal["blank", "na", "below_unit", "suppressed", "transition"]

_WRITTEN: dict[Marker, tuple[str, ...]] = {
    "below_unit": ("…", "……", "...", "......", "···", "······", "..", "⋯", "⋯⋯"),
    "na": (
        *("-", "--", "---", "–", "——", "—", "―", "－", "／", "/", "\\", "#", "无", "无数据"),
        *("n/a", "na", "nan", "null", "none", "n.a.", "不详"),
    ),
    "suppressed": SUPPRESSED,
}

MARKERS: dict[str, Marker] = {
    normalize("NFKC", text).lower(): marker for marker, texts in _WRITTEN.items() for text in texts
}
"""Markers as they read once widths are made one."""

TRANSITIONS = re.compile(r"(?:由?[亏盈]损?转[亏盈]利?|扭亏(?:为盈)?|增亏|减亏|转[盈亏])")
"""Words for a change of sign, over which no growth can be computed."""

"""Words with which lines begin that are no part of a table: one row of lines.csv each."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from loaders.remembered import Remembered


def _begins(use: str) -> Callable[[str], bool]:
    """Whether a text begins as lines of one use do."""
    return Remembered[str, bool](lambda text: _pattern(use).match(text) is not None).__getitem__


@cache
def _pattern(use: str) -> re.Pattern[str]:
    text = files("loaders.tables").joinpath("lines.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    words = "|".join(row["begins"] for row in rows if row["use"] == use)
    return re.compile(rf"\s*(?:{words})", re.IGNORECASE)


is_office = _begins("office")
"""Who reports, in what unit, on what day; signatures, page numbers, watermarks."""
is_note = _begins("note")
"""A note to a table or its source."""
is_form_matter = _begins("form")
"""What only identifies a form: its number, who ordered it, until when it holds."""
is_source_line = _begins("source")
"""A note that only names the source."""

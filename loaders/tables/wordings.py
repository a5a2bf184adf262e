"""Words with which lines begin that are no part of a table: one row of lines.csv each."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from loaders.remembered import Remembered


def is_office(text: str) -> bool:
    """Who reports, in what unit, on what day; signatures, page numbers, watermarks."""
    return _begins("office")[text]


def is_note(text: str) -> bool:
    """A note to a table or its source."""
    return _begins("note")[text]


def is_form_matter(text: str) -> bool:
    """What only identifies a form: its number, who ordered it, until when it holds."""
    return _begins("form")[text]


def is_source_line(text: str) -> bool:
    """A note that only names the source."""
    return _begins("source")[text]


@cache
def _begins(use: str) -> Remembered[str, bool]:
    """Whether texts begin as lines of one use do."""
    begins = _pattern(use).match
    return Remembered(lambda text: begins(text) is not None)


def _pattern(use: str) -> re.Pattern[str]:
    text = files("loaders.tables").joinpath("lines.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    words = "|".join(row["begins"] for row in rows if row["use"] == use)
    return re.compile(rf"\s*(?:{words})", re.IGNORECASE)

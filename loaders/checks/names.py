"""P16: the period in a file's name beside those of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cockpit.observation import Issue
from cockpit.period import Freq, Period
from loaders.checks.figures import Figures
from loaders.checks.rules import raise_issue

_MONTH = re.compile(r"(?<!\d)((?:19|20)\d{2})年?[-._]?(1[0-2]|0[1-9]|[1-9](?=月))(?:月|(?!\d))")


def check_file_name(figures: Figures) -> Iterator[Issue]:
    """One issue where a file is named after one month and its tables are all of others."""
    named = set(_MONTH.findall(figures.reading.file))
    if len(named) != 1:
        return
    year, month = next(iter(named))
    ends = {_end(*span) for span in figures.spans() if span[0] != "A"}
    if ends and int(year) * 12 + int(month) - 1 not in ends:
        latest = Period(max(ends), 1).time_period("M")
        yield raise_issue("P16", expected=f"{year}-{int(month):02d}", found=latest)


@lru_cache(1 << 12)
def _end(freq: Freq, time: str) -> int:
    return Period.parse(freq, time).end

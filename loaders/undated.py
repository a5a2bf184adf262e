"""Lines as they stand in any month: what a table is about, its month does not tell."""

from __future__ import annotations

import re

from loaders.remembered import Remembered

_SERIAL = re.compile(r"^\d{1,3}(?=[\s_.、-])")
"""The number of a paper or of a table among others."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])?(?!\d)")
_OTHER_YEAR = re.compile(r"[\d〇○零一二三四五六七八九]{2,4}\s*年")
"""One written in another way: 24年, 二〇二四年, ２０２４年."""
_MONTH = re.compile(r"(?<![\d.])\d{1,2}(?=\s*(?:[-—–~～至到]+\s*\d{1,2}\s*)?月)")


def _undated(text: str) -> str:
    return _SERIAL.sub("1", _MONTH.sub("1", _YEAR.sub("2000", text)))


undated = Remembered(_undated).__getitem__
"""2024年1—10月 and 2023年1—3月 are 2000年1—1月; a serial number in front is 1."""


def names_one_year(text: str) -> bool:
    """Whether a line has one year, and that in four digits.

    Where it has two (2023年比2022年增长, 24年10月（2020=100）), how they lie tells something too.
    """
    return len(_YEAR.findall(text)) == 1 and not _OTHER_YEAR.search(_YEAR.sub("Y", text))

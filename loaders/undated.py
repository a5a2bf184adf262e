"""Lines as they stand in any month: what a table is about, its month does not tell."""

from __future__ import annotations

import re

from loaders.remembered import Remembered

_SERIAL = re.compile(r"^\d{1,3}(?=[\s_.、-])")
"""The number of a paper or of a table among others."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])?(?!\d)")
_MONTH = re.compile(r"(?<![\d.])\d{1,2}(?=\s*(?:[-—–~～至到]+\s*\d{1,2}\s*)?月)")


def _undated(text: str) -> str:
    return _SERIAL.sub("1", _MONTH.sub("1", _YEAR.sub("2000", text)))


undated = Remembered(_undated).__getitem__
"""2024年1—10月 and 2023年1—3月 are 2000年1—1月; a serial number in front is 1."""


def names_one_year(text: str) -> bool:
    """Whether nothing in a line can be told by how far two years lie apart: 2023年比2022年增长."""
    return len(_YEAR.findall(text)) == 1

"""Header words that say what a row or column holds: one row of roles.csv each."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, cast

from cockpit.catalog import normalise
from loaders.heading import chinese_part

Role = Literal[
    "indicator",
    "place",
    "time",
    "year",
    "month",
    "unit",
    "freq",
    "value",
    "serial",
    "other",
    "detail",
]
"""A detail describes what a column before it names: 建设单位 of a project, 所属行业 of a firm."""

_CODES = ("代码", "编码", "编号", "code")
_LONGEST = 40
STARTERS: frozenset[Role] = frozenset({"indicator", "place", "time", "year", "month"})


@lru_cache(maxsize=1 << 14)
def role_of(text: str) -> Role | None:
    """What a header word announces; None for a word that is a heading of figures itself."""
    if len(text) > _LONGEST:
        return None
    name = normalise(chinese_part(text))
    return _roles().get(name) or ("other" if name.endswith(_CODES) else None)


@cache
def _roles() -> Mapping[str, Role]:
    text = files("loaders.tables").joinpath("roles.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {normalise(row["word"]): cast("Role", row["role"]) for row in rows}

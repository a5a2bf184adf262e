"""The rules by which files are questioned, as data: id, severity, sentence in two languages."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from cockpit.observation import Issue, Severity

Place = tuple[str, str | None]
"""A sheet's name and an A1 address; None for the sheet as a whole."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; the sentences hold `{name}` places."""

    id: str
    severity: Severity
    zh: str
    en: str


@cache
def rules() -> Mapping[str, Rule]:
    """Every declared rule by its id."""
    tables = sorted(file.name for file in files("loaders.checks").iterdir())
    rows = (row for name in tables if name.endswith("rules.csv") for row in _rows(name))
    return {
        row["id"]: Rule(row["id"], cast(Severity, row["severity"]), row["zh"], row["en"])
        for row in rows
    }


def _rows(table: str) -> list[dict[str, str]]:
    text = files("loaders.checks").joinpath(table).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def raise_issue(
    rule: str,
    at: Place | None = None,
    *,
    expected: object = None,
    found: object = None,
    **values: object,
) -> Issue:
    """The issue of a rule at a place, its sentences filled with `values`."""
    declared = rules()[rule]
    words = {"expected": expected, "found": found, **values}
    sheet, cell = at or ("", None)
    return Issue(
        issue=rule,
        severity=declared.severity,
        sheet=sheet,
        cell=cell,
        message_zh=declared.zh.format(**words),
        message_en=declared.en.format(**words),
        expected=None if expected is None else str(expected),
        found=None if found is None else str(found),
    )

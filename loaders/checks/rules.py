"""The rules by which files are questioned, as data: id, severity, limits, two sentences.

`limits` are a rule's numbers, `name=value` separated by `;`; sentences may quote them by name.
"""

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
    limits: Mapping[str, float]
    zh: str
    en: str


@cache
def rules() -> Mapping[str, Rule]:
    """Every declared rule by its id."""
    tables = sorted(file.name for file in files("loaders.checks").iterdir())
    rows = (row for name in tables if name.endswith("rules.csv") for row in _rows(name))
    return {row["id"]: _rule(row) for row in rows}


def _rows(table: str) -> list[dict[str, str]]:
    text = files("loaders.checks").joinpath(table).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def limit(rule: str, name: str) -> float:
    """A number that a rule declares."""
    return rules()[rule].limits[name]


def raise_issue(
    rule: str,
    at: Place | None = None,
    *,
    expected: object = None,
    found: object = None,
    **values: object,
) -> Issue:
    """The issue of a rule at a place, its sentences filled with `values` and the rule's limits."""
    declared = rules()[rule]
    words = {**_limit_words(rule), "expected": _text(expected), "found": _text(found)}
    for name, value in values.items():
        words[name] = _text(value)
    sheet, cell = at or ("", None)
    return Issue(
        issue=rule,
        severity=declared.severity,
        sheet=sheet,
        cell=cell,
        message_zh=declared.zh.format_map(words),
        message_en=declared.en.format_map(words),
        expected=None if expected is None else words["expected"],
        found=None if found is None else words["found"],
    )


@cache
def _limit_words(rule: str) -> Mapping[str, str]:
    """The numbers that a rule declares, as its sentences quote them."""
    return {name: _text(value) for name, value in rules()[rule].limits.items()}


def _rule(row: Mapping[str, str]) -> Rule:
    pairs = (pair.split("=") for pair in row["limits"].split(";") if pair)
    limits = {name: float(value) for name, value in pairs}
    return Rule(row["id"], cast(Severity, row["severity"]), limits, row["zh"], row["en"])


def _text(value: object) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)

"""The rules by which files are questioned, as data: id, severity, limits, two sentences.

`limits` are a rule's numbers, `name=value` separated by `;`; sentences may quote them by name.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import itemgetter
from string import Formatter
from typing import NamedTuple, cast

from cockpit.observation import Issue, Severity

Place = tuple[str, str | None]
"""A sheet's name and an A1 address; None for the sheet as a whole."""


class Sentence(NamedTuple):
    """A text with `{name}` places, ready to be filled: there may be tens of thousands of it."""

    pattern: str
    words: Callable[[Mapping[str, str]], object]

    @classmethod
    def of(cls, text: str) -> Sentence:
        """A text taken apart."""
        parts = [(plain.replace("%", "%%"), name) for plain, name, *_ in Formatter().parse(text)]
        names = [name for _, name in parts if name]
        pattern = "".join(f"{plain}%s" if name else plain for plain, name in parts)
        return cls(pattern, itemgetter(*names) if names else lambda _words: ())


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; the sentences hold `{name}` places, `words` are those that its limits fill."""

    id: str
    severity: Severity
    limits: Mapping[str, float]
    zh: str
    en: str
    words: Mapping[str, str]
    sentences: tuple[Sentence, Sentence]


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


def raise_issue(rule: str, at: Place | None = None, **values: object) -> Issue:
    """The issue of a rule at a place, its sentences filled with `values` and the rule's limits."""
    sheet, cell = at or ("", None)
    return issue_of(rule, sheet, cell, {}, values)


def issue_of(
    rule: str,
    sheet: str,
    cell: str | None,
    facts: Mapping[str, str],
    values: Mapping[str, object],
) -> Issue:
    """The issue of a rule filled with texts and values, fast: files raise tens of thousands."""
    declared = rules()[rule]
    words = {**declared.words, **facts}
    for name, value in values.items():
        kind = value.__class__
        words[name] = f"{value:.15g}" if kind is float else str(value)
    zh, en = declared.sentences
    return Issue(
        issue=rule,
        severity=declared.severity,
        sheet=sheet,
        cell=cell,
        message_zh=zh.pattern % zh.words(words),
        message_en=en.pattern % en.words(words),
        expected=None if values.get("expected") is None else words["expected"],
        found=None if values.get("found") is None else words["found"],
    )


def _rule(row: Mapping[str, str]) -> Rule:
    pairs = (pair.split("=") for pair in row["limits"].split(";") if pair)
    limits = {name: float(value) for name, value in pairs}
    words = {name: f"{value:.15g}" for name, value in limits.items()}
    sentences = Sentence.of(row["zh"]), Sentence.of(row["en"])
    severity = cast("Severity", row["severity"])
    return Rule(row["id"], severity, limits, row["zh"], row["en"], words, sentences)

"""The rules by which files are questioned, as data: id, severity, limits, two sentences.

`limits` are a rule's numbers, `name=value` separated by `;`; sentences may quote them by name.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from operator import itemgetter
from string import Formatter
from typing import Any, NamedTuple, cast

from cockpit.observation import Issue, Severity

Place = tuple[str, str | None]
"""A sheet's name and an A1 address; None for the sheet as a whole."""
_MISSING = {"expected": "None", "found": "None"}


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
    return issue_of(rule, at or ("", None), values)


def issue_of(rule: str, at: Place, values: Mapping[str, object]) -> Issue:
    """The same, as it is raised by the ten thousand."""
    declared = rules()[rule]
    words: dict[str, Any] = {**declared.words, **values}
    for name, value in words.items():
        if value.__class__ is not str:
            words[name] = _text(value)
    zh, en = declared.sentences
    texts = zh.pattern % zh.words(words), en.pattern % en.words(words)
    expected = None if values.get("expected") is None else words["expected"]
    found = None if values.get("found") is None else words["found"]
    return _filled((rule, declared.severity, *at, *texts, expected, found))


# A frozen class's own constructor takes three times as long as its slots filled one by one.
_FILL = tuple(getattr(Issue, field.name).__set__ for field in fields(Issue))


def _filled(values: Iterable[Any]) -> Issue:
    """An issue of its values in the order of its fields."""
    made = object.__new__(Issue)
    for fill, value in zip(_FILL, values, strict=False):
        fill(made, value)
    return made


def _rule(row: Mapping[str, str]) -> Rule:
    pairs = (pair.split("=") for pair in row["limits"].split(";") if pair)
    limits = {name: float(value) for name, value in pairs}
    words = {name: _text(value) for name, value in limits.items()} | _MISSING
    sentences = Sentence.of(row["zh"]), Sentence.of(row["en"])
    severity = cast("Severity", row["severity"])
    return Rule(row["id"], severity, limits, row["zh"], row["en"], words, sentences)


def _text(value: object) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)

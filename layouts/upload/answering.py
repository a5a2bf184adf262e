"""What may be answered: lists to search in, and the answers that a person's choices make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.memory import Answer, Meaning, Subject
from cockpit.memory.answer import KEEP, SKIP
from cockpit.memory.questions import Question
from cockpit.observation import Observation, Transformation
from cockpit.period import Accumulation
from layouts import terms
from layouts.explore.address import Exploration
from layouts.explore.choice import choice
from layouts.explore.controls import area_options, indicator_options

Option = dict[str, str]

_COUNTED: tuple[tuple[Accumulation, Transformation], ...] = (
    ("period", "level"),
    ("ytd", "level"),
    ("stock", "level"),
    ("period", "yoy"),
    ("ytd", "yoy"),
    ("stock", "yoy"),
    ("period", "mom"),
    ("period", "change"),
    ("ytd", "change"),
    ("ytd", "yoy_pp"),
    ("period", "share"),
    ("ytd", "share"),
    ("ytd", "contribution"),
    ("ytd", "progress"),
    ("period", "target"),
    ("ytd", "rank"),
)
_FIELDS: Mapping[str, str] = {
    "label": "indicator",
    "indicator": "indicator",
    "region": "area",
    "unit": "unit",
    "period": "time_period",
}
_SKIP = "skip"


def kept_words(subject: Subject) -> str:
    """What a person says by keeping what was read."""
    words: Mapping[Subject, str] = {
        "label": _("keep it as it is"),
        "region": _("keep it as it is"),
    }
    return words.get(subject) or _("right as it was read")


class Choices:
    """The lists of one file's questions, each made once."""

    def __init__(self, asked: Sequence[Question], catalog: Catalog) -> None:
        self._catalog = catalog
        self._areas = tuple({one.first.area for one in asked if one.first.area})
        self._made: dict[str, list[Option]] = {}

    def field(self, name: dict[str, str | int], question: Question) -> Component:
        """The list for a question; one that only asks for a yes has none to choose from."""
        options = self._options(question)
        field = choice(name, options, None, _("Choose…"), clearable=True)
        return html.Div(field, className="answer" if options else "unasked")

    def _options(self, question: Question) -> list[Option]:
        if question.subject == "period":
            return _months(question.first)
        kind = _FIELDS.get(question.subject, question.subject)
        if kind not in self._made:
            self._made[kind] = self._make(kind)
        return self._made[kind]

    def _make(self, kind: str) -> list[Option]:
        if kind == "indicator":
            return indicator_options(self._catalog)
        if kind == "area":
            return area_options(Exploration(indicator=None, areas=self._areas), self._catalog)
        if kind == "unit":
            return [self._unit(symbol) for symbol in self._catalog.units]
        return _ways() if kind == "column" else []

    def _unit(self, symbol: str) -> Option:
        unit = self._catalog.units[symbol]
        name = terms.unit_name(self._catalog, symbol)
        return {"label": name, "value": symbol, "search": f"{symbol} {unit.name_en}"}


def _ways() -> list[Option]:
    """The ways in which a column may count."""
    ways = [{"label": f"{terms.measure(t)} · {_span(a)}", "value": f"{a}|{t}"} for a, t in _COUNTED]
    return [*ways, {"label": _("not figures, leave the column out"), "value": _SKIP}]


def _span(accumulation: Accumulation) -> str:
    words = {"period": _("single period"), "ytd": _("year to date"), "stock": _("end of period")}
    return words[accumulation]


def _months(one: Observation) -> list[Option]:
    """`2016.1` is January, or October that lost its zero."""
    year = one.time_period[:4]
    ends = ("-01", "-10") if one.freq == "M" else ("-Q1", "-Q2", "-Q3", "-Q4")
    return [{"label": f"{year}{end}", "value": f"{year}{end}"} for end in ends]


def answers(
    asked: Sequence[Mapping[str, Any]],
    chosen: Sequence[str | None],
    kept: Sequence[Sequence[str]],
    rest: bool,
) -> list[Answer]:
    """One answer for each text that a choice is about; what was chosen goes before what is kept."""
    found: list[Answer] = []
    for question, value, keep in zip(asked, chosen, kept, strict=True):
        meaning = _meaning(question["subject"], value, keep=bool(keep) or rest)
        found += _of(question, meaning) if meaning else ()
    return found


def _of(question: Mapping[str, Any], meaning: Meaning) -> Iterator[Answer]:
    for printed in question["printed"]:
        yield Answer(family="", subject=question["subject"], printed=printed, meaning=meaning)


def _meaning(subject: str, value: str | None, *, keep: bool) -> Meaning | None:
    if not value:
        return KEEP if keep else None
    if subject != "column":
        return {_FIELDS[subject]: value}
    if value == _SKIP:
        return SKIP
    accumulation, transformation = value.split("|")
    return {"accumulation": accumulation, "transformation": transformation}

"""Scores read through the calculator, and as flat rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cockpit.catalog import Catalog
from cockpit.errors import ArithmeticRefused
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.indicator import Calculator
from cockpit.scoring.scheme import Item, Scheme
from cockpit.scoring.score import Line, Score, assess
from cockpit.terms import freq_of

SCORES = [
    "area", "name", "score", "place", "of", "highest", "lowest", "deducted", "missing", "words",
]  # fmt: skip


def assessed(
    calculator: Calculator, scheme: Scheme, areas: Sequence[str], time_period: str | None = None
) -> tuple[Score, ...]:
    """Score areas for the scheme's year, or for a period within it (`2024-10`).

    Items of another frequency than the period's are taken at the end of the same year.
    """
    period = time_period or str(scheme.year)
    values = {item.name: _values(calculator, item, areas, period) for item in scheme.items}
    return assess(scheme, values, areas)


def _values(
    calculator: Calculator, item: Item, areas: Sequence[str], period: str
) -> Mapping[str, float | None]:
    freq = item.asked.freq or "A"
    wanted = (
        period if freq_of(period) == freq else period[:4] if freq == "A" else f"{period[:4]}-12"
    )
    try:
        held = calculator.across(item.asked, areas)
    except ArithmeticRefused:
        return {}
    return {
        area: next((p.value for p in one.points if p.period.time_period(freq) == wanted), None)
        for area, one in held.items()
    }


def score_rows(found: Sequence[Score], catalog: Catalog) -> Iterator[dict[str, Any]]:
    """One row an area, the best first."""
    for one in found:
        area = catalog.areas.get(one.area)
        yield {
            "area": one.area,
            "name": area.name(current_locale.get()) if area else one.area,
            "score": one.value,
            "place": one.rank.place,
            "of": one.rank.of,
            "highest": one.highest,
            "lowest": one.lowest,
            "deducted": one.deducted,
            "missing": "; ".join(one.missing),
            "words": missing_words(one),
        }


def missing_words(score: Score) -> str:
    """缺 1 项: what a score was worked out without."""
    count = len(score.missing)
    return _("%(count)s items missing", count=count) if count else ""


def score_told(found: Sequence[Score], catalog: Catalog) -> list[dict[str, Any]]:
    """The rows with the trail of each: raw, standardised and weighted figures, deductions."""
    rows = score_rows(found, catalog)
    return [
        row | {"lines": [_line_told(line) for line in one.lines]}
        for row, one in zip(rows, found, strict=True)
    ]


def _line_told(line: Line) -> dict[str, Any]:
    return {
        "item": line.item.name,
        "indicator": line.item.asked.indicator,
        "measure": line.item.asked.transformation,
        "way": line.item.standard.way,
        "weight": line.item.weight,
        "share": line.share,
        "value": line.value,
        "points": line.points,
        "weighted": line.weighted,
        "source": line.item.source,
    }

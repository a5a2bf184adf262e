"""Models as plain values, each row with the words that say what it is."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from cockpit.modelling.adjust import Adjusted
from cockpit.modelling.project import Projected
from cockpit.modelling.vintages import Revised
from cockpit.modelling.wording import error_words, label, method_words

ADJUSTED = ["period", "value", "adjusted", "trend", "unit", "label"]
PROJECTED = ["period", "value", "low80", "high80", "low95", "high95", "unit", "label"]


def adjusted_told(found: Adjusted, revisions: tuple[Revised, ...] = ()) -> dict[str, Any]:
    """The adjustment with how it was made; `revisions` only where they were asked for."""
    return {
        "label": label(),
        "words": method_words(found),
        "method": found.method,
        "because": found.because,
        "festival": found.festival,
        "multiplicative": found.multiplicative,
        "model": found.model,
        "q": found.q,
        "m7": found.m7,
        "change": found.change,
        "points": adjusted_rows(found),
        "revisions": [asdict(one) | {"span": str(one.span)} for one in revisions],
    }


def adjusted_rows(found: Adjusted) -> list[dict[str, Any]]:
    """One row a figure, oldest first."""
    figures = found.figures
    rows = zip(figures.spans, figures.values, found.values, found.trend, strict=True)
    return [
        {"period": str(span), "value": value, "adjusted": plain, "trend": trend}
        | _about(figures.unit)
        for span, value, plain, trend in rows
    ]


def projected_told(found: Projected) -> dict[str, Any]:
    """The projection with its back-test, and those of the methods that did worse."""
    return {
        "label": label(),
        "words": error_words(found),
        "method": found.test.method,
        "test": asdict(found.test),
        "others": [asdict(test) for test in found.others],
        "error_in": "%" if found.relative else "points",
        "year": found.year,
        "whole_year": found.whole_year,
        "points": projected_rows(found),
    }


def projected_rows(found: Projected) -> list[dict[str, Any]]:
    """One row a step ahead."""
    return [
        {"period": str(span)} | asdict(step) | _about(found.figures.unit)
        for span, step in zip(found.spans, found.steps, strict=True)
    ]


def _about(unit: str) -> dict[str, str]:
    return {"unit": unit, "label": label()}

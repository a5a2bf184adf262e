"""An issue about one figure: at its cell, with its name, area and period in the sentences."""

from __future__ import annotations

from functools import cache

from cockpit.observation import Issue, Observation
from cockpit.period import Accumulation, Freq, Period
from cockpit.wording import period_words
from loaders.checks.rules import raise_issue


def about(rule: str, record: Observation, **values: object) -> Issue:
    """The issue of a rule at a figure; `found` is its value where nothing else is given."""
    words = {"found": record.value, **values}
    return raise_issue(rule, (record.sheet, record.cell), **_facts(record), **words)


def address(record: Observation) -> str:
    """Where a figure stands, as a spreadsheet program writes it."""
    return f"{record.sheet}!{record.cell}" if record.sheet else record.cell


def between(one: float, other: float) -> str:
    """A range from the smaller to the greater number."""
    low, high = sorted((one, other))
    return f"{low:.15g}…{high:.15g}"


def value_of(record: Observation) -> float:
    """The number of a figure that is known to carry one."""
    assert record.value is not None  # noqa: S101 - indexed figures carry a value
    return record.value


def _facts(record: Observation) -> dict[str, object]:
    zh, en = _period(record.freq, record.time_period, record.accumulation)
    return {
        "label": record.label,
        "area": record.ref_area or "—",
        "period": zh,
        "period_en": en,
    }


@cache
def _period(freq: Freq, time: str, accumulation: Accumulation) -> tuple[str, str]:
    span = Period.parse(freq, time, accumulation)
    zh, en = (period_words(span, freq, accumulation, locale) for locale in ("zh_CN", "en"))
    return zh, en

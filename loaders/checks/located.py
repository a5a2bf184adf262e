"""An issue about one figure: at its cell, with its name, area and period in the sentences."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter

from cockpit.observation import Issue, Observation
from cockpit.period import Accumulation, Freq, Period
from cockpit.wording import period_words
from loaders.checks.rules import issue_of

_FACTS = attrgetter(
    "sheet", "cell", "value", "label", "ref_area", "freq", "time_period", "accumulation"
)


def about(rule: str, record: Observation, **said: object) -> Issue:
    """The issue of a rule at a figure; `found` is its value where nothing else is given."""
    sheet, cell, value, label, area, freq, time, accumulation = _FACTS(record)
    zh, en = period_of(freq, time, accumulation)
    said.setdefault("found", value)
    facts = {"label": label, "area": area or "—", "period": zh, "period_en": en}
    return issue_of(rule, sheet, cell, facts, said)


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


@lru_cache(1 << 12)
def period_of(freq: Freq, time: str, accumulation: Accumulation) -> tuple[str, str]:
    """A period in Chinese and in English words."""
    span = Period.parse(freq, time, accumulation)
    zh, en = (period_words(span, freq, accumulation, locale) for locale in ("zh_CN", "en"))
    return zh, en

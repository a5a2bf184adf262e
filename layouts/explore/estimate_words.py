"""The words and the table of an estimate: how it was made, how far off, and every step ahead."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.modelling import Adjusted, Projected, label
from cockpit.modelling.forecast import Step
from cockpit.period import Period
from cockpit.series import SeriesKey
from cockpit.wording import number, on_screen, period_words, signed
from layouts import terms


def change_words(found: Adjusted) -> list[str]:
    """The latest adjusted figure against the step before; nothing across unlike spans."""
    if found.change is None:
        return []
    key = found.figures.key
    return [
        _(
            "%(when)s on the step before, seasonally adjusted: %(change)s %(unit)s.",
            when=period_words(found.figures.spans[-1], key.freq, key.accumulation),
            change=on_screen(signed(found.change, 2)),
            unit=_("pp") if found.figures.unit == "%" else "%",
        )
    ]


def quality_words(found: Adjusted) -> list[str]:
    """X-13's own marks of an adjustment; nothing for other methods."""
    if found.q is None or found.m7 is None:
        return []
    return [
        _(
            "Marks of quality, good below 1: Q %(q)s, M7 %(m7)s; model %(model)s.",
            q=number(found.q, 2),
            m7=number(found.m7, 2),
            model=found.model,
        )
    ]


def method_errors(found: Projected) -> list[str]:
    """The back-test's error of every method tried."""
    words = [
        _("%(method)s %(error)s", method=_(test.method), error=number(test.error, 2))
        for test in (found.test, *found.others)
    ]
    return [_("Error by method, the first is used: %(listed)s.", listed=terms.listed(words))]


def year_words(found: Projected, catalog: Catalog) -> list[str]:
    """What the whole year comes to; nothing for what is no sum."""
    if found.whole_year is None:
        return []
    key, unit = found.figures.key, found.figures.unit
    return [
        _(
            "The whole of %(year)s by this model: %(value)s %(unit)s.",
            year=found.year,
            value=written(catalog, key, found.whole_year, unit),
            unit=terms.unit_name(catalog, unit),
        )
    ]


def steps_table(found: Projected, catalog: Catalog) -> Component:
    """Every step ahead with its intervals, under the words that say what it is."""
    names = (_("Period"), _("Projection"), _("80 % interval"), _("95 % interval"))
    rows = [
        html.Tr([html.Td(text) for text in _row(span, step, found, catalog)])
        for span, step in zip(found.spans, found.steps, strict=True)
    ]
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in names]))
    caption = html.Caption(f"{label()} · {terms.unit_name(catalog, found.figures.unit)}")
    return html.Table([caption, head, html.Tbody(rows)], className="estimates")


def _row(span: Period, step: Step, found: Projected, catalog: Catalog) -> list[str]:
    """The span, the projection and its two intervals."""
    key, unit = found.figures.key, found.figures.unit
    numbers = (step.value, step.low80, step.high80, step.low95, step.high95)
    value, low80, high80, low95, high95 = (written(catalog, key, n, unit) for n in numbers)
    when = period_words(span, key.freq, key.accumulation)
    return [when, value, f"{low80} – {high80}", f"{low95} – {high95}"]


def written(catalog: Catalog, key: SeriesKey, value: float, unit: str) -> str:
    """An estimate to four digits before decimals, and never more of these than the figures have."""
    known = catalog.indicators[key.indicator]
    if key.transformation in ("yoy", "mom"):
        return on_screen(signed(value, 1))
    decimals = known.decimals if unit == known.display_unit else 2
    return on_screen(number(value, max(0, min(decimals, 4 - len(str(int(abs(value))))))))

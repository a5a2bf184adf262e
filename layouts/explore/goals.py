"""The target of the year beside the latest figure: the way behind, and what is still needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.indicator import Calculator
from cockpit.position import Progress, Target, TargetLight, Targets, followed
from cockpit.position.targets import Bound
from cockpit.wording import number, on_screen, period_words, signed
from layouts import terms
from layouts.explore.picture import Picture

_BOUNDS: Mapping[Bound, str] = {
    "at_least": "at least %(value)s",
    "at_most": "at most %(value)s",
    "around": "around %(value)s",
    "around_at_most": "around %(value)s",
}
_LIGHTS: Mapping[TargetLight, tuple[str, str]] = {
    "reached": ("✓", "on target"),
    "close": ("△", "close to target"),
    "behind": ("×", "behind target"),
}


def goals(
    shown: Picture, targets: Targets, calculator: Calculator, catalog: Catalog
) -> list[Component]:
    """One line a target that the first area has for what is shown, in the year of its figure."""
    latest = shown.main[0].series.latest
    if latest is None:
        return []
    moment, area = shown.exploration.moment, shown.whole.area
    chosen = targets.of(area, latest.period.year, moment.date() if moment else None)
    own = [target for target in chosen if _about(target, shown)]
    met = (followed(calculator, catalog, target, latest.period.end) for target in own)
    lines = [_line(found, catalog) for found in met]
    return [html.Section(lines, className="sheet goals")] if lines else []


def _about(target: Target, shown: Picture) -> bool:
    asked = shown.exploration
    return (target.indicator, target.breakdown) == (asked.indicator, asked.breakdown)


def _line(found: Progress, catalog: Catalog) -> Component:
    target = found.target
    facts = [html.Strong(_wanted(target, catalog)), *map(html.Span, _facts(found, catalog))]
    return html.P([*_mark(found.light), *facts, html.Small(target.source)])


def _wanted(target: Target, catalog: Catalog) -> str:
    measure = terms.measure(target.measure, target.unit)
    unit = terms.unit_name(catalog, target.unit)
    value = on_screen(number(target.value, 1 if target.unit == "%" else 0))
    bound = _(_BOUNDS[target.bound], value=_("%(value)s %(unit)s", value=value, unit=unit))
    return _(
        "Target of %(year)s: %(measure)s %(bound)s", year=target.year, measure=measure, bound=bound
    )


def _facts(found: Progress, catalog: Catalog) -> Sequence[str]:
    """What is known of the way, in the order in which it is asked about."""
    amount = found.completion is not None and found.target.measure == "level"
    told = [
        ("%(value)s %% reached", found.completion),
        ("time elapsed %(value)s %%", found.elapsed),
        ("last year by then %(value)s %%", found.usual),
    ]
    way = [_(text, value=number(value, 1)) for text, value in told if value is not None]
    return [_when(found, catalog), *(way if amount else _gap(found)), *_still(found, catalog)]


def _gap(found: Progress) -> list[str]:
    """How far a rate is from what it should be."""
    if found.gap is None:
        return []
    return [_("%(points)s pp from it", points=on_screen(signed(found.gap, 1)))]


def _when(found: Progress, catalog: Catalog) -> str:
    """The span the target is followed by: to date where the indicator accumulates."""
    if found.period is None:
        return _("No figure is held.")
    to_date = "ytd" in catalog.indicators[found.target.indicator].accumulations
    return period_words(found.period, found.freq or "M", "ytd" if to_date else "period")


def _still(found: Progress, catalog: Catalog) -> list[str]:
    facts = []
    if found.left is not None and found.left > 0:
        unit = found.target.unit if found.target.measure == "level" else ""
        unit = unit or catalog.indicators[found.target.indicator].display_unit
        left = on_screen(number(found.left, 2 if found.left < 1000 else 0))
        facts.append(
            _("%(left)s %(unit)s still to come", left=left, unit=terms.unit_name(catalog, unit))
        )
    if found.needed is not None:
        growth = on_screen(signed(found.needed, 1))
        facts.append(_("growth needed in the rest of the year %(growth)s %%", growth=growth))
    return facts


def _mark(light: TargetLight | None) -> list[Component]:
    if light is None:
        return []
    shape, name = _LIGHTS[light]
    return [html.Span(f"{shape} {_(name)}", className=f"tag goal-{light}")]

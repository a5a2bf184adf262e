"""What several kinds of panels share: names, figures in words, source and measure."""

from __future__ import annotations

from collections.abc import Sequence

from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.series import Point, Selection, SeriesKey
from layouts import terms
from layouts.alarms.words import limit, state_words
from layouts.explore.reading import Line
from layouts.wall.amounts import Scale, scale
from layouts.wall.content import Figure, Warned
from layouts.wall.findings import when
from layouts.wall.scene import Named, Panel
from layouts.wall.view import View


def named(view: View, one: Named) -> str:
    """The short name of a series, otherwise the catalogue's."""
    english = current_locale.get().startswith("en")
    return (one.en if english else one.zh) or terms.indicator_name(
        view.catalog, one.selection.indicator
    )


def figure(
    view: View, line: Line, point: Point | None = None, shared: Scale | None = None
) -> Figure | None:
    """A figure of a line, by default its latest, in the unit that a panel shares or its own."""
    point, key = point or line.series.latest, line.key
    if point is None or point.value is None or key is None:
        return None
    unit = shared or scale(line, [point.value])
    return Figure(
        text=unit.text(view, point.value),
        unit=unit.unit(view),
        trail=line.trail(point),
        value=point.value,
        rate=key.transformation == "yoy",
    )


def suppressed() -> Figure:
    """What stands in the place of a figure that is withheld for confidentiality."""
    return Figure(text=_("suppressed"))


def chosen(view: View, panel: Panel) -> tuple[Named, ...]:
    """The panel's series, or those for places that hold nothing of the first of them."""
    if panel.otherwise and view.line(panel.series[0].selection).series.latest is None:
        return panel.otherwise
    return panel.series


def subject(view: View, panel: Panel, series: Sequence[Named]) -> str:
    """What a finding is about: the panel's own subject, or what stands in for it."""
    return panel.name if series == panel.series else named(view, series[0])


def source(view: View, series: Sequence[Named]) -> str:
    """Who publishes the figures."""
    codes = [one.selection.indicator for one in series]
    return _("Source: %(bureau)s", bureau=terms.bureau_names(view.catalog, *codes))


def warned(view: View, *selections: Selection) -> Warned | None:
    """The alarm that a series of the place stands under, in words."""
    told = view.alarm(*selections)
    if told is None:
        return None
    name = terms.indicator_name(view.catalog, told.alarm.selection.indicator)
    passed = _("%(name)s: %(limit)s", name=name, limit=limit(told.alarm, view.catalog))
    return Warned(state_words(told.alarm.state), passed)


def href(selection: Selection, area: str) -> str:
    """Where a click leads: the same figures to be explored."""
    return f"/explore/{selection.indicator}?area={area}&transformation={selection.transformation}"


def spoken(key: SeriesKey, unit: str) -> str:
    """What a figure is in, a rate said to be one on a year earlier."""
    return _("year on year, %(unit)s", unit=unit) if key.transformation == "yoy" else unit


def measure(view: View, line: Line, shared: Scale | None = None) -> str:
    """Measure · unit, and whether it was computed."""
    key, latest = line.key, line.series.latest
    if key is None or latest is None:
        return line.refusal or ""
    parts = [spoken(key, (shared or Scale(line)).unit(view))]
    parts += [_("computed")] if view.computed(line) else []
    if withheld := line.series.withheld:
        parts.append(_("%(when)s: suppressed", when=when(key, withheld.period)))
    return " · ".join(parts)

"""What publishing would change, counted, and the largest of it named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.catalog import Catalog
from cockpit.effect import VERDICTS, Change, Effect, Place, RankMove, Verdict
from cockpit.i18n import gettext as _
from cockpit.ranking import moved_words
from cockpit.wording import on_screen, period_words, signed
from layouts import terms
from layouts.grid import grid

MOST = 12


def effect_of(effect: Effect, catalog: Catalog) -> list[Component]:
    """The counts, the figures replaced, and what follows from them."""
    return [
        html.H2(_("What publishing would change")),
        counts(effect),
        *_changes(effect, catalog),
        html.P(_("What follows, for the latest period of each series:"), className="quiet"),
        html.Div(
            [
                _following(_("Derived figures that move: %(count)s"), effect.derived, catalog),
                _following(_("Ranks that move: %(count)s"), effect.ranks, catalog),
            ],
            className="following",
        ),
    ]


def verdict_words(verdict: Verdict) -> str:
    """Name how a figure brought stands beside the one that is held."""
    return {
        "new": _("new"),
        "filled": _("missing before"),
        "changed": _("changed"),
        "same": _("the same"),
        "empty": _("without a value"),
        "unknown": _("not in the catalogue"),
    }[verdict]


def counts(effect: Effect) -> Component:
    """How many figures are new, changed or the same; those to be confirmed apart."""
    head = [html.Th(verdict_words(verdict), scope="col") for verdict in VERDICTS]
    kinds = ((_("Certain"), effect.certain, ""), (_("To be confirmed"), effect.doubtful, "doubt"))
    body = [
        html.Tr(
            [html.Th(name, scope="row"), *(html.Td(str(found[v])) for v in VERDICTS)],
            className=look,
        )
        for name, found, look in kinds
        if any(found.values())
    ]
    rows = [html.Thead(html.Tr([html.Td(), *head])), html.Tbody(body)]
    return html.Table(rows, className="counts")


def replaced(effect: Effect, catalog: Catalog) -> Component:
    """Every figure that would be replaced, as a table."""
    rows = [_row(change, catalog) for change in effect.changes]
    return grid(f"effect-{effect.batch}", _columns(), rows)


def _changes(effect: Effect, catalog: Catalog) -> list[Component]:
    if not effect.changes:
        return [html.P(_("No figure that stands would be replaced."), className="quiet")]
    title = html.H3(_("Figures that would be replaced: %(count)s", count=len(effect.changes)))
    return [title, replaced(effect, catalog)]


def _columns() -> list[dict[str, Any]]:
    numbers = {"type": "rightAligned", "width": 130, "filter": "agNumberColumnFilter"}
    return [
        {"field": "indicator", "headerName": _("Indicator"), "minWidth": 200, "flex": 1},
        {"field": "area", "headerName": _("Area"), "width": 140},
        {"field": "period", "headerName": _("Period"), "width": 150},
        {"field": "before", "headerName": _("Stands now"), **numbers},
        {"field": "after", "headerName": _("Would stand"), **numbers},
        {"field": "by", "headerName": _("Revised by"), "type": "rightAligned", "width": 120},
        {"field": "unit", "headerName": _("Unit"), "width": 150},
        {"field": "cell", "headerName": _("Cell"), "width": 120},
    ]


def _row(change: Change, catalog: Catalog) -> dict[str, Any]:
    place = change.place
    return {
        "indicator": _subject(place, catalog),
        "area": terms.area_name(catalog, place.area),
        "period": period_words(place.period, place.freq, place.accumulation),
        "before": change.before,
        "after": change.after,
        "by": _by(change),
        "unit": terms.unit_name(catalog, change.unit),
        "cell": f"{change.cell} ⚠" if change.doubtful else change.cell,
    }


def _following(
    head: str, moves: Sequence[Change] | Sequence[RankMove], catalog: Catalog
) -> Component:
    """The first of a kind as a short table; what is further moved is counted."""
    rows = [html.Tr([html.Td(cell) for cell in _cells(move, catalog)]) for move in moves[:MOST]]
    further = len(moves) - len(rows)
    more = [html.P(_("and %(count)s more", count=further), className="quiet")] if further else []
    table = [html.Table(html.Tbody(rows), className="batches")] if rows else []
    return html.Div([html.H3(head % {"count": len(moves)}), *table, *more])


def _cells(move: Change | RankMove, catalog: Catalog) -> tuple[str, ...]:
    place = move.place
    when = period_words(place.period, place.freq, place.accumulation)
    named = (terms.area_name(catalog, place.area), _subject(place, catalog), when)
    if isinstance(move, RankMove):
        passed = f"{move.before} → {move.after} / {move.of}"
        return (*named, passed, moved_words(move.after, move.before))
    values = [_figure(move, value, catalog) for value in (move.before, move.after)]
    return (*named, " → ".join(values), terms.unit_name(catalog, move.unit))


def _figure(change: Change, value: float | None, catalog: Catalog) -> str:
    place = change.place
    return terms.figure(catalog, place.indicator, place.transformation, value, change.unit)


def _subject(place: Place, catalog: Catalog) -> str:
    parts = (
        terms.indicator_name(catalog, place.indicator),
        terms.breakdown_words(catalog, place.breakdown),
        "" if place.transformation == "level" else terms.measure(place.transformation),
    )
    return " · ".join(part for part in parts if part)


def _by(change: Change) -> str:
    """By how much: in points for rates, in per cent for amounts."""
    if change.before is None or change.after is None:
        return ""
    if change.unit == "%":
        return _("%(points)s pp", points=on_screen(signed(change.after - change.before, 1)))
    if change.before <= 0:
        return ""
    return on_screen(f"{signed((change.after / change.before - 1) * 100, 2)}%")

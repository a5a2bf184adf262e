"""Every alarm with its figure, its threshold, who answers for it and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.alarm import NEXT
from cockpit.alarm.filtering import chosen
from cockpit.alarm.office import Told
from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from layouts import terms
from layouts.alarms import words
from layouts.parts.number import number

SHOWN = 300


def listing(alarms: Sequence[Told], catalog: Catalog, state: str = "") -> list[Component]:
    """The alarms of one state, or all of them, newest first."""
    title = html.H1(_("Alarms"), className="page-title")
    if not alarms:
        none = html.P(_("No figure is beyond its threshold."), className="quiet")
        return [title, none]
    kept = chosen(alarms, state)
    return [title, _states(alarms, state), html.Section(_table(kept, catalog), className="sheet")]


def _states(alarms: Sequence[Told], asked: str) -> Component:
    counts = Counter(told.alarm.state for told in alarms)
    chips = [_chip("", _("All"), len(alarms), not asked)]
    chips += [
        _chip(state, words.state_words(state), counts[state], state == asked)
        for state in NEXT
        if counts[state]
    ]
    return html.Nav(chips, className="chips")


def _chip(state: str, name: str, count: int, on: bool) -> Component:
    address = f"/alarms?state={state}" if state else "/alarms"
    return dcc.Link(f"{name} {count}", href=address, className="chip chip-on" if on else "chip")


def _table(alarms: Sequence[Told], catalog: Catalog) -> list[Component]:
    names = (
        *("", _("Alarm"), _("State"), _("Period"), _("Figure"), _("Threshold")),
        *(_("Now"), _("Who answers"), _("Last step"), _("By whom")),
    )
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in names]))
    body = html.Tbody([_row(told, catalog) for told in alarms[:SHOWN]])
    table = html.Table([head, body], className="batches alarm-list")
    if len(alarms) <= SHOWN:
        return [table]
    more = _("%(count)s earlier alarms are not listed.", count=len(alarms) - SHOWN)
    return [table, html.P(more, className="quiet")]


def _row(told: Told, catalog: Catalog) -> Component:
    alarm, last = told.alarm, told.alarm.steps[-1]
    cells = (
        str(alarm.id),
        dcc.Link(words.subject(alarm, catalog), href=f"/alarms/{alarm.id}"),
        html.Span(words.state_words(alarm.state), className=f"tag alarm-{alarm.state}"),
        words.when(alarm, alarm.period),
        number(words.figure_text(alarm, catalog), alarm.figure),
        words.limit(alarm, catalog),
        words.now(told, catalog),
        words.bureau(alarm, catalog),
        terms.time_words(last.at),
        words.by_whom(last),
    )
    return html.Tr([html.Td(cell) for cell in cells])

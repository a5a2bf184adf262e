"""Every batch with where it stands, who brought it there, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.batch import NEXT, Batch
from cockpit.i18n import gettext as _
from layouts import terms
from layouts.upload.history import state_words

SHOWN = 200


def listing(batches: Sequence[Batch], state: str = "") -> list[Component]:
    """The batches of one state, or all of them, newest first."""
    kept = [batch for batch in batches if state in ("", batch.state)]
    title = html.H1(_("Batches"), className="page-title")
    bring = dcc.Link(_("Bring figures"), href="/upload", className="button primary")
    head = html.Div([title, bring], className="head")
    if not batches:
        return [head, html.P(_("No file has been brought yet."), className="quiet")]
    return [head, _states(batches, state), html.Section(_table(kept), className="sheet")]


def _states(batches: Sequence[Batch], chosen: str) -> Component:
    counts = Counter(batch.state for batch in batches)
    chips = [_chip("", _("All"), len(batches), not chosen)]
    chips += [
        _chip(state, state_words(state), counts[state], state == chosen)
        for state in NEXT
        if counts[state]
    ]
    return html.Nav(chips, className="chips")


def _chip(state: str, name: str, count: int, on: bool) -> Component:
    address = f"/batches?state={state}" if state else "/batches"
    return dcc.Link(f"{name} {count}", href=address, className="chip chip-on" if on else "chip")


def _table(batches: Sequence[Batch]) -> list[Component]:
    names = (
        *("", _("File"), _("State"), _("Figures"), _("To be confirmed")),
        *(_("Brought by"), _("Brought"), _("Last step"), _("By whom"), _("Reason")),
    )
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in names]))
    body = html.Tbody([_row(batch) for batch in batches[:SHOWN]])
    table = html.Table([head, body], className="batches listing")
    if len(batches) <= SHOWN:
        return [table]
    text = _("%(count)s earlier batches are not listed.", count=len(batches) - SHOWN)
    return [table, html.P(text, className="quiet")]


def _row(batch: Batch) -> Component:
    last = batch.steps[-1]
    cells = (
        str(batch.id),
        dcc.Link(batch.file_name, href=f"/batches/{batch.id}"),
        html.Span(state_words(batch.state), className=f"tag tag-{batch.state}"),
        str(batch.observations),
        str(batch.doubtful or ""),
        batch.person,
        terms.time_words(batch.staged_at),
        terms.time_words(last.at),
        last.person,
        last.reason,
    )
    return html.Tr([html.Td(cell) for cell in cells])

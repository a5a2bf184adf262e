"""The life of a batch drawn as a line, and told as a list."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from cockpit.batch import Batch, BatchState, Step
from cockpit.i18n import gettext as _
from layouts import terms
from layouts.upload.history import state_words

_WAY: tuple[BatchState, ...] = ("staged", "submitted", "reviewed", "published")


def life_line(batch: Batch) -> Component:
    """The steps taken and, while it goes on, those ahead; each taken one with who and when."""
    taken = {step.state: step for step in reversed(batch.steps)}
    ahead = _WAY if batch.state in _WAY else ()
    states = dict.fromkeys([*(step.state for step in batch.steps), *ahead])
    marks = [_mark(state, taken.get(state), state == batch.state) for state in states]
    return html.Ol(marks, className="life")


def history(batch: Batch) -> Component:
    """Every step in its order, a later acceptance of doubtful figures among them."""
    names = (_("Step"), _("By whom"), _("Time"), _("Kind of revision"), _("Reason"))
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in names]))
    rows = [_row(step, batch.steps[:nth]) for nth, step in enumerate(batch.steps)]
    return html.Table([head, html.Tbody(rows)], className="batches")


def _mark(state: BatchState, step: Step | None, now: bool) -> Component:
    told: list[Component] = [html.Strong(_name(state))]
    if step:
        told += [html.Span(step.person), html.Span(terms.time_words(step.at), className="quiet")]
    else:
        told += [html.Span(_("ahead"), className="quiet")]
    kind = "taken" if step else "ahead"
    return html.Li(told, className=f"{kind} is-{state}{' now' if now else ''}")


def _name(state: BatchState) -> str:
    """Name a step: what waits for a decision now was brought in once."""
    return _("brought in") if state == "staged" else state_words(state)


def _row(step: Step, before: tuple[Step, ...]) -> Component:
    again = any(one.state == step.state for one in before)
    name = _("doubtful figures accepted") if again else _name(step.state)
    revision = _(step.revision) if step.revision and not again else ""
    cells = (name, step.person, terms.time_words(step.at), revision, step.reason)
    return html.Tr([html.Td(cell) for cell in cells])

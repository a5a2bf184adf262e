"""The batches so far, newest first, and the way to take one back."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.batch import OPEN, Batch, BatchState
from cockpit.i18n import gettext as _
from layouts import terms

SHOWN = 20


def batch_list(batches: Sequence[Batch], said: str = "") -> list[Component]:
    """The latest batches as a table; `said` is what became of the last request."""
    sentence = [html.P(said, className="note", role="status")] if said else []
    if not batches:
        return [*sentence, html.P(_("No file has been brought yet."), className="quiet")]
    names = ("", _("File"), _("State"), _("Figures"), _("Brought by"), _("Brought"), "")
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in names]))
    body = html.Tbody([_row(batch) for batch in batches[:SHOWN]])
    return [*sentence, html.Table([head, body], className="batches"), *_more(batches)]


def _more(batches: Sequence[Batch]) -> list[Component]:
    if len(batches) <= SHOWN:
        return []
    text = _("%(count)s earlier batches are not listed.", count=len(batches) - SHOWN)
    return [html.P(text, className="quiet")]


def _row(batch: Batch) -> Component:
    cells = (
        dcc.Link(str(batch.id), href=f"/batches/{batch.id}", title=_("Life and effect")),
        dcc.Link(batch.file_name, href=f"/upload?batch={batch.id}"),
        html.Span(state_words(batch.state), className=f"tag tag-{batch.state}"),
        str(batch.observations),
        batch.person,
        terms.time_words(batch.published_at or batch.staged_at),
        _last(batch),
    )
    return html.Tr([html.Td(cell) for cell in cells])


def state_words(state: BatchState) -> str:
    """Name where a batch stands."""
    return {
        "staged": _("waiting for a decision"),
        "submitted": _("submitted"),
        "reviewed": _("reviewed"),
        "published": _("published"),
        "withdrawn": _("withdrawn"),
        "discarded": _("discarded"),
    }[state]


def _last(batch: Batch) -> Component | str:
    if batch.state == "published":
        return _take_back(batch.id, _("Withdraw…"), _("Withdraw this batch"))
    if batch.state in OPEN:
        return _take_back(batch.id, _("Discard…"), _("Discard this batch"))
    if batch.withdrawn_by:
        return _("by %(person)s: %(reason)s", person=batch.withdrawn_by, reason=batch.reason or "")
    return ""


def _take_back(batch: int, opens: str, does: str) -> Component:
    reason = dcc.Input(
        id={"type": "upload-reason", "batch": batch},
        type="text",
        placeholder=_("Reason"),
        maxLength=200,
        className="field",
    )
    button = html.Button(
        does,
        id={"type": "upload-withdraw", "batch": batch},
        type="button",
        className="button",
    )
    return html.Details([html.Summary(opens), html.Div([reason, button])], className="withdraw")

"""The steps that may be taken now: who takes one, why, and the buttons."""

from __future__ import annotations

from typing import get_args

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.batch import Batch, BatchState
from cockpit.i18n import gettext as _
from cockpit.vintage import Reason, usual_reason

ACCEPTED = "accepted"
"""The step by which doubtful figures of a published batch are shown; its state stays."""


def steps(batch: Batch, *, revises: bool = False) -> list[Component]:
    """Name and reason, what publishing wants to know, and a button for each step.

    A kind of revision is asked for only where publishing `revises` figures that stand.
    """
    publishes = "published" in batch.ways
    revises = revises and publishes
    asked = [_text("batch-person", _("By whom"), _("Name"), persistence=True)]
    asked += [_text("batch-reason", _("Reason"), _("Why?"))]
    return [
        html.H2(_("Next step")),
        *_errors(batch),
        *asked,
        html.Div(_revision(batch, asked=revises), className="" if revises else "unasked"),
        _accept(batch, asked=publishes),
        html.Div([*_late(batch), *(_button(s, batch) for s in batch.ways)], className="decision"),
        html.P(id="batch-refusal", className="bad", role="alert"),
    ]


def _errors(batch: Batch) -> list[Component]:
    if not batch.errors:
        return []
    sentence = _(
        "It cannot be published: mend the cells named above in the file, and drop it again."
    )
    return [html.P(sentence, className="bad")]


def _text(name: str, label: str, hint: str, persistence: bool = False) -> Component:
    field = dcc.Input(
        id=name,
        type="text",
        placeholder=hint,
        persistence=persistence,
        maxLength=200,
        className="field",
    )
    return html.Label([html.Span(label), field], className="labelled")


def _revision(batch: Batch, *, asked: bool) -> Component:
    choice = dcc.RadioItems(
        [{"label": _(reason), "value": reason} for reason in get_args(Reason)],
        usual_reason(batch.file_name) if asked else None,
        id="batch-revision",
        className="revision",
    )
    return html.Div(
        [html.Span(_("Kind of revision"), className="label"), choice], className="labelled"
    )


def _accept(batch: Batch, *, asked: bool) -> Component:
    text = _("I have looked at the figures to be confirmed; publish them as well")
    shown = asked and batch.doubtful > 0
    options = [{"label": text, "value": "accept"}] if shown else []
    look = "accept" if shown else "accept unasked"
    return dcc.Checklist(options, [], id="batch-accept", className=look)


def _late(batch: Batch) -> list[Component]:
    """The way to show doubtful figures that were not accepted when the rest was published."""
    waits = batch.state == "published" and batch.doubtful and not batch.steps[-1].accepts_doubtful
    if not waits:
        return []
    text = _("Show the %(count)s figures to be confirmed too", count=batch.doubtful)
    name = {"type": "batch-step", "state": ACCEPTED}
    return [html.Button(text, id=name, type="button", className="button primary")]


def _button(state: BatchState, batch: Batch) -> Component:
    words = {
        "submitted": _("Submit for review"),
        "reviewed": _("Reviewed: may be published"),
        "published": _("Publish") if batch.state == "reviewed" else _("Publish at once"),
        "withdrawn": _("Withdraw this batch"),
        "discarded": _("Discard this batch"),
    }
    first = state == batch.ways[0] and state not in ("withdrawn", "discarded")
    return html.Button(
        words[state],
        id={"type": "batch-step", "state": state},
        type="button",
        className="button primary" if first else "button",
    )

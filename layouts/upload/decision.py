"""What publishing would do, and the buttons that do it."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.batch import OPEN, Batch, Staged
from cockpit.catalog import Catalog
from cockpit.effect import Effect
from cockpit.i18n import gettext as _
from layouts.batches.effect import counts, replaced
from layouts.services import Foretell


def decision(staged: Staged, foretell: Foretell, catalog: Catalog) -> list[Component]:
    """The effect and the buttons, or the sentence that says why there are none."""
    if staged.batch.state not in OPEN:
        return [html.P(_state(staged.batch), className="lead")]
    if staged.batch.errors:
        sentence = _(
            "It cannot be published: mend the cells named above in the file, and drop it again."
        )
        return [html.P(sentence, className="bad"), set_aside()]
    if not staged.observations:
        return [set_aside()]
    effect = foretell(staged.batch.id)
    return [
        html.H3(_("What publishing would do")),
        counts(effect),
        *_changes(effect, catalog),
        _buttons(staged),
    ]


def published(batch: Batch, figures: int) -> Component:
    """What stands in place of the decision once a batch is published."""
    text = _("Published as batch no. %(id)s; figures: %(count)s.", id=batch.id, count=figures)
    wall = html.A(_("See the wall"), href="/", className="button primary")
    return html.Div([html.P(text, className="good"), wall], className="decision", role="status")


def set_aside() -> Component:
    """The way back to an empty desk; what was read stays among the batches."""
    return dcc.Link(_("Set aside"), href="/upload", className="button")


def _state(batch: Batch) -> str:
    if batch.state == "discarded":
        return _("This batch was discarded: %(reason)s.", reason=batch.reason or "–")
    if batch.state == "withdrawn":
        return _("This batch was withdrawn.")
    return _("This batch is published.")


def _changes(effect: Effect, catalog: Catalog) -> list[Component]:
    if not effect.changes:
        return []
    text = _("Figures that would be replaced: %(count)s", count=len(effect.changes))
    return [html.Details([html.Summary(text), replaced(effect, catalog)])]


def _buttons(staged: Staged) -> Component:
    batch, doubtful = staged.batch.id, staged.batch.doubtful
    text = _("I have looked at the figures to be confirmed; publish them as well")
    tick = dcc.Checklist(
        [{"label": text, "value": "accept"}] if doubtful else [],
        [],
        id={"type": "upload-accept", "batch": batch},
        className="accept" if doubtful else "accept unasked",
    )
    publish = html.Button(
        _("Publish"),
        id={"type": "upload-publish", "batch": batch},
        type="button",
        className="button primary",
    )
    refusal = html.P(id={"type": "upload-refusal", "batch": batch}, className="bad", role="alert")
    return html.Div([tick, publish, set_aside(), refusal], className="decision")

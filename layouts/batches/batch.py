"""One batch: its life line, what publishing would change, and the steps that may be taken."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.batch import OPEN, Batch
from cockpit.i18n import gettext as _
from layouts.batches.effect import effect_of
from layouts.batches.life import history, life_line
from layouts.batches.steps import steps
from layouts.services import Services
from layouts.upload.history import state_words


def body(services: Services, number: int, said: str = "") -> list[Component]:
    """Everything about a batch; `said` is what became of the last step asked for.

    Raises CockpitError where there is no such batch, or it is not for whoever asks.
    """
    batch = services.staged(number).batch
    sentence = [html.P(said, className="good", role="status")] if said else []
    return [
        _head(batch),
        *sentence,
        html.Section(life_line(batch), className="sheet"),
        *_decision(services, batch),
        html.Section([html.H2(_("History")), history(batch)], className="sheet"),
    ]


def _head(batch: Batch) -> Component:
    counts = _(
        "Batch no. %(id)s · figures: %(figures)s · to be confirmed: %(doubtful)s · "
        "errors: %(errors)s · warnings: %(warnings)s",
        id=batch.id,
        figures=batch.observations,
        doubtful=batch.doubtful,
        errors=batch.errors,
        warnings=batch.warnings,
    )
    tag = html.Span(state_words(batch.state), className=f"tag tag-{batch.state}")
    title = html.H1([batch.file_name, tag], className="page-title")
    original = html.A(
        _("The file as it was brought"), href=f"/originals/{batch.sha256}", className="button"
    )
    read = dcc.Link(
        _("What was read, cell by cell"), href=f"/upload?batch={batch.id}", className="button"
    )
    every = dcc.Link(_("All batches"), href="/batches", className="button")
    named = html.Div([title, html.P(counts, className="quiet")], className="named")
    return html.Header([named, html.Div([every, read, original])], className="head")


def _decision(services: Services, batch: Batch) -> list[Component]:
    """Effect and steps side by side; of a batch whose life is over, neither."""
    if not batch.ways:
        return []
    if batch.state not in OPEN or batch.errors:
        sheet = html.Section(steps(batch), className="sheet steps")
        return [sheet, dcc.Store(id="batch-version", data="")]
    effect = services.effect(batch.id)
    sheet = html.Section(steps(batch, revises=bool(effect.changes)), className="sheet steps")
    version = dcc.Store(id="batch-version", data=effect.version)
    shown = html.Section(effect_of(effect, services.catalog), id="batch-effect", className="sheet")
    return [html.Div([shown, sheet], className="deciding"), version]

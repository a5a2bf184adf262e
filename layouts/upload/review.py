"""One file under review: what was understood, what publishing would do, and the decision."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.batch import Batch, Staged
from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.series import ReadingDoor
from cockpit.wording import period_words
from layouts import terms
from layouts.grid import grid
from layouts.upload.effect import Change, Effect, effect
from layouts.upload.understood import understood


def review(staged: Staged, door: ReadingDoor, catalog: Catalog) -> Component:
    """The card of one file."""
    head = [
        html.H2(staged.batch.file_name),
        html.P(_("Batch no. %(id)s", id=staged.batch.id), className="quiet"),
    ]
    decision = html.Div(_decision(staged, door, catalog), id=outcome(staged.batch.id))
    body = [_copy(staged.duplicate_of), decision, *understood(staged, catalog)]
    return html.Article(
        [html.Header(head), *(part for part in body if part is not None)], className="sheet review"
    )


def outcome(batch: int) -> dict[str, str | int]:
    """The id of the place where the decision stands, and afterwards what became of it."""
    return {"type": "upload-outcome", "batch": batch}


def published(batch: Batch) -> Component:
    """What stands in place of the decision once a batch is published."""
    text = _(
        "Published: batch no. %(id)s, %(count)s figures.", id=batch.id, count=batch.observations
    )
    wall = html.A(_("See the wall"), href="/", className="button primary")
    return html.Div([html.P(text, className="good"), wall], role="status")


def _copy(batch: int | None) -> Component | None:
    if batch is None:
        return None
    text = _("This very file stands published already, as batch no. %(id)s.", id=batch)
    return html.P(text, className="note")


def _decision(staged: Staged, door: ReadingDoor, catalog: Catalog) -> list[Component]:
    if staged.batch.state != "staged":
        return [html.P(_state(staged.batch), className="lead")]
    if staged.batch.errors:
        text = _(
            "It cannot be published: mend the cells named below in the file, and drop it again."
        )
        return [html.P(text, className="bad"), _discard()]
    if not staged.observations:
        return [_discard()]
    return [*_effect(staged, door, catalog), _buttons(staged)]


def _state(batch: Batch) -> str:
    if batch.state == "withdrawn":
        return _("This batch was withdrawn.")
    return _("This batch is published.")


def _effect(staged: Staged, door: ReadingDoor, catalog: Catalog) -> list[Component]:
    sure = effect((o for o in staged.observations if not o.needs_review), door)
    parts = [html.H3(_("What publishing would do")), _counts(sure)]
    if sure.changed:
        parts.append(changes(staged.batch.id, sure, catalog))
    if staged.batch.doubtful:
        doubtful = effect((o for o in staged.observations if o.needs_review), door)
        parts += [html.P(_doubtful(doubtful), className="note")]
    return parts


def _counts(found: Effect) -> Component:
    counts = {
        _("new"): found.new,
        _("changed"): len(found.changed),
        _("the same"): found.unchanged,
        _("without a value"): found.empty,
    }
    pairs = [html.Div([html.Dd(str(count)), html.Dt(name)]) for name, count in counts.items()]
    return html.Dl(pairs, className="counts")


def _doubtful(found: Effect) -> str:
    total = found.new + len(found.changed) + found.unchanged + found.empty
    return _(
        "%(total)s figures are to be confirmed: %(new)s would be new, %(changed)s changed.",
        total=total,
        new=found.new,
        changed=len(found.changed),
    )


def changes(batch: int, found: Effect, catalog: Catalog) -> Component:
    """The figures that would be replaced, before and after."""
    numbers = {"type": "rightAligned", "width": 130}
    columns = [
        {"field": "indicator", "headerName": _("Indicator"), "width": 220},
        {"field": "area", "headerName": _("Area"), "width": 120},
        {"field": "period", "headerName": _("Period"), "width": 150},
        {"field": "before", "headerName": _("Stands now"), **numbers},
        {"field": "after", "headerName": _("Would stand"), **numbers},
        {"field": "unit", "headerName": _("Unit"), "width": 90},
        {"field": "cell", "headerName": _("Cell"), "width": 150},
    ]
    rows = [_change(change, catalog) for change in found.changed]
    return grid(f"changes-{batch}", columns, rows)


def _change(change: Change, catalog: Catalog) -> dict[str, str | float | None]:
    one = change.observation
    return {
        "indicator": terms.indicator_name(catalog, one.indicator or one.label),
        "area": terms.area_name(catalog, one.area or one.ref_area),
        "period": period_words(one.period, one.freq, one.accumulation),
        "before": change.before,
        "after": one.value,
        "unit": terms.unit_name(catalog, one.unit),
        "cell": "!".join(part for part in (one.sheet, one.cell) if part),
    }


def _buttons(staged: Staged) -> Component:
    batch, doubtful = staged.batch.id, staged.batch.doubtful
    text = _("Publish the %(count)s figures to be confirmed as well", count=doubtful)
    tick = dcc.Checklist(
        [{"label": text, "value": "accept"}] if doubtful else [],
        [],
        id={"type": "upload-accept", "batch": batch},
        className="accept",
    )
    publish = html.Button(
        _("Publish"),
        id={"type": "upload-publish", "batch": batch},
        type="button",
        className="button primary",
    )
    refusal = html.P(id={"type": "upload-refusal", "batch": batch}, className="bad", role="alert")
    return html.Div([tick, publish, _discard(), refusal], className="decision")


def _discard() -> Component:
    return dcc.Link(_("Set aside"), href="/upload", className="button")

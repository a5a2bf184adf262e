"""What publishing would do, and the buttons that do it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.batch import OPEN, Batch, Staged
from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.series import ReadingDoor
from cockpit.wording import period_words
from layouts import terms
from layouts.grid import grid
from layouts.upload.effect import Judged, Verdict, effect


def decision(staged: Staged, door: ReadingDoor, catalog: Catalog) -> list[Component]:
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
    judged = effect(staged.observations, door)
    return [
        html.H3(_("What publishing would do")),
        counts(judged),
        *_changes(staged.batch.id, judged, catalog),
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


def counts(judged: Sequence[Judged]) -> Component:
    """How many figures are new, changed or the same; those to be confirmed apart."""
    names: dict[Verdict, str] = {
        "new": _("new"),
        "changed": _("changed"),
        "same": _("the same"),
        "unknown": _("not in the catalogue"),
        "empty": _("without a value"),
    }
    found = Counter((one.observation.needs_review, one.verdict) for one in judged)
    kinds = {False: _("Certain"), True: _("To be confirmed")}
    head = html.Tr([html.Td(), *(html.Th(name, scope="col") for name in names.values())])
    body = [
        html.Tr(
            [html.Th(name, scope="row"), *(html.Td(str(found[doubtful, v])) for v in names)],
            className="doubt" if doubtful else "",
        )
        for doubtful, name in kinds.items()
        if any(found[doubtful, verdict] for verdict in names)
    ]
    return html.Table([html.Thead(head), html.Tbody(body)], className="counts")


def _state(batch: Batch) -> str:
    if batch.state == "discarded":
        return _("This batch was discarded: %(reason)s.", reason=batch.reason or "–")
    if batch.state == "withdrawn":
        return _("This batch was withdrawn.")
    return _("This batch is published.")


def _changes(batch: int, judged: Sequence[Judged], catalog: Catalog) -> list[Component]:
    changed = [_change(one, catalog) for one in judged if one.verdict == "changed"]
    if not changed:
        return []
    title = html.Summary(_("Figures that would be replaced: %(count)s", count=len(changed)))
    return [html.Details([title, grid(f"changes-{batch}", _columns(), changed)])]


def _columns() -> list[dict[str, Any]]:
    numbers = {"type": "rightAligned", "width": 130, "filter": "agNumberColumnFilter"}
    return [
        {"field": "indicator", "headerName": _("Indicator"), "minWidth": 200, "flex": 1},
        {"field": "area", "headerName": _("Area"), "width": 120},
        {"field": "period", "headerName": _("Period"), "width": 150},
        {"field": "before", "headerName": _("Stands now"), **numbers},
        {"field": "after", "headerName": _("Would stand"), **numbers},
        {"field": "unit", "headerName": _("Unit"), "width": 110},
        {"field": "cell", "headerName": _("Cell"), "width": 130},
        {"field": "doubt", "headerName": _("To be confirmed"), "width": 120},
    ]


def _change(judged: Judged, catalog: Catalog) -> dict[str, str | float | None]:
    one = judged.observation
    return {
        "indicator": terms.indicator_name(catalog, one.indicator or one.label),
        "area": terms.area_name(catalog, one.area or one.ref_area),
        "period": period_words(one.period, one.freq, one.accumulation),
        "before": judged.before,
        "after": one.value,
        "unit": terms.unit_name(catalog, one.unit),
        "cell": "!".join(part for part in (one.sheet, one.cell) if part),
        "doubt": "⚠" if one.needs_review else "",
    }


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

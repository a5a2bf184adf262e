"""The end of every trail: file, sheet, cell, and what stood there before."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from cockpit.i18n import gettext as _
from cockpit.indicator import Trace
from cockpit.series import Source
from layouts import terms


def cell(source: Source) -> Component:
    """The cell a figure was read from, who brought it and when."""
    facts = {
        _("File"): original(source),
        _("Cell"): address(source),
        _("Printed there"): source.raw,
        _("Row or column"): " · ".join(part for part in (source.label, source.ref_area) if part),
        _("Unit"): source.unit,
        _("Batch"): _(
            "no. %(id)s, brought by %(bringer)s, published by %(person)s",
            id=source.batch,
            bringer=source.brought_by,
            person=source.person,
        ),
        _("Published"): terms.time_words(source.published_at),
    }
    pairs = [part for name, fact in facts.items() for part in (html.Dt(name), html.Dd(fact))]
    doubts = [html.P(_(reason), className="note") for reason in source.reasons]
    return html.Section([html.H3(_("Source")), html.Dl(pairs), *doubts], className="trail-source")


def earlier(trace: Trace) -> Component | None:
    """What was published for the same figure before, or elsewhere; None where nothing was."""
    others = [s for s in trace.history if s != trace.source]
    if not others:
        return None
    rows = [html.Tr([html.Td(part) for part in _line(source)]) for source in others]
    heads = (_("Value"), _("File"), _("Cell"), _("Published"))
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in heads]))
    return html.Section(
        [html.H3(_("Earlier publications of this figure")), html.Table([head, html.Tbody(rows)])],
        className="trail-history",
    )


def original(source: Source) -> Component:
    """The way to the file itself, as it was brought."""
    return html.A(
        source.file_name,
        href=f"/originals/{source.sha256}",
        download=source.file_name,
        title=_("Download the file as it was brought"),
    )


def address(source: Source) -> str:
    """Sheet and cell the way spreadsheet programs write them."""
    return f"{source.sheet}!{source.cell}" if source.sheet else source.cell


def _line(source: Source) -> tuple[str | Component, ...]:
    value = "" if source.value is None else f"{source.raw} {source.unit}"
    return (
        value,
        original(source),
        address(source),
        terms.time_words(source.published_at),
    )

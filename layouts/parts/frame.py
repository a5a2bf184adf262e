"""The frame of a panel: finding, measure, figure, source, and how late it is."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from cockpit.freshness import Freshness


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a panel shows: a finding, its measure · unit · period, a body, source and age."""

    finding: str
    measure: str
    body: Component
    source: str
    fresh: Freshness
    address: str


def frame(content: Content) -> list[Component]:
    """The parts of a panel from the finding down to the source."""
    finding = html.A(content.finding, href=content.address, className="finding")
    return [
        html.Header([html.H2(finding), html.P(content.measure)]),
        html.Div(content.body, className="body"),
        html.Footer([html.Span(content.source), badge(content.fresh)]),
    ]


def badge(fresh: Freshness) -> Component:
    """How late a series is: words, and a hatched mark before them where it is late or missing."""
    return html.Span(fresh.words(), className=f"tag fresh-{fresh.state}")

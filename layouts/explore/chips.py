"""Choices that stand side by side, each a link."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from layouts.attributes import attributes
from layouts.explore.address import Exploration, href


def chips(name: str, ways: list[Component]) -> Component:
    """A named row of choices."""
    group = html.Div(ways, className="chips", role="group", **attributes(aria_label=name))
    return html.Div([html.Span(name, className="label"), group], className="labelled")


def chip(text: str, wanted: Exploration, chosen: bool) -> Component:
    """One choice as a link to the page that shows it."""
    if not chosen:
        return dcc.Link(text, href=href(wanted), className="chip")
    return html.Span(text, className="chip chip-on", **attributes(aria_current="true"))

"""The way from anywhere on the desk to a cell of the sheet."""

from __future__ import annotations

import json

from dash import html
from dash.development.base_component import Component

from layouts.attributes import attributes


def way_to(batch: int, sheet: str, cell: str, text: str) -> Component:
    """A button that shows a cell in the view."""
    place = json.dumps([batch, sheet, cell], ensure_ascii=False)
    return html.Button(text, type="button", className="way", **attributes(data_show=place))

"""From sheet to sheet, and from window to window of a long or wide one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.i18n import gettext as _
from cockpit.observation import Observation
from cockpit.reading import SheetWindow
from layouts.attributes import attributes
from layouts.upload.sheet.table import column_letters


def tabs(window: SheetWindow, records: Iterable[Observation]) -> list[Component]:
    """One tab a sheet with how many figures were read in it; none where there is one sheet."""
    if len(window.sheets) == 1:
        return []
    counts = Counter(one.sheet for one in records)
    made = [_tab(name, counts[name], name == window.sheet) for name in window.sheets]
    return [html.Div(made, className="tabs", **attributes(role="tablist"))]


def turning(window: SheetWindow) -> list[Component]:
    """Which part is shown of how much, and the ways to the next; nothing where all is."""
    rows, columns = len(window.texts), max(map(len, window.texts), default=0)
    if rows == window.height and columns == window.width:
        return []
    top, left = window.top, window.left
    said = _(
        "Rows %(first)s–%(last)s of %(rows)s, columns %(left)s–%(right)s of %(columns)s",
        first=top + 1,
        last=top + rows,
        rows=window.height,
        left=column_letters(left),
        right=column_letters(left + columns - 1),
        columns=window.width,
    )
    ways = [
        _way(window, top - 1, left, _("Rows above"), top > 0),
        _way(window, top + rows, left, _("Rows below"), top + rows < window.height),
        _way(window, top, left - 1, _("Columns to the left"), left > 0),
        _way(window, top, left + columns, _("Columns to the right"), left + columns < window.width),
    ]
    return [html.Div([html.Span(said), *filter(None, ways)], className="turning")]


def _way(window: SheetWindow, top: int, left: int, text: str, is_open: bool) -> Component | None:
    if not is_open:
        return None
    to = _to(window.sheet, top, left)
    return html.Button(text, type="button", className="button", **to)


def _tab(name: str, figures: int, is_shown: bool) -> Component:
    parts = [html.Span(name), html.Small(str(figures))]
    state = attributes(role="tab", aria_selected="true" if is_shown else "false")
    return html.Button(parts, type="button", **state, **_to(name, 0, 0))


def _to(sheet: str, top: int, left: int) -> dict[str, Any]:
    return attributes(data_to=json.dumps([sheet, top, left], ensure_ascii=False))

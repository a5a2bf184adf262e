"""The wall's layout, and one callback for each of its parts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from dash import Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component
from plotly.io.json import to_json_plotly

from cockpit.i18n import gettext as _
from layouts.attributes import attributes
from layouts.panels import PANELS
from layouts.panels.view import View
from layouts.parts.frame import frame
from layouts.services import Services
from layouts.theme import WALL
from layouts.wall.cards import cards
from layouts.wall.header import header
from layouts.wall.status import reach, status

Look = Callable[[str, float], View]
Draw = Callable[[View], list[Component]]


def layout(services: Services, url: str) -> Component:
    """The frame of the wall; its parts are filled by their callbacks."""
    asked = _asked(services, url)
    known = services.catalog.areas.get(asked)
    area = known.code if known else services.home_area
    version = services.door().version()
    sections = [
        html.Section(id=f"panel-{panel.id}", className="panel", style={"gridArea": panel.place})
        for panel in PANELS
    ]
    drawn = [dcc.Store(id=f"drawn-{part}") for part in _parts()]
    return html.Main(
        [
            dcc.Store(id="wall-version", data=version),
            dcc.Store(id="wall-scale"),
            dcc.Store(id="wall-area", data=area),
            *drawn,
            header(services, area, "" if known else asked),
            html.P(
                _("The server does not answer. Figures as of %(time)s.", time="{time}"),
                id="offline",
                hidden=True,
                **attributes(role="status"),
            ),
            html.Section(id="cards", className="cards"),
            html.Div(sections, className="panels"),
            html.Footer(id="status", className="status"),
        ],
        className="wall",
        id="wall",
        **attributes(data_version=version),
    )


def register(app: Dash, services: Services) -> None:
    """One callback a part, so that a part whose figures stand still is not sent again."""
    app.clientside_callback(
        "(_) => window.innerWidth && Math.min(window.innerWidth / 1920, window.innerHeight / 1080)",
        Output("wall-scale", "data"),
        Input("wall-version", "data"),
    )
    look = _viewer(services)
    for part, (target, draw) in _parts().items():
        _refresh(app, look, part, target, draw)


def _parts() -> dict[str, tuple[str, Draw]]:
    panels = {panel.id: (f"panel-{panel.id}", _framed(panel.draw)) for panel in PANELS}
    strips = {"reach": ("reach", reach), "cards": ("cards", cards), "status": ("status", status)}
    return {**strips, **panels}


def _framed(draw: Callable[[View], Any]) -> Draw:
    return lambda view: frame(draw(view))


def _refresh(app: Dash, look: Look, part: str, target: str, draw: Draw) -> None:
    @app.callback(
        Output(target, "children"),
        Output(f"drawn-{part}", "data"),
        Input("wall-version", "data"),
        Input("wall-scale", "data"),
        State("wall-area", "data"),
        State(f"drawn-{part}", "data"),
    )
    def refresh(_version: str, scale: float | None, area: str, drawn: str | None) -> Any:  # noqa: ANN401
        if not scale:
            return no_update, no_update
        children = draw(look(area, scale))
        digest = hashlib.sha256((to_json_plotly(children) or "").encode()).hexdigest()
        return (no_update, no_update) if digest == drawn else (children, digest)


def _viewer(services: Services) -> Look:
    """What opens a view of a place."""

    def look(area: str, scale: float) -> View:
        return View(
            catalog=services.catalog,
            calculator=services.calculator(),
            area=area,
            today=datetime.now(UTC).astimezone().date(),
            style=WALL.scaled(scale),
        )

    return look


def _asked(services: Services, url: str) -> str:
    return parse_qs(urlsplit(url).query).get("area", [services.home_area])[0]

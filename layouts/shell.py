"""The frame around every screen: addresses, language, the trail drawer and the browser's rules."""

from __future__ import annotations

from urllib.parse import urlsplit

from dash import Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component
from flask import Flask

from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from layouts import alarms, batches, explore, meetings, opening, tokens, trail, upload, wall
from layouts.browser import protect
from layouts.index import Index
from layouts.language import speak
from layouts.services import Services

PAGES = {
    "explore": explore,
    "upload": upload,
    "batches": batches,
    "alarms": alarms,
    "meetings": meetings,
    "admin": tokens,
}


def build(services: Services) -> Dash:
    """One Dash application; every callback is its own, so two of them share nothing."""
    server = Flask("layouts")
    # The first of two routes to an address answers, and Dash takes every address.
    wall.serve(server, services)
    app = Index(
        "layouts",
        server=server,  # ty: ignore[invalid-argument-type] - Dash takes one, whatever it declares
        update_title="",
        compress=True,
        serve_locally=True,
        suppress_callback_exceptions=True,
    )
    app.layout = _frame
    app.enable_dev_tools(debug=False, dev_tools_disable_version_check=True)
    _register(app, services)
    speak(app.server)
    opening.serve(app.server)
    protect(app)
    return app


def _frame() -> Component:
    return html.Div(
        [
            dcc.Location(id="address", refresh="callback-nav"),
            html.Div(id="page"),
            trail.drawer(),
        ],
        id="shell",
        lang=current_locale.get().replace("_", "-"),
    )


def _register(app: Dash, services: Services) -> None:
    @app.callback(
        Output("page", "children"),
        Input("address", "pathname"),
        Input("address", "search"),
        State("address", "href"),
    )
    def page(pathname: str | None, search: str | None, _href: str | None) -> Component:
        url = f"{pathname or '/'}{search or ''}"
        found = PAGES.get(urlsplit(url).path.strip("/").partition("/")[0])
        return found.layout(services, url) if found else _nowhere()

    for room in (*PAGES.values(), trail):
        room.register(app, services)


def _nowhere() -> Component:
    back = html.A(_("To the wall"), href="/", className="button")
    return html.Main([html.H1(_("There is no such page.")), back], className="desk nowhere")

"""The list of alarms, and the page of one."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.errors import CockpitError
from cockpit.i18n import gettext as _
from layouts.alarms.alarm import body
from layouts.alarms.listing import listing
from layouts.attributes import attributes
from layouts.desk import desk
from layouts.services import Services


def layout(services: Services, url: str) -> Component:
    """`/alarms` lists, `/alarms/12` shows one; `?state=` keeps those of one state."""
    parts = urlsplit(url)
    asked = parts.path.strip("/").partition("/")[2]
    if not asked:
        state = parse_qs(parts.query).get("state", [""])[0]
        return desk(listing(services.alarms.listed(), services.catalog, state), url, "alarms")
    return desk(_one(services, asked), url, "alarms")


def _one(services: Services, asked: str) -> list[Component]:
    try:
        wanted = int(asked)
        shown = body(services, wanted)
    except CockpitError as refusal:
        return [html.P(str(refusal), className="bad"), _back()]
    except ValueError:
        return [html.P(_("There is no alarm %(id)s.", id=asked), className="bad"), _back()]
    return [
        dcc.Store(id="alarm-number", data=wanted),
        html.Div(shown, id="alarm-body", **attributes(aria_live="polite")),
    ]


def _back() -> Component:
    return html.P(dcc.Link(_("All alarms"), href="/alarms", className="button"))

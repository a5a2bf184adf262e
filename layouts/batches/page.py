"""The list of batches, and the page of one."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.errors import CockpitError
from cockpit.i18n import gettext as _
from layouts.attributes import attributes
from layouts.batches.batch import body
from layouts.batches.listing import listing
from layouts.desk import desk
from layouts.services import Services


def layout(services: Services, url: str) -> Component:
    """`/batches` lists, `/batches/12` shows one; `?state=` keeps those of one state."""
    parts = urlsplit(url)
    asked = parts.path.strip("/").partition("/")[2]
    if not asked:
        state = parse_qs(parts.query).get("state", [""])[0]
        return desk(listing(services.batches(), state), url, "batch-list")
    return desk([*_one(services, asked)], url, "batch")


def _one(services: Services, asked: str) -> list[Component]:
    try:
        number = int(asked)
        shown = body(services, number)
    except CockpitError as refusal:
        return [html.P(str(refusal), className="bad"), _back()]
    except ValueError:
        return [html.P(_("There is no batch %(id)s.", id=asked), className="bad"), _back()]
    return [
        dcc.Store(id="batch-number", data=number),
        html.Div(shown, id="batch-body", **attributes(aria_live="polite")),
    ]


def _back() -> Component:
    return html.P(dcc.Link(_("All batches"), href="/batches", className="button"))

"""The frame of the pages people work at: where one is, where one may go, in which language."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.i18n import LOCALES, current_locale
from cockpit.i18n import gettext as _
from layouts.attributes import attributes

_LANGUAGES = {"zh_CN": "中文", "en": "English"}


def desk(children: Sequence[Component], url: str, name: str) -> Component:
    """A page under its bar; `name` is the page's own, for its looks."""
    return html.Div([_bar(url), html.Main(list(children), className=f"desk {name}")])


def _bar(url: str) -> Component:
    ways = {
        "/": _("Wall"),
        "/explore": _("Explore"),
        "/upload": _("Bring figures"),
        "/batches": _("Batches"),
        "/alarms": _("Alarms"),
        "/meetings": _("Meetings"),
    }
    here = "/" + urlsplit(url).path.strip("/").partition("/")[0]
    links = [_way(address, text, address == here) for address, text in ways.items()]
    brand = html.Span(_("Economic cockpit"), className="brand")
    pages = html.Nav(links, **attributes(aria_label=_("Pages")))
    return html.Header([brand, pages, _other_language(url)], className="desk-bar")


def _way(address: str, text: str, here: bool) -> Component:
    if address == "/":
        return html.A(text, href=address)  # the wall is a page of its own
    if here:
        return dcc.Link(text, href=address, className="here")
    return dcc.Link(text, href=address)


def _other_language(url: str) -> Component:
    """The same address in the other language; the server keeps the choice."""
    parts = urlsplit(url)
    other = next(locale for locale in LOCALES if locale != current_locale.get())
    kept = [(name, text) for name, text in parse_qsl(parts.query) if name != "lang"]
    query = urlencode([*kept, ("lang", other)])
    return html.A(_LANGUAGES[other], href=f"{parts.path}?{query}", lang=other.replace("_", "-"))
